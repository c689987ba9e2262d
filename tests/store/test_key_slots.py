"""Ways into a store: each opens with its own secret, and with nothing else."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from decision_aid.store.api import SlotId
from decision_aid.store.errors import DamagedError, NotOpenedError, StoreError
from decision_aid.store.key_cost import (
    COST_LENGTH,
    FLOOR,
    Cost,
    _seconds_here,
    calibrated_cost,
    derived_key,
)
from decision_aid.store.key_slots import (
    SLOT_LENGTH,
    Slot,
    master_from,
    master_with,
    new_master,
    new_slot,
    renewed_master,
    resealed,
    unlocked,
)
from decision_aid.store.recovery_codes import printed_code
from hypothesis import given
from hypothesis import strategies as st

from tests.store.derived_once import usual_key
from tests.store.test_sealing import FLIPS, flipped

STORE = b"s" * 16
MASTER = bytes(range(64))
WORDS = "Zoë liked 3 small pears"
CODE = printed_code(bytes(range(20)))
SALT, COST = slice(18, 34), slice(34, 34 + COST_LENGTH)


@cache
def a_slot(secret: str = WORDS) -> Slot:
    return new_slot(secret, MASTER, STORE, "recovery" if secret == CODE else "passphrase", FLOOR)


@cache
def another_slot() -> Slot:
    """Of the same words, under another id."""
    return new_slot(WORDS, MASTER, STORE, "passphrase", FLOOR, which=SlotId(b"o" * 16))


@cache
def its_key() -> bytes:
    return usual_key(WORDS.encode(), a_slot().salt, FLOOR)


def sentence_of(call: Callable[[], object]) -> str:
    with pytest.raises(NotOpenedError) as told:
        call()
    return str(told.value)


def test_a_slot_is_written_and_read_as_it_is() -> None:
    data = a_slot().to_bytes()
    assert len(data) == SLOT_LENGTH
    assert Slot.from_bytes(data) == a_slot()


def test_a_passphrase_opens_its_slot_however_the_keyboard_spells_it() -> None:
    assert master_from(a_slot(), " Zoe\u0308 liked 3 small pears\n", STORE) == MASTER


def test_the_recovery_code_opens_its_slot_as_it_is_typed() -> None:
    slots = (a_slot(), a_slot(CODE))
    assert unlocked(slots, CODE.lower().replace(" ", "-"), STORE) == (a_slot(CODE), MASTER)


def test_whatever_is_wrong_is_told_in_the_same_words() -> None:
    """Nobody learns from them whether the secret is wrong or the slot is damaged."""
    damaged = replace(a_slot(), sealed_private=bytes(len(a_slot().sealed_private)))
    told = {
        sentence_of(lambda: master_from(a_slot(), "another passphrase", STORE)),
        sentence_of(lambda: master_with(damaged, its_key(), STORE)),
        sentence_of(lambda: master_from(a_slot(CODE), printed_code(bytes(20)), STORE)),
        sentence_of(lambda: master_from(a_slot(CODE), "no code at all", STORE)),
        sentence_of(lambda: master_with(a_slot(), its_key(), b"another store...")),
        sentence_of(lambda: unlocked((), WORDS, STORE)),
    }
    assert len(told) == 1


def test_a_whole_slot_opens_beside_a_damaged_one() -> None:
    damaged = replace(another_slot(), sealed_private=bytes(93))
    assert unlocked((damaged, a_slot()), WORDS, STORE) == (a_slot(), MASTER)
    assert unlocked((damaged, a_slot(CODE)), CODE, STORE)[1] == MASTER


def test_the_slot_used_last_is_tried_first() -> None:
    """Both open: the first one tried is given."""
    slots = (a_slot(), another_slot())
    assert unlocked(slots, WORDS, STORE)[0] == a_slot()
    assert unlocked(slots, WORDS, STORE, first=another_slot().id)[0] == another_slot()


@pytest.mark.parametrize("bits", FLIPS)
def test_no_slot_opens_with_a_byte_altered(bits: int) -> None:
    data = a_slot().to_bytes()
    assert master_with(Slot.from_bytes(data), its_key(), STORE) == MASTER
    for at in range(len(data)):
        with pytest.raises((NotOpenedError, DamagedError)):
            master_with(Slot.from_bytes(flipped(data, at, bits)), its_key(), STORE)


def test_no_part_of_a_slot_is_a_slot() -> None:
    data = a_slot().to_bytes()
    for wrong in (*(data[:end] for end in range(len(data))), data + b"\0", bytes(SLOT_LENGTH)):
        with pytest.raises(DamagedError):
            Slot.from_bytes(wrong)


def test_another_salt_or_cost_makes_another_key() -> None:
    salted = Slot.from_bytes(flipped(a_slot().to_bytes(), SALT.start, 1))
    dearer = replace(a_slot(), cost=Cost(FLOOR.memory_kib, FLOOR.passes + 1, 1))
    for slot in (salted, dearer):
        sentence_of(lambda slot=slot: master_from(slot, WORDS, STORE))  # type: ignore[misc]


def test_at_its_full_cost_too_the_key_hangs_on_the_salt_and_the_cost() -> None:
    dearer = Cost(FLOOR.memory_kib, FLOOR.passes + 1, 1)
    tries = (bytes(16), FLOOR), (b"another salt....", FLOOR), (bytes(16), dearer)
    assert len({derived_key(WORDS.encode(), salt, cost) for salt, cost in tries}) == len(tries)


def test_a_slot_of_another_version_keeps_nobody_from_the_slots_beside_it() -> None:
    """The file says what a newer version wrote; a byte of one slot says nothing of the others."""
    for version in (0, 2, 255):
        with pytest.raises(DamagedError):
            Slot.from_bytes(bytes((version,)) + a_slot().to_bytes()[1:])


def test_a_new_master_key_needs_no_passphrase_of_those_who_stay() -> None:
    renewed = renewed_master(MASTER)
    stays = resealed(a_slot(), renewed, STORE)
    assert renewed[:32] != MASTER[:32]
    assert master_with(stays, its_key(), STORE) == renewed
    # Who was removed keeps the old slot, and what it leads to opens nothing that is new.
    assert master_with(a_slot(), its_key(), STORE) == MASTER


def test_nobody_from_outside_gives_a_slot_a_master_key_of_their_own() -> None:
    """Else they could put a store in the place of ours that the right passphrase opens."""
    forged = resealed(a_slot(), new_master(), STORE)
    sentence_of(lambda: master_with(forged, its_key(), STORE))


def test_parts_of_two_slots_do_not_make_one() -> None:
    other, key = another_slot(), its_key()
    for mixed in (
        replace(a_slot(), sealed_private=other.sealed_private),
        replace(a_slot(), public_key=other.public_key),
        replace(a_slot(), sealed_master=other.sealed_master),
        replace(a_slot(), sealed_master=other.sealed_master, ephemeral_key=other.ephemeral_key),
        replace(a_slot(), id=other.id),
        # A point of low order would make the shared key one that everybody knows.
        replace(a_slot(), ephemeral_key=bytes(32)),
    ):
        sentence_of(lambda mixed=mixed: master_with(mixed, key, STORE))  # type: ignore[misc]


def test_a_master_key_is_made_in_one_way_only() -> None:
    for wrong in (b"", bytes(32), bytes(65)):
        with pytest.raises(ValueError, match="64 bytes"):
            resealed(a_slot(), wrong, STORE)
    with pytest.raises(ValueError, match="recovery code"):
        new_slot("no code", MASTER, STORE, "recovery", FLOOR)


TOO_LITTLE_OR_MUCH = (
    (64 * 1024 - 1, 3, 1),
    (1024 * 1024 + 1, 3, 1),
    (100 * 1024 * 1024, 3, 1),
    (2**32 - 1, 3, 1),
    (0, 3, 1),
    (64 * 1024, 2, 1),
    (64 * 1024, 21, 1),
    (64 * 1024, 255, 1),
    (64 * 1024, 3, 0),
    (64 * 1024, 3, 9),
)


@pytest.mark.parametrize(("memory", "passes", "lanes"), TOO_LITTLE_OR_MUCH)
def test_a_cost_outside_the_bounds_is_never_tried(memory: int, passes: int, lanes: int) -> None:
    with pytest.raises(ValueError, match="64 MiB to 1 GiB"):
        Cost(memory, passes, lanes)
    written = memory.to_bytes(4, "big") + bytes((passes, lanes))
    data = a_slot().to_bytes()
    with pytest.raises(DamagedError):
        Slot.from_bytes(data[: COST.start] + written + data[COST.stop :])


@given(st.binary(max_size=COST_LENGTH + 2))
def test_any_bytes_are_a_cost_within_the_bounds_or_damaged(data: bytes) -> None:
    try:
        cost = Cost.from_bytes(data)
    except DamagedError:
        return
    assert FLOOR.memory_kib <= cost.memory_kib <= 16 * FLOOR.memory_kib
    assert cost.to_bytes() == data


@given(st.floats(0.001, 5))
def test_a_try_takes_half_a_second_to_a_second_where_it_can(at_the_floor: float) -> None:
    def seconds(cost: Cost) -> float:
        return at_the_floor * cost.memory_kib * cost.passes / (FLOOR.memory_kib * FLOOR.passes)

    cost = calibrated_cost(seconds)
    assert cost.memory_kib >= FLOOR.memory_kib
    assert cost.passes >= FLOOR.passes
    assert cost == FLOOR or seconds(cost) <= 1
    assert seconds(cost) >= 0.5 or (cost.memory_kib, cost.passes) == (256 * 1024, 20)


def test_a_measure_that_was_too_short_by_chance_is_not_believed() -> None:
    """Where a step turns out faster than expected the next one is measured."""
    tried: list[Cost] = []

    def seconds(cost: Cost) -> float:
        tried.append(cost)
        return 0.2 if len(tried) < 4 else 0.7

    assert calibrated_cost(seconds) == tried[-1]
    assert len(tried) == 4


def test_a_computer_with_little_memory_takes_the_least() -> None:
    def seconds(cost: Cost) -> float:
        if cost != FLOOR:
            raise StoreError("There is not enough free memory.")
        return 0.1

    assert calibrated_cost(seconds) == FLOOR


def test_this_computer_is_measured() -> None:
    assert _seconds_here(FLOOR) > 0.01
    assert calibrated_cost(lambda _: 0.6) == FLOOR


WITH_LITTLE_MEMORY = """
import resource
from decision_aid.store.errors import StoreError
from decision_aid.store.key_cost import Cost, derived_key
resource.setrlimit(resource.RLIMIT_AS, (600 * 2**20, 600 * 2**20))
try:
    derived_key(b"", bytes(16), Cost(1024 * 1024, 3, 1))
except StoreError as told:
    print(type(told).__name__, told)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded so on Linux only")
def test_too_little_memory_is_told_in_a_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITH_LITTLE_MEMORY], capture_output=True, check=True, text=True
    )
    assert done.stdout.startswith("StoreError There is not enough free memory")
