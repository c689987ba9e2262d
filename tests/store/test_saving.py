from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
from decision_aid.domain.session import Session
from decision_aid.store.api import SessionId, SessionStore
from decision_aid.store.errors import (
    DiskFailedError,
    NoRoomError,
    StoreError,
    TooLargeError,
)
from decision_aid.store.saving import KEPT_BESIDE, PAUSES, Copy, begin
from decision_aid.store.session_bytes import LARGEST
from hypothesis import given
from hypothesis import strategies as st

from tests.store.memory_store import MemoryStore
from tests.store.stores import Stored

SESSION = Session(pack="small", seed=7, started_on=date(2026, 11, 23))
EVERYTHING = ("keep", "save", "revision_of", "listed", "set_at_work")


def said(word: str) -> Session:
    return replace(SESSION, feels_missing=word)


class Faults:
    """Fails as a list says, one call of the store after the other."""

    def __init__(self, which: Iterator[bool]) -> None:
        self._which = which
        self.moments: list[str] = []

    def __call__(self, moment: str) -> StoreError | None:
        self.moments.append(moment)
        return DiskFailedError("The disk failed.") if next(self._which, False) else None


def no_pause(_: float) -> None:
    """No test waits for time."""


def test_what_is_saved_is_on_the_disk_when_it_returns() -> None:
    store = MemoryStore()
    copy = begin(store, SESSION, no_pause)
    assert copy.save(said("sleep")) == ""
    assert store.sessions[copy.which].session == said("sleep")
    assert store.sessions[copy.which].revision == 2
    assert store.left == copy.which


@given(st.lists(st.lists(st.booleans(), max_size=14), min_size=1, max_size=6))
def test_no_save_is_told_that_is_not_on_the_disk_and_none_is_kept_twice(
    faults: list[list[bool]],
) -> None:
    """Whatever fails, and wherever: before or after it was written, reading back or not."""
    store = MemoryStore()
    copy = begin(store, SESSION, no_pause)
    for place, which in enumerate(faults):
        store.fault = Faults(iter(which))
        with suppress(StoreError):
            assert copy.save(said(f"{place}")) == ""
            assert store.sessions[copy.which].session == said(f"{place}")
    store.fault = Faults(iter(()))
    copy.save(said("last"))
    assert [one.session for one in store.sessions.values()] == [said("last")]


@given(st.lists(st.booleans(), max_size=20))
def test_a_session_is_begun_to_be_kept_once_however_often_it_fails(faults: list[bool]) -> None:
    store = MemoryStore(fault=Faults(iter(faults)))
    with suppress(StoreError):
        begin(store, SESSION, no_pause)
    copy = None
    store.fault = Faults(iter(()))
    copy = begin(store, SESSION, no_pause)
    assert list(store.sessions) == [copy.which]
    assert store.left == copy.which


def test_it_is_tried_four_times_with_longer_and_longer_pauses() -> None:
    store = MemoryStore()
    waited: list[float] = []
    copy = begin(store, SESSION, waited.append)
    store.fault = faults = Faults(map(bool, repeat(1)))
    with pytest.raises(DiskFailedError):
        copy.save(said("sleep"))
    assert tuple(waited) == PAUSES == (0.2, 1.0, 5.0)
    assert faults.moments.count("before save") == 4


def test_a_save_that_was_written_although_it_failed_is_found_without_a_further_try() -> None:
    store = MemoryStore()
    waited: list[float] = []
    copy = begin(store, SESSION, waited.append)
    store.fault = Faults(iter((False, True)))
    assert copy.save(said("sleep")) == ""
    assert not waited
    assert store.sessions[copy.which].revision == 2


def test_what_another_saved_meanwhile_stays_and_ours_is_kept_beside_it() -> None:
    store = MemoryStore()
    copy = begin(store, SESSION, no_pause)
    theirs = copy.which
    store.save(theirs, 1, said("theirs"))
    assert copy.save(said("ours")) == KEPT_BESIDE
    assert copy.which != theirs
    assert store.left == copy.which
    assert {one.session.feels_missing for one in store.sessions.values()} == {"theirs", "ours"}
    assert copy.save(said("ours, later")) == ""
    assert store.sessions[theirs].session == said("theirs")


@given(st.lists(st.booleans(), max_size=25))
def test_neither_is_lost_where_another_saved_meanwhile_and_the_disk_fails(
    faults: list[bool],
) -> None:
    store = MemoryStore()
    copy = begin(store, SESSION, no_pause)
    store.save(copy.which, 1, said("theirs"))
    store.fault = Faults(iter(faults))
    with suppress(StoreError):
        copy.save(said("ours"))
    store.fault = Faults(iter(()))
    copy.save(said("ours"))
    kept = sorted(one.session.feels_missing for one in store.sessions.values())
    assert kept == ["ours", "theirs"]


def test_what_was_deleted_meanwhile_is_kept_anew_from_what_is_in_the_window() -> None:
    store = MemoryStore()
    copy = begin(store, SESSION, no_pause)
    store.delete(copy.which)
    assert copy.save(said("sleep")) == KEPT_BESIDE
    assert [one.session for one in store.sessions.values()] == [said("sleep")]


def test_what_is_too_large_is_told_at_once_and_what_was_kept_stays() -> None:
    store = MemoryStore()
    waited: list[float] = []
    copy = begin(store, SESSION, waited.append)
    with pytest.raises(TooLargeError):
        copy.save(said("x" * LARGEST))
    assert not waited
    assert store.sessions[copy.which].session == SESSION


def test_a_full_disk_is_told_as_such() -> None:
    store = MemoryStore()
    copy = begin(store, SESSION, no_pause)
    store.fault = lambda moment: NoRoomError("Full.") if moment == "before save" else None
    with pytest.raises(NoRoomError):
        copy.save(said("sleep"))


class FailsAfterwards:
    """A real store that has every save on the disk, and says that it failed."""

    def __init__(self, store: SessionStore) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def save(self, which: SessionId, expected: int, session: Session) -> int:
        self._store.save(which, expected, session)
        raise DiskFailedError("The disk failed.")


def test_a_sealed_store_tells_what_was_written_although_it_failed(tmp_path: Path) -> None:
    store = Stored(tmp_path).make()
    first = begin(store, SESSION, no_pause)
    again = begin(store, SESSION, no_pause)
    assert again.which == first.which, "it was kept already"
    copy = Copy(FailsAfterwards(store), first.which, 1, no_pause)
    assert copy.save(said("sleep")) == ""
    kept = store.load(first.which)
    assert (kept.revision, kept.session) == (2, said("sleep"))
    store.close()
