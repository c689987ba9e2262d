"""Offering the session that was open when the program ended without closing it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from decision_aid.gui import safe
from decision_aid.gui.keeping.kept_words import short_name
from decision_aid.gui.keeping.opening_kept import open_kept_session
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.widgets.row_or_column import RowOrColumn

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import Listed, SessionStore

TITLE: Final = "Go on with the session that was open?"
WHY: Final = (
    "The program ended without closing it. All that was saved of it is there. If not now, you find "
    "it among the earlier sessions."
)
GO_ON: Final = "Go on with it"
NOT_NOW: Final = "Not now"


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
        if left is None or left.id == keeping.state.kept:
            then()
        else:
            LeftOpen(window, keeping, left, then).open()

    keeping.do(_left_open, offer)


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
        super().__init__(window, TITLE)
        self._over, self._keeping, self._left, self._then = window, keeping, left, then
        go_on, not_now = safe.button(GO_ON), safe.button(NOT_NOW)
        go_on.clicked.connect(self._take)
        not_now.clicked.connect(self.dismiss)
        buttons = RowOrColumn(gap=12)
        buttons.addWidget(go_on)
        buttons.addWidget(not_now)
        which = safe.label(safe.breakable(short_name(left)), "strong")
        self.card.add(which, safe.label(WHY), buttons)

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def dismiss(self) -> None:
        """Uncover the window and go on with what was wanted."""
        self.shut()
        self._keeping.do(lambda store: store.set_at_work(None), lambda _: None)
        self._then()

    def _take(self) -> None:
        self.shut()
        open_kept_session(self._over, self._keeping, self._left.id)


def _left_open(store: "SessionStore") -> "Listed | None":
    which = store.at_work()
    return None if which is None else next((one for one in store.listed() if one.id == which), None)
