"""What Welcome says of keeping the session, below its label; only where there is a store."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.page_stack import PageStack
from decision_aid.gui.pages.welcome import WelcomePage
from decision_aid.gui.widgets.row_or_column import RowOrColumn

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping, State
    from decision_aid.gui.window import Window

KEEP: Final = N_("Keep this session")
NOT_KEPT: Final = N_("This session is not kept: closing clears it.")
STOP: Final = N_("Stop keeping (delete it here)…")
SAVING: Final = N_("This session is kept, sealed, on this computer. Saving …")
UNSURE: Final = N_(
    "This session is kept. Whether the last change was written is not known yet; it is being "
    "looked at."
)
FAILED: Final = N_(
    "This session is kept, but the last change could not be saved. It is still in this window. "
    "Keep the window open."
)


def attend_welcome(window: "Window", keeping: "Keeping", keep: Callable[[], None]) -> None:
    """Have Welcome say it, now and whenever that page is made anew.

    Args:
        window: Where Welcome is.
        keeping: The kept sessions.
        keep: Begins to keep the session.
    """

    def attend() -> None:
        page = window.page
        if isinstance(page, WelcomePage) and keeping.state.place != "none":
            page.show_keeping(lambda: WelcomeRow(window, keeping, keep))
            page.say_kept(kept=keeping.state.kept is not None)

    stack = window.findChild(PageStack)
    if stack is not None:
        stack.currentChanged.connect(attend)
    keeping.changed.connect(attend)
    attend()


class WelcomeRow(QWidget):
    """Whether the session is kept, and the button that changes it.

    Args:
        window: Where it is.
        keeping: The kept sessions.
        keep: Begins to keep the session.
    """

    def __init__(self, window: "Window", keeping: "Keeping", keep: Callable[[], None]) -> None:
        super().__init__()
        self._over, self._keeping = window, keeping
        self._said = safe.label("")
        self._keep, self._stop = safe.button(_(KEEP)), safe.button(_(STOP))
        self._keep.clicked.connect(keep)
        self._stop.clicked.connect(self._ask_to_stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._said)
        buttons = RowOrColumn(gap=12)
        buttons.addWidget(self._keep)
        buttons.addWidget(self._stop)
        column.addLayout(buttons)
        keeping.changed.connect(self._present)
        self._present()

    def _present(self) -> None:
        if not isValid(self):
            return
        state = self._keeping.state
        self._said.setText(said_of(state))
        kept = state.kept is not None
        had = self._keep.hasFocus() or self._stop.hasFocus()
        self._keep.setVisible(not kept)
        self._stop.setVisible(kept)
        if had:  # the keyboard goes to what comes where it was
            (self._stop if kept else self._keep).setFocus()

    def _ask_to_stop(self) -> None:
        from decision_aid.gui.keeping.stopping import ask_to_stop  # noqa: PLC0415 - wanted by few

        ask_to_stop(self._over, self._keeping)


def said_of(state: "State") -> str:
    """How it stands with the session in the window, in a sentence."""
    if state.kept is None:
        return _(NOT_KEPT)
    if state.saving == "saved":
        kept = _("This session is kept, sealed, on this computer.")
        if not state.saved_at:
            return kept
        return f"{kept} {_('Saved at {time}.').format(time=state.saved_at)}"
    return {"unsure": _(UNSURE), "failed": _(FAILED)}.get(state.saving, _(SAVING))
