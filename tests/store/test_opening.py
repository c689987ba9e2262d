"""Making a store, and opening it, with all that lies around it."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from decision_aid.store.anchor import Anchor
from decision_aid.store.errors import (
    InUseError,
    NoRoomError,
    NotOpenedError,
    OlderStoreError,
    StoreError,
    WeakPassphraseError,
)
from decision_aid.store.opening import make_store, wait_seconds
from decision_aid.store.unlock_tries import read_tries

from tests.store.places import PASSPHRASE, founding
from tests.store.stores import Stored
from tests.store.torture.subject import said


@pytest.fixture
def stored(tmp_path: Path) -> Stored:
    return Stored(tmp_path)


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()
    }


def test_a_store_is_made_and_opens_with_its_passphrase_and_its_code(stored: Stored) -> None:
    made = make_store(stored.folder, stored.state, "Ann", PASSPHRASE, stored.computer)
    kept = made.store.keep(said(1, 1))
    made.store.close()
    for secret, name in ((PASSPHRASE, "Ann"), (made.recovery_code, "Recovery code")):
        opened = stored.unlock(secret)
        assert opened.store.load(kept.id).session == said(1, 1)
        assert opened.store.provider.name == name
        assert opened.news == ()
        opened.store.close()


def test_only_the_owner_sees_any_of_it(stored: Stored) -> None:
    stored.keep(said(1, 1))
    store = stored.open().store
    store.keep(said(2, 1))
    for one in (stored.folder, stored.state, *stored.root.rglob("*/*")):
        assert one.stat().st_mode & 0o077 == 0, one
    store.close()


def test_a_folder_that_others_could_look_into_is_closed_to_them(stored: Stored) -> None:
    stored.folder.mkdir(mode=0o755)
    stored.make().close()
    assert stored.folder.stat().st_mode & 0o777 == 0o700


def test_where_a_store_stands_none_is_made(stored: Stored) -> None:
    stored.keep(said(1, 1))
    before = files(stored.root)
    with pytest.raises(StoreError, match="here already"):
        make_store(stored.folder, stored.state, "Ben", PASSPHRASE, stored.computer)
    with pytest.raises(StoreError, match="here already"):
        stored.make()
    assert files(stored.root) == before


def test_a_damaged_store_is_not_made_over(stored: Stored) -> None:
    stored.folder.mkdir()
    stored.path.write_bytes(b"")
    with pytest.raises(StoreError, match="here already"):
        make_store(stored.folder, stored.state, "Ben", PASSPHRASE, stored.computer)
    assert stored.path.read_bytes() == b""


def test_nothing_half_made_is_left_where_there_is_no_room(tmp_path: Path) -> None:
    stored = Stored(tmp_path, room=1 << 60)
    with pytest.raises(NoRoomError):
        stored.make()
    assert files(tmp_path) == {}


def test_a_weak_passphrase_makes_nothing(stored: Stored) -> None:
    with pytest.raises(WeakPassphraseError):
        make_store(stored.folder, stored.state, "Ann", "short", stored.computer)
    assert files(stored.root) == {}


def test_what_an_ended_program_left_half_made_is_in_nobodys_way(stored: Stored) -> None:
    stored.folder.mkdir()
    stored.folder.joinpath("sessions.ddx.making").write_bytes(b"half")
    kept = stored.keep(said(1, 1))
    assert stored.read() == {kept[0]: said(1, 1)}
    assert not list(stored.folder.glob("*making*"))


def test_tries_in_vain_are_counted_delayed_and_written_down_once(stored: Stored) -> None:
    stored.make().close()
    waits = []
    for _ in range(3):
        with pytest.raises(NotOpenedError):
            stored.unlock("not the passphrase at all")
        waits.append(wait_seconds(stored.state))
    assert waits == [1, 2, 4]
    opened = stored.unlock(PASSPHRASE)
    assert [one.kind for one in opened.news] == ["failed_tries"]
    failed = [one for one in opened.store.audit() if one.event == "unlock_failed"]
    assert [(one.times, one.by) for one in failed] == [(3, b"")]
    opened.store.close()
    assert wait_seconds(stored.state) == 0
    assert stored.news() == []


def test_a_store_in_use_is_no_try_in_vain(stored: Stored) -> None:
    store = stored.make()
    with pytest.raises(InUseError):
        stored.unlock(PASSPHRASE)
    assert wait_seconds(stored.state) == 0
    store.close()


def test_the_slot_used_last_is_remembered(stored: Stored) -> None:
    stored.make().close()
    assert read_tries(stored.state).last_slot == founding()[0].by
    stored.unlock(founding()[1]).store.close()
    assert read_tries(stored.state).last_slot == founding()[0].recovery.id


def older(stored: Stored) -> bytes:
    """Go on after a copy was made, and put the copy back."""
    stored.keep(said(1, 1))
    copy = stored.path.read_bytes()
    opened = stored.open()
    opened.store.keep(said(2, 1))
    opened.store.close()
    stored.path.write_bytes(copy)
    return copy


def test_an_older_store_is_opened_only_by_choice(stored: Stored) -> None:
    copy = older(stored)
    for _ in range(2):
        with pytest.raises(OlderStoreError):
            stored.open()
        assert stored.path.read_bytes() == copy
    opened = stored.open(accept_older=True)
    assert [one.kind for one in opened.news] == ["older_accepted"]
    assert len(opened.store.listed()) == 1
    opened.store.close()
    assert "older_store_accepted" in stored.events()
    assert stored.news() == []


def test_an_older_store_is_not_made_to_pass_by_damaging_it(stored: Stored) -> None:
    copy = bytearray(older(stored))
    copy[50] ^= 255
    for at in range(16):
        copy[at] = 0
    stored.path.write_bytes(copy)
    with pytest.raises(OlderStoreError):
        stored.open()
    assert stored.path.read_bytes() == copy


def test_two_stores_side_by_side_are_each_as_old_as_they_are(stored: Stored) -> None:
    made = make_store(stored.folder, stored.state, "Ann", PASSPHRASE, stored.computer)
    made.store.keep(said(1, 1))
    made.store.close()
    elsewhere = stored.root / "elsewhere"
    shutil.move(stored.folder, elsewhere)
    stored.make().close()
    assert len(list(stored.state.glob("*.epoch"))) == 2
    assert stored.news() == []
    shutil.rmtree(stored.folder)
    shutil.move(elsewhere, stored.folder)
    opened = stored.unlock(PASSPHRASE)
    assert opened.news == ()
    opened.store.close()


def test_what_is_not_remembered_any_more_is_told(stored: Stored) -> None:
    stored.make().close()
    next(stored.state.glob("*.epoch")).unlink()
    assert stored.news() == ["no_anchor"]
    assert stored.news() == []


def test_on_a_computer_that_never_saw_the_store_nothing_is_missed(stored: Stored) -> None:
    stored.make().close()
    shutil.rmtree(stored.state)
    assert stored.news() == []


def test_a_forged_memory_is_told_and_not_believed(stored: Stored) -> None:
    stored.make().close()
    Anchor(stored.state, stored.keys.store, b"x" * 64).forget()
    assert Anchor(stored.state, stored.keys.store, b"x" * 64).remember(10_000)
    assert stored.news() == ["no_anchor"]
    assert stored.news() == []


def test_a_store_goes_on_where_nothing_can_be_remembered(stored: Stored) -> None:
    stored.make().close()
    shutil.rmtree(stored.state)
    stored.state.write_text("a file where the folder should be", "utf-8")
    opened = stored.open()
    kept = opened.store.keep(said(1, 1))
    opened.store.close()
    assert stored.read() == {kept.id: said(1, 1)}


def test_a_clock_set_back_ten_years_loses_and_reorders_nothing(stored: Stored) -> None:
    stored.keep(said(1, 1))
    stored.clock.now -= timedelta(days=3653)
    opened = stored.open()
    assert opened.news == ()
    which = opened.store.listed()[0].id
    assert opened.store.save(which, 1, said(1, 2)) == 2
    opened.store.keep(said(2, 1))
    opened.store.close()
    assert set(stored.read().values()) == {said(1, 2), said(2, 1)}
