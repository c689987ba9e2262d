"""The last epoch of a store that this computer saw, kept outside the store.

A store that is put back as a whole to what it was is sound in itself. Only what is remembered
elsewhere tells that it is older.

The master key vouches for what is remembered, and so does each that the store had before it: their
keys are in the sealed head. So a new master key costs no memory, while who knows a former one only
can neither put a store of before in the place of this one, nor one of their own, and be believed.
"""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.store.errors import DamagedError
from decision_aid.store.sealing import ID_LENGTH, derived, keyed_hash

_END: Final = ".epoch"
_MAGIC: Final = b"DDXA"
_EPOCH_AT: Final = len(_MAGIC) + ID_LENGTH
_PLAIN: Final = _EPOCH_AT + 8
_RECORD: Final = _PLAIN + 32
_BLOCK: Final = 4096
"""The two records are a block of the disk apart, so that one write never tears both."""
_BINARY: Final = getattr(os, "O_BINARY", 0)


class Anchor:
    """Remembers one store's epoch in a file of 4 kB.

    There are two records, written in turn: when one is half-written, the other still stands. They
    are not flushed to the disk one by one; after a power cut an epoch a little older may be there,
    never a newer one.
    """

    def __init__(
        self, state: Path, store: bytes, master: bytes, former: Iterable[bytes] = ()
    ) -> None:
        """Make one; nothing is read or written yet.

        Args:
            state: The user's state folder.
            store: The store's id, 16 bytes.
            master: The store's master key, 64 bytes.
            former: The keys of this kind of the master keys it had before, the oldest first.
        """
        self._path = state / f"{store.hex()}{_END}"
        self._store = store
        self._key = derived(master, "anchor")
        self._keys = (*former, self._key)

    def last_seen(self) -> int | None:
        """The newest epoch seen here; None where nothing is remembered of this store.

        Raises:
            DamagedError: What is there was not written with the store's key, or is damaged.
        """
        try:
            data = self._path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            raise DamagedError(_(FORGED)) from None
        records = [data[at : at + _RECORD] for at in (0, _BLOCK)]
        for key in reversed(self._keys):
            known = [one for record in records if (one := self._epoch(key, record)) is not None]
            if known:
                return max(known)
        raise DamagedError(_(FORGED))

    def remember(self, epoch: int) -> bool:
        """Remember an epoch; whether that was possible.

        A failure never stops the work: what is kept is safe, and the next opening tells that
        nothing is remembered.
        """
        plain = _MAGIC + self._store + epoch.to_bytes(8, "big")
        with contextlib.suppress(OSError):
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | _BINARY, 0o600)
            try:
                os.lseek(handle, epoch % 2 * _BLOCK, os.SEEK_SET)
                os.write(handle, plain + keyed_hash(self._key, plain))
            finally:
                os.close(handle)
            return True
        return False

    def forget(self) -> None:
        """Begin anew: what was remembered is of an epoch that is not any more, or is forged."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _epoch(self, key: bytes, record: bytes) -> int | None:
        plain, tag = record[:_PLAIN], record[_PLAIN:]
        if plain[:_EPOCH_AT] != _MAGIC + self._store or tag != keyed_hash(key, plain):
            return None
        return int.from_bytes(plain[_EPOCH_AT:], "big")


FORGED: Final = N_(
    "What this computer remembered of the kept sessions is damaged or was altered, so it cannot "
    "tell whether they are the newest."
)


def known_stores(state: Path) -> tuple[bytes, ...]:
    """Ids of the stores of which anything is remembered on this computer; none is proven.

    Args:
        state: The user's state folder.
    """
    found = []
    for path in sorted(state.glob(f"*{_END}")):
        with contextlib.suppress(ValueError):
            found.append(bytes.fromhex(path.stem))
    return tuple(one for one in found if len(one) == ID_LENGTH)
