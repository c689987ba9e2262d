"""A store that was put right says in its audit for ever that it was, and what is missing there."""

import sqlite3
from pathlib import Path

import pytest

from tests.store.stores import Stored
from tests.store.torture.subject import said


@pytest.fixture
def stored(tmp_path: Path) -> Stored:
    return Stored(tmp_path)


def taken_out(stored: Stored, where: str) -> None:
    with sqlite3.connect(stored.path, isolation_level=None) as opened:
        opened.execute(f"DELETE FROM audit WHERE {where}")  # noqa: S608 - of this file
    opened.close()


@pytest.mark.parametrize(
    ("where", "lost"),
    [("number = 4", 1), ("number IN (3, 4)", 2), ("number = (SELECT max(number) FROM audit)", 1)],
)
def test_entries_taken_out_are_told_and_stay_written_down(
    stored: Stored, where: str, lost: int
) -> None:
    stored.keep(said(1, 1), said(2, 1))
    taken_out(stored, where)
    opened = stored.open()
    assert "who did what are missing" in opened.news[-1].text
    told = {one.event: one.times for one in opened.store.audit()}
    opened.store.close()
    assert told["file_mended"] == 1
    assert told["entries_lost"] == lost
    again = stored.open()
    assert "entries_lost" in [one.event for one in again.store.audit()]
    assert not again.news
    again.store.close()


def test_where_only_a_session_was_damaged_no_entry_is_said_to_be_lost(stored: Stored) -> None:
    stored.keep(said(1, 1))
    with sqlite3.connect(stored.path, isolation_level=None) as opened:
        opened.execute("UPDATE session SET body = x'00'")
    opened.close()
    events = stored.events()
    assert "file_mended" in events
    assert "entries_lost" not in events
