"""A mended file takes the place of a damaged one, whatever fails and whenever the program ends.

No system renames one file and deletes another in one step, and SQLite would read the log of the
damaged file as part of the mended one. So there is a moment in between, and it has a name: once
the mended file is whole and on the disk, it is renamed to `sessions.ddx.mended`. Before that,
nothing counts but the damaged file and its log, which stand as they were. After that, nothing
counts but the mended one, and whoever comes next ends what is left to do.
"""

import os
from pathlib import Path
from typing import Final

from decision_aid.base.atomic import flush_folder
from decision_aid.store.folder import MENDED, STORE, told
from decision_aid.store.set_aside import delete_with_logs, files_aside, set_aside, with_logs

_PART: Final = ".mending"


def part_of(folder: Path) -> Path:
    """Where the mended file is written; what an ended program left there is deleted."""
    part = folder / (STORE + _PART)
    delete_with_logs(part)
    return part


def replace(folder: Path) -> None:
    """Keep the damaged file beside, and put the mended one in its place.

    Args:
        folder: The folder of the store; it is locked, and neither file is open. The mended one is
            whole, and on the disk.

    Raises:
        OSError: It did not work. Either the damaged file and its log are as they were, or the next
            opening ends it.
    """
    path = folder / STORE
    aside = set_aside(path) if path.exists() else None  # only back-ups may be left
    try:
        part = folder / (STORE + _PART)
        part.replace(folder / MENDED)
    except OSError:
        if aside is not None:
            delete_with_logs(aside)
        raise
    flush_folder(folder)
    _take_place(folder)


def end_replacing(folder: Path) -> None:
    """End what a program that was ended, or could not go on, has left to do.

    Args:
        folder: The folder of the store; it is locked, and the store is not open.

    Raises:
        StoreError: It did not work; nothing is lost.
    """
    if not os.path.lexists(folder / MENDED):
        return
    path = folder / STORE
    try:
        if path.exists() and not any(one.samefile(path) for one in files_aside(folder)):
            # Somebody put it there meanwhile, or the file that was set aside is a copy.
            set_aside(path)
        _take_place(folder)
    except OSError as problem:
        raise told(problem) from None


def _take_place(folder: Path) -> None:
    for one in with_logs(folder / STORE)[1:]:
        one.unlink(missing_ok=True)
    (folder / MENDED).replace(folder / STORE)
    flush_folder(folder)
