"""An unlocked file: its keys, who unlocked it, and transactions on it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection

from decision_aid.base.language import N_, _
from decision_aid.store.api import RECOVERY, Event, Provider, SessionId, SlotId
from decision_aid.store.database import Database
from decision_aid.store.errors import DamagedError, NoRoomError, StoreError
from decision_aid.store.provider_slots import SLOT_DAMAGED, slots_in
from decision_aid.store.sealed_head import STORE, read_head, read_meta
from decision_aid.store.store_keys import Keys
from decision_aid.store.unit_of_work import NO_SESSION, UnitOfWork

Clock = Callable[[], datetime]
"""Tells the time, UTC."""


def utc_now() -> datetime:
    """The time by this computer's clock, UTC."""
    return datetime.now(UTC)


def _remembered_by_nobody(_epoch: int, _keys: Keys) -> None:
    pass


def _nothing_held_back() -> None:
    pass


@dataclass(frozen=True, kw_only=True)
class Outside:
    """What is kept outside the file and goes with it.

    Attributes:
        changed: Told each new epoch once it is on the disk, and the keys from then on.
        full: Called where the disk is full; what is tried again may find room then.
        back_up: Makes a back-up.
        closed: Called when the file was let go of, last of all.
    """

    changed: Callable[[int, Keys], object] = _remembered_by_nobody
    full: Callable[[], object] = _nothing_held_back
    back_up: Callable[[], object] = _nothing_held_back
    closed: Callable[[], object] = _nothing_held_back


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
        self._held: list[Callable[[UnitOfWork], object]] = []
        with database.transaction() as connection:
            keys = Keys(read_meta(connection, STORE), master)
            way = read_head(connection, keys).way(slot)
            found = slots_in(connection).get(slot)
        if way is None or not way.fits(found):
            raise DamagedError(_(SLOT_DAMAGED))
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
        try:
            with self._written() as unit:
                yield unit
        except NoRoomError:
            self._outside.full()
            raise

    @property
    def waits_for_room(self) -> bool:
        """Whether something is held that there was no room for."""
        return bool(self._held)

    def note(
        self,
        event: Event,
        session: SessionId = NO_SESSION,
        *,
        by: SlotId | None = None,
        times: int = 1,
    ) -> None:
        """Write down what was done, as `hold_or_do` does. Arguments as for `UnitOfWork.note`."""
        at = self._clock()
        self.hold_or_do(lambda unit: unit.note(event, session, by=by, times=times, at=at))

    def hold_or_do(self, change: Callable[[UnitOfWork], object]) -> None:
        """Change what is not worth to stop reading for.

        Where the disk is full, it is held in memory, and done with the next change that there is
        room for. The room held back is not given up for it.

        Args:
            change: Changes something within a transaction.
        """
        self._held.append(change)
        try:
            with self._written():
                pass
        except NoRoomError:
            return
        except BaseException:
            self._held.remove(change)
            raise

    @contextmanager
    def _written(self) -> Iterator[UnitOfWork]:
        keys = self._open_keys()
        with self._database.transaction() as connection:
            unit = self._unit(connection, keys)
            for change in self._held:
                change(unit)
            yield unit
            epoch = unit.finish()
        # Only now: where a commit fails, the file shows what was there before.
        self._held.clear()
        self._keys = unit.keys
        self._outside.changed(epoch, unit.keys)

    def read_anew(self) -> None:
        """Let what is read next come from the disk."""
        self._open_keys()
        self._database.empty_cache()

    def back_up(self) -> None:
        """Make a back-up of all of it."""
        self._open_keys()
        self._outside.back_up()

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
        self._do_what_is_held()
        # What is outside may hold keys, too, and this.
        outside, self._outside, self._keys = self._outside, NOTHING, None
        try:
            self._database.close()
        finally:
            outside.closed()

    def _do_what_is_held(self) -> None:
        if self._keys is not None and self._held:
            with suppress(StoreError), self._written():
                pass

    def _open_keys(self) -> Keys:
        if self._keys is None:
            raise StoreError(_(_SHUT))
        return self._keys

    def _unit(self, connection: Connection, keys: Keys) -> UnitOfWork:
        return UnitOfWork(connection, keys, self.provider.slot, self._clock())


_SHUT: Final = N_("The kept sessions are locked. They are safe. Unlock them, then try again.")
