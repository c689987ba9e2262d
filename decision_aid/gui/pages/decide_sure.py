"""The SURE test, word for word: a prompt to talk, never a score."""

from typing import Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import _
from decision_aid.domain.instruments import Instrument
from decision_aid.gui import safe
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.chip import Chip
from decision_aid.gui.widgets.row_or_column import beside
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.changes.decide import AnswerSure
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

_ANSWERS = ("no", "yes")
"""What the answers of the instrument mean, in its order."""


class SureCard(Card):
    """The items with yes and no; hidden where the pack comes without them.

    Args:
        workspace: Where answers go.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("How sure do you feel?"))
        self._workspace = workspace
        self._made_for: Instrument | None = None
        self._choices: tuple[SegmentedChoice, ...] = ()
        self._items = QVBoxLayout()
        self._items.setSpacing(12)
        self._remark = Chip(_("Worth talking about before you go"), wraps=True)
        self._notice = safe.label("", "small")
        self.add(self._items, self._remark, self._notice)

    def present(self, snapshot: Snapshot) -> None:
        """Show the answers."""
        sure = snapshot.pack.instrument("sure")
        self.setVisible(sure is not None)
        if sure is None:
            return
        if sure != self._made_for:
            self._made_for = sure
            self._build(sure)
        answers = snapshot.session.sure or (None,) * len(sure.items)
        for choice, answer in zip(self._choices, answers, strict=True):
            choice.choose(answer)
        self._remark.setVisible("no" in answers)

    def _build(self, sure: Instrument) -> None:
        _empty(self._items)
        self._items.addWidget(safe.label(sure.stem, "small"))
        choices = []
        for number, item in enumerate(sure.items, start=1):
            answers = tuple(zip(_ANSWERS, sure.answers, strict=True))
            choice = SegmentedChoice(item.text, tuple(reversed(answers)))
            choice.chosen.connect(lambda value, number=number: self._answer(number, value))
            line = QWidget()
            line.setLayout(beside(safe.label(item.text), choice, gap=12))
            self._items.addWidget(line)
            choices.append(choice)
        self._choices = tuple(choices)
        self._notice.setText(sure.notice)

    def _answer(self, number: int, value: object) -> None:
        answer: Literal["yes", "no"] | None = None
        if value in _ANSWERS:
            answer = "yes" if value == "yes" else "no"
        self._workspace.apply(AnswerSure(number, answer, items=len(self._choices)))


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
