"""One number over all sessions, so that none is taken out, put in or put back unnoticed.

Each row is hashed under a key of the store, and the hashes are added. So a save changes the number
without a look at the other rows. The number itself is in the sealed head.

Source: Clarke, Devadas, van Dijk, Gassend and Suh 2003, Incremental multiset hash functions and
their application to memory integrity checking (MSet-Add-Hash).
"""

from collections.abc import Iterable
from typing import Final

from decision_aid.store.sealing import keyed_hash
from decision_aid.store.session_rows import Row
from decision_aid.store.store_keys import Keys

SUM_LENGTH: Final = 32
_MODULUS: Final = 2 ** (8 * SUM_LENGTH)


def changed_sum(keys: Keys, total: int, out: Row | None, into: Row | None) -> int:
    """The sum after one row took another's place.

    Args:
        keys: The store's keys.
        total: The sum before.
        out: The row that was there, as it was found; None where there was none.
        into: The row that is there now; None where there is none.

    Returns:
        A number from 0 to 2**256 - 1. Where the row that was found is not the one that was
        written, the sum is of no rows that anybody could put there.
    """
    gone = _element(keys, out) if out else 0
    come = _element(keys, into) if into else 0
    return (total - gone + come) % _MODULUS


def sum_of(keys: Keys, rows: Iterable[Row]) -> tuple[int, int]:
    """The sum over rows, and how many there are."""
    total = count = 0
    for row in rows:
        total = (total + _element(keys, row)) % _MODULUS
        count += 1
    return total, count


def difference(total: int, other: int) -> int:
    """By how much a sum is off another one, from 0 to 2**256 - 1."""
    return (total - other) % _MODULUS


def _element(keys: Keys, row: Row) -> int:
    revision = row.revision.to_bytes(8, "big")
    made = keyed_hash(keys.multiset, row.id, revision, row.key, row.listing, row.body)
    return int.from_bytes(made, "big")
