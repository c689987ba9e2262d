"""The provider's view and what is decided together: both need a provider here."""

from typing import Final

from PySide6.QtCore import Qt, Signal

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.pages.decide_choice import DecisionChoice
from decision_aid.gui.requests import GoTo
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.segmented import folding_button
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import decision_line
from decision_aid.workspace.workspace import Workspace

NO_VIEW: Final = N_("Your provider adds their view when they are here.")
NOT_ALONE: Final = N_(
    "You decide this together with a provider, so it waits until one is here. Where you lean, and "
    "the questions you have, are a good start."
)
KEPT: Final = N_("It stays as it is while you are on your own. You can change it together.")


class ProviderViewCard(Card):
    """What the provider leans towards.

    Args:
        workspace: Where it goes.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Your provider’s view"))
        self._said = safe.label()
        self._later = safe.label(_(NO_VIEW))
        self._choice = DecisionChoice(workspace, "provider_leaning")
        self._fold = Disclosure(_("Provider: add or change your leaning"))
        # Rows are made before they are put in: Tab goes in that order.
        self._choice.present(workspace.snapshot, None)
        self._fold.body.addWidget(self._choice)
        self.add(self._said, self._later, self._fold)

    def present(self, snapshot: Snapshot) -> None:
        """Show what was said; it is changed by a provider who is here."""
        view, here = snapshot.session.provider_leaning, snapshot.journey.accompanied
        self._choice.present(snapshot, view)
        self._said.setText(
            _("Leans towards: {leaning}").format(leaning=decision_line(view, snapshot))
            if view
            else ""
        )
        self._said.setVisible(view is not None)
        self._later.setVisible(view is None and not here)
        self._fold.setVisible(here)


class TogetherCard(Card):
    """What they decide together.

    Args:
        workspace: Where it goes.

    Attributes:
        asks: Emitted with a `decision_aid.gui.requests.GoTo`.
    """

    asks = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("What we decide together"))
        self._may_differ = safe.label(
            _("It may differ from the line-up and from either leaning."), "small"
        )
        self._choice = DecisionChoice(workspace, "decision")
        self._said, self._later = safe.label("", "strong"), safe.label()
        self._who = folding_button(_("Go to Welcome, to say who is here"))
        self._who.clicked.connect(lambda: self.asks.emit(GoTo("welcome")))
        self._choice.present(workspace.snapshot, None)
        self.add(self._may_differ, self._choice, self._said, self._later)
        self.body.addWidget(self._who, alignment=Qt.AlignmentFlag.AlignLeft)

    def present(self, snapshot: Snapshot) -> None:
        """Show what was decided; it is changed while a provider is here."""
        decision, here = snapshot.session.decision, snapshot.journey.accompanied
        self._choice.present(snapshot, decision)
        self._said.setText(safe.breakable(decision_line(decision, snapshot)) if decision else "")
        self._later.setText(_(KEPT) if decision else _(NOT_ALONE))
        self._may_differ.setVisible(here)
        self._choice.setVisible(here)
        self._later.setVisible(not here)
        self._who.setVisible(not here)
        self._said.setVisible(decision is not None and not here)
