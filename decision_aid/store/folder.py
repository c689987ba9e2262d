"""The folder that kept sessions are in: what its files are called, and whether it will do.

It needs the standard library only, so that the window can ask whether there is a store at all
without loading what opens one.
"""

import errno
import os
from pathlib import Path
from typing import Final

from decision_aid.store.errors import (
    DiskFailedError,
    NoFolderError,
    NoRoomError,
    ReadOnlyError,
    StoreError,
)

STORE: Final = "sessions.ddx"
RESERVE: Final = "sessions.reserve"
BACK_UPS: Final = "back-ups"
BESIDE: Final = ("-wal", "-journal", "-shm")
"""Endings of the files that belong to a store while it is open, or was left without closing."""

_OWNER_ONLY: Final = 0o700
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_MAY_NOT: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NOT_THERE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ELOOP})


def has_store(folder: Path) -> bool:
    """Whether kept sessions are in the folder, in whatever condition they are.

    Args:
        folder: The user's data folder; it need not exist.
    """
    return os.path.lexists(folder / STORE)


def make_folder(folder: Path) -> None:
    """Make the folder where it is missing, and have its owner only look into it.

    Raises:
        NoFolderError: There is none, and none can be made.
        ReadOnlyError: It may not be written to.
        NoRoomError: The disk is full.
        DiskFailedError: The disk failed.
    """
    try:
        folder.mkdir(_OWNER_ONLY, parents=True, exist_ok=True)
        if os.name == "posix":
            folder.chmod(_OWNER_ONLY)
    except OSError as problem:
        raise told(problem) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ReadOnlyError(READ_ONLY)


def told(problem: OSError) -> StoreError:
    """What the system reported about the folder or a file in it, in a sentence without a path."""
    if problem.errno in _NO_ROOM:
        return NoRoomError(NO_ROOM)
    if problem.errno in _MAY_NOT:
        return ReadOnlyError(READ_ONLY)
    if problem.errno in _NOT_THERE:
        return NoFolderError(NO_FOLDER)
    return DiskFailedError(DISK_FAILED)


NO_ROOM: Final = (
    "The disk is full, so this was not kept. What was kept before is safe. Free some space, then "
    "try again."
)
READ_ONLY: Final = (
    "The folder of the kept sessions may not be written to. Nothing was changed. Ask whoever looks "
    "after this computer to let you write there."
)
NO_FOLDER: Final = (
    "The folder for kept sessions is not there, and it cannot be made. If it is on a drive that "
    "was unplugged, plug it in again."
)
DISK_FAILED: Final = (
    "The disk reported a failure. It is not known yet whether the last change was written; what "
    "was kept before is safe."
)
NEARLY_FULL: Final = (
    "The disk is nearly full. What is kept is safe, but soon nothing more can be saved. Free some "
    "space."
)
