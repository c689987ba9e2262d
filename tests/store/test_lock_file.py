"""One program at a time, whatever lies in the store's place and whoever opens it meanwhile."""

import subprocess
import sys
from pathlib import Path

import pytest
from decision_aid.store.back_ups import purge_back_ups
from decision_aid.store.errors import ForeignFileError, InUseError
from decision_aid.store.folder import LOCK, STORE
from decision_aid.store.lock_file import FolderLock

from tests.store.places import PASSPHRASE
from tests.store.stores import Stored
from tests.store.torture.subject import said

ASK = """
import sys
from pathlib import Path
from decision_aid.store.errors import StoreError
from decision_aid.store.lock_file import FolderLock
from decision_aid.store.opening import open_store

folder = Path(sys.argv[1])
try:
    open_store(folder, folder / "none", "not the passphrase")
except StoreError as told:
    print(type(told).__name__, flush=True)
if sys.argv[2] == "hold":
    lock = FolderLock(folder)
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def stored(tmp_path: Path) -> Stored:
    return Stored(tmp_path)


def another_program(stored: Stored, then: str) -> "subprocess.Popen[str]":
    words = [sys.executable, "-c", ASK, str(stored.folder), then]
    return subprocess.Popen(words, stdin=-1, stdout=-1, text=True)


def test_reading_the_file_here_lets_no_other_program_in(stored: Stored) -> None:
    store = stored.make()
    # By the rule of POSIX this ends the lock that SQLite has on the file.
    stored.path.read_bytes()
    with another_program(stored, "") as other:
        assert other.communicate()[0].split() == ["InUseError"]
    store.close()


def test_a_file_damaged_while_it_is_open_is_mended_by_nobody_else(stored: Stored) -> None:
    store = stored.make()
    kept = store.keep(said(1, 1))
    data = stored.path.read_bytes()
    stored.path.write_bytes(bytes(100) + data[100:])
    with pytest.raises(InUseError):
        stored.unlock(PASSPHRASE)
    with pytest.raises(InUseError):
        stored.open()
    assert store.save(kept.id, 1, said(1, 2)) == 2
    store.close()
    assert not list(stored.folder.glob(f"{STORE}.*"))
    assert stored.read() == {kept.id: said(1, 2)}


def test_who_closes_lets_the_next_one_in_and_so_does_who_is_killed(stored: Stored) -> None:
    stored.make().close()
    FolderLock(stored.folder).let_go()
    with another_program(stored, "hold") as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "NotOpenedError\n"
        assert other.stdout.readline() == "held\n"
        with pytest.raises(InUseError):
            stored.open()
        other.kill()
        other.wait()
    stored.open().store.close()


def test_an_opening_that_fails_lets_the_next_one_in(stored: Stored) -> None:
    stored.keep(said(1, 1))
    purge_back_ups(stored.folder)
    copy = stored.path.read_bytes()
    stored.path.write_bytes(b"a letter to my aunt")
    for _ in range(2):
        with pytest.raises(ForeignFileError):
            stored.unlock(PASSPHRASE)
    stored.path.write_bytes(copy)
    stored.open().store.close()


def test_the_locked_file_is_empty_the_owners_own_and_stays(stored: Stored) -> None:
    stored.keep(said(1, 1))
    lock = stored.folder / LOCK
    before = lock.stat()
    data = stored.path.read_bytes()
    stored.path.write_bytes(bytes(100) + data[100:])
    assert stored.news() == ["set_aside"]
    after = lock.stat()
    assert (after.st_ino, after.st_size) == (before.st_ino, 0)
    assert after.st_mode & 0o777 == 0o600
