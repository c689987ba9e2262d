"""The list of kept sessions: found, heard, opened; from none to a thousand."""

from datetime import UTC, date, datetime

import pytest
from decision_aid.gui.keeping import kept_list
from decision_aid.gui.keeping.kept_rows import NAME as ROWS
from decision_aid.gui.keeping.kept_rows import KeptRows
from decision_aid.gui.keeping.kept_words import found, searchable
from decision_aid.gui.keeping.store_card import TITLE as HOW_KEPT
from decision_aid.store.api import Listed, SessionId
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.keeping.kept_screens import DAY, OpenScreens, Screens, kept_session

NOTHING_CHOSEN = (kept_list.OPEN, kept_list.MORE)
TUESDAY = "Tuesday, last visit Mon, Nov 23, 2026"


@pytest.fixture
def screens(open_screens: OpenScreens) -> Screens:
    made = open_screens(
        kept_session("Older <b>", 9),
        kept_session("Tuesday", 0, "in 4 weeks"),
        kept_session("", 3),
    )
    made.open_kept()
    made.unlock()
    return made


def rows(screens: Screens) -> list[str]:
    """The rows as they are heard."""
    view = screens.driver.find(ROWS, KeptRows)
    model, role = view.model(), Qt.ItemDataRole.AccessibleTextRole
    return [model.data(model.index(at, 0), role) for at in range(model.rowCount())]


def listed(label: str = "", day: date = DAY, review: str = "") -> Listed:
    return Listed(
        id=SessionId(bytes(16)),
        revision=1,
        label=label,
        last_visit=day,
        review=review,
        pack="depression",
        saved_at=datetime(2026, 11, 23, tzinfo=UTC),
    )


def finds(words: str, one: Listed) -> bool:
    return found(words, [(searchable(one, DAY), one)]) == [one]


def test_each_row_says_label_last_visit_and_when_to_look_again_newest_first(
    screens: Screens,
) -> None:
    assert rows(screens) == [
        f"{TUESDAY}, look again: in 4 weeks",
        "No label, last visit Fri, Nov 20, 2026",
        "Older <b>, last visit Sat, Nov 14, 2026",
    ]
    assert screens.driver.reads("3 sessions")
    assert "viewed_list" in screens.events()


def test_a_screen_reader_meets_a_list_with_the_same_names(screens: Screens) -> None:
    heard = QAccessible.queryAccessibleInterface(screens.driver.find(ROWS))
    assert heard.role() == QAccessible.Role.List
    children = [heard.child(at) for at in range(heard.childCount())]
    assert [one.text(QAccessible.Text.Name) for one in children] == rows(screens)


def test_none_is_chosen_at_first_and_the_buttons_say_why_they_are_off(screens: Screens) -> None:
    for name in NOTHING_CHOSEN:
        button = screens.driver.find(name, QPushButton)
        assert not button.isEnabled()
        assert button.accessibleDescription() == kept_list.CHOOSE_FIRST


def test_by_keyboard_alone_one_is_found_and_opened(screens: Screens) -> None:
    assert screens.driver.find(kept_list.SEARCH).hasFocus()
    screens.driver.type(kept_list.SEARCH, "tues", enter=True)
    assert screens.driver.has(f"{kept_list.OPEN}: {TUESDAY}")
    screens.driver.key(Qt.Key.Key_Return)
    screens.done()
    assert screens.cards() == []
    assert screens.driver.session.label == "Tuesday"
    assert screens.keeping.state.kept is not None
    assert "opened" in screens.events()


def test_arrows_move_among_the_rows_and_the_button_opens_the_one_chosen(
    screens: Screens,
) -> None:
    screens.driver.focus(ROWS)
    screens.driver.key(Qt.Key.Key_Down)
    screens.driver.key(Qt.Key.Key_Down)
    screens.press(f"{kept_list.OPEN}: No label, last visit Fri, Nov 20, 2026")
    assert screens.driver.session.started_on == date(2026, 11, 20)


def test_the_one_in_the_window_is_marked_and_opening_it_changes_nothing(
    screens: Screens,
) -> None:
    screens.driver.type(kept_list.SEARCH, "tues", enter=True)
    screens.driver.key(Qt.Key.Key_Return)
    screens.done()
    before = screens.driver.snapshot
    screens.open_kept()
    assert rows(screens)[0] == f"{TUESDAY}, in this window, look again: in 4 weeks"
    screens.driver.type(kept_list.SEARCH, "tues", enter=True)
    screens.press(f"{kept_list.OPEN}: {TUESDAY}")
    assert screens.cards() == []
    assert screens.driver.snapshot is before


def test_it_leads_to_how_sessions_are_kept(screens: Screens) -> None:
    screens.driver.open(kept_list.ALL)
    screens.press(kept_list.HOW)
    assert screens.cards() == [kept_list.TITLE, HOW_KEPT]


def test_a_search_that_finds_nothing_says_so_and_all_come_back(screens: Screens) -> None:
    screens.driver.type(kept_list.SEARCH, "tuesday november")
    assert rows(screens) == [f"{TUESDAY}, look again: in 4 weeks"]
    assert screens.driver.reads("1 of 3 sessions")
    screens.driver.type(kept_list.SEARCH, " zebra")
    assert screens.driver.reads(kept_list.NONE_FOUND)
    screens.driver.find(kept_list.SEARCH, QLineEdit).setText("")
    assert len(rows(screens)) == 3


def test_what_would_be_lost_is_asked_about_before_another_is_opened(screens: Screens) -> None:
    screens.driver.key(Qt.Key.Key_Escape)
    screens.driver.type("Label for this session", "mine")
    screens.open_kept()
    screens.driver.type(kept_list.SEARCH, "tues", enter=True)
    screens.driver.key(Qt.Key.Key_Return)
    screens.done()
    screens.press("Stay here")
    assert screens.driver.session.label == "mine"


def test_an_empty_store_says_how_to_fill_it(open_screens: OpenScreens) -> None:
    screens = open_screens(kept_session("gone"))
    screens.open_kept()
    screens.unlock()
    screens.ask(lambda store: store.delete(store.listed()[0].id))
    screens.driver.press(f"Close: {kept_list.TITLE}")
    screens.open_kept()
    assert screens.driver.reads(kept_list.EMPTY)
    assert not screens.driver.has(kept_list.OPEN)


def test_closing_leaves_nothing_typed_and_nothing_listed(screens: Screens) -> None:
    search = screens.driver.find(kept_list.SEARCH, QLineEdit)
    screens.driver.type(kept_list.SEARCH, "tues")
    screens.driver.key(Qt.Key.Key_Escape)
    assert search.text() == ""
    assert screens.cards() == []


@pytest.mark.parametrize(
    "words",
    [
        "",
        "tues",
        "TUESDAY",
        "2026-11",
        "11/23/2026",
        "november 23",
        "Nov 23, 2026",
        "monday",
        "4 weeks",
    ],
)
def test_found_by_label_day_or_when_to_look_again(words: str) -> None:
    assert finds(words, listed("Tuesday", DAY, "in 4 weeks"))


def test_today_and_yesterday_are_found_by_these_words() -> None:
    assert finds("today", listed(day=DAY))
    assert finds("yesterday", listed(day=date(2026, 11, 22)))
    assert not finds("today", listed(day=date(2026, 11, 22)))


@settings(max_examples=50)
@given(st.text(max_size=40), st.dates(), st.text(max_size=30))
def test_every_session_is_found_by_its_own_words(label: str, day: date, review: str) -> None:
    one = listed(label, day, review)
    for words in (label, review, day.isoformat()):
        assert finds(words, one)


def test_a_thousand_rows_are_counted_found_and_drawn(qtbot: QtBot) -> None:
    many = [listed(f"Session {n} " * 20, DAY) for n in range(1_000)]
    view = KeptRows()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    among = [(searchable(one, DAY), one) for one in many]
    assert len(found("", among)) == 1_000
    assert found("session 99", among) == [one for one in many if "99" in one.label]
    view.show_sessions(many, len(many))
    assert view.model().rowCount() == 1_000
    assert not view.grab().isNull()
