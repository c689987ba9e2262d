"""An unlocked file: its keys, who unlocked it, and transactions on it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection

from decision_aid.store.api import Provider, SlotId
from decision_aid.store.database import Database
from decision_aid.store.errors import DamagedError, NoRoomError, StoreError
from decision_aid.store.provider_slots import RECOVERY, SLOT_DAMAGED, slots_in
from decision_aid.store.sealed_head import STORE, read_head, read_meta
from decision_aid.store.store_keys import Keys
from decision_aid.store.unit_of_work import UnitOfWork

Clock = Callable[[], datetime]
"""Tells the time, UTC."""


def utc_now() -> datetime:
    """The time by this computer's clock, UTC."""
    return datetime.now(UTC)


def _remembered_by_nobody(_: int, __: Keys) -> None:
    pass


def _nothing_held_back() -> None:
    pass


@dataclass(frozen=True, kw_only=True)
class Outside:
    """What is kept outside the file and goes with it.

    Attributes:
        changed: Told each new epoch once it is on the disk, and the keys from then on.
        full: Called where the disk is full; what is tried again may find room then.
    """

    changed: Callable[[int, Keys], object] = _remembered_by_nobody
    full: Callable[[], object] = _nothing_held_back


NOTHING: Final = Outside()


class Access:
    """What is needed to read and change a store. The keys are here, and nowhere after `close`.

    Attributes:
        provider: Who unlocked it.
    """

    def __init__(
        self,
        database: Database,
        master: bytes,
        slot: SlotId,
        outside: Outside = NOTHING,
        clock: Clock = utc_now,
    ) -> None:
        """Open a store with its master key.

        Args:
            database: Its file; closed with this.
            master: The master key, 64 bytes.
            slot: The slot that led to it.
            outside: What is kept outside the file and goes with it.
            clock: Tells the time.

        Raises:
            DamagedError: The head is damaged, or the slot is not the one that the store knows.
        """
        self._database = database
        self._outside = outside
        self._clock = clock
        with database.transaction() as connection:
            keys = Keys(read_meta(connection, STORE), master)
            way = read_head(connection, keys).way(slot)
            found = slots_in(connection).get(slot)
        if way is None or not way.fits(found):
            raise DamagedError(SLOT_DAMAGED)
        self._keys: Keys | None = keys
        self.provider = Provider(slot=slot, name=way.name or RECOVERY)

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """A transaction in which nothing is changed."""
        keys = self._open_keys()
        with self._database.transaction() as connection:
            yield self._unit(connection, keys)

    @contextmanager
    def changing(self) -> Iterator[UnitOfWork]:
        """A transaction that ends with a new head; what is done in it is on the disk after it."""
        keys = self._open_keys()
        try:
            with self._database.transaction() as connection:
                unit = self._unit(connection, keys)
                yield unit
                epoch = unit.finish()
        except NoRoomError:
            self._outside.full()
            raise
        # Only now: where a commit fails, the file shows what was there before.
        self._keys = unit.keys
        self._outside.changed(epoch, unit.keys)

    def forget_deleted(self) -> None:
        """Leave nothing in the file of what was deleted from it.

        Where the disk has no room for that, what may be left are sealed bytes in unused parts of
        the file, and the next time takes them, too.
        """
        try:
            self._database.rebuild()
        except NoRoomError:
            self._database.checkpoint()

    def close(self) -> None:
        """Let go of the keys, then of the file."""
        self._keys = None
        self._database.close()

    def _open_keys(self) -> Keys:
        if self._keys is None:
            raise StoreError(_SHUT)
        return self._keys

    def _unit(self, connection: Connection, keys: Keys) -> UnitOfWork:
        return UnitOfWork(connection, keys, self.provider.slot, self._clock())


_SHUT: Final = "The kept sessions are locked. They are safe. Unlock them, then try again."
