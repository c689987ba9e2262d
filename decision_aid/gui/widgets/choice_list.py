"""Choices as rows, one below the other, none of them chosen at first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import _
from decision_aid.gui.widgets.arrow_keys import keep_one_stop, move_focus
from decision_aid.gui.widgets.choice_row import AnyRow, OneRow
from decision_aid.gui.widgets.exclusive import show_chosen


@dataclass(frozen=True)
class RowChoice:
    """One choice of a list.

    Attributes:
        value: What it stands for.
        text: What it says.
        more: A further line in small text.
    """

    value: object
    text: str
    more: str = ""


def spoken_choices(choices: Iterable[RowChoice]) -> tuple[RowChoice, ...]:
    """Choices that were only marked, outside of any function, in the language spoken now."""
    return tuple(RowChoice(one.value, _(one.text), _(one.more)) for one in choices)


class ChoiceList(QWidget):
    """One of several. Each row's accessible name is "<name>: <choice>".

    Args:
        name: What is chosen.
        choices: The choices, in order.
        can_unchoose: Whether pressing the chosen one again takes the choice back.
        parent: Its parent.

    Attributes:
        chosen: Emitted with the value, or None, when the person chooses. Never by `choose`.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Sequence[RowChoice],
        *,
        can_unchoose: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._can_unchoose = can_unchoose
        self._value: object = None
        self._values = tuple(choice.value for choice in choices)
        self._rows = tuple(OneRow(one.text, _row_name(name, one), one.more) for one in choices)
        keep_one_stop(self._rows, 0)
        _stack(self, self._rows)
        for row, value in zip(self._rows, self._values, strict=True):
            row.clicked.connect(lambda _checked=False, value=value: self._pressed(value))

    def choose(self, value: object) -> None:
        """Show a value as chosen; None shows none. Emits nothing."""
        self._value = value if value in self._values else None
        place = None if self._value is None else self._values.index(self._value)
        show_chosen(self._rows, place)
        if not any(row.hasFocus() for row in self._rows):
            keep_one_stop(self._rows, place or 0)

    def ask_anew(self, name: str, choices: Sequence[RowChoice]) -> None:
        """Offer as many other choices of the same values under another name; none is chosen."""
        self.setAccessibleName(name)
        for row, one in zip(self._rows, choices, strict=True):
            row.say(one.text, _row_name(name, one), one.more)
        self.choose(None)

    @property
    def value(self) -> object:
        """The value shown as chosen, None where none is."""
        return self._value

    def take_keyboard(self) -> None:
        """Put the keyboard on the row that is chosen, or on the first."""
        place = self._values.index(self._value) if self._value in self._values else 0
        self._rows[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move between the rows, which are one stop of Tab; they choose nothing."""
        if not move_focus(self._rows, event):
            super().keyPressEvent(event)

    def _pressed(self, value: object) -> None:
        taken = None if value == self._value and self._can_unchoose else value
        self.choose(taken)
        self.chosen.emit(taken)


class TickList(QWidget):
    """Any of several. Arguments as for `ChoiceList`.

    Attributes:
        ticked: Emitted with the tuple of ticked values, in the list's order, when the person ticks
            or unticks one. Never by `tick`.
    """

    ticked = Signal(object)

    def __init__(
        self, name: str, choices: Sequence[RowChoice], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values = tuple(choice.value for choice in choices)
        self._rows = tuple(AnyRow(one.text, _row_name(name, one), one.more) for one in choices)
        _stack(self, self._rows)
        for row in self._rows:
            row.clicked.connect(lambda: self.ticked.emit(self.values))

    def tick(self, values: Sequence[object]) -> None:
        """Show these values, and no others, as ticked. Emits nothing."""
        for row, own in zip(self._rows, self._values, strict=True):
            row.setChecked(own in values)

    @property
    def values(self) -> tuple[object, ...]:
        """The values shown as ticked, in the list's order."""
        rows = zip(self._rows, self._values, strict=True)
        return tuple(own for row, own in rows if row.isChecked())

    def come_after(self, before: QWidget) -> None:
        """Let Tab come to the rows right after another control, wherever they were put in."""
        for row in self._rows:
            QWidget.setTabOrder(before, row)
            before = row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move between the rows; they tick nothing."""
        if not move_focus(self._rows, event):
            super().keyPressEvent(event)


def _row_name(name: str, choice: RowChoice) -> str:
    return _("{question}: {answer}").format(question=name, answer=choice.text)


def _stack(owner: QWidget, rows: Sequence[QWidget]) -> None:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for row in rows:
        column.addWidget(row)
