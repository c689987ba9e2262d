"""Keeping the session in the window no more."""

from typing import TYPE_CHECKING

from decision_aid.gui.keeping.deleting import delete_sessions

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import Listed


def ask_to_stop(window: "Window", keeping: "Keeping") -> None:
    """Delete what is kept of the session in the window, when its user agrees.

    Args:
        window: The window.
        keeping: The kept sessions, open.
    """
    which = keeping.state.kept

    def ask(listed: "tuple[Listed, ...]") -> None:
        mine = [one for one in listed if one.id == which]
        if mine and keeping.state.place == "open":
            delete_sessions(window, keeping, mine, lambda said: window.tell(said) if said else None)

    keeping.do(lambda store: store.listed(), ask)
