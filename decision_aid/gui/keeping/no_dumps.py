"""No copy of the program's memory: not by a crash, and not by another program of the same user."""

import ctypes
import sys
from contextlib import suppress
from typing import Final

_PR_SET_DUMPABLE: Final = 4
"""Source: prctl(2)."""


def forbid_dumps() -> None:
    """From now on no crash leaves a dump of the memory, where keys and answers lie.

    On Linux the kernel then also gives no other program of the same user the memory to read, such
    as a debugger. Where a system does not offer it, nothing happens: Windows and macOS write no
    dump of a program by themselves.
    """
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
