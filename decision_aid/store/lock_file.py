"""One program at a time: a file that is locked for as long as a store is open.

SQLite locks the store's own file, too. That lock is not enough: POSIX gives it up as soon as the
same program opens and closes the file once more, two that open at the same moment can keep each
other out, and a file that was put in the place of a damaged one has none. The file here is empty,
is never written to, replaced or deleted, and nothing of the store is read before it is locked.

The system lets go of the lock when the program ends, however it ends. On POSIX it is `flock`, and
the tests run that on Linux. On Windows it is `msvcrt.locking`, written as Python documents it; that
was not tried on one, nor was `flock` on macOS.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from decision_aid.base.language import _
from decision_aid.store.errors import InUseError
from decision_aid.store.folder import LOCK, told
from decision_aid.store.sqlite_errors import IN_USE

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            # That is how Windows tells that another program has the lock.
            raise BlockingIOError from None
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


# What lies there under that name is never followed to elsewhere.
_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


class FolderLock:
    """The lock of one folder, held from the beginning until it is let go.

    Attributes:
        folder: The folder.
    """

    def __init__(self, folder: Path) -> None:
        """Take it at once, or not at all; nothing is waited for.

        Args:
            folder: The folder of the store.

        Raises:
            InUseError: Another window, of this program or another one, has it.
            StoreError: The folder will not do.
        """
        try:
            handle = os.open(folder / LOCK, _FLAGS, 0o600)
        except OSError as problem:
            raise told(problem) from None
        try:
            _lock(handle)
        except BlockingIOError:
            os.close(handle)
            raise InUseError(_(IN_USE)) from None
        except OSError as problem:
            os.close(handle)
            raise told(problem) from None
        self.folder: Final = folder
        self._handle: int | None = handle

    def let_go(self) -> None:
        """Let the next one in. It can be called again."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


@contextlib.contextmanager
def kept_locked(folder: Path) -> Iterator[FolderLock]:
    """Lock a folder for what is opened within; where that fails, the lock is let go.

    Args:
        folder: The folder of the store.

    Raises:
        InUseError: Another window has it.
        StoreError: The folder will not do.
    """
    lock = FolderLock(folder)
    try:
        yield lock
    except BaseException:
        lock.let_go()
        raise
