"""Places to keep sessions in: one for each kind of store there is.

What a store must do is tested on each of them; a new kind is added to `PLACES`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Protocol

from decision_aid.store.access import Access, Outside
from decision_aid.store.api import SessionStore, SlotId
from decision_aid.store.database import Database
from decision_aid.store.founding import Founding, found, new_founding
from decision_aid.store.key_cost import FLOOR
from decision_aid.store.key_slots import Slot, new_slot, unlocked
from decision_aid.store.provider_slots import add_slot, readable_slots
from decision_aid.store.sealed_head import STORE, read_meta
from decision_aid.store.sealed_store import SealedStore

NAME = "Anna Mill"
PASSPHRASE = "a horse by the blue window"  # noqa: S105 - of stores that tests make
SECOND_NAME = "Bela Ortiz"
SECOND_PASSPHRASE = "seven stones under the bridge"  # noqa: S105 - of stores that tests make
FIRST_MOMENT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


class Place(Protocol):
    """Somewhere a store can be made, opened, closed and opened again."""

    def make(self) -> SessionStore:
        """A new store of `NAME`."""

    def open(self) -> SessionStore:
        """The store, unlocked by `NAME` without a derivation."""

    def unlock(self, secret: str) -> SessionStore:
        """The store, unlocked by whoever has the secret."""

    @property
    def code(self) -> str:
        """The recovery code it was made with."""


@cache
def founding() -> tuple[Founding, str]:
    """One for all tests: a passphrase takes its time by design."""
    return new_founding(NAME, PASSPHRASE, FLOOR)


@cache
def second_slot() -> Slot:
    """The slot of `SECOND_NAME` in a store of that founding."""
    first = founding()[0]
    return new_slot(SECOND_PASSPHRASE, first.master, first.store, "passphrase", FLOOR)


@dataclass
class Moments:
    """A clock that goes on by a second whenever it is looked at."""

    now: datetime = FIRST_MOMENT

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass
class InAFile:
    """A sealed SQLite file."""

    folder: Path
    clock: Moments = field(default_factory=Moments)
    epochs: list[int] = field(default_factory=list)

    @property
    def path(self) -> Path:
        return self.folder / "sessions.ddx"

    @property
    def code(self) -> str:
        return founding()[1]

    def make(self) -> SealedStore:
        with Database(self.path, create=True) as database:
            found(database, founding()[0], self.clock())
        return self.open()

    def open(self) -> SealedStore:
        return self.with_master(founding()[0].master)

    def with_master(self, master: bytes) -> SealedStore:
        """The store as `NAME` opens it, by its master key."""
        return self._opened(Database(self.path), lambda _: (founding()[0].by, master))

    def add_second(self, store: SealedStore) -> None:
        """Let `SECOND_NAME` unlock it, too, without a derivation."""
        with store._access.changing() as unit:
            add_slot(unit, second_slot(), SECOND_NAME)

    def unlock(self, secret: str) -> SealedStore:
        return self._opened(Database(self.path), lambda database: unlocking(database, secret))

    def _opened(
        self, database: Database, keys: Callable[[Database], tuple[SlotId, bytes]]
    ) -> SealedStore:
        outside = Outside(changed=lambda epoch, _: self.epochs.append(epoch))
        try:
            slot, master = keys(database)
            return SealedStore(Access(database, master, slot, outside, self.clock))
        except BaseException:
            database.close()
            raise


def unlocking(database: Database, secret: str) -> tuple[SlotId, bytes]:
    """The slot that a secret opens, and the master key."""
    with database.transaction() as connection:
        store, slots = read_meta(connection, STORE), readable_slots(connection)
    slot, master = unlocked(slots, secret, store)
    return slot.id, master


PLACES: tuple[Callable[[Path], Place], ...] = (InAFile,)
