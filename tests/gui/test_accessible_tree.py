"""What assistive technology is told of every page, card and window: no exemptions."""

from collections.abc import Callable

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Role as Person
from decision_aid.domain.session import Session
from decision_aid.gui.bottom_bar import BottomBar
from decision_aid.gui.file_dialog import open_path
from decision_aid.gui.pages import PAGES
from decision_aid.gui.patient_screen import PatientScreen
from decision_aid.gui.step_list import StepList
from decision_aid.gui.top_bar import TopBar
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.workspace.changes.phq9 import RatherTalk
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication

from tests.builders import a_pack, a_session
from tests.full_form import cases
from tests.gallery.states import states
from tests.gui.choosing import in_the_dialog
from tests.gui.driver import Driver
from tests.gui.heard import Heard, Role, faults, heard, listen
from tests.gui.sessions import empty_session, real_pack

OpenWindow = Callable[[Pack, Session], Driver]


@pytest.fixture(autouse=True)
def told(qapp: QApplication) -> None:  # noqa: ARG001 - a window needs one
    listen()


@pytest.fixture
def driver(open_window: OpenWindow) -> Driver:
    return open_window(a_pack(), a_session(help=3, driving=2))


def one_called(driver: Driver, name: str) -> Heard:
    (found,) = (one for one in heard(driver.root) if one.name == name)
    return found


def press(driver: Driver, name: str) -> None:
    """Press a control the way a screen reader does."""
    acts = QAccessible.queryAccessibleInterface(one_called(driver, name).widget).actionInterface()
    assert acts is not None
    assert QAccessibleActionInterface.pressAction() in acts.actionNames()
    acts.doAction(QAccessibleActionInterface.pressAction())
    driver.settle()


@pytest.mark.parametrize("state", cases("gated", "counselor", further=("empty", "full")))
def test_every_page_tells_all_there_is_to_it(open_window: OpenWindow, state: str) -> None:
    driver = open_window(real_pack(), states(real_pack())[state])
    wrong = []
    for step, title, _ in PAGES:
        driver.window.open_step(step)
        for one in driver.window.page.findChildren(Disclosure):
            one.open()
        driver.settle()
        told = heard(driver.window.page)
        wrong += [f"{title}: {fault}" for fault in faults(told)]
        first = next(one for one in told if one.role == Role.Heading)
        if not first.state.focused or first.widget is not driver.window.page.heading:
            wrong.append(f"{title}: the keyboard is not at the heading")
    bars = [one for one in driver.root.children() if isinstance(one, TopBar | BottomBar | StepList)]
    wrong += [fault for bar in bars for fault in faults(heard(bar))]
    assert len(bars) == 3
    assert not wrong, "\n".join(wrong)


def test_exactly_one_step_is_told_as_the_current_one(driver: Driver) -> None:
    (steps,) = driver.root.findChildren(StepList)
    for step, title, _ in PAGES:
        driver.window.open_step(step)
        around, *told = heard(steps)
        assert (around.role, around.name, len(told)) == (Role.Grouping, "Steps", len(PAGES))
        (current,) = (one for one in told if one.description.startswith("current step"))
        assert current.name.endswith(f": {title}")


def test_a_picture_is_one_element_with_a_sentence(driver: Driver) -> None:
    driver.window.open_step("weigh")
    driver.settle()
    pictures = [one for one in heard(driver.window.page) if one.role in (Role.Graphic, Role.Chart)]
    assert len(pictures) >= len(driver.snapshot.appraisal.fits)
    for one in pictures:
        assert len(one.name.split()) > 5
        assert not QAccessible.queryAccessibleInterface(one.widget).childCount()


def test_what_opens_in_place_says_whether_it_is_open(driver: Driver) -> None:
    name = "Who made it, and when"
    shut, opened = one_called(driver, name), None
    assert shut.role == Role.Button
    assert (shut.state.expandable, shut.state.collapsed, shut.state.expanded) == (1, 1, 0)
    press(driver, name)
    opened = one_called(driver, name)
    assert (opened.state.expandable, opened.state.collapsed, opened.state.expanded) == (1, 0, 1)


def test_what_is_pressed_through_a_screen_reader_is_said(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), empty_session())
    for name in ("Who is here: A prescriber", "How long we have: 10 minutes"):
        press(driver, name)
        assert one_called(driver, name).state.checked
    press(driver, "How much to decide myself: We decide together")
    said = driver.session
    assert (said.people, said.minutes, said.involvement) == (("prescriber",), 10, "together")
    press(driver, "How long we have: 10 minutes")
    assert driver.session.minutes is None
    assert not one_called(driver, "How long we have: 10 minutes").state.checked
    press(driver, "How long we have: 3 minutes")
    driver.window.open_step("matters")
    driver.settle()
    tile = next(one for one in heard(driver.root) if one.name.startswith("Matters most: "))
    press(driver, tile.name)
    assert driver.session.ratings
    assert one_called(driver, tile.name).state.checked


@pytest.mark.parametrize(
    ("opens", "title"),
    [
        ("Need help now?", ""),
        ("Help and about", ""),
        ("Display", "Display"),
        ("Start fresh", "Start fresh?"),
    ],
)
def test_a_card_tells_all_there_is_to_it(driver: Driver, opens: str, title: str) -> None:
    driver.press(
        "Who is here: Another helper"
        # Something said is asked about before it is cleared.
    )
    driver.press(opens)
    for one in driver.root.findChildren(Disclosure):
        if one.isVisible():
            one.open()
    driver.settle()
    told = heard(driver.root)
    assert not (wrong := faults(told)), "\n".join(wrong)
    (card,) = (one for one in told if one.role == Role.Dialog)
    assert card.name.startswith(title)
    inside = [one for one in told if card.name in one.inside]
    assert next(one for one in inside if one.role == Role.Heading).name == card.name


@pytest.mark.parametrize("people", [(), ("prescriber",), ("companion",)])
def test_the_safety_card_tells_all_there_is_to_it(
    open_window: OpenWindow, people: tuple[Person, ...]
) -> None:
    driver = open_window(a_pack(), a_session(people=people))
    driver.window.workspace.apply(RatherTalk())
    driver.window.tell("A sentence at the foot of the page.")
    driver.settle()
    told = heard(driver.root)
    assert "Thank you for telling us" in [one.name for one in told if one.role == Role.Dialog]
    assert not (wrong := faults(told)), "\n".join(wrong)


def test_the_patient_screen_tells_all_there_is_to_it(driver: Driver) -> None:
    driver.press("Patient screen")
    (screen,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, PatientScreen))
    wrong = faults(heard(driver.root))
    for step, title, _ in PAGES:
        driver.window.open_step(step)
        driver.settle()
        told = heard(screen)
        wrong += [f"{title}: {fault}" for fault in faults(told)]
        assert any(one.role == Role.Heading for one in told), title
    screen.close()
    assert not wrong, "\n".join(wrong)


def test_choosing_a_file_tells_all_there_is_to_it(driver: Driver) -> None:
    found: list[str] = []
    in_the_dialog(lambda dialog: found.extend(faults(heard(dialog))))
    open_path(driver.window, driver.snapshot, title="Open a session", kinds="Sessions (*.yaml)")
    assert not found, "\n".join(found)
