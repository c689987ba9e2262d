"""What one try of a passphrase costs, and the key that is made from it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from decision_aid.base.language import _
from decision_aid.store.errors import DamagedError, StoreError
from decision_aid.store.sealing import DAMAGED, KEY_LENGTH

COST_LENGTH: Final = 6
"""Bytes of a written cost."""

_MIB: Final = 1024
_MEMORY: Final = range(64 * _MIB, 1024 * _MIB + 1)
_PASSES: Final = range(3, 21)
_LANES: Final = range(1, 9)
_SHORTEST_SECONDS: Final = 0.5
_AIMED_SECONDS: Final = 0.65


@dataclass(frozen=True)
class Cost:
    """What Argon2id is asked for. One outside the bounds cannot be made.

    Attributes:
        memory_kib: Memory in KiB, 64 MiB to 1 GiB.
        passes: Passes over it, 3 to 20.
        lanes: Lanes, 1 to 8.
    """

    memory_kib: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        if self.memory_kib not in _MEMORY or self.passes not in _PASSES or self.lanes not in _LANES:
            raise ValueError("a cost lies within 64 MiB to 1 GiB, 3 to 20 passes, 1 to 8 lanes")

    def to_bytes(self) -> bytes:
        """The cost in `COST_LENGTH` bytes."""
        return self.memory_kib.to_bytes(4, "big") + bytes((self.passes, self.lanes))

    @classmethod
    def from_bytes(cls, data: bytes) -> "Cost":
        """The cost as it was written.

        Raises:
            DamagedError: It is none, or outside the bounds.
        """
        if len(data) != COST_LENGTH:
            raise DamagedError(_(DAMAGED))
        try:
            return cls(int.from_bytes(data[:4], "big"), data[4], data[5])
        except ValueError:
            raise DamagedError(_(DAMAGED)) from None


FLOOR: Final = Cost(64 * _MIB, 3, 1)
"""The least that is ever used."""

# Memory first, for it is what makes guessing dear; no more of it than a small computer can spare.
_STEPS: Final = tuple(
    Cost(memory * _MIB, passes, 1)
    for memory, passes in (
        *((memory, 3) for memory in (64, 96, 128, 192, 256)),
        *((256, passes) for passes in (4, 5, 7, 10, 14, 20)),
    )
)


def derived_key(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """A key of 32 bytes from a passphrase.

    Args:
        secret: The passphrase.
        salt: 16 random bytes.
        cost: What it costs.

    Raises:
        StoreError: There is not enough memory.

    Source: RFC 9106 (Argon2id).
    """
    try:
        return Argon2id(
            salt=salt,
            length=KEY_LENGTH,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
        ).derive(secret)
    except MemoryError:
        raise StoreError(
            _(
                "There is not enough free memory to check a passphrase. Nothing was changed. Close "
                "other programs, then try again."
            )
        ) from None


def _seconds_here(cost: Cost) -> float:
    started = time.perf_counter()
    derived_key(b"measured", bytes(16), cost)
    return time.perf_counter() - started


def calibrated_cost(seconds: Callable[[Cost], float] = _seconds_here) -> Cost:
    """The cost with which one try takes half a second to a second on this computer.

    It is never less than `FLOOR`, however slow the computer is, and no more than it has memory for.

    Args:
        seconds: Tells how long one try with a cost takes.

    Raises:
        StoreError: There is not enough memory for `FLOOR`.
    """
    took = seconds(FLOOR)
    if took >= _SHORTEST_SECONDS:
        return FLOOR
    expected = {cost: took * _work(cost) / _work(FLOOR) for cost in _STEPS}
    steps = [cost for cost in _STEPS if expected[cost] >= _AIMED_SECONDS] or [_STEPS[-1]]
    try:
        return next((one for one in steps if seconds(one) >= _SHORTEST_SECONDS), _STEPS[-1])
    except StoreError:
        return FLOOR


def _work(cost: Cost) -> int:
    return cost.memory_kib * cost.passes
