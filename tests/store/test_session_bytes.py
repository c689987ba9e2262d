"""A session as bytes: every one comes back as it was, and nothing else comes back.

`DECISION_AID_FUZZ=20000 pytest tests/store/test_session_bytes.py -s` is the long form; it tells how
many altered ones it tried.
"""

import json
import os
import random
import sys
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from decision_aid.domain.session import Session
from decision_aid.store.api import Listed, SessionId
from decision_aid.store.canonical_json import DEEPEST
from decision_aid.store.errors import (
    DamagedError,
    NewerVersionError,
    StoreError,
    TooLargeError,
)
from decision_aid.store.session_bytes import (
    LARGEST,
    packed,
    packed_listing,
    unpacked,
    unpacked_listing,
)
from hypothesis import HealthCheck, given, settings

from tests.any_session import SESSIONS
from tests.gui.sessions import empty_session, full_session, half_session, visit_session
from tests.report.hostile import NASTY, a_session_with_all_said, saying
from tests.store.test_sealing import FLIPS, flipped

FUZZ = int(os.environ.get("DECISION_AID_FUZZ", "0")) or 500
STEP = 4096
NOW = datetime(2026, 11, 23, 9, 30, 0, 123, tzinfo=UTC)
ONE = SessionId(b"1" * 16)


def bare(**said: Any) -> bytes:
    """The least session there is, with something else said in it."""
    session = {"pack": "small", "seed": 7, "started_on": "2026-11-23", **said}
    return json.dumps({"schema": 1, "session": session}).encode()


@given(SESSIONS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_session_comes_back_as_it_was(session: Session) -> None:
    assert unpacked(packed(session)) == session


@pytest.mark.parametrize(
    "session", [empty_session, half_session, visit_session, full_session, a_session_with_all_said]
)
def test_a_session_of_a_visit_comes_back_as_it_was(session: Callable[[], Session]) -> None:
    assert unpacked(packed(session())) == session()


def test_a_session_of_two_years_of_visits_comes_back_as_it_was() -> None:
    visit = a_session_with_all_said().earlier[0]
    days = (date(2024, 12, 1) + timedelta(days=7 * week) for week in range(100))
    session = replace(full_session(), earlier=tuple(replace(visit, on=day) for day in days))
    assert unpacked(packed(session)) == session


def test_hostile_words_come_back_as_they_were() -> None:
    session, _ = saying([one for one in NASTY if "\ud83d" not in one])
    assert unpacked(packed(session)) == session


def test_a_session_is_written_in_one_way_only_and_its_length_tells_little() -> None:
    sessions = [empty_session(), replace(empty_session(), label="x" * 200)]
    assert [len(packed(one)) for one in sessions] == [STEP, STEP]
    assert len(packed(replace(empty_session(), label="x" * STEP))) == 2 * STEP
    data = packed(full_session()).rstrip(b" ")
    again = json.dumps(json.loads(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert data == again.encode()


def test_everything_said_is_written_also_what_is_as_it_was_at_first() -> None:
    written = json.loads(packed(full_session()))["session"]
    assert written.keys() == {one.name for one in fields(Session)}
    assert written == json.loads(json.dumps(asdict(full_session()), default=str))


def test_bytes_of_this_format_are_read_for_ever() -> None:
    session = unpacked(bare(ratings=[{"criterion": "help", "importance": "not_sure"}]))
    assert session.started_on == date(2026, 11, 23)
    assert session.ratings[0].importance == "not_sure"


SURROGATE = b'"\\ud83d"'
WRONG: dict[str, bytes] = {
    "nothing": b"",
    "blanks": b" " * STEP,
    "no JSON": b"{",
    "a list": b"[1]",
    "a number": b"7",
    "no session": b'{"schema":1}',
    "no schema": b'{"session":{"pack":"small","seed":7,"started_on":"2026-11-23"}}',
    "schema 0": bare().replace(b'"schema": 1', b'"schema": 0'),
    "schema true": bare().replace(b'"schema": 1', b'"schema": true'),
    "schema 1.0": bare().replace(b'"schema": 1', b'"schema": 1.0'),
    "a key twice": bare().replace(b'"seed": 7', b'"seed": 7, "seed": 7'),
    "the schema twice": bare().replace(b'"schema": 1', b'"schema": 1, "schema": 1'),
    "a key twice below": bare(about=0).replace(b" 0", b'{"helped_before":"a","helped_before":"b"}'),
    "an unknown field": bare(secretword=1),
    "an unknown field below": bare(about={"secretword": 1}),
    "a field outside": bare().replace(b'"schema": 1', b'"schema": 1, "x": 1'),
    "a missing field": bare().replace(b'"seed": 7, ', b""),
    "NaN": bare(minutes=float("nan")),
    "Infinity": bare(minutes=float("inf")),
    "-Infinity": bare(minutes=float("-inf")),
    "no finite number": bare().replace(b"7", b"1e999"),
    "a decimal": bare(seed=7.0),
    "a number as text": bare(seed="7"),
    "a truth value as number": bare(seed=True),
    "a number of 5,000 digits": bare().replace(b" 7", b" " + b"7" * 5000),
    "a number beyond": bare(seed=2**32),
    "minutes there are not": bare(minutes=11),
    "an unknown word": bare(involvement="secretword"),
    "a day there is not": bare(started_on="2026-02-30"),
    "a time for a day": bare(started_on="2026-11-23T00:00:00Z"),
    "a number for a day": bare(started_on=0),
    "a text for a list": bare(open_questions="secretword"),
    "a mapping for a list": bare(open_questions={}),
    "a list for a text": bare(label=[]),
    "nothing for a text": bare(label=None),
    "rated twice": bare(ratings=[{"criterion": "help", "importance": 1}] * 2),
    "half a character": bare(label=0).replace(b'"label": 0', b'"label": ' + SURROGATE),
    "half a character in a key": bare().replace(b'"seed"', SURROGATE + b": 1, " + b'"seed"'),
    "half a character as bytes": bare(label="x").replace(b'"x"', b'"\xed\xa0\xbd"'),
    "no UTF-8": bare(label="x").replace(b'"x"', b'"\xff"'),
    "UTF-16": bare().decode().encode("utf-16"),
    "a mark before it": b"\xef\xbb\xbf" + bare(),
    "a control as it is": bare(label="x").replace(b'"x"', b'"\x00"'),
    "something behind it": bare() + b"{}",
    "a zero behind it": bare() + b"\0",
    "deep lists": b'{"schema":1,"session":' + b"[" * DEEPEST + b"]" * DEEPEST + b"}",
    "very deep lists": b"[" * 100_000,
    "very deep mappings": b'{"a":' * 100_000,
    "deep behind an open text": b'{"a":"' + b"[" * 100_000,
    "too long": bare() + b" " * LARGEST,
}


@pytest.mark.parametrize("data", WRONG.values(), ids=WRONG)
def test_what_no_session_was_packed_to_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedError) as told:
        unpacked(data)
    assert "secretword" not in str(told.value)
    assert told.value.__cause__ is None


@pytest.mark.parametrize("schema", [2, 3, 10**9])
def test_what_a_newer_version_packed_says_to_update(schema: int) -> None:
    """Whatever else it holds: only that version knows."""
    later = bare(something="new").replace(b'"schema": 1', b'"schema": %d' % schema)
    with pytest.raises(NewerVersionError, match="Update the program"):
        unpacked(later)
    listing = packed_listing(full_session(), NOW).replace(b'"schema":1', b'"schema":%d' % schema)
    with pytest.raises(NewerVersionError):
        unpacked_listing(ONE, 1, listing)


def test_a_session_that_is_too_large_is_told_and_the_largest_is_kept() -> None:
    start = len(packed(replace(empty_session(), label="")).rstrip(b" "))
    largest = replace(empty_session(), label="x" * (LARGEST - start))
    assert len(packed(largest)) == LARGEST
    assert unpacked(packed(largest)) == largest
    with pytest.raises(TooLargeError):
        packed(replace(largest, label=f"{largest.label}x"))


def test_half_a_character_is_told_before_anything_is_written() -> None:
    for pack in (packed, lambda one: packed_listing(one, NOW)):
        with pytest.raises(StoreError, match="half a character"):
            pack(replace(empty_session(), label="a\ud83d"))


@given(SESSIONS)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_line_of_every_session_comes_back_as_it_was(session: Session) -> None:
    data = packed_listing(session, NOW)
    assert len(data) % 512 == 0
    assert unpacked_listing(ONE, 3, data) == Listed(
        id=ONE,
        revision=3,
        label=session.label,
        last_visit=session.started_on,
        review=session.review,
        pack=session.pack,
        saved_at=NOW,
    )


def test_a_line_tells_its_time_in_utc() -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=-5)))
    data = packed_listing(full_session(), elsewhere)
    assert data == packed_listing(full_session(), NOW)
    assert unpacked_listing(ONE, 1, data).saved_at.tzinfo is UTC


LISTING = packed_listing(full_session(), NOW).rstrip(b" ")


@pytest.mark.parametrize(
    ("was", "wrong"),
    [
        (b'"label"', b'"lable"'),
        (b'"pack"', b'"label"'),
        (b'"schema":1', b'"schema":1,"x":1'),
        (b'"schema":1', b'"schema":1,"schema":1'),
        (b"+00:00", b""),
        (b"+00:00", b"+01:00"),
        (b"2026-11-23T", b"2026-13-23T"),
        (b'"2026-11-23"', b"20261123"),
        (b'"2026-11-23"', b'"tomorrow"'),
        (b'"Tuesday"', b"null"),
        (b'"Tuesday"', b'"\\ud800"'),
        (b'"Tuesday"', b"NaN"),
        (b'"Tuesday"', b"[" * 40 + b"]" * 40),
        (LISTING, b"[]"),
    ],
)
def test_a_line_that_was_not_packed_so_is_damaged(was: bytes, wrong: bytes) -> None:
    assert was in LISTING
    with pytest.raises(DamagedError):
        unpacked_listing(ONE, 1, LISTING.replace(was, wrong, 1))


@pytest.mark.parametrize("bits", FLIPS)
def test_an_altered_line_is_a_line_or_told(bits: int) -> None:
    for at in range(len(LISTING)):
        try:
            line = unpacked_listing(ONE, 1, flipped(LISTING, at, bits))
        except (DamagedError, NewerVersionError):
            continue
        assert isinstance(line.label, str)
        assert line.saved_at.tzinfo is UTC


PIECES = (
    *(b"NaN", b"Infinity", b"-Infinity", b"1e999", b"-0", b"7.0", b"null", b"true", b'""', b"[]"),
    *(b"{}", b'"\\ud800"', b'"\\udc00\\ud800"', b'"\\u0000"', b'"\xed\xa0\x80"', b"\xff", b"\x00"),
    *(b'"seed":7', b'"seed":7,"seed":8', b'"schema":2', b'"schema":1,"schema":2', b"[" * 50),
    *(
        b'{"a":' * 50,
        b"9" * 5000,
        b",",
        b":",
        b"}",
        b"]",
        b'"',
        b"\\",
        b" ",
        b"\n",
        b"\xef\xbb\xbf",
    ),
)


def altered(data: bytes, chance: random.Random) -> bytes:
    """The bytes with something put in, taken out, put elsewhere, or cut off."""
    for _ in range(chance.randint(1, 3)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 1, 2, 8, 100)))
        piece = chance.choice(
            (chance.choice(PIECES), chance.randbytes(3), data[end : end + 40], b"", data[:60])
        )
        data = data[:start] + piece + (data[end:] if chance.random() < 0.95 else b"")
    return data


def with_another_value(data: bytes, chance: random.Random) -> bytes:
    """The bytes with another value, whole in itself, for one of those in them."""
    marked = json.loads(data)
    places: list[tuple[Any, Any]] = []

    def walk(one: Any) -> None:
        for key in one if isinstance(one, dict) else range(len(one)):
            places.append((one, key))
            if isinstance(one[key], dict | list):
                walk(one[key])

    walk(marked)
    inside, key = chance.choice(places)
    inside[key] = "PUT HERE"
    return json.dumps(marked).encode().replace(b'"PUT HERE"', chance.choice(PIECES))


def test_whatever_bytes_are_read_they_are_a_session_or_told() -> None:
    chance = random.Random(7)  # noqa: S311 - the same each time, and no secret
    whole = [packed(one()).rstrip(b" ") for one in (full_session, a_session_with_all_said)]
    refused = 0
    for _ in range(FUZZ):
        change = chance.choice((altered, altered, with_another_value))
        data = change(chance.choice(whole), chance)
        try:
            session = unpacked(data)
        except (DamagedError, NewerVersionError):
            refused += 1
            continue
        assert unpacked(packed(session)) == session
    assert refused > FUZZ // 2
    if FUZZ > 500:
        sys.stdout.write(f"{FUZZ} altered sessions: {refused} refused, {FUZZ - refused} read\n")
