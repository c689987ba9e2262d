"""Making a damaged store whole again, as far as what is left of it and its back-ups allow.

There is one way for all damage, from one altered byte to a file without its beginning. The file is
read page by page. Every row whose seals hold is taken over as it is; for the rest the newest
back-up that has it whole is asked, then the one before it. What was deleted since then stays
deleted. All of it becomes a new file, and the damaged one is kept beside it under another name.

A back-up from before someone was removed is not used: it is sealed under a key that they know.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert

from decision_aid.store import audit_log
from decision_aid.store.api import Provider, SessionId, SlotId
from decision_aid.store.back_ups import back_ups
from decision_aid.store.database import Database
from decision_aid.store.errors import (
    DamagedError,
    InUseError,
    NotOpenedError,
    OlderStoreError,
    StoreError,
)
from decision_aid.store.folder import BESIDE, STORE, told
from decision_aid.store.key_slots import NOT_OPENED, Slot, unlocked
from decision_aid.store.keyed_sum import sum_of
from decision_aid.store.provider_slots import SLOT_DAMAGED, insert_slot, way_in
from decision_aid.store.remains import Remains, remains_in
from decision_aid.store.salvage import Salvaged, salvage
from decision_aid.store.sealed_head import STORE as STORE_ID
from decision_aid.store.sealed_head import Head, WayIn, insert_head
from decision_aid.store.session_rows import insert_row
from decision_aid.store.sqlite_errors import IN_USE
from decision_aid.store.store_keys import Keys
from decision_aid.store.tables import AUDIT, META
from decision_aid.store.unit_of_work import UnitOfWork

NOTHING_LEFT: Final = (
    "The file of the kept sessions is damaged, and there is no back-up that can be read. It was "
    "left as it is. Ask whoever looks after this computer for a copy of it."
)
OLDER: Final = (
    "The kept sessions are older than the ones used last on this computer: an older copy may have "
    "been put in their place. Nothing was changed. Find out why before you go on with them."
)
NAME_LOST: Final = "Name not known"
"""Stands for the name of who unlocks, where the damage took it."""

_MENDING: Final = ".mending"
_SET_ASIDE: Final = ".set-aside-"


@dataclass(frozen=True, kw_only=True)
class Mended:
    """What came of it.

    Attributes:
        restored: Sessions that are as a back-up has them.
        lost: Sessions that nothing has whole; what is left of them is in the file set aside.
        missing: How many sessions are not there that should be, those of `lost` among them.
        shut_out: Names of providers whose way in nothing has whole.
        lost_entries: How many entries of the audit nothing has whole, as far as that can be told.
    """

    restored: tuple[SessionId, ...]
    lost: tuple[SessionId, ...]
    missing: int
    shut_out: tuple[str, ...]
    lost_entries: int


def unlocked_remains(
    folder: Path, known: tuple[bytes, ...], secret: str, first: SlotId | None
) -> tuple[Slot, Keys]:
    """The slot that a secret opens, and the store's keys, where the file is damaged.

    Slots that the file has lost are looked for in the newest back-up.

    Args:
        folder: The folder of the store.
        known: Ids of stores that were used on this computer.
        secret: A passphrase or the recovery code.
        first: The slot that is tried first.

    Raises:
        NotOpenedError: It opens none.
        DamagedError: There is no slot left to open.
    """
    file = remains_in(folder / STORE)
    newest = next(_back_ups(folder), Remains())
    slots = {one.id: one for one in (*newest.readable_slots(), *file.readable_slots())}
    stores = dict.fromkeys(one for one in (file.store, newest.store, *known) if one)
    if not slots or not stores:
        raise DamagedError(NOTHING_LEFT)
    for store in stores:
        with contextlib.suppress(NotOpenedError):
            slot, master = unlocked(slots.values(), secret, store, first)
            return slot, Keys(store, master)
    raise NotOpenedError(NOT_OPENED)


def mend(folder: Path, keys: Keys, by: Slot, epoch: int, at: datetime) -> Mended:
    """Put a whole store in the place of a damaged one, which is set aside.

    Args:
        folder: The folder of the store; its file is not open.
        keys: The store's keys.
        by: The slot that led to them.
        epoch: The epoch that was seen last; a file with an earlier one is not taken.
        at: When, UTC.

    Raises:
        OlderStoreError: The file is of an epoch before that.
        DamagedError: The slot is not one that the file knows.
        StoreError: It did not work; the damaged file is as it was.
    """
    path = folder / STORE
    part = path.with_name(STORE + _MENDING)
    try:
        was = path.stat()
        found = salvage(keys, remains_in(path), _back_ups(folder))
        if found.file_epoch is not None and found.file_epoch < epoch:
            raise OlderStoreError(OLDER)
        _remove(part)
        ways, shut_out = _ways(found, by)
        with Database(part, create=True) as database, database.transaction() as connection:
            _write(connection, found, ways, by, epoch)
            unit = UnitOfWork(connection, keys, by.id, at)
            for which in sorted(found.restored):
                unit.note("restored", which)
            unit.note("file_mended")
            if found.lost_entries:
                unit.note("entries_lost", times=found.lost_entries)
            unit.finish()
        if not os.path.samestat(was, path.stat()):
            # Another window mended it meanwhile.
            raise InUseError(IN_USE)
        set_aside(path)
        part.replace(path)
    except OSError as problem:
        raise told(problem) from None
    finally:
        _remove(part)
    return Mended(
        restored=tuple(sorted(found.restored)),
        lost=found.lost,
        missing=found.missing,
        shut_out=shut_out,
        lost_entries=found.lost_entries,
    )


def set_aside(path: Path) -> Path:
    """Give a file, and its log, a second name under which it is kept; the second name.

    The log goes from its place, for it would be read as part of the next file there.
    """
    names = (path.with_name(f"{path.name}{_SET_ASIDE}{number}") for number in count(1))
    aside = next(one for one in names if not os.path.lexists(one))
    _linked(path, aside)
    for end in BESIDE:
        log = path.with_name(path.name + end)
        if log.exists():
            log.replace(aside.with_name(aside.name + end))
    return aside


def files_aside(folder: Path) -> tuple[Path, ...]:
    """The damaged files that were set aside, without their logs.

    Args:
        folder: The folder of the store.
    """
    found = folder.glob(f"{STORE}{_SET_ASIDE}*")
    return tuple(sorted(one for one in found if not one.name.endswith(BESIDE)))


def _linked(path: Path, aside: Path) -> None:
    try:
        os.link(path, aside)
    except OSError:
        # Not every file system gives a file two names.
        shutil.copy2(path, aside)


def _back_ups(folder: Path) -> Iterator[Remains]:
    for one in back_ups(folder):
        with contextlib.suppress(StoreError):
            yield remains_in(one.path)


def _ways(found: Salvaged, by: Slot) -> tuple[tuple[WayIn, ...], tuple[str, ...]]:
    """The ways into the new store, and the names of those that are lost.

    Raises:
        DamagedError: The slot is not one that the file knows.
    """
    known = found.head.ways if found.head else ()
    value = by.to_bytes()
    if found.file_epoch is not None and not any(one.fits(value) for one in known):
        # A slot of before the passphrase was changed, or of someone removed, was put back.
        raise DamagedError(SLOT_DAMAGED)
    name = next((one.name for one in known if one.slot == by.id), NAME_LOST)
    # Whoever unlocked with it has proven that their slot is a way in.
    own = way_in(by, name if by.kind == "passphrase" else "")
    ways = [one for one in known if one.slot != by.id and found.slot_of(one)]
    lost = [one.name for one in known if one.slot != by.id and one.name and one not in ways]
    return (own, *ways), tuple(lost)


def _write(
    connection: Connection, found: Salvaged, ways: tuple[WayIn, ...], by: Slot, epoch: int
) -> None:
    """Write all that was salvaged into a new file."""
    keys, rows = found.keys, found.rows
    connection.execute(insert(META).values(name=STORE_ID, value=keys.store))
    for row in rows.values():
        insert_row(connection, row)
    insert_slot(connection, by)
    for way in ways:
        value = found.slot_of(way)
        if value and way.slot != by.id:
            insert_slot(connection, Slot.from_bytes(value))
    entries, last = _write_entries(connection, found)
    insert_head(connection, keys, _head(found, ways, entries, last, epoch))


def _write_entries(connection: Connection, found: Salvaged) -> tuple[int, bytes]:
    """Write the audit; where entries are lost, those after them move up.

    Returns:
        How many there are, and the chain's last value.
    """
    keys, last, place = found.keys, audit_log.START, 0
    for place, number in enumerate(sorted(found.entries), 1):
        plain, sealed = found.entries[number]
        if number != place:
            sealed = audit_log.sealed_entry(keys, place, plain)
        connection.execute(insert(AUDIT).values(number=place, entry=sealed))
        last = audit_log.chained(keys, last, place, sealed)
    return place, last


def _head(found: Salvaged, ways: tuple[WayIn, ...], entries: int, last: bytes, epoch: int) -> Head:
    total, sessions = sum_of(found.keys, found.rows.values())
    known = found.head or Head(epoch=0, total=0, sessions=0, entries=0, last=last, ways=())
    named = {one.slot for one in ways}
    gone = (Provider(slot=one.slot, name=one.name) for one in known.ways if one.slot not in named)
    return replace(
        known,
        epoch=max(epoch, known.epoch),
        total=total,
        sessions=sessions,
        entries=entries,
        last=last,
        ways=ways,
        former=(*known.former, *(one for one in gone if one.name)),
        at_work=known.at_work if known.at_work in found.rows else None,
    )


def _remove(path: Path) -> None:
    for end in ("", *BESIDE):
        with contextlib.suppress(OSError):
            path.with_name(path.name + end).unlink(missing_ok=True)
