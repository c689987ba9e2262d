"""How long nobody has touched the program."""

from collections.abc import Callable
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

_TICK: Final = 1000
"""Milliseconds from one look at the clock to the next."""

_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,  # all that a window sees of a key that is a shortcut
        QEvent.Type.InputMethod,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletRelease,
        QEvent.Type.NativeGesture,
    }
)


class Idle(QObject):
    """Notes each key, press, move and touch in any window of the program.

    It listens where the system hands events to a window, and where an input method hands text to
    what is typed in. A filter on the whole application would see every drawing and layout, too:
    75,000 of them on the first way through all pages, which would take a quarter longer.

    Args:
        clock: Seconds from some moment on; they never go back.
        parent: Its parent.

    Attributes:
        ticked: Emitted about each second with the seconds since the last tick: many after the
            computer slept.
        touched: Emitted with each input.
    """

    ticked = Signal(float)
    touched = Signal()

    def __init__(self, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = self._looked = clock()
        self._typed_in: QObject | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._listen)
            application.focusObjectChanged.connect(self._listen_to_typing)
        self._listen()
        self._listen_to_typing(QGuiApplication.focusObject())
        self._timer.start(_TICK)

    @property
    def away(self) -> float:
        """Seconds since somebody touched the program."""
        return self._clock() - self._last

    def note(self) -> None:
        """Somebody is here."""
        self._last = self._clock()

    def look(self) -> None:
        """Look at the clock, as is done each second."""
        self._listen()
        now = self._clock()
        since, self._looked = now - self._looked, now
        self.ticked.emit(since)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note input; it goes on to where it was going."""
        if event.type() in _INPUT:
            self.note()
            self.touched.emit()
        return super().eventFilter(watched, event)

    def _listen(self) -> None:
        """Listen to every window there is; a menu or a dialog is one, too."""
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)

    def _listen_to_typing(self, typed_in: QObject | None) -> None:
        """Listen to what text goes to that an input method makes of keys: no window sees those."""
        before, self._typed_in = self._typed_in, typed_in
        if before is not None and shiboken6.isValid(before):
            before.removeEventFilter(self)
        if typed_in is not None:
            typed_in.installEventFilter(self)
