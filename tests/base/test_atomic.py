"""A file is written as a whole or not at all, and what is told gives no place away."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from decision_aid.base import atomic, part_files
from decision_aid.base.errors import DecisionAidError, InputError, MachineError

FULL_DISK = """
import resource, sys
from pathlib import Path
from decision_aid.base.errors import MachineError
from decision_aid.base import atomic

resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    atomic.write(Path(sys.argv[1]), b"new" * 1000)
except MachineError as error:
    print(error)
"""


NOT_ALLOWED = """
import os, sys
from pathlib import Path
from decision_aid.base.errors import InputError
from decision_aid.base import atomic

if os.getuid() == 0:
    os.setuid(65534)
try:
    atomic.write(Path(sys.argv[1]), b"new")
except InputError as error:
    print(error)
"""


def refused(path: Path, kind: type[DecisionAidError]) -> str:
    """What is told when a file cannot be written; its folder is left as it was."""
    with pytest.raises(kind) as told:
        atomic.write(path, b"new")
    said = str(told.value)
    assert "was not written; nothing else was changed." in said
    assert str(path.parent) not in said
    return said


def test_a_new_file_holds_the_data_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path, before = tmp_path / "x.pdf", os.umask(0)
    try:
        atomic.write(path, b"new")
    finally:
        os.umask(before)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_an_old_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"a longer old content")
    atomic.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_of_any_script_and_length_that_fits_is_written(tmp_path: Path) -> None:
    for name in ("ü" * 125 + ".pdf", "x" * 255, "…"):
        atomic.write(tmp_path / name, b"new")
        assert (tmp_path / name).read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 3


def test_a_missing_folder_is_said_and_not_made(tmp_path: Path) -> None:
    said = refused(tmp_path / "nowhere" / "x.pdf", InputError)
    assert "Its folder does not exist" in said
    assert not list(tmp_path.iterdir())


def test_a_file_where_a_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    assert "Its folder does not exist" in refused(tmp_path / "file" / "x.pdf", InputError)
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_folder_of_that_name_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").mkdir()
    (tmp_path / "x.pdf" / "inside").write_bytes(b"old")
    assert "A folder has that name" in refused(tmp_path / "x.pdf", InputError)
    assert (tmp_path / "x.pdf" / "inside").read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["x.pdf"]


@pytest.mark.parametrize("name", ["x" * 300, "a\0b.pdf", "\ud800"], ids=["long", "nul", "half"])
def test_a_name_no_file_can_have_is_said_in_readable_characters(name: str, tmp_path: Path) -> None:
    said = refused(tmp_path / name, InputError)
    assert "Not every computer can keep a file of that name" in said
    assert said.isprintable()
    assert len(said) < 200
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_when_the_disk_is_full_the_old_file_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    words: list[str | Path] = [sys.executable, "-c", FULL_DISK, path]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert "There is no room left" in done.stdout
    assert str(tmp_path) not in done.stdout
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="folders there are not kept shut like this")
@pytest.mark.parametrize(("folder", "file"), [(0o555, 0o666), (0o777, 0o444)])
def test_what_may_not_be_written_stays_and_is_said_without_its_place(
    folder: int, file: int, tmp_path: Path
) -> None:
    inside = tmp_path / "folder"
    inside.mkdir()
    path = inside / "x.pdf"
    path.write_bytes(b"old")
    path.chmod(file)
    inside.chmod(folder)
    for above in (tmp_path, *tmp_path.parents[:2]):
        above.chmod(0o755)
    words: list[str | Path] = [sys.executable, "-c", NOT_ALLOWED, path]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    inside.chmod(0o755)
    assert "It may not be written to, or another program has it open." in done.stdout
    assert str(inside) not in done.stdout
    assert path.read_bytes() == b"old"
    assert list(inside.iterdir()) == [path]


@pytest.mark.parametrize(
    "name",
    ["x.pdf.", "x.pdf ", "CON", "con.pdf", "Lpt1 .pdf", "a:b.pdf", "a\\b.pdf", "what?.pdf", "a|b"],
)
def test_a_name_that_not_every_system_keeps_is_refused_and_nothing_is_written(
    name: str, tmp_path: Path
) -> None:
    near = tmp_path / "x.pdf"
    near.write_bytes(b"old")
    assert "Not every computer can keep a file of that name" in refused(tmp_path / name, InputError)
    assert list(tmp_path.iterdir()) == [near]
    assert near.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["-o.pdf", "😔.pdf", ".hidden", "console.pdf", "a.b.c.pdf", " x"])
def test_an_odd_name_that_every_system_keeps_is_written(name: str, tmp_path: Path) -> None:
    atomic.write(tmp_path / name, b"new")
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_a_folder_that_vanished_meanwhile_is_said(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "x.pdf"
    path.parent.mkdir()
    path.parent.rmdir()
    assert "Its folder does not exist" in refused(path, InputError)


def test_a_link_to_a_folder_is_a_folder_and_one_to_nothing_is_written(tmp_path: Path) -> None:
    link, target = tmp_path / "link.pdf", tmp_path / "target"
    link.symlink_to(target)
    atomic.write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    target.unlink()
    target.mkdir()
    assert "A folder has that name" in refused(link, InputError)


def test_whoever_has_the_old_file_open_reads_it_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    with path.open("rb") as reader:
        atomic.write(path, b"new")
        assert reader.read() == b"old"
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
def test_a_device_is_no_folder(tmp_path: Path) -> None:
    assert "Its folder does not exist" in refused(Path("/dev/full/x.pdf"), InputError)
    with pytest.raises(InputError, match="not an ordinary file"):
        atomic.write(Path("/dev/full"), b"new")
    assert issubclass(MachineError, DecisionAidError)
    assert not list(tmp_path.iterdir())


def test_what_is_no_ordinary_file_is_left_alone(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match="not an ordinary file"):
        atomic.write(pipe, b"new")
    assert pipe.is_fifo()


def test_a_link_keeps_standing_and_what_it_points_to_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "target.pdf", tmp_path / "link.pdf"
    target.write_bytes(b"old")
    link.symlink_to(target)
    atomic.write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_links_that_lead_in_a_circle_are_told(tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(InputError):
        atomic.write(one, b"new")


def left_behind(folder: Path, name: str = "x.pdf") -> Path:
    """A file as a write leaves it that was ended in its midst."""
    left = folder / f"{name}.decision-aid-0123456789ab.part"
    left.write_bytes(b"half")
    return left


def test_what_an_ended_write_has_left_is_gone_after_the_next_one(tmp_path: Path) -> None:
    left_behind(tmp_path)
    left_behind(tmp_path, "another.json")
    atomic.write(tmp_path / "x.pdf", b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["x.pdf"]


def test_what_another_program_is_writing_now_is_left_to_it(tmp_path: Path) -> None:
    with part_files.written(tmp_path / "other.pdf", b"theirs") as part:
        assert part.stat().st_mode & 0o777 == 0o600
        atomic.write(tmp_path / "x.pdf", b"new")
        part.replace(tmp_path / "other.pdf")
    assert (tmp_path / "other.pdf").read_bytes() == b"theirs"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["other.pdf", "x.pdf"]


@pytest.mark.parametrize(
    "name",
    [
        "x.part",
        "x.0123456789ab.part",
        "x.decision-aid-0123456789ab.part.pdf",
        "x.decision-aid-0123456789AB.part",
        ".decision-aid-0123456789ab.part",
        "x" * 41 + ".decision-aid-0123456789ab.part",
    ],
)
def test_a_file_that_is_not_named_as_ours_is_never_swept(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"somebody's")
    atomic.write(tmp_path / "x.pdf", b"new")
    assert (tmp_path / name).read_bytes() == b"somebody's"


def test_a_link_a_pipe_and_a_folder_that_are_named_as_ours_stay(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"somebody's")
    link = tmp_path / "link.decision-aid-0123456789ab.part"
    link.symlink_to(target)
    os.mkfifo(tmp_path / "pipe.decision-aid-0123456789ab.part")
    (tmp_path / "folder.decision-aid-0123456789ab.part").mkdir()
    atomic.write(tmp_path / "x.pdf", b"new")
    assert target.read_bytes() == b"somebody's"
    assert len(list(tmp_path.iterdir())) == 5
    assert link.is_symlink()


def test_a_file_system_without_nameless_files_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_places: object, **_more: object) -> None:
        raise OSError(errno.EPERM, "")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    atomic.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]
