"""A lock whose clock stands still until a test moves it."""

from decision_aid.gui.app import fresh_session
from decision_aid.gui.keeping.lock import Lock
from decision_aid.gui.keeping.lock_card import LockScreen
from decision_aid.gui.keeping.warning_card import WarningCard
from decision_aid.gui.overlay import Overlay
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from tests.gui.driver import Driver
from tests.gui.keeping.doors import PASSPHRASE
from tests.gui.keeping.kept_window import KeptWindow

SECRET = "Passphrase or recovery code"  # noqa: S105 - the name of a line to type in


class Watched:
    """A person at a window that locks; nothing waits for time."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.seconds = 1e6
        pack = driver.snapshot.pack
        self.lock = Lock(driver.window, lambda: fresh_session(pack), lambda: self.seconds)

    def leave(self, seconds: int) -> None:
        """Nobody touches it for so long, second by second."""
        for _ in range(seconds):
            self.sleep(1)

    def sleep(self, seconds: float) -> None:
        """The computer sleeps: the next tick comes late by so much."""
        self.seconds += seconds
        self.lock.idle.look()
        self.driver.settle()

    def touch(self, key: Qt.Key = Qt.Key.Key_Shift) -> None:
        """Press a key as the system hands it to the window."""
        QTest.keyClick(self.driver.window.windowHandle(), key)
        self.driver.settle()

    def warning(self) -> WarningCard | None:
        cards = self.driver.window.findChildren(WarningCard)
        return next((one for one in cards if one.is_open), None)

    def step(self) -> str:
        return self.driver.window.step

    @property
    def screen(self) -> LockScreen:
        (screen,) = (one for one in self.driver.window.findChildren(LockScreen) if one.is_open)
        return screen

    def cards(self) -> list[str]:
        """The headings of the cards that are open, the lowest first."""
        overlays = self.driver.root.findChildren(Overlay)
        return [one.heading.text() for one in overlays if one.is_open]


class KeptWatched(Watched):
    """The same over kept sessions in memory."""

    def __init__(self, kept_window: KeptWindow) -> None:
        super().__init__(kept_window.driver)
        self.kept_window = kept_window

    def let_lock(self) -> None:
        """Let everything be saved and closed, until a passphrase can be typed."""
        self.kept_window.until(lambda: self.driver.has(SECRET))
        self.driver.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def lock_now(self) -> None:
        self.lock.now()
        self.let_lock()

    def unlock(self, secret: str = PASSPHRASE) -> None:
        self.driver.type(SECRET, secret, enter=True)
        self.kept_window.until(lambda: not self.lock.is_locked)
        self.driver.settle()
