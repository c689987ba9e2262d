"""The questions of the PHQ-9 below each other, and how an answer is asked for and shown."""

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import number_words
from decision_aid.domain.instruments import PHQ9_ITEMS, ExtraItem, Instrument, Phq9
from decision_aid.gui import safe
from decision_aid.gui.widgets.segmented import SegmentedChoice

Answer = int | Literal["talk"]

TALK: Final = "talk"
RATHER_TALK: Final = N_("I would rather talk about it")


def numbered(instrument: Instrument) -> tuple[str, ...]:
    """Each question with its number, as its answers are called."""
    return tuple(
        f"{number_words(at)}. {item.text}" for at, item in enumerate(instrument.items, start=1)
    )


def choices_of(instrument: Instrument, number: int) -> list[tuple[object, str]]:
    """(value, text) of each answer to a question, counted from 1; the last has one more."""
    scored: list[tuple[object, str]] = list(enumerate(instrument.answers))
    return [*scored, (TALK, _(RATHER_TALK))] if number == PHQ9_ITEMS else scored


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
        answers = list(enumerate(instrument.answers))
        *firsts, last = numbered(instrument)
        self._rows = (*(QuestionRow(one, answers) for one in firsts), _TalkRow(last, answers))
        for number, row in enumerate(self._rows, start=1):
            row.chosen.connect(lambda answer, number=number: self.answered.emit(number, answer))
        self._difficulty = _extra_row(instrument.extra) if instrument.extra else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(safe.label(instrument.stem, "strong"))
        for row in self._rows:
            column.addWidget(row)
        if self._difficulty:
            self._difficulty.chosen.connect(self.difficulty_said)
            column.addWidget(self._difficulty)

    def present(self, phq9: Phq9) -> None:
        """Show the answers."""
        for number, row in enumerate(self._rows, start=1):
            row.choose(shown(phq9, number))
        if self._difficulty:
            self._difficulty.choose(phq9.difficulty)


class QuestionRow(QWidget):
    """A question, and its answers below it.

    Args:
        question: The question.
        choices: (value, text) of each answer.

    Attributes:
        chosen: Emitted with the answer, or None, when the person answers.
    """

    chosen = Signal(object)

    def __init__(self, question: str, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        # An arrow on its way must not open the card that stands behind an answer to question 9.
        self._answer = SegmentedChoice(question, choices, arrows_choose=False)
        self._answer.chosen.connect(self.chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(6)
        self._column.addWidget(safe.label(question))
        self._column.addWidget(self._answer)

    def choose(self, value: Answer | None) -> None:
        """Show an answer as chosen; None shows none. Emits nothing."""
        self._answer.choose(value)


class _TalkRow(QuestionRow):
    """Question 9: the answers of every other one, and apart from them the wish to talk."""

    def __init__(self, question: str, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__(question, choices)
        name = _("{question}: {answer}").format(question=question, answer=_(RATHER_TALK))
        self._talk = safe.button(_(RATHER_TALK), "segment", name=name)
        self._talk.setProperty("place", "only")
        self._talk.setCheckable(True)
        self._talk.clicked.connect(lambda wanted: self.chosen.emit(TALK if wanted else None))
        self._column.addWidget(self._talk, alignment=Qt.AlignmentFlag.AlignLeft)

    def choose(self, value: Answer | None) -> None:
        """Show an answer, or the wish to talk, as chosen."""
        self._talk.setChecked(value == TALK)
        super().choose(None if value == TALK else value)


def _extra_row(extra: ExtraItem) -> QuestionRow:
    return QuestionRow(extra.text, list(enumerate(extra.answers)))
