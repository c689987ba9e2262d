"""Step 2: what was tried, what is taken, what else is so; findings beside it as they arise."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from decision_aid.base.language import N_, _
from decision_aid.domain.safety import Finding
from decision_aid.gui import safe
from decision_aid.gui.pages.about_conditions import ConditionsCard
from decision_aid.gui.pages.about_history import HistoryCard
from decision_aid.gui.pages.about_medicines import MedicinesCard
from decision_aid.gui.pages.about_phq9 import Phq9Card
from decision_aid.gui.pages.about_tried import TriedCard
from decision_aid.gui.pages.findings import Findings
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.widgets.banner import Banner
from decision_aid.gui.widgets.card import column_of
from decision_aid.gui.widgets.mark import Tone
from decision_aid.gui.widgets.reading_order import in_reading_order
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.sticky import Sticky
from decision_aid.workspace.finding_words import below_words
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

_LEAD: Final = N_(
    "Answer what you like, skip what you like. Your answers stay on this computer unless you "
    "print them or save them to a file."
)
_PHQ9: Final = "phq9"


class AboutPage(StepPage):
    """The person's situation at the left, what follows from it at the right."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, title=_("About you"), lead=_(_LEAD))
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
        self._urgent, self._below = self._pointer("gate"), self._pointer("caution")
        self._found: tuple[Finding, ...] = ()
        self.body.addWidget(self._urgent)
        self.body.addWidget(self._below)
        self.body.addLayout(self._columns)
        self.body.addStretch(1)

    def present(self, snapshot: Snapshot) -> None:
        """Show the answers and what follows from them."""
        for _part in self.present_in_parts(snapshot):
            pass

    def present_in_parts(self, snapshot: Snapshot) -> Iterator[None]:
        """Show them card by card."""
        for card in self._cards:
            card.present(snapshot)
            yield
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
        words = "" if beside else below_words(self._found)
        urgent = any(one.shuts and one.rule.urgent for one in self._found)
        self._urgent.say(words if urgent else "")
        self._below.say("" if urgent else words)

    def _pointer(self, tone: Tone) -> Banner:
        button = safe.button(_("Show them"))
        button.clicked.connect(self._show_findings)
        return Banner(tone=tone, button=button)

    def _show_findings(self) -> None:
        """Bring them into view; the keyboard goes along."""
        first = next(in_reading_order(self._findings), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_to_top(self._findings)
