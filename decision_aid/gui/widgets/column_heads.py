"""The names of a table's columns, which stay in sight while the page scrolls past its rows."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.page_area import PageArea

BAR: Final = 5
"""Height of the bar above the names, in pixels."""

_MOST: Final = 0.4
"""Names that would cover more of what is seen do not stay."""


class ColumnHeads(QWidget):
    """Holds the heads over their columns, at the top of the table or of what is seen of it.

    Args:
        table: The table.
    """

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self._table = table
        self._heads: tuple[QWidget, ...] = ()
        self._area: PageArea | None = None

    def fill(self, heads: Sequence[QWidget]) -> None:
        """Hold these heads, in place of those before."""
        self._heads = tuple(heads)
        for head in heads:
            head.setParent(self)
            head.show()

    def follow(self, area: PageArea) -> None:
        """Stay in sight where the table scrolls in this."""
        self._area = area
        area.header = self
        area.verticalScrollBar().valueChanged.connect(self.place)

    def place(self) -> None:
        """Go where the heads are to be now."""
        height = BAR + max((head.height() for head in self._heads), default=0)
        self.setGeometry(0, self._top(height), self._table.width(), height)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the ground, the bar over the columns and the line below them."""
        painter, theme = QPainter(self), worn(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        if self._heads:
            left = self._heads[0].x()
            painter.fillRect(QRectF(left, 0, self.width() - left, BAR), theme.colour("head_bar"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("edge"))
        painter.end()

    def _top(self, height: int) -> int:
        if self._area is None:
            return 0
        seen = self._area.viewport()
        if height > seen.height() * _MOST:
            return 0
        above = -self._table.mapTo(seen, QPoint(0, 0)).y()
        return max(0, min(above, self._table.height() - height))
