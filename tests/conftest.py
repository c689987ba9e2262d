"""What every test stands on: a screen that is not there, and a way to open the window on it."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from xdist.scheduler import WorkStealingScheduling  # type: ignore[import-untyped]  # as below

from tests import no_network
from tests.full_form import IS_FULL

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# As wherever the program is installed: what is compiled once is not compiled in each process anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

if TYPE_CHECKING:
    from decision_aid.domain.pack import Pack
    from decision_aid.domain.session import Session
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot
    from xdist.remote import Producer  # type: ignore[import-untyped]  # it ships no types

    from tests.gui.driver import Driver


no_network.watch()


def pytest_configure(config: pytest.Config) -> None:
    """One thread for the sums of each process: they are small, and more would only wait.

    Nothing is collected while the tests are: what is imported stays, see `_rest_what_is_loaded`.
    """
    gc.disable()
    if not config.getoption("benchmark_enable"):
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(
    config: pytest.Config, log: "Producer"
) -> WorkStealingScheduling | None:
    """Each process takes a stretch of files: what they share is then made in one process only."""
    usual = config.getoption("dist") == "load"
    return WorkStealingScheduling(config, log) if usual else None


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """A test during which anything reached for a network fails, even if nobody noticed."""
    yield
    tried = no_network.USED.copy()
    no_network.USED.clear()
    assert not tried, f"a socket was used: {', '.join(tried)}"


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing a test keeps comes near the folders of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(autouse=True)
def _collect_on_this_thread() -> Iterator[None]:
    """As the program does: a PDF made on another thread must not end what belongs to Qt."""
    gc.disable()
    yield
    gc.collect(0)


@pytest.fixture(autouse=True, scope="module")
def _rest_what_is_loaded() -> None:
    """As the program does before its window: what is there need not be looked through again."""
    gc.freeze()


@pytest.fixture
def undressed(qapp: "QApplication", request: pytest.FixtureRequest) -> Iterator[None]:
    """For tests that ask nothing about looks: the style sheet stays off, save in the full form.

    It takes a third of the time in which a page is made. One among them that does ask is `dressed`.
    """
    from decision_aid.gui.theme import load_theme  # noqa: PLC0415 - most tests need no window

    from tests.gui.driver import UNDRESSED, wear_theme  # noqa: PLC0415 - most tests need no window

    qapp.setProperty(UNDRESSED, not IS_FULL and "dressed" not in request.fixturenames)
    wear_theme(load_theme())
    yield
    qapp.setProperty(UNDRESSED, False)  # noqa: FBT003 - a property's value
    wear_theme(load_theme())


@pytest.fixture
def dressed() -> None:
    """For a test of sizes, places, colors or pictures in a file whose other tests are undressed."""


@pytest.fixture
def _usual_look(qapp: "QApplication") -> Iterator[None]:  # noqa: ARG001 - a theme needs one
    """The light theme before a test; and after it, when no window is left that it would dress."""
    from decision_aid.gui.theme import load_theme  # noqa: PLC0415 - most tests need no window

    from tests.gui.driver import wear_theme  # noqa: PLC0415 - most tests need no window

    wear_theme(load_theme())
    yield
    wear_theme(load_theme())


@pytest.fixture
def open_window(_usual_look: None, qtbot: "QtBot") -> "Iterator[Callable[[Pack, Session], Driver]]":
    """Open the window on a pack and a session; gives the driver of it."""
    from decision_aid.gui.file_dialog import forget_folder  # noqa: PLC0415 - most tests need no window

    from tests.gui.driver import Driver  # noqa: PLC0415 - most tests need no window

    yield lambda pack, session: Driver.of(qtbot, pack, session)
    forget_folder()
