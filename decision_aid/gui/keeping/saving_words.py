"""What the bar at the bottom says about the session in the window. No Qt in it."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import State

NOT_KEPT: Final = "This session is not kept: closing clears it."
SAVING: Final = "Saving…"
SAVED_AGAIN: Final = "Everything said so far is saved now."
UNSURE: Final = "Not saved yet. Trying again…"


def bar_sentence(state: "State") -> str:
    """What is kept of what is said in the window, as short as it can be."""
    match state.saving:
        case "saved":
            return f"Kept. Saved {state.saved_at}." if state.saved_at else "Kept."
        case "saving":
            return SAVING
        case "unsure":
            return UNSURE
        case "failed":
            since = f" since {state.saved_at}" if state.saved_at else ""
            return f"Not saved{since}. Trying again."
    return NOT_KEPT
