"""One of a few choices, side by side, none of them chosen at first."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from decision_aid.gui import safe
from decision_aid.gui.theme import dress_anew
from decision_aid.gui.widgets.arrow_keys import is_arrow, move_focus
from decision_aid.gui.widgets.row_or_column import RowOrColumn


class _Segment(QPushButton):
    """A segment is as wide as its text in bold, so that choosing it moves nothing."""

    def sizeHint(self) -> QSize:
        """Room for the text in bold."""
        self.ensurePolished()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(bold).horizontalAdvance(self.text().replace("&&", "&"))
        return super().sizeHint().expandedTo(QSize(width + 28, 0))

    def minimumSizeHint(self) -> QSize:
        """It is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrows to the group."""
        if is_arrow(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class SegmentedChoice(QWidget):
    """Exclusive choices. Where the row does not fit, they stand one below the other.

    Args:
        name: What is chosen; each button's accessible name is "<name>: <choice>".
        choices: (value, text) of each choice, in order.
        can_unchoose: Whether pressing the chosen one again takes the choice back.
        parent: Its parent.

    Attributes:
        chosen: Emitted with the value, or None, when the person chooses. Never by `choose`.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[object, str]],
        *,
        can_unchoose: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._can_unchoose = can_unchoose
        self._row = RowOrColumn(self, gap=0)
        self._values = tuple(value for value, _ in choices)
        self._buttons = tuple(self._segment(f"{name}: {text}", text) for _, text in choices)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(name)
        self._place(in_row=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move between the choices; they choose nothing."""
        if not move_focus(self._buttons, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A stacked segment has corners of its own."""
        super().resizeEvent(event)
        self._place(in_row=self._row.is_row(event.size().width()))

    def choose(self, value: object) -> None:
        """Show a value as chosen; None shows none. Emits nothing."""
        for button, own in zip(self._buttons, self._values, strict=True):
            button.setChecked(value is not None and own == value)

    @property
    def value(self) -> object:
        """The value shown as chosen, None where none is."""
        for button, own in zip(self._buttons, self._values, strict=True):
            if button.isChecked():
                return own
        return None

    def _segment(self, name: str, text: str) -> QPushButton:
        button = _Segment()
        button.setProperty("role", "segment")
        button.setCheckable(True)
        button.setAutoDefault(False)
        safe.write(button, text, name=name)
        button.clicked.connect(lambda: self._pressed(button))
        self._row.addWidget(button)
        return button

    def _pressed(self, button: QPushButton) -> None:
        value = self._values[self._buttons.index(button)]
        if not button.isChecked() and self._can_unchoose:
            self.choose(None)
            self.chosen.emit(None)
            return
        self.choose(value)
        self.chosen.emit(value)

    def _place(self, *, in_row: bool) -> None:
        last = len(self._buttons) - 1
        for index, button in enumerate(self._buttons):
            place = {0: "first", last: "last"}.get(index, "middle") if last else "only"
            place = place if in_row else "stacked"
            if button.property("place") != place:
                button.setProperty("place", place)
                dress_anew(button)
