"""Key slots: how a passphrase, or the recovery code, leads to the store's master key.

Each slot holds a key pair. Its private half, with the store's founding key, is sealed under a key
that Argon2id makes from the passphrase; the master key is sealed to its public half and the
founding key. So a new master key can be given to every slot that stays when someone is removed,
without their passphrases, and nobody can give a slot another master key who has never been able
to open the store. Who was removed knows the founding key: they read nothing that is sealed later,
but if they can write to the file, they could put a store of their own in its place. Only a later
master key vouches for what is noted outside the file, so a computer where the store was used since
asks before it opens that.

What is called the master key here is 64 bytes: 32 that change whenever a secret is to open the
store no more (someone is removed, a passphrase changed, the recovery code renewed), and the
founding key, which never does. Make it with `new_master` and `renewed_master` only.

Source: RFC 9106 (Argon2id), RFC 7748 (X25519), RFC 5869 (HKDF), NIST SP 800-38D (AES-GCM).
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from decision_aid.base.language import N_, _
from decision_aid.store.api import SlotId
from decision_aid.store.errors import DamagedError, NotOpenedError
from decision_aid.store.key_cost import COST_LENGTH, Cost, derived_key
from decision_aid.store.recovery_codes import code_bytes
from decision_aid.store.sealing import (
    DAMAGED,
    ID_LENGTH,
    KEY_LENGTH,
    context,
    new_id,
    new_key,
    seal,
    unseal,
)

SlotKind = Literal["passphrase", "recovery"]

MASTER_LENGTH: Final = 2 * KEY_LENGTH
NOT_OPENED: Final = N_(
    "This does not open the kept sessions. They are safe and unchanged. Check the spelling and the "
    "Caps Lock key, then try again, or use the recovery code."
)

_VERSION: Final = 1
_KINDS: Final[tuple[SlotKind, ...]] = ("passphrase", "recovery")
_SEAL: Final = 29
_LENGTHS: Final = (
    1,
    1,
    ID_LENGTH,
    16,
    COST_LENGTH,
    KEY_LENGTH,
    MASTER_LENGTH + _SEAL,
    KEY_LENGTH,
    KEY_LENGTH + _SEAL,
)
SLOT_LENGTH: Final = sum(_LENGTHS)
"""Bytes of a slot."""


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One way in.

    Attributes:
        kind: What opens it.
        id: 16 random bytes.
        salt: 16 random bytes for Argon2id.
        cost: What one try costs.
        public_key: The public half of its key pair, 32 bytes.
        sealed_private: The private half and the founding key, sealed under the passphrase's key.
        ephemeral_key: The public half of the pair the master key was sealed with, 32 bytes.
        sealed_master: The changing half of the master key, sealed to the public key.
    """

    kind: SlotKind
    id: SlotId
    salt: bytes
    cost: Cost
    public_key: bytes
    sealed_private: bytes
    ephemeral_key: bytes = bytes(KEY_LENGTH)
    sealed_master: bytes = bytes(KEY_LENGTH + _SEAL)

    @property
    def header(self) -> bytes:
        """What both sealed parts are bound to: everything up to the public key."""
        kind = bytes((_VERSION, 1 + _KINDS.index(self.kind)))
        return kind + self.id + self.salt + self.cost.to_bytes() + self.public_key

    def to_bytes(self) -> bytes:
        """The slot in `SLOT_LENGTH` bytes."""
        return self.header + self.sealed_private + self.ephemeral_key + self.sealed_master

    @classmethod
    def from_bytes(cls, data: bytes) -> "Slot":
        """The slot as it was written; its seals are not looked at.

        What a newer version wrote is told by the file it is in; here another version is damage, so
        that it keeps nobody from opening the slots beside it.

        Raises:
            DamagedError: The bytes are no slot, or ask for a cost outside the bounds.
        """
        if len(data) != SLOT_LENGTH or data[0] != _VERSION or data[1] - 1 not in range(len(_KINDS)):
            raise DamagedError(_(DAMAGED))
        _version, kind, which, salt, cost, public, private, ephemeral, master = _parts(data)
        return cls(
            kind=_KINDS[kind[0] - 1],
            id=SlotId(which),
            salt=salt,
            cost=Cost.from_bytes(cost),
            public_key=public,
            sealed_private=private,
            ephemeral_key=ephemeral,
            sealed_master=master,
        )


def _parts(data: bytes) -> list[bytes]:
    parts = []
    for length in _LENGTHS:
        parts.append(data[:length])
        data = data[length:]
    return parts


def new_master() -> bytes:
    """A new master key for a new store, 64 bytes."""
    return new_key() + new_key()


def renewed_master(master: bytes) -> bytes:
    """A new master key for a store that has one: for `resealed`, when a secret is ended.

    Args:
        master: The one it has, 64 bytes.
    """
    return new_key() + _halves(master)[1]


def new_slot(  # noqa: PLR0913 - each is another thing a slot is made of
    secret: str,
    master: bytes,
    store_id: bytes,
    kind: SlotKind,
    cost: Cost,
    *,
    which: SlotId | None = None,
) -> Slot:
    """A slot that a passphrase or recovery code opens.

    Args:
        secret: The passphrase or the recovery code as typed; whether it is good enough was asked.
        master: The store's master key, 64 bytes.
        store_id: The store's id, 16 bytes.
        kind: What the secret is.
        cost: What one try costs; it takes as long here.
        which: The id of a slot that it takes the place of; None for a new id.

    Raises:
        StoreError: There is not enough memory.
    """
    known = _secret_bytes(secret, kind)
    if known is None:
        raise ValueError("a recovery slot is made with a recovery code")
    private, salt = X25519PrivateKey.generate(), new_id()
    slot = Slot(
        kind=kind,
        id=which or SlotId(new_id()),
        salt=salt,
        cost=cost,
        public_key=private.public_key().public_bytes_raw(),
        sealed_private=b"",
    )
    plain = private.private_bytes_raw() + _halves(master)[1]
    key = derived_key(known, salt, cost)
    sealed = seal(key, plain, _private_context(slot, store_id))
    return resealed(replace(slot, sealed_private=sealed), master, store_id)


def resealed(slot: Slot, master: bytes, store_id: bytes) -> Slot:
    """The slot with a master key sealed to it anew; its passphrase is not needed and stays.

    Args:
        slot: A slot of the store.
        master: The store's master key, or what `renewed_master` made of it, 64 bytes.
        store_id: The store's id, 16 bytes.
    """
    changing, founding = _halves(master)
    once = X25519PrivateKey.generate()
    ephemeral = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(slot.public_key))
    bound_to = _master_context(slot, ephemeral, store_id)
    sealed = seal(_sealing_key(shared, founding), changing, bound_to)
    return replace(slot, ephemeral_key=ephemeral, sealed_master=sealed)


def master_from(slot: Slot, secret: str, store_id: bytes) -> bytes:
    """The store's master key, 64 bytes.

    Args:
        slot: A slot of the store.
        secret: A passphrase or a recovery code as typed.
        store_id: The store's id, 16 bytes.

    Raises:
        NotOpenedError: The secret is wrong, or the slot is damaged: nobody can tell which.
        StoreError: There is not enough memory.
    """
    known = _secret_bytes(secret, slot.kind)
    if known is None:
        raise NotOpenedError(_(NOT_OPENED))
    return master_with(slot, derived_key(known, slot.salt, slot.cost), store_id)


def master_with(slot: Slot, key: bytes, store_id: bytes) -> bytes:
    """The store's master key, 64 bytes, where the key of the secret is known already.

    Args:
        slot: A slot of the store.
        key: What `derived_key` made of the secret with the slot's salt and cost, 32 bytes.
        store_id: The store's id, 16 bytes.

    Raises:
        NotOpenedError: The key is wrong, or the slot is damaged.
    """
    try:
        plain = unseal(key, slot.sealed_private, _private_context(slot, store_id))
        private, founding = _halves(plain)
        once = X25519PublicKey.from_public_bytes(slot.ephemeral_key)
        shared = X25519PrivateKey.from_private_bytes(private).exchange(once)
        bound_to = _master_context(slot, slot.ephemeral_key, store_id)
        changing = unseal(_sealing_key(shared, founding), slot.sealed_master, bound_to)
    except (DamagedError, ValueError):
        raise NotOpenedError(_(NOT_OPENED)) from None
    return changing + founding


def unlocked(
    slots: Iterable[Slot], secret: str, store_id: bytes, first: SlotId | None = None
) -> tuple[Slot, bytes]:
    """The slot that a secret opens, and the store's master key, 64 bytes.

    Each slot that is tried costs a derivation.

    Args:
        slots: The slots of the store.
        secret: A passphrase or a recovery code as typed.
        store_id: The store's id, 16 bytes.
        first: Id of the slot that is tried first: the one used last on this computer.

    Raises:
        NotOpenedError: It opens none of them.
        StoreError: There is not enough memory.
    """
    # A secret that reads as a whole recovery code is one.
    is_code = code_bytes(secret) is not None
    for slot in sorted(
        slots, key=lambda one: ((one.kind == "recovery") != is_code, one.id != first)
    ):
        try:
            return slot, master_from(slot, secret, store_id)
        except NotOpenedError:
            continue
    raise NotOpenedError(_(NOT_OPENED))


def _secret_bytes(secret: str, kind: SlotKind) -> bytes | None:
    if kind == "recovery":
        return code_bytes(secret)
    # The same passphrase on another keyboard or system may come in other code points.
    plain = unicodedata.normalize("NFKC", secret).strip()
    return plain.encode("utf-8", "surrogatepass")


def _halves(master: bytes) -> tuple[bytes, bytes]:
    if len(master) != MASTER_LENGTH:
        raise ValueError("a master key is 64 bytes: see new_master and renewed_master")
    return master[:KEY_LENGTH], master[KEY_LENGTH:]


def _private_context(slot: Slot, store_id: bytes) -> bytes:
    return context(store_id, "slot", slot.id) + b"private" + slot.header


def _master_context(slot: Slot, ephemeral: bytes, store_id: bytes) -> bytes:
    return context(store_id, "slot", slot.id) + b"master" + slot.header + ephemeral


def _sealing_key(shared: bytes, founding: bytes) -> bytes:
    return HKDF(SHA256(), KEY_LENGTH, salt=founding, info=b"ddx/1/slot").derive(shared)
