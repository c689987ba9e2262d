"""A desk with kept sessions that are unlocked, and a window with kept sessions in memory."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.app import Visit
from decision_aid.gui.keeping.places import Places
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver
from tests.gui.keeping.doors import MemoryDoor
from tests.gui.keeping.kept_window import KeptWindow
from tests.gui.keeping.own_store import Desk, make_store
from tests.gui.sessions import real_pack, visit_session


@pytest.fixture
def desk(open_window: Callable[[Pack, Session], Driver], tmp_path: Path) -> Iterator[Desk]:
    make_store(tmp_path / "store")
    made = Desk(open_window(a_pack(), a_session()), tmp_path / "store")
    yield made
    assert made.keeping.end()


@pytest.fixture
def kept_window(qtbot: QtBot, tmp_path: Path) -> Iterator[KeptWindow]:
    door = MemoryDoor()
    visit = Visit(real_pack(), visit_session(), Places(tmp_path / "data", tmp_path / "state"), door)
    driver = Driver(qtbot, visit.window)
    driver.visit = visit
    qtbot.addWidget(visit.window)
    visit.window.show()
    driver.settle()
    yield KeptWindow(driver, door, qtbot)
    door.gate.set()
    assert visit.kept.keeping.end()
