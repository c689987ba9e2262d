"""Whether another language can be chosen now: nothing that was said may be lost by it."""

from typing import TYPE_CHECKING, Final

from decision_aid.base.language import N_, _
from decision_aid.gui.keeping.at_stake import AtStake
from decision_aid.gui.overlay import Overlay

if TYPE_CHECKING:
    from decision_aid.gui.window import Window

HALF_WRITTEN: Final = N_(
    "Something is half written in a line, and would be lost. To choose another language, finish "
    "that line or empty it first."
)


def why_not_now(window: "Window") -> str:
    """Why no other language can be chosen now, in a sentence; "" where one can.

    Pages, and the cards that allow it, are made anew in another language: what was said comes back,
    and what is only half written would not.

    Args:
        window: The window.
    """
    cards = (one for one in window.findChildren(Overlay) if one.is_open)
    first = next((one.before_language for one in cards if one.before_language), "")
    if first:
        return _(first)
    if window.leaving.when_covered is not None:  # only a passphrase; it is said that it goes
        return ""
    return _(HALF_WRITTEN) if AtStake(window).is_half_written_anywhere else ""
