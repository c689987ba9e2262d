"""Putting a kept session in the window."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import SessionId

ASKS: Final = "Open a kept session?"


def open_kept_session(window: "Window", keeping: "Keeping", which: "SessionId") -> None:
    """Carry on with it; asks first where something said here would be lost.

    Args:
        window: Where.
        keeping: The kept sessions, open.
        which: Which.
    """
    window.leaving.before_clearing(ASKS, lambda: keeping.carry_on(which))
