"""Locking where nothing is kept: what was said is cleared, in good time announced, and said so."""

from collections.abc import Callable

import pytest
from decision_aid.domain.clinic import Clinic
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.crisis_card import HELP
from decision_aid.gui.file_dialog import FileDialog, open_path
from decision_aid.gui.keeping import at_stake, lock
from decision_aid.gui.keeping.leaving_card import TITLE as LEAVING
from decision_aid.gui.keeping.warning_card import LONGER, STAY, TITLE
from decision_aid.workspace.changes.phq9 import AnswerPhq9
from decision_aid.workspace.changes.walk import SetText
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY, a_pack
from tests.gui.driver import Driver
from tests.gui.keeping.locking import Watched

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]
MINUTE = 60
MARKER = "quillfeather"


@pytest.fixture
def watched(open_window: OpenWindow) -> Watched:
    """Nothing was said yet."""
    session = Session(pack=a_pack().id, seed=7, started_on=TODAY)
    return Watched(open_window(a_pack(), session))


def say(watched: Watched) -> None:
    watched.driver.window.workspace.apply(SetText("label", MARKER))
    watched.driver.settle()
    watched.touch()


def is_cleared(watched: Watched) -> bool:
    return watched.driver.session.label == "" and watched.step() == "welcome"


def test_where_nothing_was_said_there_is_no_warning_and_nothing_changes(watched: Watched) -> None:
    watched.driver.go("About you")
    before = watched.driver.snapshot
    watched.leave(20 * MINUTE)
    assert watched.cards() == []
    assert watched.driver.snapshot is before
    assert watched.step() == "about"


def test_what_was_said_is_cleared_after_five_minutes_and_it_says_why(watched: Watched) -> None:
    say(watched)
    watched.leave(5 * MINUTE - 1)
    assert watched.driver.session.label == MARKER
    watched.leave(1)
    assert is_cleared(watched)
    assert watched.driver.reads(lock.nobody_words(5))
    assert watched.driver.reads(at_stake.NOTHING_KEPT)
    assert not watched.lock.is_locked
    assert watched.driver.find("Next: About you").isEnabled()


def test_the_warning_comes_a_minute_before_and_says_what_would_be_lost(watched: Watched) -> None:
    say(watched)
    watched.leave(4 * MINUTE - 1)
    assert watched.cards() == []
    watched.leave(1)
    assert watched.cards() == [TITLE]
    assert watched.driver.reads("Everything said here is cleared in 60 seconds.")
    assert watched.driver.reads(at_stake.LOST)
    watched.leave(50)
    assert watched.driver.reads("Everything said here is cleared in 10 seconds.")


def test_the_warning_takes_at_most_half_the_time(watched: Watched) -> None:
    clinic = Clinic(name="Clinic", as_of=TODAY, lock_minutes=1)
    watched.driver.window.workspace.take_clinic(clinic)
    say(watched)
    watched.leave(29)
    assert watched.cards() == []
    watched.leave(1)
    assert watched.cards() == [TITLE]


def test_one_press_is_enough_to_lose_nothing(watched: Watched) -> None:
    say(watched)
    watched.leave(5 * MINUTE - 1)
    watched.touch()
    watched.driver.press(LONGER)
    watched.leave(15 * MINUTE - 1)
    assert watched.driver.session.label == MARKER


def test_words_half_written_count_as_said(watched: Watched) -> None:
    watched.driver.go("What matters")
    watched.driver.type("New concern", MARKER)
    watched.touch()
    watched.leave(4 * MINUTE)
    assert watched.driver.reads("Everything said here is cleared")
    watched.leave(MINUTE)
    assert is_cleared(watched)
    watched.driver.go("What matters")
    assert watched.driver.find("New concern").property("plainText") == ""


def test_what_is_in_a_file_needs_no_long_warning_but_is_cleared_too(watched: Watched) -> None:
    say(watched)
    watched.driver.window.kept.note()
    watched.leave(5 * MINUTE - 21)
    assert watched.cards() == []
    watched.leave(1)
    assert watched.driver.reads(at_stake.IN_A_FILE)
    watched.leave(20)
    assert is_cleared(watched)
    assert not watched.driver.reads(at_stake.NOTHING_KEPT)


def test_a_computer_that_slept_long_wakes_up_cleared(watched: Watched) -> None:
    say(watched)
    watched.sleep(3600)
    assert is_cleared(watched)


def test_a_nap_shorter_than_the_time_loses_nothing(watched: Watched) -> None:
    say(watched)
    watched.sleep(3 * MINUTE)
    assert watched.driver.session.label == MARKER


def test_a_talk_that_comes_first_has_fifteen_minutes_and_help_stays_at_hand(
    watched: Watched,
) -> None:
    say(watched)
    watched.driver.window.workspace.apply(AnswerPhq9(9, 2))
    watched.driver.settle()
    watched.leave(15 * MINUTE - 1)
    assert watched.driver.session.label == MARKER
    watched.leave(1)
    assert is_cleared(watched)
    assert watched.cards() == [HELP]


def test_locking_by_hand_covers_at_once_and_asks_before_anything_is_lost(watched: Watched) -> None:
    say(watched)
    assert any(one == MARKER for one in named(watched))
    watched.lock.now()
    watched.driver.settle()
    assert watched.cards() == [LEAVING]
    assert not any(one == MARKER for one in named(watched))
    watched.driver.press("Go back")
    assert watched.cards() == []
    assert watched.driver.session.label == MARKER
    watched.lock.now()
    watched.driver.press("Clear it")
    assert is_cleared(watched)


def named(watched: Watched) -> list[object]:
    """What stands in lines that can be reached."""
    return [one.property("text") for one in watched.driver.controls() if one.isEnabled()]


def test_what_is_covered_by_hand_is_cleared_when_nobody_comes_back(watched: Watched) -> None:
    say(watched)
    watched.lock.now()
    watched.leave(5 * MINUTE)
    assert is_cleared(watched)
    assert watched.cards() == []


def test_locking_by_hand_where_nothing_was_said_says_so(watched: Watched) -> None:
    watched.driver.press("Lock the program")
    assert watched.driver.reads(lock.NOTHING_TO_LOCK)
    assert watched.cards() == []


@pytest.mark.usefixtures("dressed")
def test_the_warning_lies_over_a_dialog_that_is_open_and_locking_closes_it(
    watched: Watched,
) -> None:
    say(watched)
    seen: list[bool] = []

    def meanwhile() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FileDialog)
        over = Driver(watched.driver._qtbot, dialog)
        watched.leave(4 * MINUTE)
        seen.append(over.reads(TITLE) and over.has(STAY))
        watched.leave(MINUTE)

    QTimer.singleShot(0, meanwhile)
    kinds = "Sessions (*.yaml)"
    chosen = open_path(watched.driver.window, watched.driver.snapshot, title="Open", kinds=kinds)
    assert seen == [True]
    assert chosen is None
    assert is_cleared(watched)
    assert QApplication.activeModalWidget() is None
