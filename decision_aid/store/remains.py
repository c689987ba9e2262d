"""What is found of a store in a file, whatever condition the file is in. Nothing of it is proven.

It is told apart by its form: how many values a row has, and how long they are. What is damaged or
was altered shows when it is opened with the store's keys.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from decision_aid.store.api import SessionId, SlotId
from decision_aid.store.carving import Row as Carved
from decision_aid.store.carving import carved_rows
from decision_aid.store.errors import DamagedError
from decision_aid.store.folder import told
from decision_aid.store.key_slots import SLOT_LENGTH, Slot
from decision_aid.store.sealed_head import STORE
from decision_aid.store.sealing import ID_LENGTH
from decision_aid.store.session_rows import Row

LOG: Final = "-wal"
_HEAD: Final = "head"


@dataclass(kw_only=True)
class Remains:
    """What reads as a part of a store. There may be several of what belongs there once.

    Attributes:
        store: The store's id; None where it is not found.
        heads: Sealed heads.
        slots: Slots by id.
        rows: Sessions.
        entries: Entries of the audit, with their numbers.
    """

    store: bytes | None = None
    heads: list[bytes] = field(default_factory=list)
    slots: dict[SlotId, list[bytes]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    entries: list[tuple[int, bytes]] = field(default_factory=list)

    @property
    def is_ours(self) -> bool:
        """Whether anything at all looks like a part of a store."""
        return bool(self.slots or self.rows or (self.store and self.heads))

    def readable_slots(self) -> Iterator[Slot]:
        """The slots that a passphrase can be tried on."""
        for values in self.slots.values():
            for value in values:
                try:
                    yield Slot.from_bytes(value)
                except DamagedError:
                    continue


def remains_in(path: Path) -> Remains:
    """What is left of a store in a file and its log.

    Raises:
        StoreError: The file cannot be read at all.
    """
    log = path.with_name(path.name + LOG)
    try:
        file, logged = path.read_bytes(), log.read_bytes() if log.exists() else b""
    except OSError as problem:
        raise told(problem) from None
    found = Remains()
    for carved in carved_rows(file, logged):
        _sort_in(found, carved)
    return found


def _sort_in(found: Remains, carved: Carved) -> None:
    match carved:
        case (bytes(which), int(revision), bytes(key), bytes(listing), bytes(body)):
            if len(which) == ID_LENGTH and revision >= 0:
                row = Row(
                    id=SessionId(which), revision=revision, key=key, listing=listing, body=body
                )
                found.rows.append(row)
        case (str(name), bytes(value)) if name == STORE and len(value) == ID_LENGTH:
            found.store = value
        case (str(name), bytes(value)) if name == _HEAD:
            found.heads.append(value)
        case (bytes(which), bytes(value)) if len(value) == SLOT_LENGTH:
            found.slots.setdefault(SlotId(which), []).append(value)
        case (int(number), bytes(entry)):
            found.entries.append((number, entry))
        case _:
            pass
