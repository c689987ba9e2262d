"""The one way from the window to the cards about kept sessions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from decision_aid.gui.keeping.welcome_row import attend_welcome
from decision_aid.gui.overlay import Overlay

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.opening import News

# Each card is loaded when it is first wanted.


class Desk:
    """Opens what is asked for, by way of setting up or unlocking where that comes first.

    From when it is made, Welcome shows how it stands with keeping the session, where there is a
    store.

    Args:
        window: What the cards cover.
        keeping: The kept sessions.
    """

    def __init__(self, window: "Window", keeping: "Keeping") -> None:
        self._window, self._keeping = window, keeping
        attend_welcome(window, keeping, self.keep_this)

    def open_kept(self) -> None:
        """Show the kept sessions, or what can be done where none are."""
        if self._keeping.state.place == "none":
            self._open(self._nothing_kept())
        else:
            self._when_open(self._open_list)

    def keep_this(self) -> None:
        """Keep the session in the window from now on."""
        if self._keeping.state.place == "none":
            self.set_up(self._keeping.keep)
        else:
            self._when_open(self._keeping.keep)

    def set_up(self, then: Callable[[], None] = lambda: None) -> None:
        """Set up a place for kept sessions.

        Args:
            then: Called when it is set up.
        """
        from decision_aid.gui.keeping.set_up import SetUp  # noqa: PLC0415 - see above

        self._keeping.prepare()
        self._open(SetUp(self._window, self._keeping, then))

    def _when_open(self, then: Callable[[], None]) -> None:
        """Go on, after unlocking where they are shut."""
        from decision_aid.gui.keeping.unlock_card import UnlockCard  # noqa: PLC0415 - see above

        if self._keeping.state.place == "open":
            then()
        else:
            unlocked = lambda news: self._after_unlocking(news, then)  # noqa: E731 - one line
            self._open(UnlockCard(self._window, self._keeping, unlocked))

    def _after_unlocking(self, news: "tuple[News, ...]", then: Callable[[], None]) -> None:
        from decision_aid.gui.keeping.after_unlocking import after_unlocking  # noqa: PLC0415

        after_unlocking(self._window, self._keeping, news, then)

    def _open_list(self) -> None:
        from decision_aid.gui.keeping.kept_list import KeptList  # noqa: PLC0415 - see above

        self._open(KeptList(self._window, self._keeping))

    def _nothing_kept(self) -> Overlay:
        from decision_aid.gui.keeping.nothing_kept import NothingKept  # noqa: PLC0415 - see above

        return NothingKept(self._window, self.set_up)

    def _open(self, card: Overlay) -> None:
        """Open a card, unless one of its kind is open already."""
        kind = type(card)
        if any(one.is_open for one in self._window.findChildren(kind)):
            card.deleteLater()
        else:
            card.open()
