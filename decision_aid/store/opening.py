"""Making a store, and opening one with a passphrase or the recovery code."""

import contextlib
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.store.api import SessionStore
from decision_aid.store.computer import THIS, Computer
from decision_aid.store.database import Database
from decision_aid.store.errors import NoRoomError, StoreError
from decision_aid.store.folder import NO_ROOM, STORE, has_store, make_folder, told
from decision_aid.store.founding import Founding, found, new_founding
from decision_aid.store.keyed_opening import KeyedOpening, Opened
from decision_aid.store.lock_file import kept_locked
from decision_aid.store.news import News, NewsKind
from decision_aid.store.store_keys import Keys
from decision_aid.store.unlock_tries import read_tries
from decision_aid.store.unlocking import sound_file, unlocked_store

__all__ = ["Made", "News", "NewsKind", "Opened", "make_store", "open_store", "wait_seconds"]

STANDS: Final = N_(
    "Kept sessions are here already. Nothing was changed. Unlock them instead of setting this up "
    "again."
)
_MAKING: Final = ".making"


@dataclass(frozen=True, kw_only=True)
class Made:
    """A store just made.

    Attributes:
        store: It, open.
        recovery_code: In groups as it is printed; it is shown once and kept nowhere.
    """

    store: SessionStore
    recovery_code: str


def wait_seconds(state: Path) -> int:
    """How long the next try has to wait after wrong ones, from 0 to 30 s.

    Args:
        state: The user's state folder.
    """
    return read_tries(state).wait_seconds


def make_store(
    folder: Path, state: Path, name: str, passphrase: str, computer: Computer = THIS
) -> Made:
    """Make a store with one provider. Nothing is left of it where that fails.

    Args:
        folder: The user's data folder; made where it is missing.
        state: The user's state folder; made where it is missing.
        name: The provider's name.
        passphrase: Their passphrase.
        computer: What of this computer matters.

    Raises:
        WeakPassphraseError: The passphrase is too easy to guess.
        StoreError: There is a store already, or the folder will not do.
    """
    computer.check_for_making(folder)
    _make_state(state)
    if has_store(folder):
        raise StoreError(_(STANDS))
    founding, code = new_founding(name, passphrase, computer.cost_of_a_try)
    founding = replace(founding, code_unread=True)
    return Made(store=place_store(folder, state, founding, computer), recovery_code=code)


def place_store(folder: Path, state: Path, founding: Founding, computer: Computer) -> SessionStore:
    """Put a new store in its place, and open it. Nothing is left of it where that fails.

    Args:
        folder: The user's data folder.
        state: The user's state folder.
        founding: What it begins with.
        computer: What of this computer matters.

    Raises:
        StoreError: There is a store already, or the folder will not do.
    """
    with kept_locked(folder) as lock:
        _write_store(folder, founding, computer)
        keys = Keys(founding.store, founding.master)
        opening = KeyedOpening(lock, state, founding.slot, keys, computer)
        database = Database(folder / STORE)
        try:
            return opening.begin(database)
        except BaseException:
            database.close()
            # Its recovery code was shown to nobody, so it must not stand.
            (folder / STORE).unlink(missing_ok=True)
            raise


def _write_store(folder: Path, founding: Founding, computer: Computer) -> None:
    part = folder / (STORE + _MAKING)
    reserve = computer.reserve(folder)
    if has_store(folder):
        raise StoreError(_(STANDS))
    try:
        if not reserve.hold():
            raise NoRoomError(_(NO_ROOM))
        part.unlink(missing_ok=True)
        with Database(part, create=True) as database:
            found(database, founding, computer.now)
        _take_place(part, folder / STORE)
    except (StoreError, OSError) as problem:
        part.unlink(missing_ok=True)
        if not has_store(folder):
            reserve.give_up()
        raise (told(problem) if isinstance(problem, OSError) else problem) from None


def _take_place(part: Path, path: Path) -> None:
    """Give a file its name, unless another one has it."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise StoreError(_(STANDS)) from None
    except OSError:
        # Not every file system gives a file two names.
        if path.exists():
            raise StoreError(_(STANDS)) from None
        part.rename(path)
    part.unlink(missing_ok=True)


def _make_state(state: Path) -> None:
    # What cannot be remembered there is told; it is no reason to keep nothing.
    with contextlib.suppress(StoreError):
        make_folder(state)


def open_store(
    folder: Path,
    state: Path,
    secret: str,
    *,
    accept_older: bool = False,
    computer: Computer = THIS,
) -> Opened:
    """Open the store.

    Args:
        folder: The user's data folder.
        state: The user's state folder.
        secret: A provider's passphrase, or the recovery code.
        accept_older: Whether a store older than the one used last here is opened all the same.
        computer: What of this computer matters.

    Raises:
        NotOpenedError: The secret opens no slot.
        OlderStoreError: The store is older than the one used last here.
        StoreError: Something else is in the way; each has its own class and sentence.
    """
    computer.check_for_opening(folder)
    _make_state(state)
    with kept_locked(folder) as lock:
        database = sound_file(folder)
        try:
            slot, keys = unlocked_store(folder, state, database, secret)
        except BaseException:
            if database is not None:
                database.close()
            raise
        opening = KeyedOpening(lock, state, slot, keys, computer)
        return opening.open(database, accept_older=accept_older)
