"""Undo and redo by their buttons: for whoever has no keyboard at hand."""

from collections.abc import Callable

import pytest
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Clearance, Session
from decision_aid.gui.bottom_bar import NOTHING_KEPT
from decision_aid.gui.pages import PAGES
from decision_aid.gui.steps_back import NOT_BROUGHT_BACK
from decision_aid.gui.theme import load_theme
from decision_aid.workspace.changes.phq9 import RatherTalk
from decision_aid.workspace.changes.safety import TakeBackClearance
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.builders import TODAY, a_pack, a_session
from tests.gui.driver import Driver, wear_theme

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]


def can(driver: Driver) -> tuple[bool, bool]:
    return driver.find("Undo").isEnabled(), driver.find("Redo").isEnabled()


def test_what_was_removed_comes_back_by_a_press(open_window: OpenWindow) -> None:
    about = AboutYou(taking=(Taking(name="Nardil"),))
    driver = open_window(a_pack(), a_session(about=about))
    driver.go("About you")
    assert can(driver) == (False, False)
    driver.press("Remove Nardil")
    assert can(driver) == (True, False)
    driver.press("Undo")
    assert driver.session.about == about
    assert can(driver) == (False, True)
    driver.press("Redo")
    assert not driver.session.about.taking
    assert can(driver) == (True, False)


def test_the_keyboard_goes_to_the_way_back_from_a_button_that_goes_off(
    open_window: OpenWindow,
) -> None:
    driver = open_window(a_pack(), a_session())
    driver.choose("How long we have", "10 minutes")
    driver.focus("Undo")
    driver.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is driver.find("Redo")
    driver.key(Qt.Key.Key_Return)
    assert driver.session.minutes == 10


def test_another_session_has_no_steps_to_take_back(open_window: OpenWindow) -> None:
    driver = open_window(a_pack(), a_session())
    driver.choose("How long we have", "10 minutes")
    assert can(driver) == (True, False)
    driver.window.begin(a_session())
    driver.settle()
    assert can(driver) == (False, False)


def test_a_step_that_brings_nothing_back_says_so_and_is_over(open_window: OpenWindow) -> None:
    held = Clearance(
        rule="maoi", role="prescriber", initials="AB", reason="seen", on=TODAY, covers=("Nardil",)
    )
    about = AboutYou(taking=(Taking(name="Nardil"),))
    session = a_session(people=("prescriber",), about=about, clearances=(held,))
    driver = open_window(a_pack(), session)
    driver.window.workspace.apply(TakeBackClearance("maoi"))
    driver.settle()
    driver.press("Undo")
    assert driver.reads(NOT_BROUGHT_BACK)
    assert can(driver) == (False, True)


@pytest.mark.usefixtures("dressed")
def test_nothing_is_taken_back_while_a_card_is_open(open_window: OpenWindow) -> None:
    driver = open_window(a_pack(), a_session())
    driver.choose("How long we have", "10 minutes")
    driver.window.show_help()
    driver.settle()
    with pytest.raises(AssertionError, match="covered"):
        driver.press("Undo")
    driver.find("Undo", QAbstractButton).click()
    assert driver.session.minutes == 10
    driver.press("Close help")
    driver.window.workspace.apply(RatherTalk())
    driver.settle()
    assert not driver.find("Undo").isEnabled()


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(("width", "height", "percent"), [(1280, 800, 100), (1024, 768, 200)])
def test_the_whole_bar_is_to_be_seen_at_every_step(
    open_window: OpenWindow, width: int, height: int, percent: int
) -> None:
    wear_theme(load_theme("light", percent))
    driver = open_window(a_pack(), a_session())
    driver.window.resize(width, height)
    for step, _, _ in PAGES:
        driver.window.open_step(step)
        driver.settle()
        assert (driver.window.width(), driver.window.height()) == (width, height)
        (kept,) = [one for one in driver.root.findChildren(QLabel) if one.text() == NOTHING_KEPT]
        assert kept.height() >= kept.heightForWidth(kept.width())
        bar = kept.parentWidget()
        assert bar is not None
        shown = [one for one in bar.findChildren(QAbstractButton) if one.isVisible()]
        assert {"Undo", "Redo"} <= {one.text() for one in shown}
        for one in shown:
            assert one.width() >= one.sizeHint().width(), one.text()
            assert bar.rect().contains(one.geometry()), one.text()
            assert not one.geometry().intersects(kept.geometry()), one.text()
