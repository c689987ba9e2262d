"""What a provider left half written, or let be seen, is not there for whoever comes next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Role, Session
from decision_aid.gui.attendance import Attendance
from decision_aid.gui.clock import today
from decision_aid.gui.patient_screen import PatientScreen
from decision_aid.workspace.changes.phq9 import AnswerPhq9
from decision_aid.workspace.changes.welcome import SetPeople
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]
TITLE = "You take an MAOI"
CLEAR = f"Prescriber: record the check: {TITLE}"
REASON, INITIALS = f"Reason of the check: {TITLE}", f"Initials of the check: {TITLE}"
SHOW_FINDINGS = "Patient screen: Show findings"


def days_ago(days: int, *people: Role) -> Session:
    about = AboutYou(taking=(Taking(name="Nardil"),))
    return a_session(people=people, about=about, started_on=today() - timedelta(days))


def half_cleared(open_window: OpenWindow) -> Driver:
    driver = open_window(a_pack(), days_ago(9, "prescriber", "counselor"))
    driver.go("About you")
    driver.press(CLEAR)
    driver.type(REASON, "seen")
    driver.type(INITIALS, "KL")
    return driver


def filled_in(driver: Driver) -> tuple[object, object]:
    """Reason and initials in the clearing form of a prescriber who is here."""
    driver.open(CLEAR)
    assert not driver.find(f"Record the check: {TITLE}").isEnabled()
    return driver.find(REASON).property("text"), driver.find(INITIALS).property("text")


def test_a_new_visit_finds_the_clearing_form_empty(open_window: OpenWindow) -> None:
    driver = half_cleared(open_window)
    driver.go("Welcome")
    driver.press("Begin a new visit")
    driver.choose("Who is here", "A prescriber")
    driver.go("About you")
    assert filled_in(driver) == ("", "")


def test_another_prescriber_finds_the_clearing_form_empty(open_window: OpenWindow) -> None:
    driver = half_cleared(open_window)
    driver.go("Welcome")
    driver.choose("Who is here", "A prescriber")
    driver.choose("Who is here", "A prescriber")
    driver.go("About you")
    assert filled_in(driver) == ("", "")


def test_the_clearing_form_keeps_what_is_half_written_while_its_prescriber_is_here(
    open_window: OpenWindow,
) -> None:
    driver = half_cleared(open_window)
    driver.go("Welcome")
    driver.choose("Who is here", "A counselor or therapist")
    driver.go("About you")
    assert driver.find(REASON).property("text") == "seen"


def test_the_form_about_item_9_is_empty_when_its_provider_has_left(open_window: OpenWindow) -> None:
    driver = open_window(a_pack(), a_session(people=("prescriber",)))
    driver.window.workspace.apply(AnswerPhq9(9, 1))
    driver.settle()
    driver.choose("What was done", "We talked, and I assessed safety now")
    driver.type("Initials of the provider", "KL")
    for people in ((), ("counselor",)):
        driver.window.workspace.apply(SetPeople(people))
        driver.settle()
    assert not driver.is_chosen("What was done", "We talked, and I assessed safety now")
    assert driver.find("Initials of the provider").property("text") == ""
    assert not driver.find("Record and go on").isEnabled()


@pytest.fixture
def beside(open_window: OpenWindow, qtbot: QtBot) -> tuple[Driver, Driver]:
    """The window, and the patient screen with findings, at a session of 9 days ago."""
    driver = open_window(a_pack(), days_ago(9, "prescriber"))
    driver.press("Patient screen")
    tops = QApplication.topLevelWidgets()
    (screen,) = [one for one in tops if isinstance(one, PatientScreen) and one.isVisible()]
    qtbot.addWidget(screen)
    driver.press(SHOW_FINDINGS)
    return driver, Driver(qtbot, screen)


def test_a_new_visit_shows_no_findings_on_the_patient_screen(
    beside: tuple[Driver, Driver],
) -> None:
    driver, screen = beside
    driver.press("Begin a new visit")
    assert driver.has(SHOW_FINDINGS)
    driver.go("About you")
    assert screen.reads("Nardil")
    assert not screen.reads(TITLE)


def test_when_no_provider_is_left_the_patient_screen_shows_no_findings(
    beside: tuple[Driver, Driver],
) -> None:
    driver, screen = beside
    driver.choose("Who is here", "A prescriber")
    assert driver.has(SHOW_FINDINGS)
    driver.go("About you")
    assert not screen.reads(TITLE)


def test_attendance_ends_with_the_last_of_them_or_with_the_visit() -> None:
    looks = Attendance(["prescriber", "counselor"])
    session = a_session(people=("companion", "prescriber"))
    assert not looks.has_ended(session)
    assert not looks.has_ended(replace(session, people=("counselor",)))
    assert looks.has_ended(replace(session, people=("companion",)))
    assert not looks.has_ended(replace(session, people=("companion",)))
    assert not looks.has_ended(session)
    assert looks.has_ended(replace(session, started_on=today() + timedelta(1)))
