"""The window, a person at it, and what is kept behind it in memory."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from decision_aid.domain.session import Session
from decision_aid.gui.keeping.keeping import Keeping, State
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.gui.driver import Driver
from tests.gui.keeping.doors import PASSPHRASE, MemoryDoor
from tests.store.memory_store import MemoryStore


@dataclass
class KeptWindow:
    """The window, a person at it, and what is kept behind it."""

    driver: Driver
    door: MemoryDoor
    qtbot: QtBot

    @property
    def store(self) -> MemoryStore:
        return self.door.store

    @property
    def keeping(self) -> Keeping:
        return self.driver.visit.kept.keeping

    @property
    def state(self) -> State:
        return self.keeping.state

    @property
    def kept(self) -> Session:
        """The one session that is kept."""
        (one,) = self.store.sessions.values()
        return one.session

    def until(self, fact: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(fact, timeout=5000)

    def done(self) -> None:
        """Let everything be saved, and everything arrive that was ordered until now."""
        came: list[object] = []
        self.keeping.settle(lambda: self.keeping.do(lambda _: 1, came.append, came.append))
        self.until(lambda: bool(came))

    def let_time_pass(self) -> None:
        """As if the time of every wait in the keeping had passed; nothing waits for it."""
        for timer in self.keeping.findChildren(QTimer):
            if timer.isActive():
                timer.stop()
                timer.timeout.emit()

    def unlock(self) -> None:
        self.keeping.unlock(PASSPHRASE, lambda _: None, pytest.fail)
        self.until(lambda: self.state.place == "open")

    def keep(self) -> None:
        """Unlock, and keep the session in the window."""
        self.unlock()
        self.keeping.keep()
        self.until(lambda: self.state.saving == "saved")
