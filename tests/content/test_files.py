"""Which files are opened at all."""

import os
from pathlib import Path

import pytest
from decision_aid.content.files import LARGEST_FILE, read_file
from decision_aid.content.nodes import plain

from tests.content.small_pack import problems_of


def test_a_file_over_the_bound_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(2 * LARGEST_FILE)
    (found,) = problems_of(lambda: read_file(path, "a.yaml"))
    assert "larger than 1 MiB" in found.text


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    os.mkfifo(path)
    (found,) = problems_of(lambda: read_file(path, "a.yaml"))
    assert "not an ordinary file" in found.text


@pytest.mark.parametrize("path", [Path("/dev/zero"), Path("/dev/null")])
def test_a_device_is_refused(path: Path) -> None:
    assert "not an ordinary file" in problems_of(lambda: read_file(path, "a.yaml"))[0].text


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "not an ordinary file" in problems_of(lambda: read_file(tmp_path, "a"))[0].text


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "pack"
    inside.mkdir()
    (tmp_path / "secret.yaml").write_text("secret: word")
    (inside / "a.yaml").symlink_to(tmp_path / "secret.yaml")
    (found,) = problems_of(lambda: read_file(inside / "a.yaml", "a.yaml", inside))
    assert "leads out of its folder" in found.text


def test_a_folder_that_is_a_link_out_is_refused(tmp_path: Path) -> None:
    inside, outside = tmp_path / "pack", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (outside / "en.yaml").write_text("a: b")
    (inside / "text").symlink_to(outside)
    problems_of(lambda: read_file(inside / "text" / "en.yaml", "en.yaml", inside))


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("a: b")
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    assert plain(read_file(tmp_path / "a.yaml", "a", tmp_path)) == {"a": "b"}


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "a.yaml")
    problems_of(lambda: read_file(tmp_path / "a.yaml", "a", tmp_path))


@pytest.mark.parametrize("name", ["a.yaml/b.yaml", "a\0b", "n" * 5000])
def test_a_name_the_machine_cannot_open_is_told_as_a_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.yaml").write_text("a: b")
    assert "cannot be opened" in problems_of(lambda: read_file(tmp_path / name, "a"))[0].text


def test_a_missing_file_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "none.yaml", "none.yaml")
