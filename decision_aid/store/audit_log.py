"""The audit: who did what, in sealed entries that are chained.

Each entry is sealed for its number. A chain of keyed hashes runs over all of them, and the head
holds their count and the chain's last value: so no entry can be taken out, moved, altered or put
back, the last one neither. All entries are of one size.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final, get_args

from sqlalchemy import Connection, LargeBinary, cast, insert, select, update

from decision_aid.base.language import _
from decision_aid.store import canonical_json
from decision_aid.store.api import Entry, Event, SessionId, SlotId
from decision_aid.store.errors import DamagedError
from decision_aid.store.sealing import DAMAGED, context, keyed_hash, seal, unseal
from decision_aid.store.store_keys import Keys
from decision_aid.store.tables import AUDIT

START: Final = bytes(32)
"""The chain's value before the first entry."""

_LENGTH: Final = 256
_EVENTS: Final = frozenset(get_args(Event))


def append(connection: Connection, keys: Keys, last: bytes, entry: Entry) -> bytes:
    """Add an entry.

    Args:
        connection: Within a transaction that writes a new head, too.
        keys: The store's keys.
        last: The chain's last value.
        entry: The entry, with the next number.

    Returns:
        The chain's new last value.
    """
    sealed = sealed_entry(keys, entry.number, _told(entry))
    connection.execute(insert(AUDIT).values(number=entry.number, entry=sealed))
    return chained(keys, last, entry.number, sealed)


def sealed_entry(keys: Keys, number: int, plain: bytes) -> bytes:
    """The bytes of an entry, sealed for its number."""
    return seal(keys.audit, plain, context(keys.store, "audit", revision=number))


def plain_entry(keys: Keys, number: int, sealed: bytes) -> bytes:
    """What was sealed.

    Raises:
        DamagedError: It is not the entry of this number.
    """
    return unseal(keys.audit, sealed, context(keys.store, "audit", revision=number))


def chained(keys: Keys, last: bytes, number: int, sealed: bytes) -> bytes:
    """The chain's value after an entry, 32 bytes."""
    return keyed_hash(keys.chain, last, number.to_bytes(8, "big", signed=True), sealed)


def chain_end(connection: Connection, keys: Keys) -> tuple[int, bytes]:
    """How many entries are there, and the value that a chain over them ends with."""
    count, last = 0, START
    for number, sealed in sealed_entries(connection):
        count, last = count + 1, chained(keys, last, number, sealed)
    return count, last


def sealed_entries(connection: Connection) -> Iterator[tuple[int, bytes]]:
    """All entries as they are in the table, by number."""
    wanted = select(AUDIT.c.number, cast(AUDIT.c.entry, LargeBinary)).order_by(AUDIT.c.number)
    for number, sealed in connection.execute(wanted):
        yield number, sealed if isinstance(sealed, bytes) else b""


def replace_entry(connection: Connection, number: int, sealed: bytes) -> None:
    """Put an entry over the one of the same number."""
    connection.execute(update(AUDIT).where(AUDIT.c.number == number).values(entry=sealed))


def entries(connection: Connection, keys: Keys, count: int, last: bytes) -> tuple[Entry, ...]:
    """All entries, oldest first.

    Args:
        connection: Within a transaction.
        keys: The store's keys.
        count: How many the head says there are.
        last: The chain's last value in the head.

    Raises:
        DamagedError: One is missing, moved or altered.
    """
    if chain_end(connection, keys) != (count, last):
        raise DamagedError(_(DAMAGED))
    return tuple(
        _entry(number, canonical_json.from_bytes(plain_entry(keys, number, sealed)))
        for number, sealed in sealed_entries(connection)
    )


def newest_first(connection: Connection, keys: Keys) -> Iterator[Entry]:
    """The entries from the last one on, of an audit that is whole.

    Raises:
        DamagedError: One does not open.
    """
    wanted = select(AUDIT.c.number, cast(AUDIT.c.entry, LargeBinary))
    for number, sealed in connection.execute(wanted.order_by(AUDIT.c.number.desc())):
        yield _entry(number, canonical_json.from_bytes(plain_entry(keys, number, sealed)))


def _told(entry: Entry) -> bytes:
    plain = canonical_json.to_bytes(
        {
            "at": entry.at.astimezone(UTC).isoformat(timespec="seconds"),
            "event": entry.event,
            "by": entry.by.hex(),
            "session": entry.session.hex(),
            "times": entry.times,
        }
    )
    return plain.ljust(_LENGTH)


def _entry(number: int, told: dict[str, Any]) -> Entry:
    try:
        if told["event"] not in _EVENTS:
            raise DamagedError(_(DAMAGED))
        return Entry(
            number=number,
            at=datetime.fromisoformat(told["at"]),
            event=told["event"],
            by=SlotId(bytes.fromhex(told["by"])),
            session=SessionId(bytes.fromhex(told["session"])),
            times=told["times"],
        )
    except (KeyError, TypeError, ValueError):
        raise DamagedError(_(DAMAGED)) from None
