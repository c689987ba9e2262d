"""A heading that opens what stands below it, in place."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from decision_aid.gui import safe
from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.row_or_column import RowOrColumn


class _Header(QPushButton):
    """A button with a small arrow that points down when open."""

    heard_as: ClassVar = "opener"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then the arrow in the room its style keeps free at the left."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = worn(self)
        pen = QPen(theme.colour("brand"), theme.grown(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = QPointF(theme.grown(14), self.rect().center().y() + 0.5)
        painter.drawPolyline([middle + QPointF(*at) * theme.grown(1) for at in self._corners()])
        painter.end()

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
        for one in (widget, self.header) if first else (self.header, widget):
            row.addWidget(one)
        self._column.insertLayout(0, row)

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
            self.body.addWidget(self._holds())
            self._holds = None
        self._content.setVisible(wanted)
