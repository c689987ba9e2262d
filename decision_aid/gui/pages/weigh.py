"""Step 6: how the options line up with what the person said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.pages.safety_gap import SafetyGap
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.pages.weigh_alone import AloneCard
from decision_aid.gui.pages.weigh_change import ChangeCard, WorthCard
from decision_aid.gui.pages.weigh_close import CloseCard, FeelsCard
from decision_aid.gui.pages.weigh_lineup import Lineup
from decision_aid.gui.pages.weigh_sums import Sums
from decision_aid.gui.pages.weigh_voices import VoicesCard
from decision_aid.gui.requests import GoTo, GoToCriterion
from decision_aid.gui.widgets.card import Card, column_of
from decision_aid.gui.widgets.reading_order import tab_in_reading_order
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace.line_up_state import LineUpState, line_up_state
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

TITLE = N_("How the options line up with what you said")
LEAD = N_(
    "This is not advice and not a forecast. It shows how each option lines up with your answers. "
    "You can disagree with it, and change any answer."
)
ALONE_TITLE = N_("Weighing it up comes with a provider")
ALONE_LEAD = N_("On your own, this aid asks and explains. It lines nothing up and leans no way.")
CHECKS_FIRST = N_("What has to be checked first, or was ruled out")
SHUT = ("all_gated", "all_ruled_out", "all_shut", "one_option")
"""States in which checks or dealbreakers have left too few options."""


class WeighPage(StepPage):
    """The line-up, how close it is, what would change it, and the sums with what they rest on."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, title=_(TITLE), lead=_(LEAD))
        self._gap = SafetyGap(self.asks.emit)
        self._alone = AloneCard(workspace)
        self._alone.asks.connect(self.asks)
        self._alone.joined.connect(self._tell_joined)
        self._missing = Card(_("There is no line-up yet"))
        self._why, self._to_do = safe.label(), safe.label("", "strong")
        self._matters = safe.button(_("Go to What matters"))
        self._about = safe.button(_("Go to About you"))
        self._matters.clicked.connect(lambda: self.asks.emit(GoTo("matters")))
        self._about.clicked.connect(lambda: self.asks.emit(GoTo("about")))
        self._missing.add(self._why, self._to_do, self._buttons())
        self._lineup = Lineup()
        self._close, self._feels = CloseCard(), FeelsCard(workspace)
        self._feels.look_again.connect(lambda one: self.asks.emit(GoToCriterion(one)))
        self._worth, self._change = WorthCard(), ChangeCard()
        self._voices, self._sums = VoicesCard(), Sums()
        self._lay_out()

    def present(self, snapshot: Snapshot) -> None:
        """Show the line-up, or why there is none."""
        state = line_up_state(snapshot)
        alone = not snapshot.journey.accompanied
        self.entitle(*((_(ALONE_TITLE), _(ALONE_LEAD)) if alone else (_(TITLE), _(LEAD))))
        self._gap.present(snapshot)
        self._alone.setVisible(alone)
        self._alone.present(state)
        self._missing.setVisible(not (alone or state.has_bars))
        for part in (self._side, self._change, self._sums_card):
            part.setVisible(state.has_bars)
        self._lineup_card.heading.setVisible(alone)
        self._lineup_card.setVisible(state.has_bars or bool(snapshot.gated or snapshot.ruled_out))
        if self._lineup.present(snapshot, state):
            tab_in_reading_order(self)
        self._voices.present(snapshot)
        self._feels.present(snapshot)
        if not state.has_bars:
            self._worth.hide()
            self._show_missing(snapshot, state)
            return
        self._worth.present(snapshot)
        self._close.present(snapshot, state)
        self._change.present(snapshot)
        self._sums.present(snapshot)

    def _tell_joined(self) -> None:
        # The keyboard must not stay on a choice that has gone.
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.heading.text())

    def _show_missing(self, snapshot: Snapshot, state: LineUpState) -> None:
        self._why.setText(safe.breakable(state.sentence))
        self._to_do.setText(state.to_do)
        shut = state.kind in SHUT
        self._about.setVisible(shut and bool(snapshot.gated))
        self._matters.setVisible(not shut or bool(snapshot.ruled_out))

    def _lay_out(self) -> None:
        self._lineup_card, self._sums_card = Card(_(CHECKS_FIRST)), Card()
        self._lineup_card.add(self._lineup)
        self._sums_card.hold_folded(self._sums)
        self._side = column_of(self._close, self._feels)
        upper = RowOrColumn(gap=16, shares=(70, 30), row_from=860)
        for one in (column_of(self._lineup_card, self._change), self._side):
            upper.addWidget(one)
        self.body.addWidget(self._gap)
        self.body.addWidget(self._alone)
        self.body.addWidget(self._missing)
        self.body.addLayout(upper)
        self.body.addWidget(self._worth)
        self.body.addWidget(self._voices)
        self.body.addWidget(self._sums_card)
        self.body.addStretch(1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._matters)
        row.addWidget(self._about)
        row.addStretch(1)
        return row
