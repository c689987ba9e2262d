"""Putting a kept session in the window."""

from functools import partial
from typing import TYPE_CHECKING, Final

from decision_aid.base.language import N_, _
from decision_aid.gui.keeping.moment import under_cover

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import SessionId

ASKS: Final = N_("Open a kept session?")


def open_kept_session(window: "Window", keeping: "Keeping", which: "SessionId") -> None:
    """Carry on with it; asks first where something said here would be lost.

    Nothing can be typed into what is there while the other one is read.

    Args:
        window: Where.
        keeping: The kept sessions, open.
        which: Which.
    """

    def carry_on() -> None:
        under_cover(window, partial(keeping.carry_on, which), lambda: None)

    window.leaving.before_clearing(_(ASKS), carry_on)
