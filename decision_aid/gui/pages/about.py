"""Step 2: what was tried, what is taken, what else is so; findings beside it as they arise."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.gui.pages.about_conditions import ConditionsCard
from decision_aid.gui.pages.about_medicines import MedicinesCard
from decision_aid.gui.pages.about_phq9 import Phq9Card
from decision_aid.gui.pages.about_tried import TriedCard
from decision_aid.gui.pages.findings import Findings
from decision_aid.gui.pages.step_page import StepPage
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
        self._cards: list[MedicinesCard | TriedCard | ConditionsCard | Phq9Card] = [
            MedicinesCard(workspace),
            ConditionsCard(workspace),
            TriedCard(workspace),
        ]
        if instrument := workspace.snapshot.pack.instrument(_PHQ9):
            self._cards.append(Phq9Card(workspace, instrument))
        self._findings = Findings(workspace)
        aside = Sticky(self._findings)
        self.keep_in_sight(aside)
        columns = RowOrColumn(shares=(5, 3), row_from=860)
        columns.addWidget(_column(self._cards))
        columns.addWidget(aside)
        self.body.addLayout(columns)
        self.body.addStretch(1)

    def present(self, snapshot: Snapshot) -> None:
        """Show the answers and what follows from them."""
        for card in self._cards:
            card.present(snapshot)
        self._findings.present(snapshot)


def _column(cards: list[MedicinesCard | TriedCard | ConditionsCard | Phq9Card]) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return made
