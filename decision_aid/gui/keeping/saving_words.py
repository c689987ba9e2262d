"""What the bar at the bottom says about the session in the window. No Qt in it."""

from typing import TYPE_CHECKING, Final

from decision_aid.base.language import N_, _

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import State

NOT_KEPT: Final = N_("This session is not kept: closing clears it.")
SAVING: Final = N_("Saving…")
SAVED_AGAIN: Final = N_("Everything said so far is saved now.")
UNSURE: Final = N_("Not saved yet. Trying again…")


def bar_sentence(state: "State") -> str:
    """What is kept of what is said in the window, as short as it can be."""
    at = state.saved_at
    match state.saving:
        case "saved":
            return _("Kept. Saved {time}.").format(time=at) if at else _("Kept.")
        case "saving":
            return _(SAVING)
        case "unsure":
            return _(UNSURE)
        case "failed":
            if not at:
                return _("Not saved. Trying again.")
            return _("Not saved since {time}. Trying again.").format(time=at)
    return _(NOT_KEPT)
