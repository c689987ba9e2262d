"""Sealing bytes so that nobody reads, alters, moves or replays them unnoticed.

A sealed blob is `01 | nonce, 12 bytes | ciphertext | tag, 16 bytes`.
"""

import os
from typing import Final, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from decision_aid.base.language import N_, _
from decision_aid.store.errors import DamagedError

Kind = Literal["body", "listing", "key", "slot", "head", "audit", "portable"]
"""What a blob is. One kind never opens as another."""
Purpose = Literal["wrap", "multiset", "head", "audit", "chain", "anchor", "portable"]
"""What a key made from the store's master key is for."""

KEY_LENGTH: Final = 32
ID_LENGTH: Final = 16
SCHEMA: Final = 1
"""Version of what is inside the blobs."""
NO_ID: Final = bytes(ID_LENGTH)
"""Stands for the id where a blob belongs to the whole store."""

_VERSION: Final = b"\x01"
_NONCE: Final = 12
_SHORTEST: Final = len(_VERSION) + _NONCE + 16
_MAGIC: Final = b"DDX1"


def new_key() -> bytes:
    """A random key of 32 bytes."""
    return os.urandom(KEY_LENGTH)


def new_id() -> bytes:
    """A random id of 16 bytes; it says nothing about what it is of, or when it was made."""
    return os.urandom(ID_LENGTH)


def context(store: bytes, kind: Kind, which: bytes = NO_ID, revision: int = 0) -> bytes:
    """What a blob is bound to; it opens with the very same context only.

    Args:
        store: The store's id, 16 bytes.
        kind: What the blob is.
        which: Id of the session (or slot) it belongs to, 16 bytes.
        revision: Its revision, from 0 to 2**64 - 1.
    """
    name = kind.encode()
    numbers = revision.to_bytes(8, "big") + SCHEMA.to_bytes(2, "big")
    return _MAGIC + store + bytes([len(name)]) + name + which + numbers


def seal(key: bytes, plain: bytes, bound_to: bytes) -> bytes:
    """Seal bytes with AES-256-GCM under a random nonce.

    Args:
        key: 32 bytes; for fewer than 2**20 blobs.
        plain: What is sealed.
        bound_to: Its context.

    Source: NIST SP 800-38D.
    """
    nonce = os.urandom(_NONCE)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, plain, bound_to)


def unseal(key: bytes, blob: bytes, bound_to: bytes) -> bytes:
    """What was sealed.

    Args:
        key: The key it was sealed with.
        blob: The sealed blob.
        bound_to: The context it was sealed with.

    Raises:
        DamagedError: It is not what was sealed with this key for this place.
    """
    if len(blob) < _SHORTEST or blob[:1] != _VERSION:
        raise DamagedError(_(DAMAGED))
    nonce, sealed = blob[1 : 1 + _NONCE], blob[1 + _NONCE :]
    try:
        return AESGCM(key).decrypt(nonce, sealed, bound_to)
    except InvalidTag:
        raise DamagedError(_(DAMAGED)) from None


DAMAGED: Final = N_(
    "A part of the kept sessions is damaged or was altered, so it is not used. Nothing was "
    "deleted. It will be looked for in the back-ups."
)


def derived(master: bytes, purpose: Purpose) -> bytes:
    """A key of 32 bytes for one purpose; none tells anything of another or of the master key.

    Args:
        master: The store's master key, 32 random bytes.
        purpose: What it is for.

    Source: RFC 5869 (HKDF with SHA-256).
    """
    hkdf = HKDF(SHA256(), KEY_LENGTH, salt=None, info=f"ddx/1/{purpose}".encode())
    return hkdf.derive(master)


def keyed_hash(key: bytes, *parts: bytes) -> bytes:
    """HMAC-SHA256 of parts, each with its length before it, 32 bytes.

    Args:
        key: 32 bytes.
        parts: What is hashed; where one ends and the next begins counts, too.
    """
    made = HMAC(key, SHA256())
    for one in parts:
        made.update(len(one).to_bytes(8, "big") + one)
    return made.finalize()
