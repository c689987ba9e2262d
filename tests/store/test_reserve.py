"""Room that is kept free, and given up when the disk is full."""

from pathlib import Path

from decision_aid.store.reserve import ROOM, Reserve


def test_room_is_held_back_once(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path)
    assert not reserve.is_there
    assert reserve.hold()
    assert reserve.hold()
    file = tmp_path / "sessions.reserve"
    assert reserve.is_there
    assert file.stat().st_size == ROOM == 4 * 1024 * 1024
    assert file.stat().st_mode & 0o077 == 0


def test_the_room_is_really_taken_from_the_disk(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path, 100_000)
    reserve.hold()
    assert (tmp_path / "sessions.reserve").stat().st_blocks * 512 >= 100_000


def test_it_is_given_up_once_and_can_be_held_again(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path, 1000)
    reserve.hold()
    assert reserve.give_up()
    assert not reserve.give_up()
    assert not reserve.is_there
    assert reserve.hold()


def test_a_shortened_one_is_filled_up(tmp_path: Path) -> None:
    (tmp_path / "sessions.reserve").write_bytes(b"short")
    reserve = Reserve(tmp_path, 1000)
    assert not reserve.is_there
    assert reserve.hold()
    assert reserve.is_there


def test_where_there_is_no_room_none_is_held(tmp_path: Path) -> None:
    assert not Reserve(tmp_path, 1 << 60).hold()
    assert list(tmp_path.iterdir()) == []
    assert not Reserve(tmp_path / "gone", 1000).hold()
