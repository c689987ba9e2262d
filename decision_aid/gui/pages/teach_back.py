"""One teach-back question: it checks the aid, not the person."""

from PySide6.QtCore import Qt, Signal

from decision_aid.base.language import _
from decision_aid.domain.guidance import TeachBack
from decision_aid.gui import safe
from decision_aid.gui.widgets.banner import Banner
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice
from decision_aid.workspace.changes.understand import AnswerTeachBack
from decision_aid.workspace.workspace import Workspace


class TeachBackCard(Card):
    """The question, its answers, and after any answer what is so.

    Attributes:
        question: The question.
        again: Emitted when the card that explains it is wanted again.
    """

    again = Signal()

    def __init__(self, workspace: Workspace, question: TeachBack) -> None:
        super().__init__(question.question)
        self.question = question
        self._workspace = workspace
        self._choices = ChoiceList(
            question.question,
            [RowChoice(one.id, one.text) for one in question.choices],
            can_unchoose=False,
        )
        self._explanation = Banner()
        self._again = safe.button(
            _("Show me again"),
            name=_("Show me again: {question}").format(question=question.question),
        )
        self._choices.chosen.connect(self._answer)
        self._again.clicked.connect(self.again)
        self.add(self._choices, self._explanation)
        self.body.addWidget(self._again, alignment=Qt.AlignmentFlag.AlignLeft)

    def present(self, choice: str | None) -> None:
        """Show what was answered, and then the explanation, right or not."""
        self._choices.choose(choice)
        self._explanation.say(self.question.explanation if choice else "")
        self._again.setVisible(choice is not None)

    def _answer(self, choice: str) -> None:
        self._workspace.apply(AnswerTeachBack(self.question.id, choice))
