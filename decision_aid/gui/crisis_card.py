"""The card behind "Need help now?": whom to call, offline, one press away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.guidance import Crisis
from decision_aid.gui import safe
from decision_aid.gui.crisis_contacts import CrisisContacts
from decision_aid.gui.more_below import MoreBelow
from decision_aid.gui.overlay import Overlay
from decision_aid.workspace.snapshot import Snapshot

HELP = N_("Need help now?")


class CrisisCard(Overlay):
    """The crisis contacts over everything else; Escape or "Close" closes it.

    Args:
        window: What it covers: the window, or a dialog over it.
        crisis: The contacts.
    """

    def __init__(self, window: QWidget, crisis: Crisis) -> None:
        super().__init__(window, _(HELP))
        close = safe.button(_("Close"), "primary", name=_("Close help"))
        self.entry = close
        close.clicked.connect(self.shut)
        self._contacts = CrisisContacts(crisis)
        self.card.add(safe.label(crisis.text, "lead"), self._contacts)
        self.card.body.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.add_foot(MoreBelow(self._scroll.verticalScrollBar()))

    def present(self, snapshot: Snapshot) -> None:
        """Show the clinic's own numbers, too, where it gives any."""
        self._contacts.present(snapshot)

    def open(self) -> None:
        """Show it from its top; where "Close" is not in sight then, the numbers come first."""
        super().open()
        if not self.is_whole:
            self.read_from_top()
