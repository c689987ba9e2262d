"""After locking: neither what was said nor a key is found in anything that is alive."""

import gc
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.answers import Rating
from decision_aid.domain.session import Concern, Decision, NextStep, OwnPlace, Session
from decision_aid.gui.app import Visit, fresh_session
from decision_aid.gui.copied_note import copy_note
from decision_aid.gui.keeping.forgetting import collect
from decision_aid.gui.keeping.keeping import Keeping
from decision_aid.gui.keeping.kept_list import TITLE
from decision_aid.gui.keeping.places import Places
from decision_aid.gui.requests import OpenKept
from decision_aid.store.access import Access
from decision_aid.store.api import Kept, Listed
from decision_aid.store.database import Database
from decision_aid.store.folder import STORE
from decision_aid.store.founding import found, new_founding
from decision_aid.store.key_cost import FLOOR
from decision_aid.store.opening import Made, Opened, open_store, wait_seconds
from decision_aid.store.saving import Copy
from decision_aid.store.sealed_store import SealedStore
from decision_aid.store.store_keys import Keys
from decision_aid.workspace.changes.walk import SetText
from decision_aid.workspace.snapshot import Snapshot
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver
from tests.gui.keeping.live_objects import bytes_with_hash, instances, seen_texts, texts_with
from tests.gui.keeping.locking import SECRET, Watched

MARKER = "kettlewhistle"
PASSPHRASE = "eleven lanterns by the harbor"  # noqa: S105 - of a test
MASTER_LENGTH = 64
OWN = (OwnPlace(option="pill", level="so_so"), OwnPlace(option="talk", level="well"))
KINDS = (Listed, Copy, Access, SealedStore, Keys)
"""What holds a session, a label or a key."""


class FloorDoor:
    """The real way to the store, but for what it does to the whole process."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def prepare(self) -> None:
        pass

    def make(self, name: str, passphrase: str) -> Made:
        raise NotImplementedError

    def open(self, secret: str, *, accept_older: bool) -> Opened:
        return open_store(
            self._places.folder, self._places.state, secret, accept_older=accept_older
        )

    def wait_seconds(self) -> float:
        return wait_seconds(self._places.state)

    def pause(self, seconds: float) -> None:
        raise NotImplementedError


def make_store(folder: Path) -> bytes:
    """Make a store; gives the hash of its master key and lets go of the key."""
    folder.mkdir(mode=0o700)
    founding, _ = new_founding("Dr. Rivera", PASSPHRASE, FLOOR)
    with Database(folder / STORE, create=True) as database:
        found(database, founding, datetime(2026, 11, 20, 9, tzinfo=UTC))
    return sha256(founding.master).digest()


def marked_session() -> Session:
    """A visit with a marker word in every field that takes words."""
    return a_session(
        ratings=(Rating("help", 3), Rating("own_1", 2)),
        label=f"{MARKER} label",
        about=AboutYou(taking=(Taking(name=f"{MARKER} pills", dose="5 mg"),)),
        concerns=(Concern(id="own_1", text=f"{MARKER} concern", places=OWN),),
        feels_missing=f"{MARKER} missing",
        decision=Decision(kind="something_else", words=f"{MARKER} decision"),
        next_steps=(NextStep(what=f"{MARKER} step", who="me"),),
        open_questions=(f"{MARKER} question?",),
    )


ALL = 2
"""The generation in which the collector looks at everything."""


class Clinic:
    """A whole visit over a real store."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.digest = make_store(folder / "data")
        places = Places(folder / "data", folder / "state")
        gc.unfreeze()  # what is frozen is not seen, and what other tests left behind may be
        collect()
        self.others = [one for kind in (Kept, *KINDS) for one in instances(kind)]
        gc.freeze()  # as the program does before its window
        visit = Visit(a_pack(), fresh_session(a_pack()), places, FloorDoor(places))
        self.driver = Driver(qtbot, visit.window)
        self.driver.visit = visit
        qtbot.addWidget(visit.window)
        visit.window.show()
        self.driver.paint()
        self.watched = Watched(self.driver)

    @property
    def keeping(self) -> Keeping:
        return self.driver.visit.kept.keeping

    def unlock(self) -> None:
        self.keeping.unlock(PASSPHRASE, lambda _: None, pytest.fail)
        self.driver.wait_for(lambda: self.keeping.state.place == "open")

    def visit(self) -> None:
        """Be everywhere with a session that is kept, and leave something half done everywhere."""
        # The first page shows it, too.
        self.driver.window.workspace.begin(marked_session())
        self.driver.window.workspace.apply(SetText("feels_missing", f"{MARKER} missed"))
        self.keeping.keep()
        self.driver.wait_for(lambda: self.keeping.state.saving == "saved")
        self.driver.press("Patient screen")
        for step in ("About you", "Understand", "Options", "Weigh it up", "What matters"):
            self.driver.go(step)
        self.driver.type("New concern", MARKER)
        for step in ("Decide", "Summary"):
            self.driver.go(step)
        self.driver.window.workspace.undo()
        self.driver.settle()
        self.driver.window.show_about()
        self.driver.window.tell(f"{MARKER} notice")
        self.driver.window.asked.emit(OpenKept())
        listed: list[object] = []
        self.driver.wait_for(lambda: TITLE in self.watched.cards())
        self.keeping.do(lambda _: True, listed.append)
        self.driver.wait_for(lambda: bool(listed))
        copy_note(f"{MARKER} note")

    def lock(self) -> None:
        collected: list[int] = []
        gc.callbacks.append(lambda _phase, about: collected.append(about["generation"]))
        self.watched.lock.now()
        self.driver.wait_for(lambda: self.driver.has(SECRET))
        self.driver.wait_for(lambda: ALL in collected)
        gc.callbacks.pop()
        gc.unfreeze()  # the scan looks at everything


@pytest.fixture
def clinic(qtbot: QtBot, tmp_path: Path) -> Iterator[Clinic]:
    made = Clinic(qtbot, tmp_path)
    yield made
    gc.unfreeze()
    assert made.keeping.end()


def marked(kind: type[Session] | type[Snapshot]) -> list[object]:
    """Live sessions or snapshots in which something of this visit was said."""
    return [one for one in instances(kind) if MARKER in repr(one)]


def holders() -> set[int]:
    """Which live objects hold a session, a label or a key."""
    return {id(one) for kind in (Kept, *KINDS) for one in instances(kind)}


def held_after_collecting() -> set[int]:
    """The same, without what has only not been collected yet; the program's timer does that."""
    gc.collect()
    return holders()


def test_nothing_that_was_said_and_no_key_is_alive_after_locking(clinic: Clinic) -> None:
    others = clinic.others
    clinic.unlock()
    clinic.visit()
    # Else the rest proves nothing.
    assert all(marked(kind) for kind in (Session, Snapshot))
    assert len(holders()) >= len(KINDS)
    assert texts_with(MARKER)
    assert bytes_with_hash(clinic.digest, MASTER_LENGTH)
    assert clinic.driver.window.workspace.can_undo
    assert sum(MARKER in one for one in seen_texts()) > 10
    clinic.lock()
    clinic.driver.wait_for(lambda: held_after_collecting() <= set(map(id, others)))
    assert not any(marked(kind) for kind in (Session, Snapshot))
    assert not texts_with(MARKER)
    assert not bytes_with_hash(clinic.digest, MASTER_LENGTH)
    workspace = clinic.driver.window.workspace
    assert not workspace.can_undo
    assert not workspace.can_redo
    assert not [one for one in seen_texts() if MARKER in one]
