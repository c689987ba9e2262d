"""The card that comes when one locks what is kept nowhere."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.keeping.end_buttons import end_buttons
from decision_aid.gui.overlay import Overlay

TITLE: Final = N_("Lock, and clear what was said?")
WHAT: Final = N_(
    "It is covered now, so nobody sees it. It is not kept: locking clears all of it, and it cannot "
    "be brought back."
)
TO_KEEP: Final = N_("To keep it, go back, and save the summary as a PDF.")
TO_KEEP_BESIDE_STORE: Final = N_(
    "To keep it, go back, and save the summary as a PDF, or ask your provider to press “Keep this "
    "session” at Welcome."
)
BACK: Final = N_("Go back")
KEEP: Final = N_("Keep this session, then lock")
CLEAR: Final = N_("Clear it")


class LeavingCard(Overlay):
    """Hides everything at once; nothing is lost by one key pressed by mistake.

    Args:
        window: What it covers.
        has_store: Whether there are kept sessions, locked or not.
        can_keep: Whether the kept sessions are unlocked, so that this one can be kept.

    Attributes:
        keep_wanted: Emitted when it is to be kept.
        clear_wanted: Emitted when it is to be cleared.
    """

    keep_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, window: QWidget, *, has_store: bool, can_keep: bool) -> None:
        super().__init__(window, _(TITLE), full=True)
        back, keep, clear = (
            safe.button(_(BACK), "primary"),
            safe.button(_(KEEP)),
            safe.button(_(CLEAR)),
        )
        back.clicked.connect(self.shut)
        keep.clicked.connect(self.keep_wanted)
        clear.clicked.connect(self.clear_wanted)
        row = end_buttons(*((clear, keep, back) if can_keep else (clear, back)))
        self.entry = back
        self.card.add(safe.label(_(WHAT)))
        if not can_keep:
            self.card.add(safe.label(_(TO_KEEP_BESIDE_STORE) if has_store else _(TO_KEEP)))
        self.card.body.addSpacing(8)
        self.card.add(row)

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()
