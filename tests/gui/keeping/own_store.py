"""A real store behind the window, opened with its key, so that nothing is derived to open it."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TypeVar

from decision_aid.gui.keeping.keeping import Keeping
from decision_aid.gui.keeping.places import Places
from decision_aid.gui.overlay import Overlay
from decision_aid.store.access import Access
from decision_aid.store.api import SessionStore, SlotId
from decision_aid.store.database import Database
from decision_aid.store.folder import STORE
from decision_aid.store.founding import Founding, found, new_founding
from decision_aid.store.key_cost import FLOOR
from decision_aid.store.opening import Made, Opened
from decision_aid.store.sealed_store import SealedStore
from PySide6.QtWidgets import QLineEdit

from tests.gui.driver import Driver

ME = "Dr. Rivera"
PASSPHRASE = "four words nobody joins"  # noqa: S105 - of tests
T = TypeVar("T")


@cache
def founding() -> tuple[Founding, str]:
    """Keys take their time; one test's store may have another's."""
    return new_founding(ME, PASSPHRASE, FLOOR)


class KnownDoor:
    """Opens the store with its key, as whoever's slot is given."""

    def __init__(self, folder: Path, slot: SlotId) -> None:
        self._folder, self._slot = folder, slot

    def prepare(self) -> None:
        pass

    def make(self, name: str, passphrase: str) -> Made:
        raise AssertionError(f"it is made already, not {name} {passphrase}")

    def open(self, secret: str, *, accept_older: bool) -> Opened:
        del secret, accept_older
        return Opened(store=open_store(self._folder, self._slot), news=())

    def wait_seconds(self) -> float:
        return 0.0

    def pause(self, seconds: float) -> None:
        raise AssertionError(f"nothing fails here, to wait {seconds} s for")


def open_store(folder: Path, slot: SlotId) -> SealedStore:
    return SealedStore(Access(Database(folder / STORE), founding()[0].master, slot))


def make_store(folder: Path) -> None:
    """Put a new store in a folder."""
    folder.mkdir(exist_ok=True)
    with Database(folder / STORE, create=True) as database:
        found(database, founding()[0], datetime(2026, 11, 20, 9, tzinfo=UTC))


class Desk:
    """A person at the window over an open store."""

    def __init__(self, driver: Driver, folder: Path, slot: SlotId) -> None:
        self.driver, self.folder = driver, folder
        self.open_as(slot)

    def open_as(self, slot: SlotId) -> None:
        """Unlock the store as someone."""
        places, door = Places(self.folder, self.folder / "state"), KnownDoor(self.folder, slot)
        window = self.driver.window
        self.keeping = Keeping(window.workspace, places, window, door=door)
        opened: list[object] = []
        self.keeping.unlock("", opened.append, self._fail)
        self.driver.wait_for(lambda: bool(opened))

    def lock(self) -> None:
        """Close the store."""
        assert self.keeping.end()

    def ask(self, job: Callable[[SessionStore], T]) -> T:
        """What the store answers, after all that was asked of it before."""
        came: list[T] = []
        self.keeping.do(job, came.append, self._fail)
        self.driver.wait_for(lambda: bool(came))
        self.driver.settle()
        return came[0]

    def done(self) -> None:
        """Let everything asked of the store be done, and arrive."""
        for _ in range(2):  # what arrives may ask for more
            self.ask(lambda _: True)

    def press(self, name: str) -> None:
        self.driver.press(name)
        self.done()

    def write(self, name: str, text: str) -> None:
        """Put a text in a line at once: letter by letter takes a while."""
        self.driver.focus(name)
        self.driver.find(name, QLineEdit).setText(text)

    def cards(self) -> list[str]:
        """The headings of the cards that are open."""
        overlays = self.driver.root.findChildren(Overlay)
        return [one.heading.text() for one in overlays if one.is_open]

    def _fail(self, sentence: str) -> None:
        raise AssertionError(sentence)
