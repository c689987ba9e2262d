"""Every event has words, and none of them says what was said."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from decision_aid.gui.keeping.event_words import (
    GONE,
    NOBODY,
    WORDS,
    event_words,
    which_words,
    who_words,
)
from decision_aid.store.api import Entry, Event, SessionId, SlotId

PROGRAM = Path(__file__).resolve().parents[3] / "decision_aid"
HERE, AWAY = SessionId(b"h" * 16), SessionId(b"a" * 16)
KNOWN, UNKNOWN = SlotId(b"k" * 16), SlotId(b"u" * 16)


def a_failed_try(times: int) -> Entry:
    return Entry(
        number=1,
        at=datetime(2026, 11, 23, tzinfo=UTC),
        event="unlock_failed",
        by=SlotId(b""),
        session=SessionId(b""),
        times=times,
    )


def test_each_event_has_words_of_its_own() -> None:
    assert set(WORDS) == set(get_args(Event))
    said = [words for words, _ in WORDS.values()]
    assert len(set(said)) == len(said)
    assert all(one[0].isupper() and not one.endswith(".") for one in said)


def test_what_was_counted_is_told_with_its_count() -> None:
    once = a_failed_try(1)
    often = a_failed_try(7)
    assert event_words(once) == WORDS["unlock_failed"][0]
    assert event_words(often).endswith("(7 times)")


def test_who_and_which_are_told_where_they_are_known() -> None:
    assert who_words(KNOWN, {KNOWN: "Dr. Rivera"}) == "Dr. Rivera"
    assert who_words(SlotId(b""), {KNOWN: "Dr. Rivera"}) == NOBODY
    assert who_words(UNKNOWN, {}) == NOBODY
    assert which_words(HERE, {HERE: "Tuesday"}) == "Tuesday"
    assert which_words(AWAY, {HERE: "Tuesday"}) == GONE
    assert which_words(SessionId(b""), {}) == ""


@pytest.mark.parametrize("event", get_args(Event))
def test_each_event_is_written_down_somewhere(event: str) -> None:
    assert any(f'"{event}"' in text for text in _sources())


@cache
def _sources() -> tuple[str, ...]:
    """What could write an event down: not where events are named and put in words."""
    about = {"api.py", "event_words.py"}
    files = (*(PROGRAM / "store").glob("*.py"), *(PROGRAM / "gui").rglob("*.py"))
    return tuple(one.read_text("utf-8") for one in files if one.name not in about)
