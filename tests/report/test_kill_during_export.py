"""A program that is killed while it writes a file leaves the old one or the new one, whole."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

import pytest
from decision_aid.base import atomic
from decision_aid.report import pdf_file

from tests.store.torture.kills import killer

SIZE = 300_000

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")

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


def named_writer(folder: Path, begun: Callable[[], None]) -> None:
    """As on a file system that knows no files without a name."""

    def no_link(*_places: object, **_more: object) -> None:
        raise OSError(errno.EPERM, "")

    os.link = no_link
    write_on(folder, begun, pdf_file.save)


def plain_writer(folder: Path, begun: Callable[[], None]) -> None:
    write_on(folder, begun, Path.write_bytes)


@dataclass
class Found:
    """What was found after all kills.

    Attributes:
        cut_short: Targets that were neither the old file nor the new one.
        left_before: Parts that lay there after the kills.
        left_after: Those that still did after the next write.
        open_to_others: Targets that others could read.
    """

    cut_short: int = 0
    left_before: int = 0
    left_after: int = 0
    open_to_others: int = 0

    @property
    def failures(self) -> tuple[int, int, int]:
        return self.cut_short, self.left_after, self.open_to_others


def parts(folder: Path) -> int:
    return sum(one.suffix == ".part" for one in folder.iterdir())


def killed(writer: str, folder: Path, times: int) -> Found:
    """Kill a writer so often, each after 0 to 60 ms, and look at its files each time."""
    random = Random(5)  # noqa: S311 - the same moments at each run
    found = Found()
    folder.mkdir(exist_ok=True)
    pdf_file.save(folder / "x.pdf", content(0))
    with killer(f"{__name__}:{writer}") as at_work:
        for _ in range(times):
            at_work.kill(folder, random.randrange(60_000))
            targets = [one for one in folder.iterdir() if one.suffix != ".part"]
            found.cut_short += sum(not is_whole(one.read_bytes()) for one in targets)
            found.open_to_others += sum(one.stat().st_mode & 0o777 != 0o600 for one in targets)
            found.left_before += parts(folder)
            atomic.write(folder / "other.pdf", content(0))
            found.left_after += parts(folder)
            for one in folder.glob("new-*"):
                one.unlink()
    return found


@pytest.mark.parametrize("writer", ["pdf_writer", "named_writer"])
def test_no_kill_cuts_an_exported_file_short_or_leaves_a_part_of_it(
    writer: str, tmp_path: Path
) -> None:
    assert killed(writer, tmp_path, 5).failures == (0, 0, 0)


def test_a_writer_that_does_not_write_as_a_whole_is_found_out(tmp_path: Path) -> None:
    assert killed("plain_writer", tmp_path, 12).cut_short > 0
