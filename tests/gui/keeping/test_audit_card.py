"""Who did what: newest first, whole or not shown, quick however long it is."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.gui.keeping.audit_card import (
    BROKEN,
    NONE,
    PAGE,
    TITLE,
    AuditCard,
    Told,
    show_audit,
)
from decision_aid.gui.keeping.event_words import GONE, WORDS
from decision_aid.store.api import Entry, Event, SessionId, SlotId
from decision_aid.store.folder import STORE
from PySide6.QtWidgets import QLabel

from tests.builders import a_session
from tests.gui.keeping.own_store import ME, Desk, founding

MARK = "Mark <i>Word</i>"


def start(desk: Desk) -> AuditCard:
    show_audit(desk.driver.window, desk.keeping)
    desk.done()
    (card,) = desk.driver.root.findChildren(AuditCard)
    return card


def rows(desk: Desk) -> list[str]:
    """The texts in the table, row by row from its heads on."""
    texts = desk.driver.texts()
    return texts[texts.index("When") :]


def test_the_newest_stands_first_with_day_who_what_and_which(desk: Desk) -> None:
    kept = desk.ask(lambda store: store.keep(a_session(label=MARK)))
    desk.ask(lambda store: store.record("printed", kept.id))
    start(desk)
    told = rows(desk)[4:]
    day = day_words(datetime.now(UTC).astimezone())
    assert told[0].startswith(day)
    assert told[1] == ME
    assert told[2] == WORDS["printed"][0]
    assert told[3].replace("\u200b", "").startswith(MARK)
    assert told[6] == WORDS["kept"][0]


def test_it_says_that_nothing_is_missing_and_how_many_there_are(desk: Desk) -> None:
    count = len(desk.ask(lambda store: store.audit()))
    start(desk)
    assert count == 1
    assert desk.driver.reads("The list is complete: 1 entry, none missing")
    desk.ask(lambda store: store.record("copied"))
    desk.press(f"Close: {TITLE}")
    start(desk)
    assert desk.driver.reads("The list is complete: 2 entries, none missing")


def test_a_deleted_session_is_named_as_gone_and_not_by_its_label(desk: Desk) -> None:
    kept = desk.ask(lambda store: store.keep(a_session(label=MARK)))
    desk.ask(lambda store: store.delete(kept.id))
    start(desk)
    assert GONE in rows(desk)
    assert not desk.driver.reads(MARK)


def test_someone_removed_since_is_still_named(desk: Desk) -> None:
    other = desk.ask(lambda store: store.add_provider("Someone else", "a rain barrel sings low"))
    desk.lock()
    desk.open_as(other.slot)
    desk.ask(lambda store: store.record("printed"))
    desk.lock()
    desk.open_as(founding()[0].slot.id)
    desk.ask(lambda store: store.remove_provider(other.slot))
    start(desk)
    told = rows(desk)
    assert told[told.index(WORDS["printed"][0]) - 1] == "Someone else"


@pytest.mark.parametrize(
    "change", ["DELETE FROM audit WHERE number = 2", "UPDATE audit SET entry = x'00'"]
)
def test_a_list_that_was_altered_is_not_shown_and_says_so(desk: Desk, change: str) -> None:
    desk.ask(lambda store: store.record("copied"))
    desk.lock()
    with sqlite3.connect(desk.folder / STORE) as file:
        file.execute(change)
    file.close()
    desk.open_as(founding()[0].slot.id)
    start(desk)
    assert desk.driver.reads(BROKEN)
    assert not desk.driver.has("Older entries")


def test_where_entries_were_found_missing_once_it_never_says_complete_again(desk: Desk) -> None:
    desk.ask(lambda store: store.record("entries_lost"))
    desk.ask(lambda store: store.record("printed"))
    start(desk)
    assert desk.driver.reads("The list is not complete: 3 entries. On ")
    assert not desk.driver.reads("The list is complete")


def an_entry(number: int) -> Entry:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
    event: Event = "unlock_failed" if number % 100 == 0 else "opened"
    return Entry(
        number=number, at=at, event=event, by=SlotId(b"k" * 16), session=SessionId(b"s" * 16)
    )


def test_of_ten_thousand_entries_one_page_is_on_the_screen_and_all_can_be_reached(
    desk: Desk,
) -> None:
    card = start(desk)
    card._show(Told(tuple(an_entry(n) for n in range(10_000, 0, -1)), {}, {}))
    desk.driver.settle()
    assert len(card.findChildren(QLabel)) < 5 * PAGE + 20
    assert desk.driver.reads("1 to 25 of 10,000, newest first")
    desk.press("Older entries")
    assert desk.driver.reads("26 to 50 of 10,000")
    desk.press("Newer entries")
    assert desk.driver.reads("1 to 25 of 10,000")
    desk.driver.choose("Which entries", "Failed tries")
    assert desk.driver.reads("1 to 25 of 100, newest first")
    for _ in range(3):
        desk.press("Older entries")
    assert desk.driver.reads("76 to 100 of 100")
    assert not desk.driver.find("Older entries").isEnabled()
    desk.driver.choose("Which entries", "Keys and store")
    assert desk.driver.reads(NONE)
