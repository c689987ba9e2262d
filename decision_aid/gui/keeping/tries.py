"""How long the next passphrase has to wait after wrong ones."""

import time
from typing import Final

_LONGEST: Final = 30.0
_DOUBLINGS: Final = 5


class Tries:
    """Counts on a clock that nobody can set."""

    def __init__(self) -> None:
        self._may_try_at = 0.0
        self._wrong = 0

    @property
    def wait_seconds(self) -> int:
        """How long the next try has to wait, in whole seconds from 0 to 30."""
        return max(0, round(self._may_try_at - time.monotonic() + 0.49))

    def wait(self, seconds: float) -> None:
        """Let the next try wait for so long."""
        self._may_try_at = time.monotonic() + seconds

    def note(self, *, right: bool) -> None:
        """Note how a passphrase asked for once more went, while the store is open.

        After wrong ones the next try has to wait, as when unlocking: 1, 2, 4 ... up to 30 s.
        """
        self._wrong = 0 if right else self._wrong + 1
        longer = 2.0 ** min(self._wrong - 1, _DOUBLINGS)
        self.wait(0.0 if right else min(_LONGEST, longer))
