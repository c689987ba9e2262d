"""A store with all that lies around it, opened with its key so that nothing is derived."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from decision_aid.domain.session import Session
from decision_aid.store.api import SessionId, SessionStore
from decision_aid.store.computer import Computer
from decision_aid.store.key_cost import FLOOR
from decision_aid.store.keyed_opening import KeyedOpening, Opened
from decision_aid.store.opening import open_store, place_store
from decision_aid.store.store_keys import Keys
from decision_aid.store.unlocking import sound_file

from tests.store.places import Moments, founding

ROOM = 65_536


@dataclass
class Stored:
    """A data folder and a state folder.

    Attributes:
        root: Where both are.
        clock: The computer's clock.
    """

    root: Path
    clock: Moments = field(default_factory=Moments)
    room: int = ROOM

    @property
    def folder(self) -> Path:
        return self.root / "data"

    @property
    def state(self) -> Path:
        return self.root / "state"

    @property
    def path(self) -> Path:
        return self.folder / "sessions.ddx"

    @property
    def computer(self) -> Computer:
        return Computer(clock=self.clock, cost=FLOOR, room=self.room)

    @property
    def keys(self) -> Keys:
        return Keys(founding()[0].store, founding()[0].master)

    def make(self) -> SessionStore:
        for one in (self.folder, self.state):
            self.computer.check_for_making(one)
        return place_store(self.folder, self.state, founding()[0], self.computer)

    def keep(self, *sessions: Session) -> list[SessionId]:
        """Make a store with these sessions, and close it."""
        store = self.make()
        try:
            return [store.keep(one).id for one in sessions]
        finally:
            store.close()

    def open(self, *, accept_older: bool = False) -> Opened:
        self.computer.check_for_opening(self.folder)
        database = sound_file(self.folder)
        slot = founding()[0].slot
        opening = KeyedOpening(self.folder, self.state, slot, self.keys, self.computer)
        return opening.open(database, accept_older=accept_older)

    def unlock(self, secret: str, *, accept_older: bool = False) -> Opened:
        return open_store(
            self.folder, self.state, secret, accept_older=accept_older, computer=self.computer
        )

    def news(self) -> list[str]:
        """Open and close it; the kinds of what was told."""
        opened = self.open()
        opened.store.close()
        return [one.kind for one in opened.news]

    def events(self) -> list[str]:
        opened = self.open()
        found: list[str] = [one.event for one in opened.store.audit()]
        opened.store.close()
        return found

    def read(self) -> dict[SessionId, Session]:
        """Open it, load all, and close it."""
        opened = self.open()
        try:
            return loaded(opened.store, (one.id for one in opened.store.listed()))
        finally:
            opened.store.close()


def loaded(store: SessionStore, which: Iterable[SessionId]) -> dict[SessionId, Session]:
    return {one: store.load(one).session for one in which}
