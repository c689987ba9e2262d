"""The questions of the PHQ-9 below each other, and how an answer is asked for and shown."""

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain.instruments import PHQ9_ITEMS, ExtraItem, Instrument, Phq9
from decision_aid.gui import safe
from decision_aid.gui.widgets.segmented import SegmentedChoice

Answer = int | Literal["talk"]

TALK: Final = "talk"
RATHER_TALK: Final = "I would rather talk about it"


def numbered(instrument: Instrument) -> tuple[str, ...]:
    """Each question with its number, as its answers are called."""
    return tuple(f"{at}. {item.text}" for at, item in enumerate(instrument.items, start=1))


def choices_of(instrument: Instrument, number: int) -> list[tuple[object, str]]:
    """(value, text) of each answer to a question, counted from 1; the last has one more."""
    scored: list[tuple[object, str]] = list(enumerate(instrument.answers))
    return [*scored, (TALK, RATHER_TALK)] if number == PHQ9_ITEMS else scored


def shown(phq9: Phq9, number: int) -> Answer | None:
    """What is shown as the answer to a question, counted from 1."""
    if number == PHQ9_ITEMS and phq9.rather_talk:
        return TALK
    return phq9.answer(number)


class QuestionRows(QWidget):
    """All questions on one page, a row of answers each.

    Args:
        instrument: The PHQ-9.

    Attributes:
        answered: Emitted with a question's number, counted from 1, and its answer or None.
        difficulty_said: Emitted with the answer to the unscored question, or None.
    """

    answered = Signal(int, object)
    difficulty_said = Signal(object)

    def __init__(self, instrument: Instrument) -> None:
        super().__init__()
        self._rows = tuple(
            QuestionRow(question, choices_of(instrument, number))
            for number, question in enumerate(numbered(instrument), start=1)
        )
        for number, row in enumerate(self._rows, start=1):
            row.answer.chosen.connect(
                lambda answer, number=number: self.answered.emit(number, answer)
            )
        self._difficulty = _extra_row(instrument.extra) if instrument.extra else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(safe.label(instrument.stem, "strong"))
        for row in self._rows:
            column.addWidget(row)
        if self._difficulty:
            self._difficulty.answer.chosen.connect(self.difficulty_said)
            column.addWidget(self._difficulty)

    def present(self, phq9: Phq9) -> None:
        """Show the answers."""
        for number, row in enumerate(self._rows, start=1):
            row.answer.choose(shown(phq9, number))
        if self._difficulty:
            self._difficulty.answer.choose(phq9.difficulty)


class QuestionRow(QWidget):
    """A question, and its answers below it."""

    def __init__(self, question: str, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        # An arrow on its way must not open the card that stands behind an answer to question 9.
        self.answer = SegmentedChoice(question, choices, arrows_choose=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(6)
        column.addWidget(safe.label(question))
        column.addWidget(self.answer)


def _extra_row(extra: ExtraItem) -> QuestionRow:
    return QuestionRow(extra.text, list(enumerate(extra.answers)))
