"""What can stand where a small file is looked for, and must not hold anybody up."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_SOON = 10
"""Seconds after which something that waits has failed; what does not wait needs none of them."""


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 30)


ODD_FILES: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a folder": Path.mkdir,
    "a device without an end": lambda path: path.symlink_to("/dev/zero"),
    "a link to itself": lambda path: path.symlink_to(path),
    "a gigabyte": _large,
}
"""Each put at a path where nothing is yet."""


@contextmanager
def without_waiting() -> Iterator[None]:
    """Fail soon where a file is waited for that never comes."""

    def fail(_number: int, _frame: object) -> None:
        pytest.fail("It waits for what never comes.")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(_SOON)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
