"""A program that is killed while it writes a file leaves the old one or the new one, whole."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random

import pytest
from decision_aid.base import atomic
from decision_aid.report import pdf_file

from tests.store.torture.kills import killer

SIZE = 300_000

Write = Callable[[Path, bytes], object]


def content(number: int) -> bytes:
    return b"%PDF-1.7 " + str(number % 10).encode() * SIZE


def is_whole(data: bytes) -> bool:
    return data in {content(number) for number in range(10)}


def write_on(folder: Path, begun: Callable[[], None], write: Write) -> None:
    begun()
    for number in count():
        write(folder / "x.pdf", content(number))
        write(folder / f"new-{number}.json", content(number))
        (folder / f"new-{number}.json").unlink()


def pdf_writer(folder: Path, begun: Callable[[], None]) -> None:
    write_on(folder, begun, pdf_file.save)


def plain_writer(folder: Path, begun: Callable[[], None]) -> None:
    write_on(folder, begun, Path.write_bytes)


def killed(writer: str, folder: Path, times: int) -> tuple[int, int, int]:
    """How many targets were cut short, how many parts stayed after the next write, other modes."""
    random = Random(5)  # noqa: S311 - the same moments at each run
    broken, left, modes = 0, 0, 0
    pdf_file.save(folder / "x.pdf", content(0))
    with killer(f"{__name__}:{writer}") as at_work:
        for _ in range(times):
            at_work.kill(folder, random.randrange(60_000))
            targets = [one for one in folder.iterdir() if one.suffix != ".part"]
            broken += sum(not is_whole(one.read_bytes()) for one in targets)
            modes += sum(one.stat().st_mode & 0o777 != 0o600 for one in targets)
            atomic.write(folder / "other.pdf", content(0))
            left += sum(one.suffix == ".part" for one in folder.iterdir())
            for one in folder.glob("new-*"):
                one.unlink()
    return broken, left, modes


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_no_kill_cuts_an_exported_file_short_or_leaves_a_part_of_it(tmp_path: Path) -> None:
    assert killed("pdf_writer", tmp_path, 6) == (0, 0, 0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_writer_that_does_not_write_as_a_whole_is_found_out(tmp_path: Path) -> None:
    broken, _, _ = killed("plain_writer", tmp_path, 12)
    assert broken > 0
