"""What comes on the way to the list of kept sessions: one left open, and what is due.

Both name other people's sessions. So they come only when somebody wants to see the list, and never
when a visit is taken up again, with somebody beside the one who unlocks.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from decision_aid.gui.keeping.left_open import offer_left_open
from decision_aid.gui.keeping.retention import DueCard

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window


class BeforeList:
    """Asks once after each unlocking.

    Args:
        window: What the cards cover.
        keeping: The kept sessions.
    """

    def __init__(self, window: "Window", keeping: "Keeping") -> None:
        self._window, self._keeping = window, keeping
        self._is_asked = False
        keeping.changed.connect(self._note)

    def then(self, go_on: Callable[[], None]) -> None:
        """Ask what is to be asked, and go on, unless the session left open is taken.

        Args:
            go_on: Shows the list; the kept sessions are open.
        """
        if self._is_asked:
            go_on()
            return
        self._is_asked = True
        due = partial(DueCard.open_if_due, self._window, self._keeping, go_on)
        offer_left_open(self._window, self._keeping, due)

    def _note(self) -> None:
        if self._keeping.state.place != "open":
            self._is_asked = False
