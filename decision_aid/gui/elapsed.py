"""How long this visit has gone on in this window, for the provider to glance at."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel

from decision_aid.base.language import ngettext
from decision_aid.base.locale_words import number_words

_MINUTE: Final = 60


class Elapsed(QLabel):
    """The whole minutes so far; nothing in the first one. It wakes up only while it is seen.

    Args:
        seconds: How long it has been, in seconds.
    """

    def __init__(self, seconds: Callable[[], float]) -> None:
        super().__init__()
        self._seconds = seconds
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "small")
        self.setIndent(8)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def is_awake(self) -> bool:
        """Whether it will look again by itself."""
        return self._timer.isActive()

    def look(self) -> None:
        """Show how long it has been, and look again when the next minute is full."""
        seconds = self._seconds()
        self.setText(minutes_words(int(seconds // _MINUTE)))
        if self.isVisible():
            self._timer.start(round((_MINUTE - seconds % _MINUTE) * 1000) + 1)

    def sizeHint(self) -> QSize:
        """No room while it says nothing, as where it stands below what is beside it else."""
        return super().sizeHint() if self.text() else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """As above."""
        return super().minimumSizeHint() if self.text() else QSize(0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Look, and go on looking."""
        super().showEvent(event)
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let it rest."""
        super().hideEvent(event)
        self._timer.stop()


def minutes_words(minutes: int) -> str:
    """How long it has been: "12 minutes so far"; "" in the first minute."""
    if minutes < 1:
        return ""
    text = ngettext("{minutes} minute so far", "{minutes} minutes so far", minutes)
    return text.format(minutes=number_words(minutes))
