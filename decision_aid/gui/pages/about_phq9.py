"""The PHQ-9, word for word, optional."""

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain.instruments import PHQ9_ITEMS, ExtraItem, Instrument, Phq9, phq9_band
from decision_aid.gui import safe
from decision_aid.gui.widgets.banner import Banner
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.changes.phq9 import AnswerPhq9, RatherTalk, SetPhq9Difficulty
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

Answer = int | Literal["talk"]

TALK: Final = "talk"
RATHER_TALK: Final = "I would rather talk about it"
_ZERO: Final = "No answer to question 9 takes the place of asking and talking about it."


class Phq9Card(Card):
    """The questionnaire in a disclosure, and its total once all nine are answered."""

    def __init__(self, workspace: Workspace, instrument: Instrument) -> None:
        super().__init__("How the last two weeks were")
        self._workspace = workspace
        self._rows = tuple(
            QuestionRow(f"{number}. {item.text}", _choices(instrument, number))
            for number, item in enumerate(instrument.items, start=1)
        )
        for number, row in enumerate(self._rows, start=1):
            row.answer.chosen.connect(lambda answer, number=number: self._set(number, answer))
        self._difficulty = _extra_row(instrument.extra) if instrument.extra else None
        self._total = Banner()
        form = Disclosure(f"Answer the {instrument.name} (optional)")
        for part in (safe.label(instrument.stem, "strong"), *self._rows):
            form.body.addWidget(part)
        if self._difficulty:
            self._difficulty.answer.chosen.connect(self._set_difficulty)
            form.body.addWidget(self._difficulty)
        form.body.addWidget(safe.label(_ZERO, "small"))
        form.body.addWidget(safe.label(instrument.notice, "small"))
        self.add(form, self._total)

    def present(self, snapshot: Snapshot) -> None:
        """Show the answers, and the total with its usual word."""
        phq9 = snapshot.session.about.phq9
        for number, row in enumerate(self._rows, start=1):
            row.answer.choose(_shown(phq9, number))
        if self._difficulty:
            self._difficulty.answer.choose(phq9.difficulty)
        self._total.say(_total_words(phq9))

    def _set(self, number: int, answer: Answer | None) -> None:
        if answer == TALK:
            self._workspace.apply(RatherTalk())
        elif answer is None or isinstance(answer, int):
            self._workspace.apply(AnswerPhq9(number, answer))

    def _set_difficulty(self, difficulty: int | None) -> None:
        self._workspace.apply(SetPhq9Difficulty(difficulty))


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


def _choices(instrument: Instrument, number: int) -> list[tuple[object, str]]:
    scored: list[tuple[object, str]] = list(enumerate(instrument.answers))
    return [*scored, (TALK, RATHER_TALK)] if number == PHQ9_ITEMS else scored


def _extra_row(extra: ExtraItem) -> QuestionRow:
    return QuestionRow(extra.text, list(enumerate(extra.answers)))


def _shown(phq9: Phq9, number: int) -> Answer | None:
    if number == PHQ9_ITEMS and phq9.rather_talk:
        return TALK
    return phq9.answer(number)


def _total_words(phq9: Phq9) -> str:
    if phq9.total is None:
        return ""
    return (
        f"Total: {phq9.total} of 27, usually called {phq9_band(phq9.total)}. This is what you "
        "said, not a diagnosis."
    )
