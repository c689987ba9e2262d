"""A heading that opens what stands below it, in place."""

from collections.abc import Callable
from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from decision_aid.gui import safe
from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.row_or_column import RowOrColumn

_PADDING: Final = 9
"""Free pixels around its title, with its edge."""
_ARROW: Final = 6
"""From its left edge to the middle of its arrow, which stands in line with the text above."""
_WRAPS: Final = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


class _Header(QPushButton):
    """A button with a small arrow that points down when open.

    It remembers how high it is: layouts ask for the same width again and again.
    """

    heard_as: ClassVar = "opener"

    def __init__(self) -> None:
        super().__init__()
        self._heights: dict[tuple[int, str], int] = {}

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font or style."""
        self._heights.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the button, the arrow at its left, and its title, which a button would not wrap."""
        painter, theme = QPainter(self), worn(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("brand_soft"))
            painter.drawRoundedRect(self.rect(), theme.size["radius"], theme.size["radius"])
        pen = QPen(theme.colour("brand"), theme.grown(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = QPointF(theme.grown(_ARROW), self.rect().center().y() + 0.5)
        painter.drawPolyline([middle + QPointF(*at) * theme.grown(1) for at in self._corners()])
        painter.setPen(theme.colour("brand"))
        painter.drawText(self._words(self.width(), self.height()), _WRAPS, self._title)
        painter.end()

    def hasHeightForWidth(self) -> bool:
        """Its title wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for its title, and for a finger."""
        asked = width, self.text()
        if asked not in self._heights:
            self._heights[asked] = self._height(width)
        return self._heights[asked]

    def minimumSizeHint(self) -> QSize:
        """No narrower than its longest word."""
        self.ensurePolished()
        word = max(map(self.fontMetrics().horizontalAdvance, self._title.split()), default=0)
        width = self._words(0, 0).left() + word + _PADDING
        return QSize(min(width, self.sizeHint().width()), worn(self).size["target"])

    def _height(self, width: int) -> int:
        room = QRect(0, 0, self._words(width, 0).width(), 9999)
        told = self.fontMetrics().boundingRect(room, _WRAPS, self._title)
        return max(worn(self).size["target"], told.height() + 2 * _PADDING)

    @property
    def _title(self) -> str:
        return self.text().replace("&&", "&")

    def _words(self, width: int, height: int) -> QRect:
        left = worn(self).type["arrow"] + 1
        return QRect(left, 0, width - left - _PADDING, height)

    def _corners(self) -> tuple[tuple[float, float], ...]:
        if self.isChecked():
            return (-5, -2.5), (0, 2.5), (5, -2.5)
        return (-2.5, -5), (2.5, 0), (-2.5, 5)


class Disclosure(QWidget):
    """Shut at first. Fill `body`, or give it what it holds to be made when it first opens.

    Args:
        title: What opens.
        name: The header's accessible name where the title alone does not say enough.
        parent: Its parent.
        holds: Makes what it holds.

    Attributes:
        body: Where its content goes.
        header: The button that opens and shuts it.
        toggled: Emitted with True when it was opened, False when it was shut.
    """

    toggled = Signal(bool)

    def __init__(
        self,
        title: str,
        *,
        name: str = "",
        parent: QWidget | None = None,
        holds: Callable[[], QWidget] | None = None,
    ) -> None:
        super().__init__(parent)
        self._holds = holds
        self._name = name
        self.header = _Header()
        self.header.setProperty("role", "disclosure")
        self.header.setCheckable(True)
        self.header.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.header.setSizePolicy(policy)
        self._content = QWidget()
        self._content.setVisible(False)
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 4, 0, 8)
        self.body.setSpacing(8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._content)
        self.entitle(title)
        self.header.toggled.connect(self._show)
        self.header.toggled.connect(self.toggled)

    def entitle(self, title: str) -> None:
        """Give it another title."""
        safe.write(self.header, title, name=self._name)

    def put_beside(self, widget: QWidget, *, first: bool = False) -> None:
        """Put something small beside the header; where there is no room, one below the other.

        Args:
            widget: What goes there.
            first: Whether it stands before the header.
        """
        row = RowOrColumn(gap=12)
        row.stack_by(0)
        self._column.removeWidget(self.header)
        pair = (widget, self.header) if first else (self.header, widget)
        for one in pair:
            row.addWidget(one)
        self._column.insertLayout(0, row)
        for one in (*pair, self._content):
            one.raise_()  # they are read in this order

    @property
    def is_open(self) -> bool:
        """Whether its content is to be seen."""
        return self.header.isChecked()

    def open(self) -> None:
        """Show its content."""
        self.header.setChecked(True)

    def shut(self) -> None:
        """Hide its content."""
        self.header.setChecked(False)

    def _show(self, wanted: bool) -> None:  # noqa: FBT001 - a toggle's own value
        if wanted and self._holds is not None:
            self._make(self._holds)
            self._holds = None
        self._content.setVisible(wanted)

    def _make(self, holds: Callable[[], QWidget]) -> None:
        """Make what it holds; Tab comes to it next, as if it had always been there."""
        # Here, not above: the first window comes up without it.
        from decision_aid.gui.widgets.reading_order import in_reading_order  # noqa: PLC0415

        made = holds()
        self.body.addWidget(made)
        before: QWidget = self.header
        for one in in_reading_order(made):
            QWidget.setTabOrder(before, one)
            before = one
