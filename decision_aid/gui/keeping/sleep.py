"""The clock that locking goes by: it goes on while the computer sleeps, and nobody can set it.

What Qt tells of a computer that is locked or sleeps, and what it does not:

* On desktops it says nothing of sleep. It shows afterwards: the timer that ticks each second comes
  late by as long as the computer slept. On waking the program locks before anything else is done,
  though what was on the screen may be seen for a moment.
* `QGuiApplication.applicationStateChanged` says "suspended" on telephones and tablets.
* `QGuiApplication.commitDataRequest` comes when someone logs out or shuts the computer down, where
  the desktop has a session manager; many on Linux have none any more.
* Of a screen that the desktop locks, or of another person logging in beside, Qt tells nothing on
  any system. The desktop's own lock is in the way then, and this program locks by its own time.
"""

import time
from typing import Final

_BOOT_CLOCK: Final[int] = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", -1))
"""Linux: the one that counts sleep. macOS has none of this name; its monotonic one counts sleep."""


def always() -> float:
    """Seconds from some moment on, sleep and all; it never jumps when the time of day is set.

    Windows' monotonic clock counts sleep by itself.
    """
    return time.monotonic() if _BOOT_CLOCK < 0 else time.clock_gettime(_BOOT_CLOCK)
