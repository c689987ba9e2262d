"""What this computer remembers of a store, outside it."""

from pathlib import Path

import pytest
from decision_aid.store.anchor import Anchor
from decision_aid.store.api import SlotId
from decision_aid.store.errors import DamagedError
from decision_aid.store.unlock_tries import UnlockTries, read_tries, write_tries
from hypothesis import given
from hypothesis import strategies as st

STORE, OTHER = b"s" * 16, b"o" * 16
MASTER = b"m" * 64


def file_of(state: Path) -> Path:
    return next(state.glob("*.epoch"))


def test_an_epoch_is_remembered(tmp_path: Path) -> None:
    anchor = Anchor(tmp_path, STORE, MASTER)
    assert anchor.last_seen() is None
    for epoch in (1, 2, 3, 10, 11):
        assert anchor.remember(epoch)
        assert Anchor(tmp_path, STORE, MASTER).last_seen() == epoch
    assert file_of(tmp_path).stat().st_mode & 0o077 == 0


def test_two_stores_side_by_side_are_remembered_apart(tmp_path: Path) -> None:
    Anchor(tmp_path, STORE, MASTER).remember(7)
    Anchor(tmp_path, OTHER, MASTER).remember(2)
    assert Anchor(tmp_path, STORE, MASTER).last_seen() == 7
    assert Anchor(tmp_path, OTHER, MASTER).last_seen() == 2


def test_what_another_key_wrote_is_not_believed(tmp_path: Path) -> None:
    Anchor(tmp_path, STORE, b"x" * 64).remember(7)
    with pytest.raises(DamagedError):
        Anchor(tmp_path, STORE, MASTER).last_seen()


def test_what_is_remembered_of_one_store_is_not_believed_of_another(tmp_path: Path) -> None:
    Anchor(tmp_path, STORE, MASTER).remember(7)
    file_of(tmp_path).rename(tmp_path / f"{OTHER.hex()}.epoch")
    with pytest.raises(DamagedError):
        Anchor(tmp_path, OTHER, MASTER).last_seen()


@pytest.mark.parametrize("torn", range(0, 61, 6))
def test_a_half_written_epoch_leaves_the_one_before(tmp_path: Path, torn: int) -> None:
    anchor = Anchor(tmp_path, STORE, MASTER)
    anchor.remember(7)
    anchor.remember(8)
    before = file_of(tmp_path).read_bytes()
    anchor.remember(9)
    after = file_of(tmp_path).read_bytes()
    at = 4096  # Where odd epochs are.
    file_of(tmp_path).write_bytes(before[:at] + after[at : at + torn] + before[at + torn :])
    assert anchor.last_seen() in {8, 9}


@given(at=st.integers(0, 4096 + 59), flip=st.integers(1, 255))
def test_no_altered_byte_makes_an_epoch_that_was_not_seen(
    tmp_path_factory: pytest.TempPathFactory, at: int, flip: int
) -> None:
    state = tmp_path_factory.mktemp("state")
    anchor = Anchor(state, STORE, MASTER)
    anchor.remember(5)
    anchor.remember(6)
    data = bytearray(file_of(state).read_bytes())
    data[at % len(data)] ^= flip
    file_of(state).write_bytes(data)
    assert anchor.last_seen() in {5, 6}


@pytest.mark.parametrize("data", [b"", b"\0" * 60, b"DDXA"])
def test_an_emptied_file_is_not_believed(tmp_path: Path, data: bytes) -> None:
    anchor = Anchor(tmp_path, STORE, MASTER)
    anchor.remember(5)
    file_of(tmp_path).write_bytes(data)
    with pytest.raises(DamagedError):
        anchor.last_seen()
    anchor.forget()
    assert anchor.last_seen() is None


def test_a_state_folder_that_is_gone_stops_nothing(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert not Anchor(gone, STORE, MASTER).remember(1)
    write_tries(gone, UnlockTries(failed=1))
    assert read_tries(gone) == UnlockTries()


def test_the_wait_grows_from_one_second_to_thirty() -> None:
    tries, waits = UnlockTries(), []
    for _ in range(8):
        waits.append(tries.wait_seconds)
        tries = tries.one_more()
    assert waits == [0, 1, 2, 4, 8, 16, 30, 30]
    assert UnlockTries(failed=10_000).one_more().wait_seconds == 30


def test_tries_and_the_slot_used_last_are_written_down(tmp_path: Path) -> None:
    for tries in (UnlockTries(failed=3), UnlockTries(failed=0, last_slot=SlotId(b"\x07" * 16))):
        write_tries(tmp_path, tries)
        assert read_tries(tmp_path) == tries
    assert [one.name for one in tmp_path.iterdir()] == ["unlocking"]


@pytest.mark.parametrize("text", ["", "x", "-1 ", "1 zz", "1 aa", "² ", "1 2 3", "9" * 40 + " "])
def test_a_damaged_note_of_tries_is_no_trouble(tmp_path: Path, text: str) -> None:
    (tmp_path / "unlocking").write_text(text, "utf-8")
    assert 0 <= read_tries(tmp_path).wait_seconds <= 30
