"""A medicine that was stopped: the day, as people write it, and what follows from it."""

from collections.abc import Callable
from datetime import date

import pytest
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Condition, Rule, Washout
from decision_aid.domain.session import Session
from decision_aid.gui.pages.about import AboutPage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver
from tests.gui.one_page import OnePage
from tests.gui.sessions import real_pack

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]
LAST_DAY = "Last day of Nardil"
NOT_READ = "We cannot read a day here."
NOT_KNOWN = "May still count, for 14 days after the last dose: find out the day first."


def washout_pack() -> Pack:
    """An MAOI counts for 14 days, and a gate asks about that."""
    gate = Rule(
        id="after_maoi",
        severity="gate",
        options=("pill",),
        when=(("condition:recent_maoi",),),
        sources=("book",),
        title="An MAOI not long ago",
        why="It still acts.",
        usually="A prescriber looks at it first.",
    )
    washout = Washout(
        id="maoi", condition="recent_maoi", classes=("maoi",), days=14, sources=("book",)
    )
    asked = Condition(id="recent_maoi", group="mind", text="Stopped an MAOI")
    return a_pack(
        rules=(*a_pack().rules, gate),
        washouts=(washout,),
        conditions=(*a_pack().conditions, asked),
    )


def about(qtbot: QtBot, *taking: Taking) -> OnePage:
    session = a_session(about=AboutYou(taking=taking or (Taking(name="Nardil"),)))
    return OnePage(qtbot, AboutPage, washout_pack(), session)


def stopped(page: OnePage) -> Taking:
    return page.session.about.taking[0]


def day_typed(page: Driver) -> str:
    return page.find(LAST_DAY, QLineEdit).text()


def test_the_day_is_asked_only_when_it_was_stopped_and_none_is_preset(qtbot: QtBot) -> None:
    page = about(qtbot)
    assert page.is_chosen("Nardil", "Taking it now")
    assert not page.has(LAST_DAY)
    page.choose("Nardil", "Stopped")
    assert day_typed(page) == ""
    assert stopped(page) == Taking(name="Nardil", stopped=True)
    assert page.reads(NOT_KNOWN)
    assert page.reads("An MAOI not long ago")
    assert page.reads("Find out first")


@pytest.mark.parametrize(
    ("typed", "day", "says", "gated"),
    [
        ("Nov 16, 2026", date(2026, 11, 16), "Counts for 14 days, through Nov 29, 2026.", True),
        ("2026-11-10", date(2026, 11, 10), "Counts for 14 days, through Nov 23, 2026.", True),
        (
            "9 november 2026",
            date(2026, 11, 9),
            "No longer counts: its 14 days went through Nov 22, 2026.",
            False,
        ),
        ("11/23/2026", date(2026, 11, 23), "That is the day of this visit: it still", False),
        ("Dec 1, 2026", date(2026, 12, 1), "That day is after this visit: until then", False),
    ],
)
def test_a_day_is_recorded_and_what_follows_is_said_with_its_source(
    qtbot: QtBot, typed: str, day: date, says: str, *, gated: bool
) -> None:
    page = about(qtbot)
    page.choose("Nardil", "Stopped")
    page.type(LAST_DAY, typed)
    assert stopped(page) == Taking(name="Nardil", stopped=True, stopped_on=day)
    assert page.reads(says)
    assert page.reads("Source: Author A 2020")
    assert not page.reads(NOT_READ)
    assert page.reads("An MAOI not long ago") == gated


def test_a_plan_to_stop_says_to_change_nothing_alone_and_counts_as_taken(qtbot: QtBot) -> None:
    page = about(qtbot, Taking(name="Nardil", stopped=True, stopped_on=date(2026, 12, 1)))
    assert page.reads("until then it counts as taken. Change nothing alone.")
    assert page.reads("You take an MAOI")


def test_where_no_rule_looks_at_what_was_stopped_this_is_said(qtbot: QtBot) -> None:
    page = about(
        qtbot,
        Taking(name="sertraline", stopped=True),
        Taking(name="grandma's drops", stopped=True),
    )
    assert page.reads("No rule of this aid looks at it once it was stopped.")
    assert page.reads("we do not know its name")


def test_a_day_that_cannot_be_read_is_kept_as_typed_and_recorded_as_none(qtbot: QtBot) -> None:
    page = about(qtbot)
    page.choose("Nardil", "Stopped")
    page.type(LAST_DAY, "early November")
    assert not page.reads(NOT_READ)
    page.key(Qt.Key.Key_Tab)
    assert page.reads(NOT_READ)
    assert day_typed(page) == "early November"
    assert stopped(page).stopped_on is None
    assert page.reads(NOT_KNOWN)
    page.type(LAST_DAY, " ")
    assert not page.reads(NOT_READ)


def test_a_day_that_cannot_be_read_outlives_its_line(qtbot: QtBot) -> None:
    page = about(qtbot, Taking(name="Nardill", stopped=True))
    page.type("Last day of Nardill", "early November")
    page.press("Use Nardil instead of Nardill")
    for _ in range(2):
        assert day_typed(page) == "early November"
        assert page.reads(NOT_READ)
        assert stopped(page) == Taking(name="Nardil", stopped=True)
        page.press("Remove Nardil")
        page.workspace.undo()
        page.settle()
    page.workspace.undo()
    page.settle()
    assert page.find("Last day of Nardill", QLineEdit).text() == "early November"


def test_a_day_that_was_emptied_or_could_be_read_at_last_does_not_come_back(qtbot: QtBot) -> None:
    page = about(qtbot, Taking(name="Nardil", stopped=True))
    page.type(LAST_DAY, "early")
    page.find(LAST_DAY, QLineEdit).selectAll()
    page.key(Qt.Key.Key_Backspace)
    page.press("Remove Nardil")
    page.workspace.undo()
    page.settle()
    assert day_typed(page) == ""
    page.type(LAST_DAY, "2026-11-10")
    page.press("Remove Nardil")
    page.workspace.undo()
    page.settle()
    assert day_typed(page) == "Nov 10, 2026"


def test_a_day_that_could_be_two_is_asked_about(qtbot: QtBot) -> None:
    page = about(qtbot)
    page.choose("Nardil", "Stopped")
    page.type(LAST_DAY, "11/9/2026", enter=True)
    assert page.reads("This could be Nov 9, 2026 or Sep 11, 2026.")
    assert stopped(page).stopped_on is None


def test_typing_a_day_is_one_step_of_undo(qtbot: QtBot) -> None:
    page = about(qtbot)
    page.choose("Nardil", "Stopped")
    page.type(LAST_DAY, "2026-11-10")
    page.key(Qt.Key.Key_Backspace)
    page.type(LAST_DAY, "6")
    assert stopped(page).stopped_on == date(2026, 11, 16)
    page.workspace.undo()
    page.settle()
    assert stopped(page) == Taking(name="Nardil", stopped=True)
    assert day_typed(page) == ""
    page.workspace.undo()
    page.settle()
    assert stopped(page) == Taking(name="Nardil")


def test_a_day_stands_in_its_field_again_after_undo(qtbot: QtBot) -> None:
    page = about(qtbot, Taking(name="Nardil", stopped=True, stopped_on=date(2026, 11, 10)))
    assert day_typed(page) == "Nov 10, 2026"
    page.choose("Nardil", "Taking it now")
    assert stopped(page) == Taking(name="Nardil")
    page.workspace.undo()
    page.settle()
    assert day_typed(page) == "Nov 10, 2026"


def test_a_day_comes_back_when_it_was_stopped_after_all(qtbot: QtBot) -> None:
    page = about(qtbot, Taking(name="Nardil", stopped=True, stopped_on=date(2026, 11, 10)))
    page.choose("Nardil", "Taking it now")
    page.choose("Nardil", "Stopped")
    assert stopped(page).stopped_on == date(2026, 11, 10)


def test_nothing_half_typed_is_lost_on_another_step(open_window: OpenWindow) -> None:
    pack = real_pack()
    taking = AboutYou(taking=(Taking(name="Nardil", stopped=True),))
    driver = open_window(pack, a_session(pack=pack.id, about=taking, ratings=()))
    driver.go("About you")
    driver.type(LAST_DAY, "some day in No")
    driver.type("Add a medicine", "my dro")
    driver.go("Welcome")
    driver.go("About you")
    assert day_typed(driver) == "some day in No"
    assert driver.reads(NOT_READ)
    assert [one.name for one in driver.session.about.taking] == ["Nardil", "my dro"]
    driver.press("Back")
    driver.go("About you")
    assert day_typed(driver) == "some day in No"
