"""The card that says in good time that the program is about to lock, and what that means."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.keeping.end_buttons import end_buttons
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.theme import dress, load_theme, worn

TITLE: Final = N_("Are you still here?")
STAY: Final = N_("Stay")
LONGER: Final = N_("15 minutes for this visit")
STAYS: Final = N_("It stays open.")
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
        means: What it means for what was said that the time is up.
        clears: Whether what was said is cleared then, and not only locked.
        longer: Whether more time can be had for this visit.

    Attributes:
        stayed: Emitted when they are here.
        more_wanted: Emitted when they want more time for this visit.
    """

    stayed = Signal()
    more_wanted = Signal()

    def __init__(self, window: QWidget, means: str, *, clears: bool, longer: bool) -> None:
        super().__init__(window, _(TITLE))
        self._means, self._clears = means, clears
        self._told: set[int] = set()
        self._left, self._what = safe.label("", "title"), safe.label(means)
        self._stay = safe.button(_(STAY), "primary")
        self._stay.clicked.connect(self.stayed)
        more = safe.button(_(LONGER))
        more.clicked.connect(self.more_wanted)
        buttons = end_buttons(*((more, self._stay) if longer else (self._stay,)))
        self.entry = self._stay
        self.card.body.setSpacing(16)
        self.card.add(self._left, self._what, buttons)
        theme = worn()
        dress(self, load_theme(theme.name, max(theme.percent, _LEAST_PERCENT)))

    def count(self, left: float) -> None:
        """Show how many seconds are left, and say it aloud now and then."""
        seconds = max(0, round(left))
        due = [one for one in SPOKEN if seconds <= one and one not in self._told]
        sentence = happens_in(seconds, clears=self._clears)
        self._left.setText(sentence)
        self._what.show()
        if due:
            means = "" if self._told else f" {self._means}"
            self._told.update(due)
            self._left.setAccessibleName(sentence)
            announce(self, f"{sentence}{means}")

    def stop(self) -> None:
        """Somebody is here: count no more."""
        self._told.clear()
        self._what.hide()
        self._left.setText(_(STAYS))
        self._left.setAccessibleName(_(STAYS))

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card is "Stay", too."""
        super().mousePressEvent(event)
        self.stayed.emit()


def happens_in(seconds: int, *, clears: bool) -> str:
    """What happens when the time is up.

    Args:
        seconds: How long that is.
        clears: Whether what was said is cleared then, and not only locked.
    """
    if clears:
        said = ngettext(
            "Everything said here is cleared in {seconds} second.",
            "Everything said here is cleared in {seconds} seconds.",
            seconds,
        )
    else:
        said = ngettext(
            "The program locks in {seconds} second.",
            "The program locks in {seconds} seconds.",
            seconds,
        )
    return said.format(seconds=number_words(seconds))
