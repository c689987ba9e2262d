"""Step 2: what was tried, what is taken, what else is so; findings beside it as they arise."""

from typing import Final

from PySide6.QtGui import QResizeEvent

from decision_aid.domain.safety import Finding
from decision_aid.gui.pages.about_conditions import ConditionsCard
from decision_aid.gui.pages.about_history import HistoryCard
from decision_aid.gui.pages.about_medicines import MedicinesCard
from decision_aid.gui.pages.about_phq9 import Phq9Card
from decision_aid.gui.pages.about_tried import TriedCard
from decision_aid.gui.pages.findings import Findings
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.widgets.banner import Banner
from decision_aid.gui.widgets.card import column_of
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.sticky import Sticky
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

_LEAD: Final = (
    "Answer what you like, skip what you like. Your answers stay on this computer unless you "
    "print them."
)
_PHQ9: Final = "phq9"


class AboutPage(StepPage):
    """The person's situation at the left, what follows from it at the right."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, title="About you", lead=_LEAD)
        self._cards: list[MedicinesCard | TriedCard | ConditionsCard | HistoryCard | Phq9Card] = [
            MedicinesCard(workspace),
            ConditionsCard(workspace),
            TriedCard(workspace),
            HistoryCard(workspace),
        ]
        if instrument := workspace.snapshot.pack.instrument(_PHQ9):
            self._cards.append(Phq9Card(workspace, instrument))
        self._findings = Findings(workspace)
        aside = Sticky(self._findings)
        self.keep_in_sight(aside)
        self._columns = RowOrColumn(shares=(5, 3), row_from=860)
        self._columns.addWidget(column_of(*self._cards))
        self._columns.addWidget(aside)
        self._below = Banner(tone="caution")
        self._found: tuple[Finding, ...] = ()
        self.body.addWidget(self._below)
        self.body.addLayout(self._columns)
        self.body.addStretch(1)

    def present(self, snapshot: Snapshot) -> None:
        """Show the answers and what follows from them."""
        for card in self._cards:
            card.present(snapshot)
        self._findings.present(snapshot)
        self._found = snapshot.findings
        self._point_below()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where findings do not fit beside the questions, say at the top that they are below."""
        super().resizeEvent(event)
        self._point_below()

    def _point_below(self) -> None:
        margins = self.body.contentsMargins()
        beside = self._columns.is_row(self.width() - margins.left() - margins.right())
        self._below.say("" if beside else below_words(self._found))


def below_words(found: tuple[Finding, ...]) -> str:
    """That findings stand below; "" where there are none that warn."""
    gates = sum(one.shuts for one in found)
    cautions = sum(one.rule.severity == "caution" for one in found)
    kinds = ((gates, "to check first"), (cautions, "with care"))
    counts = ", ".join(f"{count} {words}" for count, words in kinds if count)
    if not counts:
        return ""
    return f"Your answers touch some options: {counts}. See the end of this page."
