"""Someone writes to the file of a store behind its back, with SQLite and an older copy at hand."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from decision_aid.store.api import SessionId, Verdict
from decision_aid.store.database import Database
from decision_aid.store.errors import (
    ChangedMeanwhileError,
    DamagedError,
    ForeignFileError,
    GoneError,
    NewerVersionError,
)
from decision_aid.store.founding import Founding, found
from decision_aid.store.key_slots import Slot, new_master
from decision_aid.store.sealed_store import SealedStore
from decision_aid.store.sealing import new_id

from tests.builders import a_session
from tests.store.places import (
    FIRST_MOMENT,
    PASSPHRASE,
    SECOND_PASSPHRASE,
    InAFile,
    founding,
    second_slot,
)

Edit = Callable[[sqlite3.Connection, "Loot"], None]


@dataclass(frozen=True)
class Loot:
    """What the attacker has.

    Attributes:
        one: A session that was saved three times.
        two: A session that was saved once.
        older: A copy of the store from when `one` was at its second revision.
        other: Another store, made with the same passphrase.
    """

    one: bytes
    two: bytes
    older: Path
    other: Path


@contextmanager
def editing(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection, connection:
        yield connection


def rows(path: Path, sql: str, *given: object) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql, given).fetchall()


def other_store(folder: Path) -> Path:
    """Another store of the same person, with one session in it."""
    place = InAFile(folder)
    folder.mkdir()
    store, master = new_id(), new_master()
    first = founding()[0]
    theirs = Founding(
        store=store, master=master, name="Anna Mill", slot=first.slot, recovery=first.recovery
    )
    with Database(place.path, create=True) as database:
        found(database, theirs, FIRST_MOMENT)
    with closing(place.with_master(master)) as opened:
        opened.keep(a_session(label="of another store"))
    return place.path


@pytest.fixture(scope="module")
def robbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Loot]:
    """A store before anything is done to it, and what the attacker has."""
    folder = tmp_path_factory.mktemp("robbed")
    file, older = InAFile(folder), folder / "older.ddx"
    with closing(file.make()) as store:
        one, two = store.keep(a_session(label="one")), store.keep(a_session(label="two"))
        store.save(one.id, 1, a_session(label="one again"))
    shutil.copy(file.path, older)
    with closing(file.open()) as store:
        file.add_second(store)
        store.save(one.id, 2, a_session(label="one once more"))
        store.record("printed", one.id)
    return file.path, Loot(one.id, two.id, older, other_store(folder / "other"))


@pytest.fixture
def loot(robbed: tuple[Path, Loot], file: InAFile) -> Loot:
    shutil.copy(robbed[0], file.path)
    return robbed[1]


def looked_through(file: InAFile) -> Verdict:
    with closing(file.open()) as store:
        return store.verify()


def swap_rows(file: sqlite3.Connection, loot: Loot) -> None:
    unused = os.urandom(16)
    for old, new in ((loot.one, unused), (loot.two, loot.one), (unused, loot.two)):
        file.execute("UPDATE session SET id = ? WHERE id = ?", (new, old))


def put_old_row_back(file: sqlite3.Connection, loot: Loot) -> None:
    (old,) = rows(loot.older, "SELECT * FROM session WHERE id = ?", loot.one)
    file.execute("REPLACE INTO session VALUES (?, ?, ?, ?, ?)", old)


def put_old_body_back(file: sqlite3.Connection, loot: Loot) -> None:
    (old,) = rows(loot.older, "SELECT body, id FROM session WHERE id = ?", loot.one)
    file.execute("UPDATE session SET body = ? WHERE id = ?", old)


def delete_row(file: sqlite3.Connection, loot: Loot) -> None:
    file.execute("DELETE FROM session WHERE id = ?", (loot.two,))


def delete_all_rows(file: sqlite3.Connection, _: Loot) -> None:
    file.execute("DELETE FROM session")


def insert_row_of_another_store(file: sqlite3.Connection, loot: Loot) -> None:
    (theirs,) = rows(loot.other, "SELECT * FROM session")
    file.execute("INSERT INTO session VALUES (?, ?, ?, ?, ?)", theirs)


def insert_copy_under_another_id(file: sqlite3.Connection, loot: Loot) -> None:
    file.execute(
        "INSERT INTO session SELECT ?, revision, key, listing, body FROM session WHERE id = ?",
        (os.urandom(16), loot.one),
    )


def splice_session_of_another_store(file: sqlite3.Connection, loot: Loot) -> None:
    (theirs,) = rows(loot.other, "SELECT revision, key, listing, body FROM session")
    file.execute(
        "UPDATE session SET revision = ?, key = ?, listing = ?, body = ? WHERE id = ?",
        (*theirs, loot.two),
    )


def swap_keys(file: sqlite3.Connection, loot: Loot) -> None:
    keys = dict(file.execute("SELECT id, key FROM session").fetchall())
    for which, from_ in ((loot.one, loot.two), (loot.two, loot.one)):
        file.execute("UPDATE session SET key = ? WHERE id = ?", (keys[from_], which))


def confuse_listing_and_body(file: sqlite3.Connection, loot: Loot) -> None:
    file.execute("UPDATE session SET listing = body, body = listing WHERE id = ?", (loot.one,))


def key_for_body(file: sqlite3.Connection, loot: Loot) -> None:
    file.execute("UPDATE session SET body = key WHERE id = ?", (loot.one,))


def count_up_revision(file: sqlite3.Connection, loot: Loot) -> None:
    file.execute("UPDATE session SET revision = revision + 1 WHERE id = ?", (loot.one,))


def count_down_revision(file: sqlite3.Connection, loot: Loot) -> None:
    file.execute("UPDATE session SET revision = revision - 1 WHERE id = ?", (loot.one,))


def text_for_bytes(file: sqlite3.Connection, loot: Loot) -> None:
    file.execute(
        "UPDATE session SET listing = 'text', body = 7, revision = 'x' WHERE id = ?", (loot.one,)
    )


DAMAGES: dict[Edit, int] = {
    swap_rows: 2,
    put_old_row_back: 0,
    put_old_body_back: 1,
    delete_row: 0,
    delete_all_rows: 0,
    insert_row_of_another_store: 1,
    insert_copy_under_another_id: 1,
    splice_session_of_another_store: 1,
    swap_keys: 2,
    confuse_listing_and_body: 1,
    key_for_body: 1,
    count_up_revision: 1,
    count_down_revision: 1,
    text_for_bytes: 1,
}
"""What is done to the sessions, and how many do not open afterwards."""


@pytest.mark.parametrize("edit", DAMAGES, ids=lambda edit: edit.__name__)
def test_what_is_done_to_the_sessions_is_found_and_stays_found(
    file: InAFile, loot: Loot, edit: Edit
) -> None:
    with editing(file.path) as connection:
        edit(connection, loot)
    with closing(file.open()) as store:
        verdict = store.verify()
        assert not verdict.head_is_whole
        assert len(verdict.damaged) == DAMAGES[edit]
        for which in verdict.damaged:
            with pytest.raises(DamagedError):
                store.load(which)
        go_on_working(store, loot)
        assert not store.verify().head_is_whole


def go_on_working(store: SealedStore, loot: Loot) -> None:
    kept = store.keep(a_session())
    store.save(kept.id, 1, a_session(label="later"))
    for which, revision in ((loot.one, 3), (loot.two, 1)):
        with suppress(GoneError, ChangedMeanwhileError):
            store.save(SessionId(which), revision, a_session(label="saved over"))


@pytest.mark.parametrize(
    "edit",
    [put_old_row_back, delete_row, insert_row_of_another_store, swap_keys],
    ids=lambda edit: edit.__name__,
)
def test_a_new_master_key_makes_nothing_good_neither(file: InAFile, loot: Loot, edit: Edit) -> None:
    with editing(file.path) as connection:
        edit(connection, loot)
        connection.execute("DELETE FROM audit WHERE number = 3")
    with closing(file.open()) as store:
        store.remove_provider(second_slot().id)
        verdict = store.verify()
    assert not verdict.head_is_whole
    assert not verdict.audit_is_whole
    assert len(verdict.damaged) == DAMAGES[edit]


def test_one_damaged_session_keeps_nobody_from_the_others(file: InAFile, loot: Loot) -> None:
    with editing(file.path) as connection:
        confuse_listing_and_body(connection, loot)
    with closing(file.open()) as store:
        assert [one.id for one in store.listed()] == [loot.two]
        assert store.load(SessionId(loot.two)).session.label == "two"
        assert store.verify().damaged == (loot.one,)


def test_what_is_said_now_is_saved_over_a_damaged_session(file: InAFile, loot: Loot) -> None:
    with editing(file.path) as connection:
        swap_keys(connection, loot)
    with closing(file.open()) as store:
        assert store.save(SessionId(loot.one), 3, a_session(label="said now")) == 4
        assert store.load(SessionId(loot.one)).session.label == "said now"
        assert store.verify().damaged == (loot.two,)


def test_a_session_deleted_and_put_back_is_found(file: InAFile, loot: Loot) -> None:
    (row,) = rows(file.path, "SELECT * FROM session WHERE id = ?", loot.one)
    with closing(file.open()) as store:
        store.delete(SessionId(loot.one))
        assert store.verify().is_whole
    with editing(file.path) as connection:
        connection.execute("INSERT INTO session VALUES (?, ?, ?, ?, ?)", row)
    assert not looked_through(file).head_is_whole


def test_a_head_of_an_earlier_epoch_does_not_fit(file: InAFile, loot: Loot) -> None:
    ((head,),) = rows(loot.older, "SELECT value FROM meta WHERE name = 'head'")
    with editing(file.path) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE name = 'head'", (head,))
    verdict = looked_through(file)
    assert not verdict.head_is_whole
    assert not verdict.audit_is_whole


def another_head(file: sqlite3.Connection, loot: Loot) -> None:
    ((head,),) = rows(loot.other, "SELECT value FROM meta WHERE name = 'head'")
    file.execute("UPDATE meta SET value = ? WHERE name = 'head'", (head,))


def older_head_with_the_later_epoch(file: sqlite3.Connection, loot: Loot) -> None:
    ((old,),) = rows(loot.older, "SELECT value FROM meta WHERE name = 'head'")
    assert isinstance(old, bytes)
    ((new,),) = file.execute("SELECT value FROM meta WHERE name = 'head'").fetchall()
    file.execute("UPDATE meta SET value = ? WHERE name = 'head'", (new[:8] + old[8:],))


def no_head(file: sqlite3.Connection, _: Loot) -> None:
    file.execute("DELETE FROM meta WHERE name = 'head'")


def another_id(file: sqlite3.Connection, loot: Loot) -> None:
    ((store,),) = rows(loot.other, "SELECT value FROM meta WHERE name = 'store'")
    file.execute("UPDATE meta SET value = ? WHERE name = 'store'", (store,))


def session_for_head(file: sqlite3.Connection, loot: Loot) -> None:
    file.execute(
        "UPDATE meta SET value = (SELECT body FROM session WHERE id = ?) WHERE name = 'head'",
        (loot.one,),
    )


def a_trigger(file: sqlite3.Connection, _: Loot) -> None:
    """It would keep what is deleted."""
    file.execute("CREATE TABLE hoard (body BLOB)")
    file.execute(
        "CREATE TRIGGER t AFTER DELETE ON session BEGIN INSERT INTO hoard VALUES (old.body); END"
    )


def a_view_for_a_table(file: sqlite3.Connection, _: Loot) -> None:
    file.execute("ALTER TABLE session RENAME TO other")
    file.execute("CREATE VIEW session AS SELECT * FROM other LIMIT 1")


def a_column_less(file: sqlite3.Connection, _: Loot) -> None:
    file.execute("DROP TABLE slot")
    file.execute("CREATE TABLE slot (id BLOB PRIMARY KEY)")


@pytest.mark.parametrize(
    "edit",
    [
        *(another_head, older_head_with_the_later_epoch, no_head, another_id, session_for_head),
        *(a_trigger, a_view_for_a_table, a_column_less),
    ],
    ids=lambda edit: edit.__name__,
)
def test_a_store_with_another_head_or_shape_is_not_opened(
    file: InAFile, loot: Loot, edit: Edit
) -> None:
    with editing(file.path) as connection:
        edit(connection, loot)
    with pytest.raises(DamagedError):
        file.open()


def test_a_slot_that_is_not_the_store_s_is_found_when_it_is_used(file: InAFile) -> None:
    """Someone who knows a passphrase that was changed puts the old slot back."""
    with closing(file.make()) as store:
        file.add_second(store)
    (old,) = rows(file.path, "SELECT value FROM slot WHERE id = ?", founding()[0].by)
    with closing(file.open()) as store:
        store.change_passphrase(PASSPHRASE, "nine cold ponds at dawn")
    with editing(file.path) as connection:
        connection.execute("UPDATE slot SET value = ? WHERE id = ?", (*old, founding()[0].by))
    with pytest.raises(DamagedError):
        file.unlock(PASSPHRASE)
    with closing(file.unlock(SECOND_PASSPHRASE)) as store:
        assert not store.verify().head_is_whole


def test_the_slot_of_someone_removed_opens_nothing_when_it_is_put_back(file: InAFile) -> None:
    with closing(file.make()) as store:
        file.add_second(store)
        kept = store.keep(a_session(label="kept"))
    (old,) = rows(file.path, "SELECT id, value FROM slot WHERE id = ?", second_slot().id)
    with closing(file.open()) as store:
        store.remove_provider(second_slot().id)
    with editing(file.path) as connection:
        connection.execute("INSERT INTO slot VALUES (?, ?)", old)
    with pytest.raises(DamagedError):
        file.unlock(SECOND_PASSPHRASE)
    with closing(file.unlock(PASSPHRASE)) as store:
        assert not store.verify().head_is_whole
        assert store.load(kept.id).session.label == "kept"


def test_nobody_is_given_the_new_master_key_by_putting_a_slot_there(file: InAFile) -> None:
    """The attacker could open the store once, and puts a slot of theirs in another's place."""
    with closing(file.make()) as store:
        file.add_second(store)
    mine = second_slot()
    theirs = replace(Slot.from_bytes(founding()[0].recovery.to_bytes()), public_key=mine.public_key)
    with editing(file.path) as connection:
        connection.execute("UPDATE slot SET value = ? WHERE id = ?", (theirs.to_bytes(), theirs.id))
    with closing(file.open()) as store:
        store.remove_provider(mine.id)
        assert not store.verify().head_is_whole
    ((value,),) = rows(file.path, "SELECT value FROM slot WHERE id = ?", theirs.id)
    assert value == theirs.to_bytes(), "it was given the new master key"


def test_a_slot_more_or_less_is_found(file: InAFile) -> None:
    file.make().close()
    with editing(file.path) as connection:
        connection.execute("INSERT INTO slot VALUES (?, ?)", (b"x" * 16, second_slot().to_bytes()))
    assert not looked_through(file).head_is_whole
    with editing(file.path) as connection:
        connection.execute(
            "DELETE FROM slot WHERE id IN (?, ?)", (b"x" * 16, founding()[0].recovery.id)
        )
    assert not looked_through(file).head_is_whole


def test_the_file_of_another_program_is_left_alone(file: InAFile) -> None:
    with editing(file.path) as connection:
        connection.execute("CREATE TABLE theirs (note TEXT)")
    before = file.path.read_bytes()
    with pytest.raises(ForeignFileError):
        file.open()
    file.path.write_bytes(b"not a database at all, but a letter to someone" * 20)
    with pytest.raises(ForeignFileError):
        file.open()
    file.path.write_bytes(before)
    with closing(sqlite3.connect(file.path)) as theirs:
        assert theirs.execute("SELECT name FROM sqlite_schema").fetchall() == [("theirs",)]


def test_a_store_of_a_newer_version_is_left_alone(file: InAFile) -> None:
    file.make().close()
    with editing(file.path) as connection:
        connection.execute("PRAGMA user_version = 2")
    before = file.path.read_bytes()
    with pytest.raises(NewerVersionError):
        file.open()
    assert file.path.read_bytes() == before
