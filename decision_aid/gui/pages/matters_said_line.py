"""One line of "You said": moved by its buttons, by Alt and an arrow, or by dragging."""

from typing import ClassVar, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.pages.matters_said import Said
from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.row_or_column import RowOrColumn

_WAYS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
HINT: Final = N_("To change the order of what matters the same: press ↑ or ↓, or drag a line.")
_BY_KEYBOARD: Final = N_(
    "To change the order of what matters the same: hold Alt and press an arrow key."
)
_BESIDE: Final = 220
"""Least width for the buttons beside the words, in pixels at a text size of 100 %."""


class SaidLine(QWidget):
    """A line. It takes the keyboard as one stop; its buttons are for the pointer.

    Attributes:
        moved: Emitted with -1 (up) or 1 (down).
        left: Emitted with -1 or 1 when the keyboard is to go to the next line.
        dragged: Emitted while it is dragged, with its new top in pixels.
        dropped: Emitted when it is let go after dragging.
    """

    moved = Signal(int)
    left = Signal(int)
    dragged = Signal(int)
    dropped = Signal()

    heard_as: ClassVar = "line"

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text, self._importance = safe.label(), safe.label("", "small")
        self._arrows = {way: safe.button(sign, "quiet") for way, sign in ((-1, "↑"), (1, "↓"))}
        self._held_at: int | None = None
        self._is_dragged = False
        # In a narrow column the buttons stand below, or the words would stand one by one.
        row = RowOrColumn(self, gap=0, grow_first=True, row_from=_BESIDE)
        self._moves = self._buttons()
        row.addWidget(self._words())
        row.addWidget(self._moves)
        row.setAlignment(self._moves, Qt.AlignmentFlag.AlignRight)

    def show_line(self, number: int, line: Said, ways: frozenset[int]) -> None:
        """Show a line.

        Args:
            number: Its place, from 1.
            line: What it says.
            ways: Where it can move: -1 for up, 1 for down.
        """
        place = number_words(number)
        self._text.setText(safe.breakable(f"{place}. {line.name}"))
        self._importance.setText(line.importance)
        self.setAccessibleName(
            _("You said, {place}: {criterion}, {importance}").format(
                place=place, criterion=line.name, importance=line.importance
            )
        )
        self.setAccessibleDescription(_(_BY_KEYBOARD) if ways else "")
        shape = Qt.CursorShape.OpenHandCursor if ways else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        for way, arrow in self._arrows.items():
            name = _("Move up: {criterion}") if way < 0 else _("Move down: {criterion}")
            arrow.setAccessibleName(name.format(criterion=line.name))
            arrow.setEnabled(way in ways)
        self._moves.setVisible(bool(ways))

    def _words(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addWidget(self._text)
        column.addWidget(self._importance)
        column.addStretch(1)
        return made

    def _buttons(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for way, arrow in self._arrows.items():
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            arrow.setMinimumWidth(worn().size["target"])
            arrow.clicked.connect(lambda _checked=False, way=way: self.moved.emit(way))
            row.addWidget(arrow, alignment=Qt.AlignmentFlag.AlignTop)
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line in the hand covers what lies below it."""
        super().paintEvent(event)
        if self._is_dragged:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(worn().colour("brand"), 1))
            painter.setBrush(worn().colour("brand_soft"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next line; with Alt they move this one."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(way)
        else:
            self.left.emit(way)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held_at = round(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it up or down, once the pointer has moved enough to mean it."""
        if self._held_at is None:
            return
        by = round(event.position().y()) - self._held_at
        if self._is_dragged or abs(by) >= QApplication.startDragDistance():
            self._is_dragged = True
            self.dragged.emit(self.y() + by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Let it go."""
        was_dragged, self._is_dragged, self._held_at = self._is_dragged, False, None
        if was_dragged:
            self.dropped.emit()
