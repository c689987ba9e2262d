"""Step 6: how the options line up with what the person said."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from decision_aid.gui import safe
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.pages.weigh_change import ChangeCard, ProviderCard
from decision_aid.gui.pages.weigh_close import CloseCard, FeelsCard
from decision_aid.gui.pages.weigh_lineup import Lineup
from decision_aid.gui.pages.weigh_sums import Sums
from decision_aid.gui.requests import GoTo
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.weighing.appraisal import Missing
from decision_aid.workspace import wording
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

LEAD = (
    "This is not advice and not a forecast. It shows how each option lines up with your answers. "
    "You can disagree with it, and change any answer."
)
TO_DO: dict[Missing, str] = {
    "no_ratings": "Go to What matters and rate one thing or more, then come back.",
    "nothing_matters": "Go to What matters and rate one thing higher, then come back.",
    "no_options": (
        "A prescriber can look at each check in About you. What you ruled out you can take back in "
        "What matters."
    ),
    "one_option": (
        "You can still read about it in Options. A prescriber can look at each check in About you, "
        "and what you ruled out you can take back in What matters."
    ),
}


class WeighPage(StepPage):
    """The line-up, how close it is, what would change it, and the provider's view."""

    def __init__(self, workspace: Workspace) -> None:
        title = "How the options line up with what you said"
        super().__init__(workspace, title=title, lead=LEAD)
        self._missing = Card("There is no line-up yet")
        self._why, self._to_do = safe.label(), safe.label("", "strong")
        self._matters = safe.button("Go to What matters")
        self._about = safe.button("Go to About you")
        self._matters.clicked.connect(self._go_to_matters)
        self._about.clicked.connect(self._go_to_about)
        self._missing.add(self._why, self._to_do, self._buttons())
        self._lineup, self._sums = Lineup(), Sums()
        self._close, self._feels = CloseCard(), FeelsCard(workspace)
        self._change, self._provider = ChangeCard(), ProviderCard()
        self._lay_out()

    def present(self, snapshot: Snapshot) -> None:
        """Show the line-up, or why there is none."""
        missing = snapshot.appraisal.missing
        self._missing.setVisible(missing is not None)
        for part in (self._sums, self._side, self._change):
            part.setVisible(missing is None)
        self._lineup_card.setVisible(missing is None or bool(snapshot.gated or snapshot.ruled_out))
        self._lineup.present(snapshot)
        self._provider.present(snapshot)
        self._feels.present(snapshot)
        if missing is not None:
            self._why.setText(wording.missing_sentence(missing))
            self._to_do.setText(TO_DO[missing])
            self._about.setVisible(missing in ("no_options", "one_option"))
            return
        self._close.present(snapshot)
        self._change.present(snapshot)
        self._sums.present(snapshot)

    def _lay_out(self) -> None:
        self._lineup_card = Card()
        self._lineup_card.add(self._lineup, self._sums)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._close)
        column.addWidget(self._feels)
        column.addStretch(1)
        upper = RowOrColumn(gap=16, shares=(70, 30), row_from=860)
        lower = RowOrColumn(gap=16, shares=(50, 50), row_from=700)
        upper.addWidget(self._lineup_card)
        upper.addWidget(self._side)
        for card in (self._change, self._provider):
            lower.addWidget(card)
        self.body.addWidget(self._missing)
        self.body.addLayout(upper)
        self.body.addLayout(lower)
        self.body.addStretch(1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._matters)
        row.addWidget(self._about)
        row.addStretch(1)
        return row

    def _go_to_matters(self) -> None:
        self.asks.emit(GoTo("matters"))

    def _go_to_about(self) -> None:
        self.asks.emit(GoTo("about"))
