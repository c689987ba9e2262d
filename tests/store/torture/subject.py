"""The store that is tortured, and what is kept in it, so that any loss shows."""

import functools
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from decision_aid.domain.session import Session
from decision_aid.store.access import Access
from decision_aid.store.api import SessionId, SessionStore, SlotId
from decision_aid.store.database import Database, Flush
from decision_aid.store.folder import STORE
from decision_aid.store.founding import Founding, found, new_founding
from decision_aid.store.key_cost import FLOOR
from decision_aid.store.sealed_store import SealedStore

TODAY: Final = date(2026, 11, 23)


def said(number: int, revision: int, length: int = 200) -> Session:
    """What is said in a session at a revision; no two are alike."""
    return Session(
        pack="depression",
        seed=number * 1_000_000 + revision,
        started_on=TODAY,
        label=f"Session {number}",
        feels_missing=(f"{number}.{revision} " * length)[:length],
    )


@functools.cache
def _founding() -> Founding:
    """Keys take their time; one test's store may have another's."""
    return new_founding("Provider", "a passphrase for torture", FLOOR)[0]


@dataclass(frozen=True)
class Subject:
    """A store that is opened with its key, so that nothing is derived.

    Attributes:
        folder: Where its file is.
        master: Its master key.
        slot: Who opens it.
    """

    folder: Path
    master: bytes
    slot: SlotId

    @classmethod
    def made(cls, folder: Path) -> "Subject":
        """Make an empty one."""
        folder.mkdir(parents=True)
        with Database(folder / STORE, create=True) as database:
            found(database, _founding(), datetime(2026, 11, 23, tzinfo=UTC))
        return cls(folder, _founding().master, _founding().slot.id)

    @property
    def path(self) -> Path:
        return self.folder / STORE

    def at(self, folder: Path) -> "Subject":
        """The same store, in another folder."""
        return replace(self, folder=folder)

    def open_now(self, *, dbapi: Any = sqlite3, flush: Flush = "FULL") -> SealedStore:
        return self.store_in(Database(self.path, dbapi=dbapi, flush=flush))

    def store_in(self, database: Database) -> SealedStore:
        try:
            return SealedStore(Access(database, self.master, self.slot))
        except BaseException:
            database.close()
            raise

    @contextmanager
    def opened(self, *, dbapi: Any = sqlite3, flush: Flush = "FULL") -> Iterator[SealedStore]:
        store = self.open_now(dbapi=dbapi, flush=flush)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def looked_at(self) -> Iterator[tuple[Database, SealedStore]]:
        """It and its file."""
        database = Database(self.path)
        store = self.store_in(database)
        try:
            yield database, store
        finally:
            store.close()

    def as_words(self) -> str:
        """On one line, for another program."""
        return f"{self.master.hex()} {self.slot.hex()} {self.folder}"

    @classmethod
    def from_words(cls, words: str) -> "Subject":
        master, slot, folder = words.rstrip("\n").split(" ", 2)
        return cls(Path(folder), bytes.fromhex(master), SlotId(bytes.fromhex(slot)))


@dataclass(frozen=True)
class Acknowledged:
    """A change that was acknowledged.

    Attributes:
        at: How many operations of the disk were over by then.
        which: Of which session.
        session: What it is from then on; None when it was deleted.
        revision: Its revision from then on.
        number: What it was made from, as `said` takes it.
    """

    at: int
    which: SessionId
    session: Session | None
    revision: int
    number: int = 0


def is_as(store: SessionStore, change: Acknowledged) -> bool:
    """Whether a session in the store is as a change left it."""
    there = store.revision_of(change.which)
    if there is None or change.session is None:
        return there is None and change.session is None
    kept = store.load(change.which)
    return (there[0], kept.revision, kept.session) == (
        change.revision,
        change.revision,
        change.session,
    )
