"""A control: the same session in an SQLite file without any seal, its bytes altered in turn."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from decision_aid.store import session_bytes
from decision_aid.store.errors import StoreError

from tests.store.torture.flips import Found
from tests.store.torture.subject import said


def tried(place: Path, every: int) -> Counter[Found]:
    """What is found after every so manieth flip."""
    place.mkdir()
    path = place / "plain.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA page_size = 512").fetchall()
        raw.execute("CREATE TABLE session (body BLOB)")
        raw.execute("INSERT INTO session VALUES (?)", (session_bytes.packed(said(1, 1)),))
    data = path.read_bytes()
    return Counter(_flips(path, data, range(0, len(data), every)))


def _flips(path: Path, data: bytes, places: Iterable[int]) -> Iterable[Found]:
    for at in places:
        path.write_bytes(data[:at] + bytes((data[at] ^ 0x01,)) + data[at + 1 :])
        yield _judged(path)


def _judged(path: Path) -> Found:
    try:
        with closing(sqlite3.connect(path)) as raw:
            body = raw.execute("SELECT body FROM session").fetchone()[0]
        session = session_bytes.unpacked(body)
    except (sqlite3.Error, UnicodeError, TypeError, StoreError):
        return "refused"
    return "no effect" if session == said(1, 1) else "wrong"
