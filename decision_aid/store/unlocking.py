"""From a passphrase to the keys of a store, with the tries in vain counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from decision_aid.store.anchor import known_stores
from decision_aid.store.database import Database
from decision_aid.store.errors import DamagedError, ForeignFileError, NotOpenedError
from decision_aid.store.folder import STORE
from decision_aid.store.health import unlocked_remains
from decision_aid.store.key_slots import Slot, unlocked
from decision_aid.store.provider_slots import readable_slots
from decision_aid.store.remains import remains_in
from decision_aid.store.sealed_head import STORE as STORE_ID
from decision_aid.store.sealed_head import read_meta
from decision_aid.store.store_keys import Keys
from decision_aid.store.unlock_tries import read_tries, write_tries


def sound_file(folder: Path) -> Database | None:
    """The file of a store, open and locked; None where it is damaged.

    Args:
        folder: The folder of the store.

    Raises:
        ForeignFileError: The file is not one of ours.
        StoreError: Something else is in the way.
    """
    path = folder / STORE
    try:
        database = Database(path)
    except DamagedError:
        return None
    except ForeignFileError:
        # With its first page damaged, ours looks foreign, too.
        if remains_in(path).is_ours:
            return None
        raise
    is_sound = False
    try:
        is_sound = database.is_sound() and _can_be_tried(database)
    except DamagedError:
        pass
    finally:
        if not is_sound:
            database.close()
    return database if is_sound else None


def _can_be_tried(database: Database) -> bool:
    with database.transaction() as connection:
        return bool(read_meta(connection, STORE_ID) and readable_slots(connection))


def unlocked_store(
    folder: Path, state: Path, database: Database | None, secret: str
) -> tuple[Slot, Keys]:
    """The slot that a secret opens, and the keys it leads to.

    Args:
        folder: The folder of the store.
        state: The user's state folder.
        database: The store's open file; None where it is damaged.
        secret: A passphrase or the recovery code.

    Raises:
        NotOpenedError: It opens none; the try is counted.
        StoreError: Something else is in the way.
    """
    with _counted(state):
        first = read_tries(state).last_slot
        if database is None:
            return unlocked_remains(folder, known_stores(state), secret, first)
        with database.transaction() as connection:
            store, slots = read_meta(connection, STORE_ID), readable_slots(connection)
        slot, master = unlocked(slots, secret, store, first)
        return slot, Keys(store, master)


@contextmanager
def _counted(state: Path) -> Iterator[None]:
    """Count a try as one in vain before it is made, so that ending the program hides none."""
    before = read_tries(state)
    write_tries(state, before.one_more())
    try:
        yield
    except NotOpenedError:
        raise
    except BaseException:
        write_tries(state, before)
        raise
    write_tries(state, before)


def tries_are_told(state: Path, slot: Slot) -> None:
    """Begin to count anew, and try this slot first from now on."""
    write_tries(state, replace(read_tries(state), failed=0, last_slot=slot.id))
