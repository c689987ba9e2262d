"""The file beside a target that takes its name once it is whole."""

import contextlib
import errno
import os
import re
import secrets
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import fcntl

_NAME: Final = re.compile(r".{1,40}\.decision-aid-[0-9a-f]{12}\.part", re.DOTALL)
"""No file of anyone else's has such a name."""
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@contextlib.contextmanager
def written(target: Path, data: bytes) -> Iterator[Path]:
    """A new file in the target's folder, readable by its owner only, its data on the disk.

    It is gone at the end, unless it was given another name.

    Args:
        target: What its name is made from.
        data: All of its content.

    Raises:
        OSError: It could not be written.
    """
    part = target.with_name(f"{target.name[:40]}.decision-aid-{secrets.token_hex(6)}.part")
    with contextlib.ExitStack() as at_end:
        at_end.callback(_deleted, part)
        handle = _on_disk(part, data)
        if sys.platform == "win32":
            os.close(handle)  # what is open is not renamed there
        else:
            at_end.callback(os.close, handle)
        yield part


def sweep(folder: Path) -> None:
    """Delete what writers of ours that were ended have left there; never what is being written.

    A lock tells the two apart: the system takes it from a program that ends, however it ends.
    """
    with contextlib.suppress(OSError), os.scandir(folder) as there:
        for one in [Path(each.path) for each in there if _NAME.fullmatch(each.name)]:
            with contextlib.suppress(OSError):
                _delete_left(one)


def _on_disk(part: Path, data: bytes) -> int:
    try:
        return _named_when_whole(part, data)
    except OSError:  # few file systems have files without a name; a full disk fails again here
        handle = os.open(part, _NEW, 0o600)
        return _filled(handle, data)


def _named_when_whole(part: Path, data: bytes) -> int:
    """Write first and give the name last: whoever is ended between leaves nothing behind."""
    if sys.platform != "linux":
        raise OSError(errno.EOPNOTSUPP, "")
    handle = _filled(os.open(part.parent, os.O_TMPFILE | os.O_WRONLY, 0o600), data)
    try:
        # Only with a folder's handle does Python ask for the file that is behind this link.
        os.link(f"/proc/self/fd/{handle}", part, src_dir_fd=handle)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _filled(handle: int, data: bytes) -> int:
    try:
        _is_ours(handle)
        with os.fdopen(handle, "wb", closefd=False) as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _is_ours(handle: int) -> bool:
    """Lock a file as long as it is open; False where another has it, or nobody can tell."""
    if sys.platform == "win32":
        return True  # nobody deletes there what another has open
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _delete_left(part: Path) -> None:
    """Delete a file that nobody writes; a link or another thing of that name stays."""
    if not stat.S_ISREG(part.lstat().st_mode):
        return
    if sys.platform == "win32":
        part.unlink()
        return
    handle = os.open(part, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if _is_ours(handle):
            part.unlink()
    finally:
        os.close(handle)


def _deleted(part: Path) -> None:
    with contextlib.suppress(OSError):
        part.unlink()
