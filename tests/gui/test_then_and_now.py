"""A session of an earlier day on Welcome, and what changed since on Welcome and Decide."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.base.resources import resources_dir
from decision_aid.content.reading import word_count
from decision_aid.content.sessions import load_session
from decision_aid.domain.about_you import AboutYou
from decision_aid.domain.answers import Rating
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Decision, EarlierVisit, Session
from decision_aid.gui.clock import today
from decision_aid.gui.pages.decide import DecidePage
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.pages.then_and_now import BEGUN, WHAT_IT_DOES, ThenAndNowCard
from decision_aid.gui.pages.welcome import WelcomePage
from decision_aid.workspace.changes.matters import SetImportance
from decision_aid.workspace.changes.walk import BeginVisit
from decision_aid.workspace.then_and_now import NORMAL
from decision_aid.workspace.workspace import Workspace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver
from tests.gui.one_page import OnePage
from tests.gui.sessions import real_pack
from tests.gui.test_reading import LABEL, assert_easy

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]

BEGIN, GO_ON = "Begin a new visit", "Go on with that visit"
EXAMPLE = resources_dir() / "examples" / "two-visits.yaml"
THEN = date(2026, 1, 20)
FRESH = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from decision_aid.gui.app import Visit, fresh_session
from tests.builders import a_pack
visit = Visit(a_pack(), fresh_session(a_pack()))
visit.window.show()
application.processEvents()
print(*(one for one in sys.modules if one.endswith("then_and_now")))
"""
UNDO = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier


def of_a_day(day: date = THEN, **given: Any) -> Session:
    return a_session(started_on=day, **given)


def an_old_session() -> Session:
    about = AboutYou(phq9=Phq9(answers=(*(2,) * 8, 0)))
    return of_a_day(help=3, about=about, people=("prescriber",), minutes=10)


def with_visits(count: int) -> Session:
    earlier = tuple(
        EarlierVisit(on=THEN + timedelta(days=n), ratings=(Rating("help", n % 4),))
        for n in range(count)
    )
    return replace(of_a_day(today(), help=4), earlier=earlier)


def test_a_session_of_an_earlier_day_asks_whether_today_is_a_new_visit(
    open_window: OpenWindow,
) -> None:
    driver = open_window(a_pack(), an_old_session())
    assert driver.reads("This session is from Jan 20, 2026.")
    assert driver.reads("Is today a new visit?")
    begin, go_on = (driver.find(name, QAbstractButton) for name in (BEGIN, GO_ON))
    assert begin.property("role") == go_on.property("role") == "secondary"
    assert begin.height() == go_on.height()
    assert driver.session == replace(an_old_session(), visited=("welcome",))


@pytest.mark.parametrize("session", [of_a_day(today(), help=3), of_a_day(THEN, people=())])
def test_a_session_of_today_or_without_any_answer_asks_nothing(
    open_window: OpenWindow, session: Session
) -> None:
    driver = open_window(a_pack(), session)
    assert not driver.has(BEGIN)
    assert not driver.reads("This session is from")


def test_a_new_visit_keeps_all_that_was_said_and_can_be_taken_back(open_window: OpenWindow) -> None:
    driver = open_window(a_pack(), an_old_session())
    before = driver.session
    driver.press(BEGIN)
    assert driver.session == BeginVisit(today()).apply_to(before)
    assert driver.session.ratings == before.ratings
    assert not driver.has(BEGIN)
    assert driver.has("Compared with Jan 20, 2026")
    assert driver.reads("16 of 27 then; not answered now")
    assert driver.reads("Nothing changed in the other answers.")
    assert driver.reads(NORMAL)
    assert not driver.is_chosen("How long we have", "10 minutes")
    driver.key(*UNDO)
    assert driver.session == before
    assert driver.has(BEGIN)
    assert driver.has(GO_ON)
    assert not driver.has("Compared with Jan 20, 2026")


def test_going_on_changes_nothing_and_leaves_the_new_visit_within_reach(
    open_window: OpenWindow,
) -> None:
    driver = open_window(a_pack(), an_old_session())
    before = driver.session
    driver.press(GO_ON)
    assert driver.session == before
    assert driver.reads("You go on with the visit of Jan 20, 2026.")
    assert not driver.has(GO_ON)
    assert not driver.reads("Is today a new visit?")
    driver.go("Decide")
    driver.go("Welcome")
    driver.press(BEGIN)
    assert driver.session.started_on == today()


def test_both_answers_are_given_from_the_keyboard_and_it_never_falls_into_nothing(
    open_window: OpenWindow,
) -> None:
    driver = open_window(a_pack(), an_old_session())
    driver.focus(GO_ON)
    driver.key(Qt.Key.Key_Return)
    at = driver.window.focusWidget()
    assert at is driver.find(BEGIN)
    driver.key(Qt.Key.Key_Return)
    assert driver.session.started_on == today()
    at = driver.window.focusWidget()
    assert at is not None
    assert at.isVisible()
    assert at.accessibleName() == "Then and now"


def tabbed(driver: Driver, times: int) -> list[str]:
    """The names of what Tab comes to, from where the keyboard is."""
    names = []
    for _ in range(times):
        driver.key(Qt.Key.Key_Tab)
        at = driver.window.focusWidget()
        assert at is not None
        names.append(at.accessibleName())
    return names


def test_tab_comes_to_the_visits_before_what_stands_below_them(open_window: OpenWindow) -> None:
    earlier = (EarlierVisit(on=THEN - timedelta(days=9)),)
    leaning = Decision(kind="not_yet")
    session = replace(an_old_session(), earlier=earlier, leaning=leaning)
    driver = open_window(a_pack(), session)
    driver.window.open_step("welcome")
    compared = "Compared with Jan 11, 2026"
    assert tabbed(driver, 4) == ["Open an earlier session", BEGIN, GO_ON, compared]
    driver.window.open_step("decide")
    gap, first, second = tabbed(driver, 3)
    assert (gap, first) == ("Open About you", compared)
    assert second.startswith("I am leaning towards: ")


def test_another_session_asks_its_own_question(open_window: OpenWindow) -> None:
    driver = open_window(a_pack(), an_old_session())
    driver.press(GO_ON)
    driver.window.begin(of_a_day(date(2026, 2, 2), help=1))
    driver.settle()
    assert driver.reads("This session is from Feb 2, 2026.")
    assert driver.has(GO_ON)


def test_welcome_tells_one_line_for_each_kind_without_a_typed_word(qtbot: QtBot) -> None:
    told = Decision(kind="something_else", words="secretword <b>")
    session = replace(with_visits(1), leaning=told)
    driver = OnePage(qtbot, WelcomePage, a_pack(), session)
    assert driver.reads("1 moved")
    assert driver.reads("from “Nothing recorded” to “Something else”")
    assert not driver.reads("secretword")


def test_decide_tells_all_of_it_once_it_is_opened(qtbot: QtBot) -> None:
    told = Decision(kind="something_else", words="secretword <b>")
    driver = OnePage(qtbot, DecidePage, a_pack(), replace(with_visits(1), leaning=told))
    assert driver.reads(NORMAL)
    assert not driver.reads("Help: from")
    driver.open("Compared with Jan 20, 2026")
    assert driver.reads("Help: from “Not at all” to “Most”")
    assert driver.reads("Now: Something else: secretword <b>")
    driver.workspace.apply(SetImportance("help", 0))
    driver.settle()
    assert not driver.reads("Help: from")
    assert driver.reads("Now: Something else: secretword <b>")


def test_decide_says_nothing_of_visits_where_there_was_only_this_one(qtbot: QtBot) -> None:
    driver = OnePage(qtbot, DecidePage, a_pack(), of_a_day(today(), help=3))
    assert not driver.reads("Then and now")
    assert not driver.reads(NORMAL)


@pytest.mark.parametrize(
    ("count", "more"),
    [
        (3, ""),
        (4, "1 more earlier visit is in the printed record."),
        (9, "6 more earlier visits are in"),
    ],
)
def test_at_most_three_visits_are_shown_the_newest_first(
    qtbot: QtBot, count: int, more: str
) -> None:
    driver = OnePage(qtbot, DecidePage, a_pack(), with_visits(count))
    names = [one.accessibleName() for one in driver.controls()]
    shown = [one for one in names if one.startswith("Compared with")]
    days = [THEN + timedelta(days=n) for n in range(count)]
    assert shown == [f"Compared with {day_words(day)}" for day in days[::-1][:3]]
    assert driver.reads(more) if more else not driver.reads("in the printed record")


def test_a_fresh_window_comes_up_without_what_compares_visits() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FRESH], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == []


@pytest.mark.parametrize("make", [WelcomePage, DecidePage])
def test_what_is_said_of_earlier_visits_is_easy_to_read(
    qtbot: QtBot, make: Callable[[Workspace], StepPage]
) -> None:
    session = load_session(EXAMPLE, real_pack())
    driver = OnePage(qtbot, make, real_pack(), replace(session, started_on=date(2026, 11, 2)))
    driver.open("Compared with Oct 20, 2026")
    (card,) = driver.seen(ThenAndNowCard)
    texts = [one.text() for one in card.findChildren(QLabel) if word_count(one.text()) > LABEL]
    assert_easy([*texts, WHAT_IT_DOES, BEGUN])
