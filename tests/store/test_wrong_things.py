"""Whatever is wrong has an error of its own, in a sentence that names nothing of a person's."""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from decision_aid.store.api import SessionId, SessionStore
from decision_aid.store.computer import Computer
from decision_aid.store.errors import (
    DamagedError,
    ForeignFileError,
    InUseError,
    NetworkShareError,
    NewerVersionError,
    NoFolderError,
    NoRoomError,
    NotOpenedError,
    OlderStoreError,
    ReadOnlyError,
    StoreError,
)
from decision_aid.store.key_cost import FLOOR
from decision_aid.store.network_share import is_on_network
from decision_aid.store.opening import make_store
from decision_aid.store.reserve import Reserve
from decision_aid.store.saving import begin

from tests.store.places import PASSPHRASE
from tests.store.stores import Stored
from tests.store.torture.subject import said

MIB = 1024 * 1024

MOUNTS = r"""
22 27 0:21 / /proc rw,relatime shared:5 - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 27 0:40 / /home rw,relatime shared:2 - ext4 /dev/vdb rw
41 40 0:41 / /home/shared\040files rw,relatime shared:3 - cifs //server/all rw,vers=3.0
42 40 0:42 / /home/nfs rw - nfs4 server:/all rw
43 40 0:43 / /home/ssh rw - fuse.sshfs user@server: rw
44 42 0:44 / /home/nfs/disk rw - ext4 /dev/vdc rw
45 27 0:45 / /twice rw - ext4 /dev/vdd rw
46 27 0:46 / /twice rw - 9p share rw
half a line
"""


@pytest.fixture
def stored(tmp_path: Path) -> Stored:
    return Stored(tmp_path)


@contextmanager
def mounted(place: Path, options: str) -> Iterator[None]:
    """A file system in memory, where the one who runs the tests may mount one."""
    place.mkdir(exist_ok=True)
    words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    if (
        not shutil.which("mount")
        or subprocess.run(words, capture_output=True, check=False).returncode
    ):
        pytest.skip("only who may mount a file system can fill one")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def wrong_passphrase(stored: Stored) -> None:
    stored.make().close()
    stored.unlock("not the passphrase at all")


def foreign_file(stored: Stored) -> None:
    stored.folder.mkdir()
    stored.path.write_bytes(b"a letter to my aunt")
    stored.unlock(PASSPHRASE)


def newer_version(stored: Stored) -> None:
    stored.make().close()
    with sqlite3.connect(stored.path) as opened:
        opened.execute("PRAGMA user_version = 2")
    opened.close()
    stored.unlock(PASSPHRASE)


def damaged_file(stored: Stored) -> None:
    stored.folder.mkdir()
    stored.path.write_bytes(bytes(4096))
    stored.unlock(PASSPHRASE)


def older_store(stored: Stored) -> None:
    stored.make().close()
    copy = stored.path.read_bytes()
    stored.open().store.close()
    stored.path.write_bytes(copy)
    stored.unlock(PASSPHRASE)


def in_use(stored: Stored) -> None:
    store = stored.make()
    try:
        stored.unlock(PASSPHRASE)
    finally:
        store.close()


def no_room(stored: Stored) -> None:
    Stored(stored.root, room=1 << 60).make()


def file_for_a_folder(stored: Stored) -> None:
    stored.folder.write_bytes(b"")
    stored.make()


def network_share(stored: Stored) -> None:
    mounts = f"41 40 0:41 / {stored.folder} rw - cifs //server/all rw"
    computer = Computer(cost=FLOOR, mounts=mounts)
    make_store(stored.folder, stored.state, "Ann", PASSPHRASE, computer)


def standing_already(stored: Stored) -> None:
    stored.make().close()
    make_store(stored.folder, stored.state, "Ben", PASSPHRASE, stored.computer)


WRONG: dict[Callable[[Stored], None], type[StoreError]] = {
    wrong_passphrase: NotOpenedError,
    foreign_file: ForeignFileError,
    newer_version: NewerVersionError,
    damaged_file: DamagedError,
    older_store: OlderStoreError,
    in_use: InUseError,
    no_room: NoRoomError,
    file_for_a_folder: NoFolderError,
    network_share: NetworkShareError,
    standing_already: StoreError,
}


def test_each_has_an_error_and_a_sentence_of_its_own_without_a_name(tmp_path: Path) -> None:
    texts = set()
    for number, (wrong, kind) in enumerate(WRONG.items()):
        root = tmp_path / str(number)
        root.mkdir()
        with pytest.raises(StoreError) as raised:
            wrong(Stored(root))
        text = str(raised.value)
        assert type(raised.value) is kind, wrong.__name__
        assert re.fullmatch(r"[A-Z][^/\\_]+\.", text), text
        assert not {"Ann", "Ben", "Anna", "Mill"} & set(re.findall(r"\w+", text))
        texts.add(text)
    assert len(texts) == len(WRONG)


def test_a_folder_that_may_not_be_written_to_is_told_as_that(stored: Stored) -> None:
    with mounted(stored.folder, "size=1m"):
        stored.make().close()
        subprocess.run(["mount", "-o", "remount,ro", str(stored.folder)], check=True)
        with pytest.raises(ReadOnlyError):
            stored.unlock(PASSPHRASE)


@pytest.mark.parametrize(
    ("place", "is_remote"),
    [
        ("/home/ann/data", False),
        ("/home/shared files/ann", True),
        ("/home/shared", False),
        ("/home/nfs/ann/not/yet/there", True),
        ("/home/nfs/disk/ann", False),
        ("/home/ssh", True),
        ("/twice/over", True),
        ("/", False),
    ],
)
def test_a_network_share_is_known_by_its_mount(place: str, is_remote: bool) -> None:  # noqa: FBT001 - a case
    assert is_on_network(Path(place), MOUNTS) is is_remote


def test_a_store_on_a_network_share_is_not_opened(stored: Stored) -> None:
    stored.make().close()
    computer = Computer(mounts=f"41 40 0:41 / {stored.root} rw - nfs4 server:/all rw")
    with pytest.raises(NetworkShareError):
        computer.check_for_opening(stored.folder)


def test_this_computers_own_folder_is_no_share(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path)


def test_a_newer_store_is_left_as_it_is(stored: Stored) -> None:
    with pytest.raises(NewerVersionError):
        newer_version(stored)
    before = stored.path.read_bytes()
    with pytest.raises(NewerVersionError):
        stored.unlock(PASSPHRASE)
    assert stored.path.read_bytes() == before
    assert sorted(one.name for one in stored.folder.iterdir()) == [
        "back-ups",
        "sessions.ddx",
        "sessions.reserve",
    ]


def test_a_foreign_file_is_left_as_it_is(stored: Stored) -> None:
    with pytest.raises(ForeignFileError):
        foreign_file(stored)
    assert stored.path.read_bytes() == b"a letter to my aunt"


def test_a_damaged_slot_is_told_like_a_wrong_passphrase(stored: Stored, tmp_path: Path) -> None:
    with pytest.raises(NotOpenedError) as wrong:
        wrong_passphrase(stored)
    other = Stored(tmp_path / "other")
    other.make().close()
    with sqlite3.connect(other.path) as opened:
        for which, value in opened.execute("SELECT id, value FROM slot").fetchall():
            bad = value[:90] + bytes([value[90] ^ 1]) + value[91:]
            opened.execute("UPDATE slot SET value = ? WHERE id = ?", (bad, which))
    opened.close()
    with pytest.raises(NotOpenedError) as damaged:
        other.unlock(PASSPHRASE)
    assert str(damaged.value) == str(wrong.value)


def test_on_a_full_disk_the_reserve_lets_the_open_session_be_saved(tmp_path: Path) -> None:
    stored = Stored(tmp_path, room=MIB // 4)
    with mounted(stored.folder, "size=1m"):
        store = stored.make()
        session = said(1, 1)
        copy = begin(store, session, lambda _: None)
        assert Reserve(stored.folder, stored.room).is_there
        filled = fill(stored.folder / "other")
        assert filled > 0
        big = said(1, 2, 60_000)
        assert "nearly full" in copy.save(big)
        assert not Reserve(stored.folder, stored.room).is_there
        assert store.load(copy.which).session == big
        assert copy.save(session) == ""
        store.close()
        opened = stored.open()
        assert "nearly_full" in [one.kind for one in opened.news]
        assert opened.store.load(copy.which).session == session
        opened.store.close()
        (stored.folder / "other").unlink()
        assert "nearly_full" not in stored.news()
        assert Reserve(stored.folder, stored.room).is_there


def fill(path: Path) -> int:
    """Fill the disk to its last byte; how many it took."""
    written = 0
    with path.open("wb", buffering=0) as file:
        for size in (4096, 256, 1):
            while True:
                try:
                    written += file.write(b"x" * size)
                except OSError:
                    break
    return written


def kept_until_full(store: SessionStore) -> set[SessionId]:
    """Keep sessions until the disk is full; those of which it was said that they are kept."""
    kept: set[SessionId] = set()
    while True:
        try:
            kept.add(store.keep(said(len(kept), 1, 3000)).id)
        except NoRoomError:
            return kept


def test_what_was_saved_is_there_after_the_disk_was_full(tmp_path: Path) -> None:
    stored = Stored(tmp_path, room=MIB // 8)
    with mounted(stored.folder, "size=1m"):
        store = stored.make()
        acknowledged = kept_until_full(store)
        assert len(acknowledged) > 10
        assert {one.id for one in store.listed()} == acknowledged
        assert store.verify().is_whole
        store.close()
        (stored.folder / "sessions.reserve").unlink(missing_ok=True)
        assert len(stored.unlock(PASSPHRASE).store.listed()) == len(acknowledged)


def test_a_folder_that_vanishes_loses_nothing_in_silence(stored: Stored) -> None:
    store = stored.make()
    kept = store.keep(said(1, 1))
    away = stored.root / "away"
    stored.folder.rename(away)
    try:
        store.save(kept.id, 1, said(1, 2))
        saved = said(1, 2)
    except StoreError:
        saved = said(1, 1)
    store.close()
    with pytest.raises(NoFolderError):
        stored.unlock(PASSPHRASE)
    away.rename(stored.folder)
    assert stored.read() == {kept.id: saved}


def test_a_flipped_byte_is_mended_or_told_by_an_error_of_ours(stored: Stored) -> None:
    stored.keep(said(1, 1))
    data = stored.path.read_bytes()
    came_of_it = set()
    for at in (0, 20, 69, 3000, 4096, 5000, 4 * 4096 - 300, len(data) - 9):
        stored.path.write_bytes(data[:at] + bytes([data[at] ^ 0x80]) + data[at + 1 :])
        try:
            opened = stored.open(accept_older=True)
        except StoreError as told:
            came_of_it.add(type(told))
        else:
            opened.store.close()
    assert came_of_it <= {DamagedError, ForeignFileError}
