"""Reading a small file that may be anything: a pipe, a device, a folder, or far too large."""

import errno
import os
import stat
from pathlib import Path


def read_regular(path: Path, most: int) -> bytes:
    """What is in a file, without ever waiting for somebody to write it.

    Args:
        path: The file; a link is followed.
        most: Bytes that it may hold.

    Raises:
        OSError: It is no ordinary file, holds more, or cannot be read.
    """
    # Looked at twice: opening a device can do something, and it may be another file by then.
    _check(path.stat(), most)
    with open(path, "rb", opener=_without_waiting) as file:
        _check(os.fstat(file.fileno()), most)
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG)  # it grew
    return content


def _check(status: os.stat_result, most: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL)
    if status.st_size > most:
        raise OSError(errno.EFBIG)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
