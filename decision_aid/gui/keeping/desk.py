"""The one way from the window to the cards about kept sessions."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from decision_aid.base.language import N_, _
from decision_aid.gui.keeping.welcome_row import attend_welcome
from decision_aid.gui.overlay import Overlay

if TYPE_CHECKING:
    from decision_aid.gui.keeping.before_list import BeforeList
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.opening import News

SET_UP: Final = N_("Keeping is set up. To keep this session, press “Keep this session” at Welcome.")

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
        self._before_list: BeforeList | None = None
        attend_welcome(window, keeping, self.keep_this)

    def open_kept(self) -> None:
        """Show the kept sessions, or what can be done where none are."""
        if self._keeping.state.place == "none":
            self._nothing_kept().open()
        else:
            self._when_open(self._come_to_list, named=True)

    def keep_this(self) -> None:
        """Keep the session in the window from now on."""
        if self._keeping.state.place == "none":
            self.set_up(self._keeping.keep)
        else:
            self._when_open(self._keeping.keep)

    def set_up(self, then: Callable[[], None] | None = None) -> None:
        """Set up a place for kept sessions.

        Args:
            then: Called when it is set up; where there is nothing else, it is said what to do next.
        """
        from decision_aid.gui.keeping.set_up import SetUp  # noqa: PLC0415 - see above

        self._keeping.prepare()
        SetUp(self._window, self._keeping, then or self._tell_set_up).open()

    def _tell_set_up(self) -> None:
        self._window.tell(_(SET_UP))

    def _when_open(self, then: Callable[[], None], *, named: bool = False) -> None:
        """Go on, after unlocking where they are shut.

        Args:
            then: What is wanted.
            named: Whether sessions may be named on the way.
        """
        from decision_aid.gui.keeping.unlock_card import UnlockCard  # noqa: PLC0415 - see above

        if self._keeping.state.place == "open":
            then()
        else:
            go_on = partial(self._after_unlocking, then, named)
            UnlockCard(self._window, self._keeping, go_on).open()

    def _after_unlocking(
        self,
        then: Callable[[], None],
        named: bool,  # noqa: FBT001 - what is wanted, as `_when_open` was told
        news: "tuple[News, ...]",
    ) -> None:
        from decision_aid.gui.keeping.after_unlocking import after_unlocking  # noqa: PLC0415

        after_unlocking(self._window, self._keeping, news, then, named=named)

    def _come_to_list(self) -> None:
        from decision_aid.gui.keeping.before_list import BeforeList  # noqa: PLC0415 - see above

        if self._before_list is None:
            self._before_list = BeforeList(self._window, self._keeping)
        self._before_list.then(self._open_list)

    def _open_list(self) -> None:
        from decision_aid.gui.keeping.kept_list import KeptList  # noqa: PLC0415 - see above

        KeptList(self._window, self._keeping).open()

    def _nothing_kept(self) -> Overlay:
        from decision_aid.gui.keeping.nothing_kept import NothingKept  # noqa: PLC0415 - see above

        return NothingKept(self._window, self.set_up)
