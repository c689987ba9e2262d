"""How often unlocking was tried in vain, and whose slot was used last.

It is there before any key is, so it is sealed by nothing: whoever may write in the user's folders
may set it back. It holds a count and a random id, nothing of a person.
"""

import contextlib
import os
import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from decision_aid.store.api import SlotId
from decision_aid.store.sealing import ID_LENGTH

_FILE: Final = "unlocking"
_MOST: Final = 10_000
_LONGEST_WAIT: Final = 30


@dataclass(frozen=True, kw_only=True)
class UnlockTries:
    """What is known before unlocking.

    Attributes:
        failed: Tries in vain since the last unlocking, up to 10,000.
        last_slot: The slot used last here; None where none is known.
    """

    failed: int = 0
    last_slot: SlotId | None = None

    @property
    def wait_seconds(self) -> int:
        """How long the next try has to wait: 0, then 1, 2, 4 ... up to 30 s."""
        return min(_LONGEST_WAIT, 2 ** min(self.failed - 1, 10)) if self.failed else 0

    def one_more(self) -> "UnlockTries":
        """With one more try in vain."""
        return replace(self, failed=min(self.failed + 1, _MOST))


def read_tries(state: Path) -> UnlockTries:
    """What is written down in the state folder; none where that cannot be read."""
    with contextlib.suppress(OSError, ValueError):
        failed, slot = (state / _FILE).read_text("ascii").split(" ")
        last = bytes.fromhex(slot)
        if failed.isdecimal() and len(last) in {0, ID_LENGTH}:
            used = SlotId(last) if last else None
            return UnlockTries(failed=min(int(failed), _MOST), last_slot=used)
    return UnlockTries()


def write_tries(state: Path, tries: UnlockTries) -> None:
    """Write it down; where that is not possible, unlocking goes on all the same."""
    with contextlib.suppress(OSError):
        beside = state / f"{_FILE}.{secrets.token_hex(6)}.part"
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            slot = tries.last_slot.hex() if tries.last_slot else ""
            file.write(f"{tries.failed} {slot}")
        beside.replace(state / _FILE)
