"""Damaged files that were kept beside the store, under names that nothing else uses."""

import contextlib
import os
import shutil
from itertools import count
from pathlib import Path
from typing import Final

from decision_aid.store.folder import BESIDE, STORE, told

_SET_ASIDE: Final = ".set-aside-"


def set_aside(path: Path) -> Path:
    """Give a file, and its log, a second name under which they are kept; the file's second name.

    They stay under their first names, too.

    Raises:
        OSError: It did not work; no second name is left.
    """
    names = (path.with_name(f"{path.name}{_SET_ASIDE}{number}") for number in count(1))
    aside = next(one for one in names if not any(os.path.lexists(each) for each in with_logs(one)))
    try:
        for one, name in zip(with_logs(path), with_logs(aside), strict=True):
            if one == path or one.exists():
                _linked(one, name)
    except OSError:
        delete_with_logs(aside)
        raise
    return aside


def with_logs(path: Path) -> tuple[Path, ...]:
    """The names of a file and of all that SQLite may keep beside it."""
    return path, *(path.with_name(path.name + end) for end in BESIDE)


def files_aside(folder: Path) -> tuple[Path, ...]:
    """The damaged files that were set aside, without their logs.

    Args:
        folder: The folder of the store.
    """
    found = folder.glob(f"{STORE}{_SET_ASIDE}*")
    return tuple(sorted(one for one in found if not one.name.endswith(BESIDE)))


def purge_set_aside(folder: Path) -> int:
    """Delete all that was set aside; how many files there were, not counting logs.

    Args:
        folder: The folder of the store.

    Raises:
        StoreError: One could not be deleted.
    """
    there = files_aside(folder)
    try:
        for one in (*there, *folder.glob(f"{STORE}{_SET_ASIDE}*")):
            one.unlink(missing_ok=True)
    except OSError as problem:
        raise told(problem) from None
    return len(there)


def delete_with_logs(path: Path) -> None:
    """Delete a file and its logs, as far as that works."""
    for one in with_logs(path):
        with contextlib.suppress(OSError):
            one.unlink(missing_ok=True)


def _linked(path: Path, aside: Path) -> None:
    try:
        os.link(path, aside)
    except OSError:
        # Not every file system gives a file two names.
        shutil.copy2(path, aside)
        with aside.open("rb+") as file:
            os.fsync(file.fileno())
