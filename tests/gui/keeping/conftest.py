"""A desk with kept sessions that are unlocked, and a window with kept sessions in memory."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.app import Visit
from decision_aid.gui.keeping.places import Places
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.theme import load_theme
from decision_aid.store.api import SlotId
from decision_aid.store.folder import STORE
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.driver import UNDRESSED, Driver, wear_theme
from tests.gui.heard import faults, heard
from tests.gui.keeping.doors import MemoryDoor
from tests.gui.keeping.kept_screens import OpenScreens, RealDoor, Screens, back_up, fill
from tests.gui.keeping.kept_window import KeptWindow
from tests.gui.keeping.own_store import Desk, founding, make_store
from tests.store.derived_once import derived_once  # noqa: F401 - a fixture

OpenWindow = Callable[[Pack, Session], Driver]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """A card still open when its test has passed must tell all there is to it."""
    done = yield
    application = QApplication.instance()
    dressed = isinstance(application, QApplication) and application.styleSheet()
    # A card left open has to be large enough, too: the test that leaves it cannot be undressed.
    told = dressed or (application and application.property(UNDRESSED))
    tops = QApplication.topLevelWidgets() if told else []
    cards = [one for top in tops for one in top.findChildren(Overlay) if one.isVisible()]
    wrong = [fault for one in cards for fault in faults(heard(one))]
    assert not wrong, "\n".join(wrong)
    return done


@pytest.fixture
def desk(open_window: OpenWindow, tmp_path: Path) -> Iterator[Desk]:
    yield from _desk(open_window, tmp_path, founding()[0].slot.id)


@pytest.fixture
def desk_by_code(open_window: OpenWindow, tmp_path: Path) -> Iterator[Desk]:
    yield from _desk(open_window, tmp_path, founding()[0].recovery.id)


def _desk(open_window: OpenWindow, folder: Path, slot: SlotId) -> Iterator[Desk]:
    make_store(folder / "store")
    made = Desk(open_window(a_pack(), a_session()), folder / "store", slot)
    yield made
    assert made.keeping.end()


@pytest.fixture
def desk_with_back_up(desk: Desk) -> Desk:
    back_up(desk.folder)
    return desk


@pytest.fixture
def kept_window(qtbot: QtBot, tmp_path: Path) -> Iterator[KeptWindow]:
    wear_theme(load_theme())
    door = MemoryDoor()
    (tmp_path / STORE).touch()
    visit = Visit(a_pack(), a_session(), Places(tmp_path, tmp_path / "state"), door)
    driver = Driver(qtbot, visit.window)
    driver.visit = visit
    qtbot.addWidget(visit.window)
    visit.window.show()
    visit.look_for_store()
    driver.settle()
    yield KeptWindow(driver, door, qtbot)
    door.gate.set()
    assert visit.kept.keeping.end()


@pytest.fixture
def open_screens(qtbot: QtBot, tmp_path: Path) -> OpenScreens:
    """Open the whole program over a store with these sessions; over none where none is given."""

    def open_(
        *kept: Session, days: int | None = None, session: Session | None = None, **door: Any
    ) -> Screens:
        wear_theme(load_theme())
        folder = tmp_path / "store"
        if kept:
            fill(folder, *kept, days=days)
        made = RealDoor(folder, **door)
        visit = Visit(a_pack(), session or a_session(), Places(folder, folder), made)
        driver = Driver(qtbot, visit.window)
        driver.visit = visit
        screens = Screens(driver, made)
        qtbot.addWidget(visit.window, before_close_func=lambda _: screens.end())
        visit.window.show()
        driver.settle()
        return screens

    return open_
