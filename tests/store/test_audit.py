"""No entry of the audit is removed, moved, altered or put back unnoticed, the last one neither."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from decision_aid.store.api import Event
from decision_aid.store.errors import DamagedError

from tests.builders import a_session
from tests.store.places import FIRST_MOMENT, InAFile

ENTRIES = 9
Edit = Callable[[sqlite3.Connection], None]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> InAFile:
    """A store whose audit has `ENTRIES` entries."""
    file = InAFile(tmp_path_factory.mktemp("written"))
    with closing(file.make()) as store:
        kept = store.keep(a_session())
        for event in ("viewed_list", "printed", "copied", "exported", "printed", "printed"):
            store.record(event, kept.id)
        store.record_failures(3)
        assert len(store.audit()) == ENTRIES
    return file


def does(sql: str, *given: object) -> Edit:
    def edit(file: sqlite3.Connection) -> None:
        file.execute(sql, given)

    return edit


def swaps(one: int, other: int) -> Edit:
    def edit(file: sqlite3.Connection) -> None:
        for old, new in ((one, -1), (other, one), (-1, other)):
            file.execute("UPDATE audit SET number = ? WHERE number = ?", (new, old))

    return edit


def closes_gap(number: int) -> Edit:
    def edit(file: sqlite3.Connection) -> None:
        file.execute("DELETE FROM audit WHERE number = ?", (number,))
        file.execute("UPDATE audit SET number = -number WHERE number > ?", (number,))
        file.execute("UPDATE audit SET number = -number - 1 WHERE number < 0")

    return edit


def edits() -> Iterator[tuple[str, Edit]]:
    """Each way to alter the audit, at each entry."""
    for n in range(1, ENTRIES + 1):
        yield f"remove {n}", does("DELETE FROM audit WHERE number = ?", n)
        yield f"cut from {n}", does("DELETE FROM audit WHERE number >= ?", n)
        yield f"remove {n} and close the gap", closes_gap(n)
        yield (
            f"empty {n}",
            does("UPDATE audit SET entry = x'' WHERE number = ?", n),
        )
        yield (
            f"text for {n}",
            does("UPDATE audit SET entry = 'text' WHERE number = ?", n),
        )
        yield (
            f"copy the first over {n}" if n > 1 else "copy the last over the first",
            does(
                "UPDATE audit SET entry = (SELECT entry FROM audit WHERE number = ?) "
                "WHERE number = ?",
                1 if n > 1 else ENTRIES,
                n,
            ),
        )
        for other in range(n + 1, ENTRIES + 1):
            yield f"swap {n} and {other}", swaps(n, other)
    for number in (-1, 0, ENTRIES + 1, 2**62):
        yield (
            f"add one as {number}",
            does("INSERT INTO audit SELECT ?, entry FROM audit WHERE number = 1", number),
        )
    yield "empty it", does("DELETE FROM audit")


def test_every_removed_moved_or_altered_entry_is_found(written: InAFile, tmp_path: Path) -> None:
    """One file, altered and rolled back in turn: nothing but the audit's table is touched."""
    file = InAFile(tmp_path)
    whole = written.path.read_bytes()
    missed = []
    for name, edit in edits():
        file.path.write_bytes(whole)
        with closing(sqlite3.connect(file.path)) as connection, connection:
            edit(connection)
        with closing(file.open()) as store:
            verdict = store.verify()
            if verdict.audit_is_whole or not verdict.head_is_whole:
                missed.append(name)
            with pytest.raises(DamagedError):
                store.audit()
    assert not missed


def test_each_byte_of_an_entry_counts(written: InAFile, tmp_path: Path) -> None:
    file = InAFile(tmp_path)
    file.path.write_bytes(written.path.read_bytes())
    with closing(sqlite3.connect(file.path)) as connection:
        ((entry,),) = connection.execute("SELECT entry FROM audit WHERE number = 4").fetchall()
    for place in range(0, len(entry), 20):
        altered = bytearray(entry)
        altered[place] ^= 1
        with closing(sqlite3.connect(file.path)) as connection, connection:
            connection.execute("UPDATE audit SET entry = ? WHERE number = 4", (bytes(altered),))
        with closing(file.open()) as store:
            assert not store.verify().audit_is_whole


def test_an_altered_audit_is_altered_after_more_entries(written: InAFile, tmp_path: Path) -> None:
    file = InAFile(tmp_path)
    file.path.write_bytes(written.path.read_bytes())
    with closing(sqlite3.connect(file.path)) as connection, connection:
        connection.execute("DELETE FROM audit WHERE number = ?", (ENTRIES,))
    with closing(file.open()) as store:
        store.record("locked")
        assert not store.verify().audit_is_whole


def test_all_entries_are_of_one_size_and_tell_nothing(file: InAFile) -> None:
    with closing(file.make()) as store:
        kept = store.keep(a_session(label="Marker", review="Marker"))
        events: tuple[Event, ...] = ("unlocked_by_recovery_code", "kept", "clearance_taken_back")
        for event in events:
            store.record(event, kept.id)
        store.record_failures(10**9)
    with closing(sqlite3.connect(file.path)) as connection:
        sizes = connection.execute("SELECT DISTINCT length(entry) FROM audit").fetchall()
    assert len(sizes) == 1
    found = file.path.read_bytes()
    for word in (b"Marker", b"kept", b"unlocked", b"2026", b"Anna"):
        assert word not in found


def test_failed_tries_are_nobody_s_and_are_counted(file: InAFile) -> None:
    with closing(file.make()) as store:
        store.record_failures(4)
        entry = store.audit()[-1]
    assert (entry.event, entry.by, entry.session, entry.times) == ("unlock_failed", b"", b"", 4)


def test_entries_keep_their_order_when_the_clock_is_set_back(file: InAFile) -> None:
    with closing(file.make()) as store:
        kept = store.keep(a_session())
        file.clock.now = FIRST_MOMENT - timedelta(days=3650)
        store.save(kept.id, 1, a_session(label="later"))
        store.record("printed", kept.id)
        entries = store.audit()
        assert [one.event for one in entries] == ["store_made", "kept", "changed", "printed"]
        assert entries[2].at < entries[1].at
        assert store.verify().is_whole
        assert store.listed()[0].label == "later"
