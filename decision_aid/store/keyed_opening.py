"""Opening a store whose keys are known: what is looked at, mended, remembered and told."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from decision_aid.base.language import _
from decision_aid.store import audit_log
from decision_aid.store.access import Access, Outside
from decision_aid.store.anchor import Anchor
from decision_aid.store.api import Event, SessionStore
from decision_aid.store.back_ups import is_due, make_back_up
from decision_aid.store.computer import THIS, Computer
from decision_aid.store.database import Database
from decision_aid.store.errors import DamagedError, OlderStoreError, StoreError
from decision_aid.store.folder import STORE
from decision_aid.store.health import NOTHING_LEFT, mend
from decision_aid.store.key_slots import Slot
from decision_aid.store.lock_file import FolderLock
from decision_aid.store.news import (
    News,
    of_failed_tries,
    of_mending,
    of_nearly_full,
    of_no_anchor,
    of_no_back_up,
    of_older,
    of_older_by_another,
    of_unread_code,
)
from decision_aid.store.older_store import Seen, doubt_of, seen_here
from decision_aid.store.sealed_head import Head, read_head
from decision_aid.store.sealed_store import SealedStore
from decision_aid.store.store_keys import Keys
from decision_aid.store.unlock_tries import read_tries
from decision_aid.store.unlocking import tries_are_told

_UNLOCKING: Final[tuple[Event, ...]] = ("unlocked", "unlocked_by_recovery_code")


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
        self, lock: FolderLock, state: Path, slot: Slot, keys: Keys, computer: Computer = THIS
    ) -> None:
        """Make one; nothing is opened yet.

        Args:
            lock: The lock of the store's folder, held; let go when the store is closed.
            state: The user's state folder.
            slot: The slot that led to the keys.
            keys: The store's keys.
            computer: What of this computer matters.
        """
        self._lock, self._folder, self._state = lock, lock.folder, state
        self._slot, self._keys = slot, keys
        self._computer = computer
        self._reserve = computer.reserve(lock.folder)
        self._news: list[News] = []

    def begin(self, database: Database) -> SealedStore:
        """A store that was just made.

        Args:
            database: Its open file.
        """
        store = self._store(database)
        self._remember(self._head(database).epoch, self._keys)
        tries_are_told(self._state, self._slot, self._keys.store)
        self._back_up(database, store)
        return store

    def open(self, database: Database | None, *, accept_older: bool = False) -> Opened:
        """Open the store.

        Args:
            database: Its open file; None where it is damaged.
            accept_older: Whether one that may be older than the one used last is opened all the
                same.

        Raises:
            OlderStoreError: It may be older than the one used last here.
            StoreError: Something else is in the way.
        """
        database, store, is_accepted = self._whole(database, accept_older=accept_older)
        try:
            if is_accepted:
                self._forget_later()
            self._note(database, store)
            self._hold_room(store)
            if is_accepted or is_due(self._folder, self._computer.now):
                self._back_up(database, store)
        except BaseException:
            store.close()
            raise
        return Opened(store=store, news=tuple(self._news))

    def _whole(
        self, database: Database | None, *, accept_older: bool
    ) -> tuple[Database, SealedStore, bool]:
        """The store, mended where it is damaged, and whether one that may be older is accepted."""
        store = None if database is None else self._looked_through(database)
        if database is not None and store is not None:
            try:
                return database, store, self._may_be_older(database, store, accept=accept_older)
            except BaseException:
                database.close()
                raise
        mended = mend(
            *(self._folder, self._keys, self._slot, self._seen, self._computer.now),
            accept_older=accept_older,
        )
        self._news[:0] = of_mending(mended)
        database = Database(self._folder / STORE)
        store = self._looked_through(database)
        if store is None:
            raise DamagedError(_(NOTHING_LEFT))
        return database, store, mended.is_accepted

    def _may_be_older(self, database: Database, store: SealedStore, *, accept: bool) -> bool:
        head = self._head(database)
        seen = self._seen(head)
        doubt = doubt_of(head.epoch, seen)
        if doubt and not accept:
            raise OlderStoreError(doubt)
        if doubt:
            store.record("older_store_accepted")
            self._news.append(of_no_anchor() if seen.is_doubtful else of_older())
        return bool(doubt)

    def _seen(self, head: Head | None) -> Seen:
        return seen_here(self._state, self._keys, head)

    def _head(self, database: Database) -> Head:
        with database.transaction() as connection:
            return read_head(connection, self._keys)

    def _forget_later(self) -> None:
        """Forget the epochs after the store that was accepted, and remember its own."""
        Anchor(self._state, self._keys.store, self._keys.master).forget()

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
        outside = Outside(
            changed=self._remember,
            full=self._reserve.give_up,
            back_up=lambda: self._back_up(database, store),
            closed=self._lock.let_go,
        )
        access = Access(database, self._keys.master, self._slot.id, outside, self._computer.clock)
        store = SealedStore(access)
        return store

    def _remember(self, epoch: int, keys: Keys) -> None:
        self._keys = keys
        Anchor(self._state, keys.store, keys.master).remember(epoch)

    def _note(self, database: Database, store: SealedStore) -> None:
        """Write down in the audit who unlocked it, and what came before."""
        if self._was_accepted_by_another(database):
            self._news.append(of_older_by_another())
        failed = read_tries(self._state).failed
        if failed:
            store.record_failures(failed)
            self._news.append(of_failed_tries(failed))
        is_code = self._slot.kind == "recovery"
        store.record("unlocked_by_recovery_code" if is_code else "unlocked")
        if store.code_is_unread:
            if is_code:  # whoever typed it has it on paper
                store.code_was_read()
            else:
                self._news.append(of_unread_code())
        tries_are_told(self._state, self._slot, self._keys.store)

    def _hold_room(self, store: SealedStore) -> None:
        is_held = self._reserve.hold()
        if store.waits_for_room or not is_held:
            self._news.append(of_nearly_full(nothing_left=store.waits_for_room and not is_held))

    def _was_accepted_by_another(self, database: Database) -> bool:
        """Whether somebody else chose to go on with an older store since who unlocks did so."""
        with database.transaction() as connection:
            for entry in audit_log.newest_first(connection, self._keys):
                if entry.by == self._slot.id and entry.event in _UNLOCKING:
                    return False
                if entry.by != self._slot.id and entry.event == "older_store_accepted":
                    return True
        return False

    def _back_up(self, database: Database, store: SealedStore) -> None:
        """Make a back-up; one that cannot be made stops nothing."""
        try:
            # So that without its log, too, the file is never older than its back-up.
            database.checkpoint()
            make_back_up(self._folder, database, self._is_whole, self._computer.now)
            store.was_backed_up()
        except StoreError:
            self._news.append(of_no_back_up())

    def _is_whole(self, path: Path) -> bool:
        with Database(path) as copy:
            access = Access(copy, self._keys.master, self._slot.id)
            return copy.is_sound() and SealedStore(access).verify().is_whole
