"""One session in a file of its own: it opens with its passphrase, and with nothing else."""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pytest
from decision_aid.base.errors import DecisionAidError
from decision_aid.domain.session import Session
from decision_aid.store.errors import (
    NewerVersionError,
    NotOpenedError,
    NotPortableError,
    TooLargeError,
    WeakPassphraseError,
)
from decision_aid.store.key_cost import FLOOR, Cost
from decision_aid.store.key_slots import SLOT_LENGTH, Slot, master_from
from decision_aid.store.portable import (
    check_portable,
    exported,
    imported,
    imported_with,
    read_portable,
)
from decision_aid.store.sealing import context, derived, seal
from decision_aid.store.session_bytes import LARGEST, packed

from tests.gui.sessions import full_session
from tests.store.test_sealing import FLIPS, flipped
from tests.store.test_session_bytes import FUZZ, WRONG, altered

WORDS = "Zoë liked 3 small pears"
START = 5
SLOT = START + 16
BODY = SLOT + SLOT_LENGTH
COST = SLOT + 34


@cache
def a_file() -> bytes:
    return exported(full_session(), WORDS, FLOOR)


@cache
def its_master() -> bytes:
    return master_from(Slot.from_bytes(a_file()[SLOT:BODY]), WORDS, a_file()[START:SLOT])


def holding(plain: bytes) -> bytes:
    """A file that is sealed as it should be, around other bytes."""
    header = a_file()[:BODY]
    bound_to = context(header[START:SLOT], "portable") + header
    return header + seal(derived(its_master(), "portable"), plain, bound_to)


def test_an_exported_session_is_imported_as_it_was() -> None:
    assert imported(a_file(), f" {WORDS} ") == full_session()


def test_nothing_of_the_session_can_be_read_in_the_file() -> None:
    again = exported(full_session(), WORDS, FLOOR)
    for typed in (b"Tuesday", b"phenelzine", b"depression", b"2026", b"schema", WORDS.encode()):
        assert typed in packed(full_session()) + WORDS.encode()
        assert typed not in a_file() + again
    same = sum(one == other for one, other in zip(a_file()[START:], again[START:], strict=True))
    assert same < len(again) // 50


def test_a_wrong_passphrase_is_told_so() -> None:
    for wrong in ("", f"{WORDS}!"):
        with pytest.raises(NotOpenedError, match="does not open this file"):
            imported(a_file(), wrong)


def test_a_damaged_slot_is_told_as_a_wrong_passphrase_is() -> None:
    with pytest.raises(NotOpenedError) as wrong:
        imported(a_file(), "another passphrase")
    for at in (START, SLOT + 18, BODY - 1):
        with pytest.raises(NotOpenedError) as damaged:
            imported(flipped(a_file(), at, 1), WORDS)
        assert str(damaged.value) == str(wrong.value)


@pytest.mark.parametrize("bits", FLIPS)
def test_no_file_opens_with_a_byte_altered(bits: int) -> None:
    for at in range(len(a_file())):
        with pytest.raises((NotPortableError, NewerVersionError)):
            imported_with(flipped(a_file(), at, bits), its_master())


def test_a_weak_passphrase_seals_nothing() -> None:
    with pytest.raises(WeakPassphraseError, match="at least 12 characters"):
        exported(full_session(), "short", FLOOR)


def test_a_session_that_is_too_large_is_not_sealed() -> None:
    large = replace(full_session(), label="x" * LARGEST)
    with pytest.raises(TooLargeError):
        exported(large, WORDS, FLOOR)


FOREIGN: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "the first signs": lambda: a_file()[:4],
    "the header": lambda: a_file()[:BODY],
    "a PDF": lambda: b"%PDF-1.7\n" * 1000,
    "a plain session": lambda: b"pack: small\nseed: 7\n",
    "a store": lambda: b"SQLite format 3\x00" + bytes(8000),
    "zeros": lambda: bytes(8000),
    "cut off": lambda: a_file()[:-1],
    "longer": lambda: a_file() + b"\0",
    "far too long": lambda: a_file() + bytes(LARGEST),
    "version 0": lambda: flipped(a_file(), 4, 1),
    "a slot of another version": lambda: flipped(a_file(), SLOT, 3),
    "a recovery slot": lambda: flipped(a_file(), SLOT + 1, 3),
    **{f"sealed: {name}": partial(holding, data) for name, data in WRONG.items()},
}


@pytest.mark.parametrize("made", FOREIGN.values(), ids=FOREIGN)
def test_what_is_no_exported_session_is_told_in_a_sentence(made: Callable[[], bytes]) -> None:
    with pytest.raises(NotPortableError, match="Nothing was changed") as told:
        imported_with(made(), its_master())
    assert "secretword" not in str(told.value)


def test_what_a_newer_version_wrote_says_to_update() -> None:
    later = packed(full_session()).replace(b'"schema":1', b'"schema":2')
    for data in (
        a_file()[:4] + b"\x02" + a_file()[5:],
        b"DDXS\x02",
        holding(later),
    ):
        with pytest.raises(NewerVersionError, match="Update the program"):
            imported_with(data, its_master())


@pytest.mark.parametrize(
    "cost",
    [
        (100 * 1024 * 1024).to_bytes(4, "big") + b"\x03\x01",  # 100 GiB
        FLOOR.to_bytes()[:4] + b"\xff\x01",
        FLOOR.to_bytes()[:4] + b"\x03\xff",
        (8 * 1024).to_bytes(4, "big") + b"\x03\x01",
    ],
)
def test_a_file_that_asks_for_too_much_is_refused_before_its_passphrase_is_asked_for(
    cost: bytes,
) -> None:
    asking = a_file()[:COST] + cost + a_file()[COST + 6 :]
    with pytest.raises(NotPortableError):
        check_portable(asking)
    with pytest.raises(NotPortableError):
        imported(asking, WORDS)
    check_portable(a_file())


def test_a_dearer_cost_than_was_sealed_with_opens_nothing() -> None:
    asking = a_file()[:COST] + Cost(FLOOR.memory_kib, 4, 1).to_bytes() + a_file()[COST + 6 :]
    check_portable(asking)
    with pytest.raises(NotOpenedError):
        imported(asking, WORDS)


def test_whatever_is_imported_it_is_a_session_or_told() -> None:
    chance = random.Random(11)  # noqa: S311 - the same each time, and no secret
    plain = packed(full_session()).rstrip(b" ")
    for number in range(FUZZ):
        whole = number % 2 == 0
        data = holding(altered(plain, chance)) if whole else altered(a_file(), chance)
        try:
            session = imported_with(data, its_master())
        except (NotPortableError, NewerVersionError):
            continue
        assert isinstance(session, Session)
        assert whole or data == a_file()


def test_a_chosen_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "one.ddxs"
    path.write_bytes(a_file())
    assert read_portable(path) == a_file()


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such files")
def test_what_cannot_be_read_is_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "long").write_bytes(a_file() + bytes(LARGEST))
    for name in ("pipe", "long", "missing", "a\0b", "."):
        with pytest.raises(NotPortableError, match="Nothing was changed") as told:
            read_portable(tmp_path / name)
        assert isinstance(told.value, DecisionAidError)
        assert str(tmp_path) not in str(told.value)
