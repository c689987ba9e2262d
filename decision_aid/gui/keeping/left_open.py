"""Offering the session that was open when the program ended without closing it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.keeping.end_buttons import end_buttons
from decision_aid.gui.keeping.kept_words import short_name
from decision_aid.gui.keeping.opening_kept import open_kept_session
from decision_aid.gui.overlay import Overlay

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import Listed, SessionId, SessionStore

TITLE: Final = N_("Go on with the session that was open?")
WHY: Final = N_(
    "The program ended without closing it. All that was saved of it is there. If not now, you find "
    "it among the earlier sessions."
)
GO_ON: Final = N_("Go on with it")
NOT_NOW: Final = N_("Not now")


def offer_left_open(window: "Window", keeping: "Keeping", then: Callable[[], None]) -> None:
    """Offer it, where there is one; else go on.

    Args:
        window: What the card covers.
        keeping: The kept sessions, open.
        then: Called unless it is taken.
    """

    def offer(left: "Listed | None") -> None:
        if keeping.state.place != "open":  # locked meanwhile
            return
        if left is None:
            then()
        else:
            LeftOpen(window, keeping, left, then).open()

    def leave(sentence: str) -> None:
        keeping.told.emit(sentence)
        then()

    kept = keeping.state.kept
    keeping.do(lambda store: _left_open(store, kept), offer, leave)


class LeftOpen(Overlay):
    """Asks once; what is not taken now is offered no more.

    Args:
        window: What it covers.
        keeping: The kept sessions, open.
        left: Which.
        then: Called unless it is taken.
    """

    def __init__(
        self, window: "Window", keeping: "Keeping", left: "Listed", then: Callable[[], None]
    ) -> None:
        super().__init__(window, _(TITLE))
        self._over, self._keeping, self._left, self._then = window, keeping, left, then
        go_on, not_now = safe.button(_(GO_ON), "primary"), safe.button(_(NOT_NOW))
        go_on.clicked.connect(self._take)
        not_now.clicked.connect(self.dismiss)
        which = safe.label(safe.breakable(short_name(left)), "strong")
        self.card.add(which, safe.label(_(WHY)), end_buttons(not_now, go_on))

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def dismiss(self) -> None:
        """Uncover the window and go on with what was wanted."""
        self.shut()
        self._keeping.do(lambda store: store.set_at_work(None), lambda _none: None)
        self._then()

    def _take(self) -> None:
        self.shut()
        open_kept_session(self._over, self._keeping, self._left.id)


def _left_open(store: "SessionStore", kept: "SessionId | None") -> "Listed | None":
    which = store.at_work()
    if which in (None, kept):
        return None
    left = next((one for one in store.listed() if one.id == which), None)
    if left is not None:
        store.record("viewed_list")  # its label is about to be seen
    return left
