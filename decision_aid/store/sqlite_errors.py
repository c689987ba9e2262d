"""What SQLite reports, as one of our errors: told by its code, never by its text."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from decision_aid.base.language import N_, _
from decision_aid.store.errors import (
    DamagedError,
    DiskFailedError,
    InUseError,
    NoFolderError,
    NoRoomError,
    ReadOnlyError,
    StoreError,
)
from decision_aid.store.folder import DISK_FAILED, NO_FOLDER, NO_ROOM, READ_ONLY, told
from decision_aid.store.sealing import DAMAGED

IN_USE: Final = N_(
    "Another window of this program has the kept sessions open. They are safe. Go on in that "
    "window, or close it and try again here."
)

_CANNOT_OPEN: Final = 14
_CODES: Final[dict[int, tuple[type[StoreError], str]]] = {
    3: (ReadOnlyError, READ_ONLY),  # SQLITE_PERM
    5: (InUseError, IN_USE),  # SQLITE_BUSY
    6: (InUseError, IN_USE),  # SQLITE_LOCKED
    7: (DiskFailedError, DISK_FAILED),  # SQLITE_NOMEM
    8: (ReadOnlyError, READ_ONLY),  # SQLITE_READONLY
    10: (DiskFailedError, DISK_FAILED),  # SQLITE_IOERR
    13: (NoRoomError, NO_ROOM),  # SQLITE_FULL
    _CANNOT_OPEN: (ReadOnlyError, READ_ONLY),  # SQLITE_CANTOPEN
    15: (InUseError, IN_USE),  # SQLITE_PROTOCOL
    22: (DiskFailedError, DISK_FAILED),  # SQLITE_NOLFS
    23: (ReadOnlyError, READ_ONLY),  # SQLITE_AUTH
}
"""By primary result code. Our statements never change, so that whatever else SQLite refuses, it
refuses because the file is not as we made it.

Source: https://www.sqlite.org/rescode.html
"""


@contextmanager
def telling(path: Path, errors: type[Exception]) -> Iterator[None]:
    """Raise one of our errors for whatever goes wrong with the file.

    Args:
        path: The file.
        errors: The class of errors of the module that speaks to SQLite.

    Raises:
        StoreError: As SQLite or the system reported.
    """
    try:
        yield
    except DBAPIError as problem:
        raise _error(problem.orig, path) from None
    except errors as problem:
        raise _error(problem, path) from None
    except OSError as problem:
        raise told(problem) from None
    except UnicodeError:
        # SQLite names what is malformed with the bytes of its name, and Python cannot read them.
        raise DamagedError(_(DAMAGED)) from None
    except MemoryError:
        raise DiskFailedError(_(DISK_FAILED)) from None


def _error(problem: BaseException | None, path: Path) -> StoreError:
    code = getattr(problem, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary == _CANNOT_OPEN and not path.exists():
        return NoFolderError(_(NO_FOLDER))
    kind, text = _CODES.get(primary or 0, (DamagedError, DAMAGED))
    return kind(_(text))
