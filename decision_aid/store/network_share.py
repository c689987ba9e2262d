"""Whether a folder lies on another computer, where a lock on a file cannot be trusted.

Linux is tried by tests with invented lists of mounts. Windows and macOS are asked as their makers
document it; that was not tried on one.
"""

import ctypes
import os
import re
import sys
from pathlib import Path
from typing import Final

_MOUNTS: Final = Path("/proc/self/mountinfo")
_REMOTE: Final = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "coda", "davfs"),
        *("ceph", "lustre", "gfs2", "ocfs2", "beegfs", "glusterfs", "virtiofs"),
        *("fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.s3fs"),
    }
)
"""File systems that are shared over a network, as Linux calls them."""
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")
_DRIVE_REMOTE: Final = 4
_MNT_LOCAL: Final = 0x1000
_FLAGS_AT: Final = 64
"""Where macOS puts the flags in its `struct statfs`, in bytes."""


def is_on_network(folder: Path, mounts: str | None = None) -> bool:
    """Whether the folder is reached over a network.

    Where the system does not tell, the answer is no: the lock is tried all the same.

    Args:
        folder: It need not exist; then what counts is where it would be made.
        mounts: The mounts of a Linux system as /proc/self/mountinfo has them; None asks the system.
    """
    real = Path(os.path.realpath(folder))
    if mounts is None and sys.platform == "win32":
        return _is_on_network_windows(real)
    if mounts is None and sys.platform == "darwin":
        return _is_on_network_mac(real)
    try:
        listed = _MOUNTS.read_text("utf-8", "replace") if mounts is None else mounts
    except OSError:
        return False
    return _file_system(real, listed) in _REMOTE


def _file_system(path: Path, mounts: str) -> str:
    """The type of the file system of a path; of two mounts in one place the later counts."""
    deepest, found = -1, ""
    for line in mounts.splitlines():
        before, _dash, after = line.partition(" - ")
        fields, kind = before.split(" "), after.split(" ")[0]
        if len(fields) < 5:
            continue
        place = Path(_ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), fields[4]))
        if path.is_relative_to(place) and len(place.parts) >= deepest:
            deepest, found = len(place.parts), kind
    return found


if sys.platform == "win32":

    def _is_on_network_windows(path: Path) -> bool:
        if path.drive.startswith("\\\\"):
            return True
        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\")
        return bool(kind == _DRIVE_REMOTE)


if sys.platform == "darwin":

    def _is_on_network_mac(path: Path) -> bool:
        system = ctypes.CDLL(None)
        # Intel computers have an older function of the plain name, with the flags elsewhere.
        ask = getattr(system, "statfs$INODE64", None) or system.statfs
        answer = ctypes.create_string_buffer(4096)
        there = next(one for one in (path, *path.parents) if one.exists())
        if ask(os.fsencode(there), answer) != 0:
            return False
        flags = int.from_bytes(answer.raw[_FLAGS_AT : _FLAGS_AT + 4], sys.byteorder)
        return not flags & _MNT_LOCAL
