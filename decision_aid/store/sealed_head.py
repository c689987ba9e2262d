"""The sealed head of a store: what must be true of all of it together.

It is written anew in each transaction, under a key of its own for each epoch. Who has not the
store's key can neither read nor make one; an earlier head does not fit the rows of a later epoch.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, LargeBinary, cast, insert, select, update

from decision_aid.base.language import _
from decision_aid.store import canonical_json
from decision_aid.store.api import KEEP_DAYS, Provider, SessionId, SlotId
from decision_aid.store.errors import DamagedError
from decision_aid.store.keyed_sum import SUM_LENGTH
from decision_aid.store.sealing import DAMAGED, context, keyed_hash, seal, unseal
from decision_aid.store.store_keys import Keys
from decision_aid.store.tables import META

_EPOCH: Final = 8
_STEP: Final = 1024
_NAME: Final = "head"
STORE: Final = "store"
"""Under which name the store's id is written in clear; see `read_meta`."""


@dataclass(frozen=True, kw_only=True)
class WayIn:
    """A slot that belongs to the store.

    Attributes:
        slot: Its id.
        name: Whose it is; "" for the recovery code.
        digest: SHA-256 of its bytes, 32 bytes.
    """

    slot: SlotId
    name: str
    digest: bytes

    def fits(self, slot: bytes | None) -> bool:
        """Whether these are its bytes."""
        return slot is not None and sha256(slot).digest() == self.digest


@dataclass(frozen=True, kw_only=True)
class Head:
    """What is known of the store as a whole.

    Attributes:
        epoch: How often it was changed, from 1.
        total: The keyed sum over all sessions.
        sessions: How many there are.
        entries: How many entries the audit has.
        last: The last value of the audit's chain, 32 bytes.
        ways: Everyone's slot, and the recovery code's.
        former: Who was removed, so that the audit can name them.
        keep_days: One of `KEEP_DAYS`.
        at_work: The session that is open.
        former_anchors: Keys by which earlier master keys vouched for what is remembered of the
            store outside it; see `anchor`.
        code_unread: Whether the recovery code was shown and not read back from paper yet.
        backed_up: The keyed sum that the newest back-up was made with; None where none was.
    """

    epoch: int
    total: int
    sessions: int
    entries: int
    last: bytes
    ways: tuple[WayIn, ...]
    former: tuple[Provider, ...] = ()
    keep_days: int | None = None
    at_work: SessionId | None = None
    former_anchors: tuple[bytes, ...] = ()
    code_unread: bool = False
    backed_up: int | None = None

    @property
    def is_backed_up(self) -> bool:
        """Whether the newest back-up has every session as it is now."""
        return self.backed_up == self.total

    def way(self, slot: SlotId) -> WayIn | None:
        """The way in of a slot; None where it is none of the store's."""
        return next((one for one in self.ways if one.slot == slot), None)

    @property
    def providers(self) -> tuple[Provider, ...]:
        """Everyone who can unlock the store, by name."""
        found = (Provider(slot=one.slot, name=one.name) for one in self.ways if one.name)
        return tuple(sorted(found, key=lambda one: one.shown_name.casefold()))


def read_head(connection: Connection, keys: Keys) -> Head:
    """The head as it was written last.

    Raises:
        DamagedError: It is missing or damaged, or of another store.
    """
    return opened_head(keys, read_meta(connection, _NAME))


def opened_head(keys: Keys, value: bytes) -> Head:
    """The head in the bytes that are written.

    Raises:
        DamagedError: It is damaged, or of another store.
    """
    epoch, blob = value[:_EPOCH], value[_EPOCH:]
    number = int.from_bytes(epoch, "big")
    bound_to = context(keys.store, "head", revision=number)
    plain = unseal(keyed_hash(keys.head, epoch), blob, bound_to)
    return _head(number, canonical_json.from_bytes(plain))


def write_head(connection: Connection, keys: Keys, head: Head) -> None:
    """Put a head over the one that is there."""
    connection.execute(update(META).where(META.c.name == _NAME).values(value=_sealed(keys, head)))


def insert_head(connection: Connection, keys: Keys, head: Head) -> None:
    """Put in the first head of a store."""
    connection.execute(insert(META).values(name=_NAME, value=_sealed(keys, head)))


def read_meta(connection: Connection, name: str) -> bytes:
    """What is written in clear of the store under a name.

    Raises:
        DamagedError: It is missing.
    """
    wanted = select(cast(META.c.value, LargeBinary)).where(META.c.name == name)
    value = connection.execute(wanted).scalar_one_or_none()
    if not isinstance(value, bytes):
        raise DamagedError(_(DAMAGED))
    return value


def _sealed(keys: Keys, head: Head) -> bytes:
    epoch = head.epoch.to_bytes(_EPOCH, "big")
    plain = canonical_json.to_bytes(_told(head))
    padded = plain + b" " * (-len(plain) % _STEP)
    bound_to = context(keys.store, "head", revision=head.epoch)
    return epoch + seal(keyed_hash(keys.head, epoch), padded, bound_to)


def _told(head: Head) -> dict[str, Any]:
    return {
        "total": _hex(head.total),
        "sessions": head.sessions,
        "entries": head.entries,
        "last": head.last.hex(),
        "ways": [[one.slot.hex(), one.name, one.digest.hex()] for one in head.ways],
        "former": [[one.slot.hex(), one.name] for one in head.former],
        "keep_days": head.keep_days,
        "at_work": head.at_work.hex() if head.at_work else None,
        "former_anchors": [one.hex() for one in head.former_anchors],
        "code_unread": head.code_unread,
        "backed_up": None if head.backed_up is None else _hex(head.backed_up),
    }


def _hex(total: int) -> str:
    return total.to_bytes(SUM_LENGTH, "big").hex()


def _head(epoch: int, told: dict[str, Any]) -> Head:
    try:
        head = Head(
            epoch=epoch,
            total=int(told["total"], 16),
            sessions=told["sessions"],
            entries=told["entries"],
            last=bytes.fromhex(told["last"]),
            ways=tuple(
                WayIn(slot=SlotId(bytes.fromhex(slot)), name=name, digest=bytes.fromhex(digest))
                for slot, name, digest in told["ways"]
            ),
            former=tuple(
                Provider(slot=SlotId(bytes.fromhex(slot)), name=name)
                for slot, name in told["former"]
            ),
            keep_days=told["keep_days"],
            at_work=SessionId(bytes.fromhex(told["at_work"])) if told["at_work"] else None,
            # The first stores were written without what follows.
            former_anchors=tuple(map(bytes.fromhex, told.get("former_anchors", ()))),
            code_unread=bool(told.get("code_unread")),
            backed_up=int(told["backed_up"], 16) if told.get("backed_up") else None,
        )
    except (KeyError, TypeError, ValueError):
        raise DamagedError(_(DAMAGED)) from None
    if head.keep_days not in KEEP_DAYS:
        raise DamagedError(_(DAMAGED))
    return head
