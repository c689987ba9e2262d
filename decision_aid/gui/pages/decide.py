"""Step 7: leanings, what they decide together, and what comes next."""

from decision_aid.base.language import N_, _
from decision_aid.gui.pages.decide_after import CallCard, ReviewCard
from decision_aid.gui.pages.decide_choice import DecisionChoice
from decision_aid.gui.pages.decide_questions import QuestionsCard
from decision_aid.gui.pages.decide_steps import NextSteps
from decision_aid.gui.pages.decide_sure import SureCard
from decision_aid.gui.pages.decide_together import ProviderViewCard, TogetherCard
from decision_aid.gui.pages.safety_gap import SafetyGap
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.pages.then_and_now import ThenAndNowCard
from decision_aid.gui.widgets.card import Card, column_of
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace.changes.decide import SetNextSteps
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

TITLE = N_("Where have you got to, together?")
ALONE_LEAD = N_(
    "Note where you lean and what you want to ask. Changing your mind is part of deciding."
)
ALONE_TITLE = N_("Where have you got to so far?")
LEAD = N_("You can decide now, later, or not at all. Changing your mind is part of deciding.")


class DecidePage(StepPage):
    """Where they have got to, together."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, title=_(TITLE), lead=_(LEAD))
        self._gap = SafetyGap(self.asks.emit)
        self._leaning = DecisionChoice(workspace, "leaning")
        # Its rows are made before they are put in: Tab goes in that order.
        self._leaning.present(workspace.snapshot, None)
        self._provider, self._together = ProviderViewCard(workspace), TogetherCard(workspace)
        self._together.asks.connect(self.asks)
        self._steps = NextSteps()
        self._steps.changed.connect(lambda steps: workspace.apply(SetNextSteps(steps)))
        self._sure, self._questions = SureCard(workspace), QuestionsCard(workspace)
        self._calls, self._review = CallCard(), ReviewCard(workspace)
        self._changed = ThenAndNowCard(in_full=True)
        self._lay_out()

    def present(self, snapshot: Snapshot) -> None:
        """Show what was said and decided."""
        session = snapshot.session
        self._leaning.present(snapshot, session.leaning)
        here = snapshot.journey.accompanied
        self.entitle(*((_(TITLE), _(LEAD)) if here else (_(ALONE_TITLE), _(ALONE_LEAD))))
        self._steps.present(session.next_steps)
        for card in (self._gap, self._changed, self._provider, self._together, self._sure):
            card.present(snapshot)
        self._questions.present(snapshot)
        self._calls.present(snapshot)
        self._review.present(snapshot)

    def _lay_out(self) -> None:
        leaning, steps = Card(_("I am leaning towards")), Card(_("Next steps"))
        leaning.add(self._leaning)
        steps.add(self._steps)
        halves = RowOrColumn(gap=16, shares=(50, 50), row_from=660)
        halves.addWidget(column_of(leaning, self._provider, self._together))
        halves.addWidget(column_of(self._sure, steps, self._questions, self._review, self._calls))
        self.body.addWidget(self._gap)
        self.body.addWidget(self._changed)
        self.body.addLayout(halves)
        self.body.addStretch(1)
