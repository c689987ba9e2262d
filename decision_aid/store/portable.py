"""One session sealed in a file of its own, `*.ddxs`, to carry it to another computer.

The file is `DDXS | 01 | id, 16 bytes | key slot | sealed session`. It has its own passphrase, and
nothing in it can be read without: no label, no date, no name.
"""

import os
import stat
from pathlib import Path
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.session import Session
from decision_aid.store.errors import (
    DamagedError,
    NewerVersionError,
    NotOpenedError,
    NotPortableError,
    WeakPassphraseError,
)
from decision_aid.store.key_cost import Cost
from decision_aid.store.key_slots import SLOT_LENGTH, Slot, master_from, new_master, new_slot
from decision_aid.store.passphrases import weakness
from decision_aid.store.sealing import ID_LENGTH, context, derived, new_id, seal, unseal
from decision_aid.store.session_bytes import LARGEST, packed, unpacked

ENDING: Final = ".ddxs"
"""How the names of such files end."""

MOST: Final = Cost(memory_kib=256 * 1024, passes=5, lanes=1)
"""The most that one try of a file's passphrase costs, for a file comes from anywhere and is opened
before anyone knows whose it is. A store's own slots may cost more."""

_MAGIC: Final = b"DDXS"
_VERSION: Final = 1
_START: Final = len(_MAGIC) + 1
_HEADER: Final = _START + ID_LENGTH + SLOT_LENGTH
_SEAL: Final = 29
_LONGEST: Final = _HEADER + _SEAL + LARGEST

_NOT_OURS: Final = N_(
    "This file is no session that was exported here, or it is damaged. Nothing was changed. Choose "
    "another file, or export the session again where it is kept."
)
_NOT_OPENED: Final = N_(
    "The passphrase does not open this file. Nothing was changed. It is the passphrase that was "
    "given when the session was exported. If it is right, the file is damaged."
)
_NEWER: Final = N_(
    "A newer version of this program wrote this file. Nothing was changed. Update the program, "
    "then import it."
)


def exported(session: Session, passphrase: str, cost: Cost) -> bytes:
    """The content of a file with one sealed session.

    Args:
        session: The session.
        passphrase: The file's own passphrase.
        cost: What one try of it costs, `MOST` at most; it takes as long here.

    Raises:
        WeakPassphraseError: The passphrase is too easy to guess; its text says why.
        TooLargeError: The session is larger than is kept.
    """
    if weak := weakness(passphrase):
        raise WeakPassphraseError(weak)
    plain = packed(session)
    file_id, master = new_id(), new_master()
    slot = new_slot(passphrase, master, file_id, "passphrase", _no_more_than_most(cost))
    header = _MAGIC + bytes((_VERSION,)) + file_id + slot.to_bytes()
    return header + seal(derived(master, "portable"), plain, _bound_to(file_id, header))


def imported(data: bytes, passphrase: str) -> Session:
    """The session in such a file.

    Args:
        data: The file's content.
        passphrase: As typed.

    Raises:
        NotPortableError: It is no such file, or damaged.
        NewerVersionError: A newer version wrote it.
        NotOpenedError: The passphrase is wrong, or the file is damaged where it counts.
    """
    file_id, slot = _header(data)
    try:
        master = master_from(slot, passphrase, file_id)
    except NotOpenedError:
        raise NotOpenedError(_(_NOT_OPENED)) from None
    return imported_with(data, master)


def imported_with(data: bytes, master: bytes) -> Session:
    """The session in such a file, where its master key is known already.

    Args:
        data: The file's content.
        master: The file's master key, 64 bytes.

    Raises:
        NotPortableError: It is no such file, or damaged.
        NewerVersionError: A newer version wrote it.
    """
    file_id, _slot = _header(data)
    bound_to = _bound_to(file_id, data[:_HEADER])
    try:
        return unpacked(unseal(derived(master, "portable"), data[_HEADER:], bound_to))
    except DamagedError:
        raise NotPortableError(_(_NOT_OURS)) from None
    except NewerVersionError:
        raise NewerVersionError(_(_NEWER)) from None


def check_portable(data: bytes) -> None:
    """Look at a file before its passphrase is asked for.

    Args:
        data: The file's content.

    Raises:
        NotPortableError: It is no such file, or asks for what no such file asks for.
        NewerVersionError: A newer version wrote it.
    """
    _header(data)


def read_portable(path: Path) -> bytes:
    """The content of a file that someone chose; never more than such a file can hold.

    Args:
        path: The file.

    Raises:
        NotPortableError: It cannot be read, or is no ordinary file, or too long.
    """
    # What is no ordinary file is not waited for.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            ordinary = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
            data = file.read(_LONGEST + 1) if ordinary else b""
    except (OSError, ValueError):
        raise NotPortableError(
            _(
                "This file cannot be read. Nothing was changed. Check that it is still there and "
                "may be read, or choose another file."
            )
        ) from None
    _header(data)
    return data


def _header(data: bytes) -> tuple[bytes, Slot]:
    if len(data) < _START or len(data) > _LONGEST or not data.startswith(_MAGIC):
        raise NotPortableError(_(_NOT_OURS))
    if data[_START - 1] > _VERSION:
        raise NewerVersionError(_(_NEWER))
    try:
        slot = Slot.from_bytes(data[_START + ID_LENGTH : _HEADER])
    except DamagedError:
        raise NotPortableError(_(_NOT_OURS)) from None
    is_ours = slot.kind == "passphrase" and slot.cost == _no_more_than_most(slot.cost)
    if data[_START - 1] != _VERSION or not is_ours:
        raise NotPortableError(_(_NOT_OURS))
    return data[_START : _START + ID_LENGTH], slot


def _no_more_than_most(cost: Cost) -> Cost:
    return Cost(
        min(cost.memory_kib, MOST.memory_kib),
        min(cost.passes, MOST.passes),
        min(cost.lanes, MOST.lanes),
    )


def _bound_to(file_id: bytes, header: bytes) -> bytes:
    return context(file_id, "portable") + header
