"""Weigh it up without a provider: why nothing is lined up, and the ways on."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.joined import Joined
from decision_aid.gui.pages.weigh_change import write
from decision_aid.gui.requests import GoTo
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import folding_button
from decision_aid.workspace.line_up_state import LineUpState
from decision_aid.workspace.workspace import Workspace

MEANWHILE: Final = N_(
    "Until then you can say more on what matters, or note questions for the visit."
)


class AloneCard(Card):
    """Says why, and asks whether a provider has come.

    Args:
        workspace: Where it is said who is here.

    Attributes:
        asks: Emitted with a `decision_aid.gui.requests.GoTo`.
        joined: Emitted when a provider was said to be here.
    """

    asks = Signal(object)
    joined = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("This waits until a provider is here"))
        self._why = safe.label()
        who = Joined(workspace, _("Is a provider here with you now?"))
        who.came.connect(self.joined)
        matters = folding_button(_("Go back to What matters"))
        decide = folding_button(_("Go on to Decide"))
        matters.clicked.connect(lambda: self.asks.emit(GoTo("matters")))
        decide.clicked.connect(lambda: self.asks.emit(GoTo("decide")))
        ways = RowOrColumn(gap=12)
        for way in (matters, decide):
            ways.addWidget(way)
        buttons = QHBoxLayout()
        buttons.addLayout(ways)
        buttons.addStretch(1)
        self.add(self._why, who, safe.label(_(MEANWHILE)), buttons)

    def present(self, state: LineUpState) -> None:
        """Say why nothing is lined up."""
        write(self._why, state.sentence)
