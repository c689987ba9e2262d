"""What is sealed opens as it was, or not at all."""

from itertools import combinations
from typing import get_args

import pytest
from decision_aid.store.errors import DamagedError
from decision_aid.store.sealing import (
    Kind,
    Purpose,
    context,
    derived,
    keyed_hash,
    new_id,
    new_key,
    seal,
    unseal,
)
from hypothesis import given
from hypothesis import strategies as st

FLIPS = (0x01, 0x80, 0xFF)
KEY = bytes(range(32))
STORE, OTHER_STORE = bytes(16), b"\x01" * 16
BOUND_TO = context(STORE, "body", b"\x02" * 16, 3)


def flipped(data: bytes, at: int, bits: int) -> bytes:
    return data[:at] + bytes((data[at] ^ bits,)) + data[at + 1 :]


@given(st.binary(max_size=300))
def test_what_is_sealed_is_read_again(plain: bytes) -> None:
    assert unseal(KEY, seal(KEY, plain, BOUND_TO), BOUND_TO) == plain


def test_a_blob_of_this_format_is_read_for_ever() -> None:
    blob = bytes.fromhex(
        "01000102030405060708090a0b2671f672b1c5b57afe61e4ead88d1c4e0e0ff3e6e93cb312037120284b75"
    )
    assert unseal(KEY, blob, BOUND_TO) == b"as it was said"


@pytest.mark.parametrize("bits", FLIPS)
def test_no_blob_opens_with_a_byte_altered(bits: int) -> None:
    blob = seal(KEY, b"as it was said" * 20, BOUND_TO)
    for at in range(len(blob)):
        with pytest.raises(DamagedError):
            unseal(KEY, flipped(blob, at, bits), BOUND_TO)


def test_no_part_of_a_blob_opens_nor_one_with_more_behind_it() -> None:
    blob = seal(KEY, b"as it was said", BOUND_TO)
    for wrong in (*(blob[:end] for end in range(len(blob))), blob + b"\0", b"\0" + blob):
        with pytest.raises(DamagedError):
            unseal(KEY, wrong, BOUND_TO)


PLACES = [
    *(context(STORE, kind, b"\x02" * 16, 3) for kind in get_args(Kind)),
    context(OTHER_STORE, "body", b"\x02" * 16, 3),
    context(STORE, "body", b"\x03" * 16, 3),
    context(STORE, "body", b"\x02" * 16, 4),
    context(STORE, "body", b"\x02" * 16, 3 << 32),
]


def test_a_blob_opens_at_its_own_place_only() -> None:
    """Another kind, store, session or revision, or another key."""
    assert len(set(PLACES)) == len(PLACES)
    for here, there in combinations(PLACES, 2):
        with pytest.raises(DamagedError):
            unseal(KEY, seal(KEY, b"x", here), there)
    with pytest.raises(DamagedError):
        unseal(new_key(), seal(KEY, b"x", BOUND_TO), BOUND_TO)


def test_the_same_words_are_never_sealed_to_the_same_bytes() -> None:
    assert len({seal(KEY, b"x", BOUND_TO) for _ in range(100)}) == 100
    assert len({new_id() for _ in range(100)}) == 100


def test_each_purpose_has_a_key_of_its_own() -> None:
    keys = {derived(KEY, purpose) for purpose in get_args(Purpose)}
    assert len(keys) == len(get_args(Purpose))
    assert all(len(one) == 32 for one in keys)
    assert derived(KEY, "wrap") == derived(KEY, "wrap") != derived(new_key(), "wrap")


def test_a_keyed_hash_tells_where_its_parts_end() -> None:
    assert keyed_hash(KEY, b"ab", b"c") != keyed_hash(KEY, b"a", b"bc")
    assert keyed_hash(KEY, b"ab") != keyed_hash(KEY, b"ab", b"")
    assert keyed_hash(KEY, b"ab") != keyed_hash(new_key(), b"ab")
