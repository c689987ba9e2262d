"""The file of a store: locked, private, flushed, and honest about what is wrong with it."""

import gc
import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from decision_aid.store.database import Database
from decision_aid.store.errors import (
    DamagedError,
    DiskFailedError,
    InUseError,
    NoFolderError,
    NoRoomError,
    ReadOnlyError,
    StoreError,
)
from decision_aid.store.session_rows import rows_in
from decision_aid.store.sqlite_errors import telling
from decision_aid.store.store_keys import Keys
from decision_aid.store.tables import TABLES

from tests.builders import a_session
from tests.store.places import InAFile, founding

SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "locking_mode": "exclusive",
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "foreign_keys": 1,
    "temp_store": 2,
    "checkpoint_fullfsync": 1,
    "fullfsync": 1,
}


@pytest.mark.parametrize("name", SETTINGS)
def test_the_settings_that_keep_what_is_saved_are_on(tmp_path: Path, name: str) -> None:
    with Database(tmp_path / "new.ddx", create=True) as database:
        value = database._driver.execute(f"PRAGMA {name}").fetchone()[0]
    assert value == SETTINGS[name]


def test_all_its_files_are_its_owner_s_only(file: InAFile) -> None:
    mask = os.umask(0)
    try:
        with closing(file.make()) as store:
            store.keep(a_session())
            modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in file.folder.iterdir()}
    finally:
        os.umask(mask)
    assert modes == {"sessions.ddx": 0o600, "sessions.ddx-wal": 0o600}


def test_a_second_window_is_told_and_takes_nothing_from_the_first(file: InAFile) -> None:
    with closing(file.make()) as store:
        kept = store.keep(a_session())
        with pytest.raises(InUseError):
            file.open()
        store.save(kept.id, 1, a_session(label="still here"))
    with closing(file.open()) as store:
        assert store.load(kept.id).session.label == "still here"


def test_a_file_is_not_made_over_another(file: InAFile) -> None:
    file.make().close()
    before = file.path.read_bytes()
    with pytest.raises(StoreError):
        file.make()
    assert file.path.read_bytes() == before


def test_a_file_that_is_not_there_is_not_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(NoFolderError):
        Database(tmp_path / "none.ddx")
    with pytest.raises(NoFolderError):
        Database(tmp_path / "no folder" / "none.ddx", create=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("length", [0, 50, 100, 4095, 4096, 9000])
def test_a_file_cut_short_is_damaged(file: InAFile, length: int) -> None:
    file.make().close()
    os.truncate(file.path, length)
    with pytest.raises(DamagedError):
        file.open()


def test_a_beginning_of_zeros_is_damage_and_no_foreign_file(file: InAFile) -> None:
    file.make().close()
    whole = file.path.read_bytes()
    for zeros in (16, 100, 4096):
        file.path.write_bytes(bytes(zeros) + whole[zeros:])
        with pytest.raises(DamagedError):
            file.open()


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (3, ReadOnlyError),
        (5, InUseError),
        (6, InUseError),
        (8 | 6 << 8, ReadOnlyError),  # SQLITE_READONLY_DIRECTORY
        (10 | 4 << 8, DiskFailedError),  # SQLITE_IOERR_FSYNC
        (11, DamagedError),
        (13, NoRoomError),
        (14, ReadOnlyError),
        (19, DamagedError),
        (26, DamagedError),
    ],
)
def test_what_sqlite_reports_is_told_by_its_code(
    tmp_path: Path, code: int, error: type[StoreError]
) -> None:
    problem = sqlite3.OperationalError("a text with somebody's name in it")
    problem.sqlite_errorcode = code
    with pytest.raises(error) as told, telling(tmp_path, sqlite3.Error):
        raise problem
    assert "name" not in str(told.value)
    assert told.value.__suppress_context__


def test_a_full_disk_leaves_the_last_save_and_the_next_one_works(file: InAFile) -> None:
    """The file's own bound stands for the disk's: SQLite reports both alike."""
    with closing(file.make()) as store:
        kept = store.keep(a_session(label="before"))
        driver = store._access._database._driver
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count = {pages}")
        large = a_session(label="large", open_questions=("x" * 4000,) * 20)
        with pytest.raises(NoRoomError):
            store.save(kept.id, 1, large)
        assert store.load(kept.id).session.label == "before"
        driver.execute("PRAGMA max_page_count = 1000000")
        assert store.save(kept.id, 1, large) == 2
        assert store.verify().is_whole


def test_a_copy_is_a_whole_store_of_its_owner_s_only(file: InAFile, tmp_path: Path) -> None:
    copy = InAFile(tmp_path / "copy")
    copy.folder.mkdir()
    with closing(file.make()) as store:
        kept = store.keep(a_session(label="copied"))
        store._access._database.copy_to(copy.path)
        store.save(kept.id, 1, a_session(label="later"))
        with pytest.raises(StoreError):
            store._access._database.copy_to(copy.path)
    assert stat.S_IMODE(copy.path.stat().st_mode) == 0o600
    with closing(copy.open()) as store:
        assert store.load(kept.id).session.label == "copied"
        assert store.verify().is_whole


def test_nothing_of_deleted_sessions_is_left_in_the_file(file: InAFile) -> None:
    """Fifty of a hundred, saved several times each before they are deleted."""
    with closing(file.make()) as store:
        ids = [store.keep(a_session(label=str(n))).id for n in range(100)]
        for n, which in enumerate(ids):
            store.save(which, 1, a_session(label=f"{n} again", open_questions=("x" * n * 90,)))
        with store._access.reading() as unit:
            found = {row.id: row for row in rows_in(unit.connection)}
        store.delete(*ids[::2])
        there = b"".join(one.read_bytes() for one in sorted(file.folder.iterdir()))
        assert store.verify().is_whole
        # SQLite leaves copies in pages when it moves rows; only a file written anew has none.
        assert store._access._database._driver.execute("PRAGMA freelist_count").fetchone() == (0,)
    after = file.path.read_bytes()
    gone = [
        part[at : at + 24]
        for which in ids[::2]
        for part in (found[which].key, found[which].listing, found[which].body)
        for at in range(0, len(part) - 24, 200)
    ]
    assert sum(one in there or one in after for one in gone) == 0
    assert all(found[which].key in after for which in ids[1::2])


def test_nothing_of_an_old_slot_or_master_key_is_left_in_the_file(file: InAFile) -> None:
    with closing(file.make()) as store:
        file.add_second(store)
        kept = store.keep(a_session())
    before = file.path.read_bytes()
    slots = [founding()[0].slot.sealed_master, founding()[0].recovery.sealed_master]
    assert all(one in before for one in slots)
    with closing(file.open()) as store:
        with store._access.reading() as unit:
            (row,) = rows_in(unit.connection)
        other = next(one for one in store.providers() if one != store.provider)
        store.remove_provider(other.slot)
        there = b"".join(one.read_bytes() for one in file.folder.iterdir())
        assert store.load(kept.id).revision == 1
    for one in (*slots, row.key, row.body[:60], row.listing[:60], other.slot):
        assert one not in there


def test_nothing_of_a_session_is_in_the_file_but_sealed(file: InAFile) -> None:
    marker = "Marzipan7"
    session = a_session(label=marker, review=marker, open_questions=(marker,), feels_missing=marker)
    with closing(file.make()) as store:
        kept = store.keep(session)
        store.save(kept.id, 1, session)
        there = b"".join(one.read_bytes() for one in file.folder.iterdir())
    for word in (marker, "Anna", "small", "2026-11", "prescriber"):
        assert word.encode() not in there
        assert word.encode("utf-16-le") not in there


def test_a_text_in_an_error_of_sqlalchemy_holds_no_value(file: InAFile) -> None:
    with closing(file.make()) as store:
        assert store._access._database._engine.hide_parameters


def test_no_key_can_be_reached_after_the_store_is_closed(file: InAFile) -> None:
    gc.collect()
    before = sum(isinstance(one, Keys) for one in gc.get_objects())
    store = file.make()
    store.load(store.keep(a_session()).id)
    store.close()
    gc.collect()
    assert sum(isinstance(one, Keys) for one in gc.get_objects()) == before


def test_every_epoch_is_told_once_it_is_on_the_disk_and_never_twice(file: InAFile) -> None:
    with closing(file.make()) as store:
        kept = store.keep(a_session())
        store.save(kept.id, 1, a_session(label="x"))
        store.listed()
        store.verify()
        store.audit()
        with pytest.raises(StoreError):
            store.save(kept.id, 1, a_session())
        store.delete(kept.id)
    assert file.epochs == [2, 3, 4]


def test_a_store_left_without_closing_is_read_from_its_log(file: InAFile, tmp_path: Path) -> None:
    left = InAFile(tmp_path / "left")
    left.folder.mkdir()
    with closing(file.make()) as store:
        kept = store.keep(a_session(label="in the log"))
        for one in file.folder.iterdir():
            if one.is_file():
                shutil.copy(one, left.folder)
    with closing(left.open()) as store:
        assert store.load(kept.id).session.label == "in the log"
        assert store.verify().is_whole


def test_there_is_room_for_nothing_but_sealed_bytes_ids_and_counts() -> None:
    columns = {
        (table.name, column.name): column.type.__visit_name__
        for table in TABLES.tables.values()
        for column in table.columns
    }
    others = {name for name, kind in columns.items() if kind != "large_binary"}
    assert others == {("meta", "name"), ("session", "revision"), ("audit", "number")}
