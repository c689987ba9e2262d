"""Deleting kept sessions: what is said, what is asked, what is left."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from decision_aid.gui.keeping import deleting, kept_list
from decision_aid.gui.keeping.asking_passphrase import YOURS
from decision_aid.gui.keeping.one_session import DELETE
from decision_aid.gui.keeping.stopping import ask_to_stop
from decision_aid.store.api import SessionId
from decision_aid.store.back_ups import BackUp, back_ups, surplus
from decision_aid.store.errors import NoRoomError
from decision_aid.store.folder import STORE
from decision_aid.store.sealed_store import SealedStore
from decision_aid.store.set_aside import files_aside, set_aside
from decision_aid.workspace.changes.walk import SetText
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.gui.keeping.kept_screens import OpenScreens, Screens, back_up, kept_session
from tests.gui.keeping.own_store import PASSPHRASE

TUESDAY = "Tuesday, last visit Mon, Nov 23, 2026"
ONE = "Delete this session?"


@pytest.fixture
def screens(open_screens: OpenScreens) -> Screens:
    made = open_screens(kept_session("Tuesday"), kept_session("Friday", 3))
    made.open_kept()
    made.unlock()
    return made


def ask_to_delete(screens: Screens) -> None:
    screens.driver.type(kept_list.SEARCH, "tues", enter=True)
    screens.press(f"{kept_list.MORE}: {TUESDAY}")
    screens.press(DELETE)


def agree(screens: Screens, passphrase: str = PASSPHRASE) -> None:
    screens.press(deleting.YES)
    screens.driver.find(YOURS, QLineEdit).setText(passphrase)
    screens.press(deleting.DELETE)


def test_what_deleting_means_is_said_and_the_first_button_changes_nothing(
    screens: Screens,
) -> None:
    ask_to_delete(screens)
    for sentence in deleting.MEANS:
        assert screens.driver.reads(sentence)
    assert screens.driver.reads(TUESDAY)
    assert screens.driver.find(f"{deleting.KEEP_IT}: {ONE}").hasFocus()
    screens.driver.key(Qt.Key.Key_Return)
    screens.done()
    assert screens.cards() == [kept_list.TITLE]
    assert screens.labels() == ["Tuesday", "Friday"]


def test_it_is_deleted_after_the_passphrase_and_the_list_says_so(screens: Screens) -> None:
    ask_to_delete(screens)
    agree(screens)
    assert screens.labels() == ["Friday"]
    assert screens.cards() == [kept_list.TITLE]
    assert screens.driver.reads("Deleted: 1 session.")
    assert screens.events()[-1] == "deleted"


def test_a_wrong_passphrase_deletes_nothing(screens: Screens) -> None:
    ask_to_delete(screens)
    agree(screens, "somebody else's words")
    assert screens.labels() == ["Tuesday", "Friday"]
    screens.driver.key(Qt.Key.Key_Escape)
    assert screens.cards() == [kept_list.TITLE]


def test_all_are_deleted_at_once(screens: Screens) -> None:
    screens.driver.open(kept_list.ALL)
    screens.press(kept_list.DELETE_ALL)
    assert screens.cards()[-1] == "Delete these 2 sessions?"
    agree(screens)
    assert screens.labels() == []
    assert screens.driver.reads(kept_list.EMPTY)


def test_the_back_ups_go_too_only_where_that_is_ticked(screens: Screens) -> None:
    back_up(screens.folder)
    assert back_ups(screens.folder)
    ask_to_delete(screens)
    assert not screens.driver.has(f"Back-ups: {deleting.ASIDE_TOO}")
    screens.driver.choose("Back-ups", deleting.BACK_UPS_TOO)
    agree(screens)
    assert not back_ups(screens.folder)
    assert screens.driver.reads("Deleted: 1 session. 1 back-up was deleted.")
    assert screens.events()[-2:] == ["deleted", "back_ups_purged"]


def test_the_damaged_files_set_aside_are_offered_where_there_are_any(screens: Screens) -> None:
    set_aside(screens.folder / STORE)
    ask_to_delete(screens)
    screens.driver.choose("Back-ups", deleting.ASIDE_TOO)
    agree(screens)
    assert files_aside(screens.folder) == ()
    assert screens.driver.reads("Deleted: 1 session. 1 damaged file was deleted.")
    assert screens.events()[-2:] == ["deleted", "set_aside_purged"]
    assert screens.labels() == ["Friday"]


def test_no_time_is_promised_in_which_back_ups_are_gone(tmp_path: Path) -> None:
    """With an unlocking a month, the back-up that has it is there for years."""
    day = datetime(2026, 1, 1, tzinfo=UTC)
    there: tuple[BackUp, ...] = ()
    for number in range(30):
        made_at = day + timedelta(days=30 * number)
        there = (BackUp(path=tmp_path / f"{number}", number=number, made_at=made_at), *there)
        there = tuple(one for one in there if one not in surplus(there))
    assert there[0].made_at - there[-1].made_at > timedelta(days=2 * 366)
    told = " ".join(deleting.MEANS)
    assert "it can be years" in told
    assert "month" not in told


def test_the_session_in_the_window_stays_there_and_is_kept_no_more(screens: Screens) -> None:
    screens.driver.type(kept_list.SEARCH, "tues", enter=True)
    screens.driver.key(Qt.Key.Key_Return)
    screens.done()
    ask_to_stop(screens.driver.window, screens.keeping)
    screens.done()
    assert screens.driver.reads(deleting.IN_WINDOW)
    agree(screens)
    assert screens.labels() == ["Friday"]
    assert screens.driver.session.label == "Tuesday"
    assert screens.keeping.state.kept is None
    assert not screens.driver.window.kept.nothing_to_lose


def test_what_could_not_be_deleted_is_told_and_kept_as_before(screens: Screens) -> None:
    screens.driver.type(kept_list.SEARCH, "tues", enter=True)
    screens.driver.key(Qt.Key.Key_Return)
    screens.done()
    store = screens.ask(lambda store: store)
    assert isinstance(store, SealedStore)

    def fail(*_: SessionId) -> None:
        raise NoRoomError("The disk is full.")

    store.delete = fail  # type: ignore[method-assign]  # this once
    ask_to_stop(screens.driver.window, screens.keeping)
    screens.done()
    agree(screens)
    assert screens.driver.reads(deleting.NOT_DELETED)
    assert screens.driver.reads("The disk is full.")
    assert screens.keeping.state.kept is not None
    assert screens.driver.window.kept.nothing_to_lose
    screens.driver.window.workspace.apply(SetText("label", "Wednesday"))
    screens.keeping.save_now()
    screens.done()
    assert screens.labels() == ["Wednesday", "Friday"]
