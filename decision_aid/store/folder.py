"""The folder that kept sessions are in: what its files are called, and whether it will do.

It needs the standard library only, so that the window can ask whether there is a store at all
without loading what opens one.
"""

import errno
import os
from pathlib import Path
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.store.errors import (
    DiskFailedError,
    NoFolderError,
    NoRoomError,
    ReadOnlyError,
    StoreError,
)

STORE: Final = "sessions.ddx"
RESERVE: Final = "sessions.reserve"
LOCK: Final = "sessions.lock"
"""Locked while the store is open; see `lock_file`."""
MENDED: Final = f"{STORE}.mended"
"""Takes the place of the store at the next opening; see `replacing`."""
BACK_UPS: Final = "back-ups"
BACK_UP: Final = ("sessions-", ".ddx")
"""How the name of a back-up begins and ends; a number is in between."""
BESIDE: Final = ("-wal", "-journal", "-shm")
"""Endings of the files that belong to a store while it is open, or was left without closing."""

_OWNER_ONLY: Final = 0o700
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_MAY_NOT: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NOT_THERE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ELOOP})


def has_store(folder: Path) -> bool:
    """Whether kept sessions are in the folder, in whatever condition they are, or a back-up.

    Args:
        folder: The user's data folder; it need not exist.
    """
    files = (folder / STORE, folder / MENDED)
    return any(os.path.lexists(one) for one in files) or _has_back_up(folder)


def _has_back_up(folder: Path) -> bool:
    try:
        names = [one.name for one in (folder / BACK_UPS).iterdir()]
    except OSError:
        return False
    return any(one.startswith(BACK_UP[0]) and one.endswith(BACK_UP[1]) for one in names)


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
        raise ReadOnlyError(_(READ_ONLY))


def told(problem: OSError) -> StoreError:
    """What the system reported about the folder or a file in it, in a sentence without a path."""
    if problem.errno in _NO_ROOM:
        return NoRoomError(_(NO_ROOM))
    if problem.errno in _MAY_NOT:
        return ReadOnlyError(_(READ_ONLY))
    if problem.errno in _NOT_THERE:
        return NoFolderError(_(NO_FOLDER))
    return DiskFailedError(_(DISK_FAILED))


NO_ROOM: Final = N_(
    "The disk is full, so this was not kept. What was kept before is safe. Free some space, then "
    "try again."
)
READ_ONLY: Final = N_(
    "The folder of the kept sessions may not be written to. Nothing was changed. Ask whoever looks "
    "after this computer to let you write there."
)
NO_FOLDER: Final = N_(
    "The folder for kept sessions is not there, and it cannot be made. If it is on a drive that "
    "was unplugged, plug it in again."
)
DISK_FAILED: Final = N_(
    "The disk reported a failure. It is not known yet whether the last change was written; what "
    "was kept before is safe."
)
FULL: Final = N_(
    "The disk is full. You can read what is kept; nothing new can be saved until there is room. "
    "Free some space."
)
NEARLY_FULL: Final = N_(
    "The disk is nearly full. What is kept is safe, but soon nothing more can be saved. Free some "
    "space."
)
