"""Writing a file as a whole or not at all."""

import contextlib
import errno
import os
from pathlib import Path
from typing import Final

from decision_aid.base import part_files
from decision_aid.base.errors import DecisionAidError, InputError, MachineError
from decision_aid.base.language import N_, _

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_FOLDER: Final = N_("Its folder does not exist. Choose a folder that does.")
_NO_NAME: Final = N_("Not every computer can keep a file of that name. Choose another name.")
_NOT_ALLOWED: Final = N_(
    "It may not be written to, or another program has it open. Close it there, or choose another "
    "name or folder."
)
_TOLD: Final[dict[int | None, str]] = {
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: N_("A folder has that name. Choose another name."),
    errno.ENODEV: N_("It is not an ordinary file. Choose another name."),
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.EBUSY: _NOT_ALLOWED,
    errno.ETXTBSY: _NOT_ALLOWED,
    errno.ENAMETOOLONG: _NO_NAME,
    errno.EINVAL: _NO_NAME,
    errno.ELOOP: _NO_NAME,
    None: _NO_NAME,
}
"""What a person can do about each failure; None is a name that Python itself refuses."""

_DEVICES: Final = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}
)
_NOT_EVERYWHERE: Final = frozenset('<>:"|?*\\')


def write(path: Path, data: bytes) -> None:
    """Write `data` to `path`; when that fails, what was there before is still there.

    The data goes to a new file beside the target, readable by its owner only, is flushed to the
    disk, and only then takes the target's name. What an ended write left there before is deleted.

    Args:
        path: The file to write; it may exist.
        data: All of its content.

    Raises:
        InputError: The place cannot be written to: no such folder, a folder of that name, no
            permission, a name no file can have.
        MachineError: The machine could not do it: the disk is full or fails.
    """
    try:
        _replace(_ordinary(path), data)
    except (OSError, ValueError, RuntimeError) as problem:
        raise _sentence(path, problem) from problem


def _ordinary(path: Path) -> Path:
    """The file behind a name; a link keeps standing, and what it points to is written.

    Raises:
        OSError: It is a folder, a device or another thing that must not be replaced by a file.
        ValueError: No file on every system can have that name.
    """
    target = path.resolve()
    if not _can_travel(path.name):
        raise ValueError
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "")
    if target.exists() and not target.is_file():
        raise OSError(errno.ENODEV, "")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "")
    return target


def _can_travel(name: str) -> bool:
    """Whether a file of that name can be kept on any system.

    Windows takes some names for devices, reads others as something inside another file, and drops
    a dot or blank at the end: what is meant as a new file would be written over an old one.
    """
    whole = name.rstrip(". ") == name
    device = name.split(".", maxsplit=1)[0].rstrip().upper() in _DEVICES
    return whole and not device and _NOT_EVERYWHERE.isdisjoint(name)


def _replace(path: Path, data: bytes) -> None:
    part_files.sweep(path.parent)
    with part_files.written(path, data) as part:
        part.replace(path)
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Make the names in a folder last, too, where the system has a way to."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some file systems know no such thing; the file itself is safe all the same.
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def _sentence(path: Path, problem: Exception) -> DecisionAidError:
    start = _("“{file}” was not written; nothing else was changed.").format(file=_shown(path.name))
    number = problem.errno if isinstance(problem, OSError) else None
    if number in _TOLD:
        return InputError(f"{start} {_(_TOLD[number])}")
    if number in _NO_ROOM:
        rest = _("There is no room left. Free some space or choose another disk.")
    else:
        rest = _("The disk reported a failure. Try another disk.")
    return MachineError(f"{start} {rest}")


def _shown(name: str) -> str:
    readable = "".join(one if one.isprintable() else "\ufffd" for one in name)
    return readable if len(readable) <= 60 else readable[:59] + "…"
