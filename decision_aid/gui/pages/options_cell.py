"""The pieces of the table of options: a column's head, a question, an answer."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import QLabel, QWidget

from decision_aid.base.language import _
from decision_aid.domain.journey import LetteredOption
from decision_aid.domain.options import Question
from decision_aid.domain.risk import Figure, Study
from decision_aid.gui import safe
from decision_aid.gui.widgets.chip import Chip
from decision_aid.gui.widgets.icon_array import IconArray
from decision_aid.gui.widgets.pressable import Pressable
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.side_by_side import Cell
from decision_aid.workspace import wording
from decision_aid.workspace.side_by_side import below_words
from decision_aid.workspace.words import NOT_CHECKED, SEVERITIES

Frame = Literal["helped", "not_helped"]
"""Which people are told first and filled in the pictures."""

Style = Literal["words", "pictures"]


@dataclass(frozen=True)
class Shown:
    """How the table shows its numbers."""

    frame: Frame = "helped"
    style: Style = "words"


def framed(pair: tuple[str, str], frame: Frame) -> tuple[str, str]:
    """Both sentences about one group, the one of this frame first."""
    return pair if frame == "helped" else (pair[1], pair[0])


def arm_sentence(group: str, counted: tuple[str, str]) -> str:
    """One group and both its counts, in one sentence.

    Args:
        group: The group.
        counted: To how many it happened and to how many not, in either order.
    """
    first, second = counted
    # Translators: such as "Pills: 40 of 100 got better, 60 of 100 did not."
    return _("{group}: {first}, {second}.").format(group=group, first=first, second=second)


class OptionHead(Pressable):
    """The head of a column: letter, name, and a word where the option waits or is ruled out."""

    def __init__(self, one: LetteredOption) -> None:
        super().__init__(
            _("{letter}, {option}: read more").format(letter=one.letter, option=one.option.name)
        )
        self.option = one.option.id
        self._check = Chip(_(SEVERITIES["gate"]), "gate", wraps=True)
        self._unchecked = Chip(_(NOT_CHECKED), wraps=True)
        self._out = Chip(_("You ruled this out"), wraps=True)
        name = safe.label(f"{one.letter}  {one.option.name}", "small_strong")
        self.add(name, self._check, self._unchecked, self._out)
        self.body.addStretch()

    def mark(self, *, gated: bool, ruled_out: bool, unchecked: bool) -> None:
        """Show what keeps the option out of the line-up, and that nothing was told to check."""
        self._check.setVisible(gated)
        self._unchecked.setVisible(unchecked)
        self._out.setVisible(ruled_out)


class AnswerCell(Cell):
    """One option's answer to one question; press it for what lies behind.

    Args:
        one: The option.
        question: The question.
        figure: The figure it shows, with its study, where it has one.
        sure: How sure we are of a number that stands in its words only; "" where none does.
        mark: A last line in small print, such as that the clinic adds a note; "" for none.
    """

    def __init__(
        self,
        one: LetteredOption,
        question: Question,
        figure: tuple[Figure, Study] | None,
        sure: str = "",
        mark: str = "",
    ) -> None:
        answer = one.option.cell(question.id)
        said = _("{question} {letter}, {option}: {answer}").format(
            question=question.text, letter=one.letter, option=one.option.name, answer=answer.text
        )
        super().__init__(f"{said} {mark}".rstrip())
        self.setAccessibleDescription(" ".join(filter(None, [sure, question.caution])))
        self.option, self.question = one.option.id, question.id
        self._figure, self._answer = figure, answer.text
        self._name = safe.label(f"{one.letter}  {one.option.name}", "small_strong")
        self._name.hide()
        self.add(self._name, safe.label(answer.text, "cell"))
        if figure is not None:
            # Not made otherwise: what is put nowhere may be gone while Qt still looks at it.
            self._pair = QWidget()
            self._arrays = (IconArray(small=True), IconArray(small=True))
            self._numbers = _numbers()
            self._lay_out(self._pair)
            self.add(self._pair, *self._numbers)
        for line in filter(None, [sure, mark]):
            self.add(safe.label(line, "small"))
        self.body.addStretch()

    def name_column(self, *, shown: bool) -> None:
        """Show or hide the option's name."""
        self._name.setVisible(shown)

    def show_as(self, shown: Shown) -> None:
        """Show the number in this frame and style."""
        if self._figure is None:
            return
        figure, study = self._figure
        reading = figure.readings[0]
        self._pair.setVisible(shown.style == "pictures")
        had = (study.intervention, study.comparison)
        arms = (reading.intervention, reading.comparison)
        for group, arm, array in zip(had, arms, self._arrays, strict=True):
            array.setVisible(arm is not None)
            if arm is not None:
                counted = framed(wording.per_100_sentences(figure, arm), shown.frame)
                array.show_arm(
                    arm,
                    arm_sentence(group, counted),
                    event=shown.frame == "helped",
                    alone=reading.comparison is None,
                )
        words = self._answer if shown.style == "words" else ""
        first, *rest = below_words(figure, study, words, happened=shown.frame == "helped")
        self._numbers[0].setText(first)
        self._numbers[0].setVisible(bool(first))
        self._numbers[1].setText("\n".join(filter(None, rest)))

    def _lay_out(self, pair: QWidget) -> None:
        row = RowOrColumn(pair, gap=8, shares=(1, 1))
        for array in self._arrays:
            row.addWidget(array)


def _numbers() -> tuple[QLabel, QLabel]:
    return safe.label("", "small_strong"), safe.label("", "small")
