from collections.abc import Callable

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.domain.about_you import AboutYou, Taking, Tried
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.clock import today
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.gui.driver import Driver
from tests.gui.sessions import DAY, empty_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]
MAOI = "You take an MAOI, or a medicine like one"


def about(open_window: OpenWindow, session: Session | None = None) -> Driver:
    driver = open_window(real_pack(), session or empty_session())
    driver.go("About you")
    return driver


def taken(driver: Driver) -> tuple[Taking, ...]:
    return driver.session.about.taking


def tried(driver: Driver) -> tuple[Tried, ...]:
    return driver.session.about.tried


def on_an_maoi(*people: str) -> Session:
    taking = AboutYou(taking=(Taking(name="Nardil"),))
    return Session(pack=real_pack().id, seed=7, started_on=today(), people=people, about=taking)  # type: ignore[arg-type] # names of roles


def test_the_keyboard_stays_with_a_gate_that_is_cleared_and_shut_again(
    open_window: OpenWindow,
) -> None:
    driver = about(open_window, on_an_maoi("prescriber"))
    driver.press(f"Prescriber: record the check: {MAOI}")
    driver.type(f"Reason of the check: {MAOI}", "looked at together")
    driver.type(f"Initials of the check: {MAOI}", "AB")
    driver.focus(f"Record the check: {MAOI}")
    driver.key(Qt.Key.Key_Space)
    driver.settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == f"Take back the check: {MAOI}"
    driver.key(Qt.Key.Key_Space)
    driver.settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == f"Prescriber: record the check: {MAOI}"


def test_choosing_what_came_of_a_treatment_adds_it(open_window: OpenWindow) -> None:
    driver = about(open_window)
    driver.choose("What came of it", "Helped")
    assert tried(driver) == ()
    driver.type("Add a treatment you tried", "Light therapy")
    driver.choose("What came of it", "Helped a little")
    driver.choose("What came of Light therapy", "Had to stop")
    assert tried(driver) == (Tried(name="Light therapy", outcome="had_to_stop"),)
    driver.press("Remove tried Light therapy")
    assert tried(driver) == ()


def test_only_a_prescriber_who_is_here_finds_the_form_that_clears(open_window: OpenWindow) -> None:
    driver = about(open_window, on_an_maoi("counselor"))
    assert driver.reads("Your prescriber must look at what is marked")
    assert not driver.has(f"Prescriber: record the check: {MAOI}")


def test_a_prescriber_clears_a_gate_and_takes_it_back(open_window: OpenWindow) -> None:
    driver = about(open_window, on_an_maoi("prescriber"))
    driver.open(f"Prescriber: record the check: {MAOI}")
    clear = driver.find(f"Record the check: {MAOI}")
    assert not clear.isEnabled()
    driver.type(f"Reason of the check: {MAOI}", "in hospital, watched")
    assert not clear.isEnabled()
    driver.type(f"Initials of the check: {MAOI}", "AB")
    driver.press(f"Record the check: {MAOI}")
    assert not driver.snapshot.gated
    day = day_words(today())
    assert driver.reads(f"Cleared by AB (prescriber) on {day}: in hospital, watched")
    assert driver.reads("Checked and cleared")
    driver.press(f"Take back the check: {MAOI}")
    assert driver.snapshot.gated


def test_a_finding_opens_to_why_what_is_usual_and_its_sources(open_window: OpenWindow) -> None:
    driver = about(open_window, on_an_maoi())
    rule = next(one for one in real_pack().rules if one.id == "maoi")
    assert not driver.reads(rule.why)
    driver.open(f"Why, and what is usual: {MAOI}")
    assert driver.reads(rule.why)
    assert driver.reads(rule.usually)
    assert all(driver.reads(real_pack().source(one).title) for one in rule.sources)
    assert driver.reads("Do not stop or change any medicine without your prescriber.")


@pytest.mark.parametrize(
    ("answers", "total"),
    [
        ((1, 2, 3, 0, 1, 2, 3, 0, 0), "Total: 12 of 27, usually called moderate."),
        ((0,) * 9, "Total: 0"),
    ],
)
def test_the_total_stands_only_when_all_nine_are_answered(
    open_window: OpenWindow, answers: tuple[int, ...], total: str
) -> None:
    phq9 = Phq9(answers=(None, *answers[1:]))
    session = Session(pack="depression", seed=7, started_on=DAY, about=AboutYou(phq9=phq9))
    driver = about(open_window, session)
    driver.open("Answer the PHQ-9 (optional)")
    assert not driver.reads("Total:")
    words = ("Not at all", "Several days", "More than half the days", "Nearly every day")
    driver.choose("1. Little interest or pleasure in doing things", words[answers[0]])
    assert driver.reads(total)
    assert driver.reads("Copyright (c) Pfizer Inc.")


@pytest.mark.usefixtures("dressed")
def test_where_findings_stand_below_the_top_says_so(open_window: OpenWindow) -> None:
    driver = about(open_window, on_an_maoi())
    pointer = "Your answers touch some options: 1 to check first. See the end of this page."
    assert not driver.reads(pointer)
    driver.window.resize(900, 700)
    driver.settle()
    assert driver.reads(pointer)
