"""Step 7: leanings, what they decide together, and what comes next."""

from decision_aid.gui import safe
from decision_aid.gui.pages.decide_after import CallCard, ReviewCard
from decision_aid.gui.pages.decide_choice import DecisionChoice
from decision_aid.gui.pages.decide_questions import QuestionsCard
from decision_aid.gui.pages.decide_steps import NextSteps
from decision_aid.gui.pages.decide_sure import SureCard
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.pages.then_and_now import ThenAndNowCard
from decision_aid.gui.widgets.card import Card, column_of
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace.changes.decide import SetNextSteps
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import decision_line
from decision_aid.workspace.workspace import Workspace

LEAD = "You can decide now, later, or not at all. Changing your mind is part of deciding."


class DecidePage(StepPage):
    """Where they have got to, together."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, title="Where have you got to, together?", lead=LEAD)
        self._leaning = DecisionChoice(
            workspace, "leaning", "I am leaning towards", "What it is, in my own words"
        )
        self._provider = DecisionChoice(
            workspace, "provider_leaning", "Provider leans towards", "What it is"
        )
        self._decision = DecisionChoice(
            workspace, "decision", "What we decide together", "In our own words"
        )
        self._steps = NextSteps()
        self._steps.changed.connect(lambda steps: workspace.apply(SetNextSteps(steps)))
        self._sure, self._questions = SureCard(workspace), QuestionsCard(workspace)
        self._calls, self._review = CallCard(), ReviewCard(workspace)
        self._changed = ThenAndNowCard(in_full=True)
        self._view = Disclosure("Provider: add or change your leaning")
        self._view.body.addWidget(self._provider)
        self._view_said = safe.label()
        for choice in (self._leaning, self._provider, self._decision):
            # Their rows are made before they are put in: Tab goes in that order.
            choice.present(workspace.snapshot, None)
        self._lay_out()

    def present(self, snapshot: Snapshot) -> None:
        """Show what was said and decided."""
        session = snapshot.session
        self._leaning.present(snapshot, session.leaning)
        self._provider.present(snapshot, session.provider_leaning)
        self._decision.present(snapshot, session.decision)
        view = session.provider_leaning
        self._view_said.setText(f"Leans towards: {decision_line(view, snapshot)}" if view else "")
        self._view_said.setVisible(view is not None)
        self._steps.present(session.next_steps)
        for card in (self._changed, self._sure, self._questions, self._calls, self._review):
            card.present(snapshot)

    def _lay_out(self) -> None:
        leaning, decision = Card("I am leaning towards"), Card("What we decide together")
        provider, steps = Card("Your provider’s view"), Card("Next steps")
        leaning.add(self._leaning)
        provider.add(self._view_said, self._view)
        decision.add(
            safe.label("It may differ from the line-up and from either leaning.", "small"),
            self._decision,
        )
        steps.add(self._steps)
        halves = RowOrColumn(gap=16, shares=(50, 50), row_from=660)
        halves.addWidget(column_of(leaning, provider, decision))
        halves.addWidget(column_of(self._sure, steps, self._questions, self._review, self._calls))
        self.body.addWidget(self._changed)
        self.body.addLayout(halves)
        self.body.addStretch(1)
