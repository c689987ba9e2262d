"""Making a damaged store whole again, as far as what is left of it and its back-ups allow.

There is one way for all damage, from one altered byte to a file without its beginning. The file is
read page by page. Every row whose seals hold is taken over as it is; for the rest the newest
back-up that has it whole is asked, then the one before it. What was deleted since then stays
deleted. All of it becomes a new file, and the damaged one is kept beside it under another name.

A back-up from before someone was removed, a passphrase was changed or the recovery code renewed is
not used: it is sealed under a key that an old secret leads to. Where the file shows nothing else,
because every slot in it is destroyed, nobody can tell an old secret from one of today. Then such a
back-up is all there is; it is taken only where whoever unlocks it chooses to, and that is told and
written down. Who can write to the file can bring that about, as they could put the back-up itself
in its place. What was kept since stays in the damaged file, which they cannot read.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert

from decision_aid.base.language import N_, _
from decision_aid.store import audit_log
from decision_aid.store.api import NAME_LOST, Provider, SessionId, SlotId
from decision_aid.store.back_ups import back_ups
from decision_aid.store.database import Database
from decision_aid.store.errors import (
    DamagedError,
    NotOpenedError,
    OlderStoreError,
    StoreError,
)
from decision_aid.store.folder import STORE, told
from decision_aid.store.key_slots import NOT_OPENED, Slot, unlocked
from decision_aid.store.keyed_sum import sum_of
from decision_aid.store.older_store import (
    Seen,
    check_slot,
    day_of,
    doubt_of_remains,
    is_of_back_up,
)
from decision_aid.store.provider_slots import insert_slot, way_in
from decision_aid.store.remains import Remains, remains_in
from decision_aid.store.replacing import part_of
from decision_aid.store.replacing import replace as replace_file
from decision_aid.store.salvage import Salvaged, salvage
from decision_aid.store.sealed_head import STORE as STORE_ID
from decision_aid.store.sealed_head import Head, WayIn, insert_head
from decision_aid.store.session_rows import insert_row
from decision_aid.store.set_aside import delete_with_logs
from decision_aid.store.store_keys import Keys
from decision_aid.store.tables import AUDIT, META
from decision_aid.store.unit_of_work import UnitOfWork

NOTHING_LEFT: Final = N_(
    "The file of the kept sessions is damaged, and there is no back-up that can be read. It was "
    "left as it is. Ask whoever looks after this computer for a copy of it."
)


@dataclass(frozen=True, kw_only=True)
class Mended:
    """What came of it.

    Attributes:
        restored: Sessions that are as a back-up has them.
        lost: Sessions that nothing has whole; what is left of them is in the file set aside.
        missing: How many sessions are not there that should be, those of `lost` among them.
        shut_out: Names of providers whose way in nothing has whole.
        lost_entries: How many entries of the audit nothing has whole, as far as that can be told.
        is_newest: Whether all that is there is as it was saved last; where it is not, or nobody can
            tell, sessions may be older.
        is_accepted: Whether it may be of an earlier day, and that was accepted.
        as_of: The day of the back-up that all of it comes from; "" where it is of the file.
    """

    restored: tuple[SessionId, ...]
    lost: tuple[SessionId, ...]
    missing: int
    shut_out: tuple[str, ...]
    lost_entries: int
    is_newest: bool
    is_accepted: bool
    as_of: str


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
        raise DamagedError(_(NOTHING_LEFT))
    for store in stores:
        with contextlib.suppress(NotOpenedError):
            slot, master = unlocked(slots.values(), secret, store, first)
            return slot, Keys(store, master)
    raise NotOpenedError(_(NOT_OPENED))


def mend(  # noqa: PLR0913 - each is another thing that counts
    folder: Path,
    keys: Keys,
    by: Slot,
    seen: Callable[[Head | None], Seen],
    at: datetime,
    *,
    accept_older: bool = False,
) -> Mended:
    """Put a whole store in the place of a damaged one, which is set aside.

    Args:
        folder: The folder of the store; it is locked, and its file is not open.
        keys: The store's keys.
        by: The slot that led to them.
        seen: Tells, with the newest head, what this computer remembers of the store.
        at: When, UTC.
        accept_older: Whether one that may be older is taken all the same.

    Raises:
        OlderStoreError: It may be older than the one used last here.
        DamagedError: The slot is not one that the file knows.
        StoreError: It did not work. The damaged file is as it was, or the next opening ends it.
    """
    part = part_of(folder)
    try:
        found = salvage(keys, remains_in(folder / STORE), _back_ups(folder))
        known = seen(found.head)
        check_slot(found, by)
        doubt = doubt_of_remains(found, by, known)
        if doubt and not accept_older:
            raise OlderStoreError(doubt)
        mended = _mended(found, by, is_accepted=bool(doubt))
        with Database(part, create=True) as database:
            with database.transaction() as connection:
                _write(connection, found, by, known.epoch)
                _note(UnitOfWork(connection, keys, by.id, at), mended)
            # Its name is all that goes into the place; nothing of it may be in its log.
            database.checkpoint()
        replace_file(folder)
    except OSError as problem:
        raise told(problem) from None
    finally:
        delete_with_logs(part)
    return mended


def _mended(found: Salvaged, by: Slot, *, is_accepted: bool) -> Mended:
    return Mended(
        restored=tuple(sorted(found.restored)),
        lost=found.lost,
        missing=found.missing,
        shut_out=_ways(found, by)[1],
        lost_entries=found.lost_entries,
        is_newest=found.is_newest,
        is_accepted=is_accepted,
        as_of=day_of(found.as_of) if is_of_back_up(found) else "",
    )


def _note(unit: UnitOfWork, mended: Mended) -> None:
    """Write down in the audit what came of it."""
    for which in mended.restored:
        unit.note("restored", which)
    unit.note("file_mended")
    if mended.is_accepted:
        unit.note("older_store_accepted")
    if mended.lost_entries:
        unit.note("entries_lost", times=mended.lost_entries)
    unit.finish()


def _back_ups(folder: Path) -> Iterator[Remains]:
    for one in back_ups(folder):
        with contextlib.suppress(StoreError):
            yield remains_in(one.path)


def _ways(found: Salvaged, by: Slot) -> tuple[tuple[WayIn, ...], tuple[str, ...]]:
    """The ways into the new store, and the names of those that are lost."""
    known = found.head.ways if found.head else ()
    name = next((one.name for one in known if one.slot == by.id), NAME_LOST)
    # Whoever unlocked with it has proven that their slot is a way in.
    own = way_in(by, name if by.kind == "passphrase" else "")
    ways = [one for one in known if one.slot != by.id and found.slot_of(one)]
    lost = [one.name for one in known if one.slot != by.id and one.name and one not in ways]
    return (own, *ways), tuple(lost)


def _write(connection: Connection, found: Salvaged, by: Slot, epoch: int) -> None:
    """Write all that was salvaged into a new file."""
    keys, rows = found.keys, found.rows
    ways, _lost = _ways(found, by)
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
