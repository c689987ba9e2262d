"""Rows of the table of sessions: sealed, opened, read and written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, LargeBinary, Select, cast, delete, insert, select, update
from sqlalchemy import Row as Found

from decision_aid.domain.session import Session
from decision_aid.store.api import Listed, SessionId
from decision_aid.store.errors import DamagedError
from decision_aid.store.sealing import ID_LENGTH, context, new_id, new_key, seal, unseal
from decision_aid.store.session_bytes import packed, packed_listing, unpacked, unpacked_listing
from decision_aid.store.store_keys import Keys
from decision_aid.store.tables import SESSIONS

_EPOCH: Final = 8
_MOST: Final = 2**63 - 1
_AT_A_TIME: Final = 64
"""Rows held in memory while all are read."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A session as it is in the table. What is sealed is not looked at when it is read.

    Attributes:
        id: 16 random bytes.
        revision: From 1.
        key: Its own key, sealed under the store's.
        listing: The epoch of its last save and its line in the list, sealed under its own key.
        body: All of it, sealed under its own key.
    """

    id: SessionId
    revision: int
    key: bytes
    listing: bytes
    body: bytes


def new_row(keys: Keys, session: Session, at: datetime, epoch: int) -> Row:
    """A row for a session that is not kept yet, with a random id and key.

    Args:
        keys: The store's keys.
        session: The session.
        at: When it is saved, UTC.
        epoch: The epoch of the store with it.

    Raises:
        TooLargeError: The session is larger than is kept.
    """
    empty = _rekeyed(keys, Row(id=SessionId(new_id()), revision=0, key=b"", listing=b"", body=b""))
    return next_row(keys, empty, session, at, epoch)


def next_row(keys: Keys, row: Row, session: Session, at: datetime, epoch: int) -> Row:
    """The row for the next revision of a session.

    Where its key is damaged it gets a new one: what is said now is not to be lost with it.

    Args:
        keys: The store's keys.
        row: Its row as it is.
        session: What was said.
        at: When it is saved, UTC.
        epoch: The epoch of the store with it.

    Raises:
        TooLargeError: The session is larger than is kept.
    """
    line = epoch.to_bytes(_EPOCH, "big") + packed_listing(session, at)
    following = replace(row, revision=row.revision + 1)
    try:
        session_key(keys, row)
    except DamagedError:
        following = _rekeyed(keys, following)
    return _sealed(keys, following, line, packed(session))


def rewrapped(old: Keys, new: Keys, row: Row) -> Row:
    """The same revision under a new key of its own, sealed under other keys of the store.

    Raises:
        DamagedError: The row is damaged.
    """
    line, body = line_of(old, row), body_of(old, row)
    return _sealed(new, _rekeyed(new, row), line, body)


def _rekeyed(keys: Keys, row: Row) -> Row:
    return replace(row, key=seal(keys.wrap, new_key(), context(keys.store, "key", row.id)))


def _sealed(keys: Keys, row: Row, line: bytes, body: bytes) -> Row:
    key = session_key(keys, row)
    return replace(
        row,
        listing=seal(key, line, context(keys.store, "listing", row.id, row.revision)),
        body=seal(key, body, context(keys.store, "body", row.id, row.revision)),
    )


def session_key(keys: Keys, row: Row) -> bytes:
    """The session's own key.

    Raises:
        DamagedError: It is damaged.
    """
    return unseal(keys.wrap, row.key, context(keys.store, "key", row.id))


def line_of(keys: Keys, row: Row) -> bytes:
    """What `listed_in` reads.

    Raises:
        DamagedError: It is damaged.
    """
    bound_to = context(keys.store, "listing", row.id, row.revision)
    return unseal(session_key(keys, row), row.listing, bound_to)


def body_of(keys: Keys, row: Row) -> bytes:
    """The session as `session_bytes.packed` made it.

    Raises:
        DamagedError: It is damaged.
    """
    bound_to = context(keys.store, "body", row.id, row.revision)
    return unseal(session_key(keys, row), row.body, bound_to)


def is_whole(keys: Keys, row: Row) -> bool:
    """Whether a row is as it was saved once; the keyed sum tells whether it was saved last."""
    try:
        line_of(keys, row)
        body_of(keys, row)
    except DamagedError:
        return False
    return len(row.id) == ID_LENGTH


def session_in(keys: Keys, row: Row) -> Session:
    """The session in a row.

    Raises:
        DamagedError: It is damaged.
        NewerVersionError: A newer version of the program saved it.
    """
    return unpacked(body_of(keys, row))


def listed_in(keys: Keys, row: Row) -> tuple[int, Listed]:
    """The epoch of the last save of a session, and its line in the list.

    Raises:
        DamagedError: It is damaged.
        NewerVersionError: A newer version of the program saved it.
    """
    line = line_of(keys, row)
    told = unpacked_listing(row.id, row.revision, line[_EPOCH:])
    return int.from_bytes(line[:_EPOCH], "big"), told


# The file may have been altered so that a value has another type; bytes are what all of them
# become here, and what was altered does not open then.
_COLUMNS: Final = tuple(
    cast(one, LargeBinary) if isinstance(one.type, LargeBinary) else one for one in SESSIONS.c
)


def row_of(connection: Connection, which: SessionId) -> Row | None:
    """The row of a session; None where there is none."""
    found = connection.execute(select(*_COLUMNS).where(SESSIONS.c.id == which)).one_or_none()
    return None if found is None else _row(found)


def rows_in(connection: Connection) -> Iterator[Row]:
    """All rows, a few in memory at a time. The table must not be changed meanwhile."""
    return _rows(connection, select(*_COLUMNS))


def lines_in(connection: Connection) -> Iterator[Row]:
    """All rows without their bodies."""
    return _rows(connection, select(*_COLUMNS[:-1]))


def ids_in(connection: Connection) -> tuple[SessionId, ...]:
    """The ids of all rows."""
    found = connection.execute(select(_COLUMNS[0])).scalars()
    return tuple(SessionId(one or b"") for one in found)


def insert_row(connection: Connection, row: Row) -> None:
    """Put in a row that is not there."""
    connection.execute(insert(SESSIONS).values(**vars(row)))


def update_row(connection: Connection, row: Row) -> None:
    """Put a row over the one of the same id."""
    connection.execute(update(SESSIONS).where(SESSIONS.c.id == row.id).values(**vars(row)))


def delete_row(connection: Connection, which: SessionId) -> None:
    """Take out a row; SQLite writes zeros where it was."""
    connection.execute(delete(SESSIONS).where(SESSIONS.c.id == which))


def _rows(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> Iterator[Row]:
    with connection.execute(wanted, execution_options={"yield_per": _AT_A_TIME}) as found:
        for one in found:
            yield _row(one)


def _row(found: Found[*tuple[Any, ...]]) -> Row:
    which, revision, key, listing, *body = found
    return Row(
        id=SessionId(_blob(which)),
        revision=revision if isinstance(revision, int) and 0 <= revision <= _MOST else 0,
        key=_blob(key),
        listing=_blob(listing),
        body=_blob(body[0]) if body else b"",
    )


def _blob(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""
