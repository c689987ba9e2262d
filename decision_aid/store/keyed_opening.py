"""Opening a store whose keys are known: what is looked at, mended, remembered and told."""

from dataclasses import dataclass
from pathlib import Path

from decision_aid.store.access import Access, Outside
from decision_aid.store.anchor import Anchor
from decision_aid.store.api import SessionStore
from decision_aid.store.back_ups import is_due, make_back_up
from decision_aid.store.computer import THIS, Computer
from decision_aid.store.database import Database
from decision_aid.store.errors import DamagedError, OlderStoreError, StoreError
from decision_aid.store.folder import STORE
from decision_aid.store.health import NOTHING_LEFT, OLDER, mend
from decision_aid.store.key_slots import Slot
from decision_aid.store.news import (
    News,
    of_failed_tries,
    of_mending,
    of_nearly_full,
    of_no_anchor,
    of_no_back_up,
    of_older,
)
from decision_aid.store.sealed_head import read_head
from decision_aid.store.sealed_store import SealedStore
from decision_aid.store.store_keys import Keys
from decision_aid.store.unlock_tries import read_tries
from decision_aid.store.unlocking import tries_are_told


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A store just opened.

    Attributes:
        store: It, open.
        news: What its user should know, the most important first.
    """

    store: SessionStore
    news: tuple[News, ...]


class KeyedOpening:
    """One opening of a store. It derives nothing, so it takes a fraction of a second."""

    def __init__(
        self, folder: Path, state: Path, slot: Slot, keys: Keys, computer: Computer = THIS
    ) -> None:
        """Make one; nothing is opened yet.

        Args:
            folder: The folder of the store.
            state: The user's state folder.
            slot: The slot that led to the keys.
            keys: The store's keys.
            computer: What of this computer matters.
        """
        self._folder, self._state = folder, state
        self._slot, self._keys = slot, keys
        self._computer = computer
        self._reserve = computer.reserve(folder)
        self._anchor = Anchor(state, keys.store, keys.master)
        self._news: list[News] = []

    def begin(self, database: Database) -> SealedStore:
        """A store that was just made.

        Args:
            database: Its open file.
        """
        store = self._store(database)
        tries_are_told(self._state, self._slot)
        self._back_up(database, store)
        return store

    def open(self, database: Database | None, *, accept_older: bool = False) -> Opened:
        """Open the store.

        Args:
            database: Its open file; None where it is damaged.
            accept_older: Whether one older than the one used last is opened all the same.

        Raises:
            OlderStoreError: It is older than the one used last here.
            StoreError: Something else is in the way.
        """
        seen = self._last_seen()
        database, store = self._whole(database, 0 if accept_older else seen)
        try:
            is_older = self._is_older(database, seen, accept=accept_older)
            self._note(store, is_older=is_older)
            if not self._reserve.hold():
                self._news.append(of_nearly_full())
            if is_older or is_due(self._folder, self._computer.now):
                self._back_up(database, store)
        except BaseException:
            store.close()
            raise
        return Opened(store=store, news=tuple(self._news))

    def _last_seen(self) -> int:
        """The epoch seen last on this computer; 0 where nothing is remembered."""
        try:
            seen = self._anchor.last_seen()
        except DamagedError:
            self._anchor.forget()
            self._news.append(of_no_anchor())
            return 0
        if seen is None and read_tries(self._state).last_slot == self._slot.id:
            # It was used here before, so something must have been remembered.
            self._news.append(of_no_anchor())
        return seen or 0

    def _is_older(self, database: Database, seen: int, *, accept: bool) -> bool:
        with database.transaction() as connection:
            is_older = read_head(connection, self._keys).epoch < seen
        if is_older and not accept:
            raise OlderStoreError(OLDER)
        return is_older

    def _whole(self, database: Database | None, epoch: int) -> tuple[Database, SealedStore]:
        """The store, mended where it is damaged."""
        store = None if database is None else self._looked_through(database)
        if database is not None and store is not None:
            return database, store
        mended = mend(self._folder, self._keys, self._slot, epoch, self._computer.now)
        self._news[:0] = of_mending(mended)
        database = Database(self._folder / STORE)
        store = self._looked_through(database)
        if store is None:
            raise DamagedError(NOTHING_LEFT)
        return database, store

    def _looked_through(self, database: Database) -> SealedStore | None:
        """The store in a file; None, and the file closed, where any of it is damaged."""
        is_whole = False
        try:
            store = self._store(database)
            is_whole = store.verify().is_whole
        except DamagedError:
            return None
        finally:
            if not is_whole:
                database.close()
        return store if is_whole else None

    def _store(self, database: Database) -> SealedStore:
        outside = Outside(changed=self._remember, full=self._reserve.give_up)
        access = Access(database, self._keys.master, self._slot.id, outside, self._computer.clock)
        return SealedStore(access)

    def _remember(self, epoch: int, keys: Keys) -> None:
        Anchor(self._state, keys.store, keys.master).remember(epoch)

    def _note(self, store: SealedStore, *, is_older: bool) -> None:
        """Write down in the audit who unlocked it, and what came before."""
        if is_older:
            self._anchor.forget()
            store.record("older_store_accepted")
            self._news.append(of_older())
        failed = read_tries(self._state).failed
        if failed:
            store.record_failures(failed)
            self._news.append(of_failed_tries(failed))
        is_code = self._slot.kind == "recovery"
        store.record("unlocked_by_recovery_code" if is_code else "unlocked")
        tries_are_told(self._state, self._slot)

    def _back_up(self, database: Database, store: SealedStore) -> None:
        """Make a back-up; one that cannot be made stops nothing."""
        try:
            # So that without its log, too, the file is never older than its back-up.
            database.checkpoint()
            make_back_up(self._folder, database, self._is_whole, self._computer.now)
            store.record("back_up_made")
        except StoreError:
            self._news.append(of_no_back_up())

    def _is_whole(self, path: Path) -> bool:
        with Database(path) as copy:
            access = Access(copy, self._keys.master, self._slot.id)
            return copy.is_sound() and SealedStore(access).verify().is_whole
