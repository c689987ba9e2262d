"""What lies over the window while something is waited for that no word may come into any more."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from shiboken6 import isValid

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.overlay import Overlay

if TYPE_CHECKING:
    from decision_aid.gui.window import Window

TITLE: Final = N_("One moment")
WHY: Final = N_("This takes a little longer than usual.")
AFTER: Final = 300
"""Milliseconds after which it is seen: what takes less would only flash."""


class Moment(Overlay):
    """Takes the keyboard and every press at once; it is seen when it takes a while.

    Args:
        window: What it covers.
        hides: Whether what it covers is hidden from the first moment on.
    """

    def __init__(self, window: "Window", *, hides: bool = False) -> None:
        super().__init__(window, _(TITLE), full=hides, closable=False)
        self._is_seen = hides
        self.entry = self  # its heading is not there yet
        self.card.add(safe.label(_(WHY)))
        self.card.hide()
        self._later = QTimer(self, singleShot=True, interval=AFTER)
        self._later.timeout.connect(self._come)

    def open(self) -> None:
        """Cover the window; whatever was being typed ends as when its line is left."""
        super().open()
        self._later.start()

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing until it is seen."""
        if self._is_seen:
            super().paintEvent(event)

    def _come(self) -> None:
        self._is_seen = True
        self.card.show()
        self.heading.setFocus()
        self.update()


def under_cover(
    window: "Window", wait: Callable[[Callable[[], None]], object], then: Callable[[], None]
) -> None:
    """Wait for something with the window covered, and go on with it uncovered.

    Args:
        window: What is covered.
        wait: Called with what goes on; where it is dropped, whoever drops it shuts the cover.
        then: What comes next.
    """
    cover = Moment(window)

    def go_on() -> None:
        if isValid(cover):  # else it was locked meanwhile
            cover.shut()
        then()

    cover.open()
    wait(go_on)
