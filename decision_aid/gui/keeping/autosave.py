"""When the session in the window is saved."""

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

SOON: Final = 250
"""Milliseconds without a further change after which it is saved."""
LATEST: Final = 1000
"""Milliseconds after a change in which it is saved whatever comes."""


class Autosave(QObject):
    """Tells when it is time to save.

    Attributes:
        due: Emitted when something that was noted is to be saved now.
    """

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._soon, self._latest = (self._timer(one) for one in (SOON, LATEST))

    @property
    def is_waiting(self) -> bool:
        """Whether something was noted that is not due yet."""
        return self._latest.isActive()

    def note(self) -> None:
        """Something was changed."""
        self._soon.start()
        if not self.is_waiting:
            self._latest.start()

    def now(self) -> None:
        """What was noted is not to wait."""
        if self.is_waiting:
            self._tell()

    def rest(self) -> None:
        """There is nothing to save any more."""
        self._soon.stop()
        self._latest.stop()

    def _tell(self) -> None:
        self.rest()
        self.due.emit()

    def _timer(self, milliseconds: int) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setTimerType(Qt.TimerType.PreciseTimer)
        made.setInterval(milliseconds)
        made.timeout.connect(self._tell)
        return made
