"""The card that says in good time that the program is about to lock, and what that means."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.theme import dress, load_theme, worn
from decision_aid.gui.widgets.flow import Flow

TITLE: Final = "Are you still here?"
STAY: Final = "Stay"
LONGER: Final = "15 minutes for this visit"
STAYS: Final = "It stays open."
SPOKEN: Final = (60, 20, 10, 5)
"""Seconds left at which those who hear the screen are told; each second would be a torment."""
_LEAST_PERCENT: Final = 160
"""Size of its text: body text of 26 px is read from 1.5 m."""


class WarningCard(Overlay):
    """Counts down in words until it is shut.

    Any input stops the countdown. The card itself goes by a press, for one who moves the pointer
    towards "15 minutes for this visit" must find it still there.

    Args:
        window: What it covers: the window, or a dialog over it.
        happens: What happens when the time is up, as in "The program locks".
        means: What that means for what was said.
        longer: Whether more time can be had for this visit.

    Attributes:
        stayed: Emitted when they are here.
        more_wanted: Emitted when they want more time for this visit.
    """

    stayed = Signal()
    more_wanted = Signal()

    def __init__(self, window: QWidget, happens: str, means: str, *, longer: bool) -> None:
        super().__init__(window, TITLE)
        self._happens, self._means = happens, means
        self._told: set[int] = set()
        self._left = safe.label("", "title")
        self._stay = safe.button(STAY, "primary")
        self._stay.clicked.connect(self.stayed)
        buttons = Flow(gap=12)
        buttons.addWidget(self._stay)
        if longer:
            more = safe.button(LONGER)
            more.clicked.connect(self.more_wanted)
            buttons.addWidget(more)
        self.entry = self._stay
        self.card.body.setSpacing(16)
        self.card.add(self._left, safe.label(means), buttons)
        theme = worn()
        dress(self, load_theme(theme.name, max(theme.percent, _LEAST_PERCENT)))

    def count(self, left: float) -> None:
        """Show how many seconds are left, and say it aloud now and then."""
        seconds = max(0, round(left))
        due = [one for one in SPOKEN if seconds <= one and one not in self._told]
        sentence = f"{self._happens} in {seconds} second{'' if seconds == 1 else 's'}."
        self._left.setText(sentence)
        if due:
            means = "" if self._told else f" {self._means}"
            self._told.update(due)
            self._left.setAccessibleName(sentence)
            announce(self, f"{sentence}{means}")

    def stop(self) -> None:
        """Somebody is here: count no more."""
        self._told.clear()
        self._left.setText(STAYS)
        self._left.setAccessibleName(STAYS)

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card is "Stay", too."""
        super().mousePressEvent(event)
        self.stayed.emit()
