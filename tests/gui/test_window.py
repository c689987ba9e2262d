from collections.abc import Callable

import pytest
from decision_aid.domain.about_you import Taking
from decision_aid.domain.journey import path
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.pages import PAGES
from decision_aid.gui.requests import Exported
from decision_aid.gui.step_list import ON_PATH
from decision_aid.gui.theme import THEMES, load_theme, worn
from decision_aid.gui.window import PROGRAM
from decision_aid.workspace.changes.about import SetTaking
from decision_aid.workspace.changes.phq9 import RatherTalk
from decision_aid.workspace.changes.walk import SetText
from decision_aid.workspace.changes.welcome import SetPeople
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.builders import a_pack, a_session
from tests.full_form import cases
from tests.gui.driver import Driver, wear_theme
from tests.gui.sessions import empty_session, full_session, half_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]
SHIFT_CTRL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def driver(open_window: OpenWindow) -> Driver:
    return open_window(a_pack(), a_session())


def focused_name() -> str:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused.accessibleName()


def test_every_step_can_be_opened_at_any_time_and_is_ticked_afterwards(
    open_window: OpenWindow,
) -> None:
    driver = open_window(real_pack(), empty_session())
    for _, title, _ in reversed(PAGES):
        driver.go(title)
    assert driver.reads(real_pack().decision)
    assert set(driver.session.visited) == {step for step, _, _ in PAGES}
    step = driver.find("Step 8: Summary")
    assert step.accessibleDescription() == "opened before"


def test_next_walks_to_the_end_and_back_to_the_beginning(driver: Driver) -> None:
    titles = [title for _, title, _ in PAGES]
    assert not driver.has("Back")
    for title in titles[1:]:
        driver.press(f"Next: {title}")
    assert not any(one.accessibleName().startswith("Next:") for one in driver.controls())
    for _ in titles[1:]:
        driver.press("Back")
    assert driver.find("Step 1: Welcome").accessibleDescription() == "current step"


def test_enter_presses_what_has_the_keyboard_and_once_while_it_is_held(driver: Driver) -> None:
    driver.focus("Next: About you")
    driver.key(Qt.Key.Key_Return)
    assert driver.has("Next: Understand")
    driver.focus("Next: Understand")
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(driver.find("Next: Understand"), held)
    driver.settle()
    assert driver.has("Next: Understand")


def test_enter_presses_inside_a_card_over_the_window(driver: Driver) -> None:
    driver.press("Need help now?")
    driver.focus("Close help")
    driver.key(Qt.Key.Key_Enter)
    assert not driver.has("Close help")


@pytest.mark.usefixtures("dressed")
def test_the_largest_text_leaves_the_window_as_wide_as_a_small_screen(driver: Driver) -> None:
    wear_theme(load_theme("light", 200))
    for step, _, _ in PAGES:
        driver.window.open_step(step)
        driver.settle()
        assert driver.window.minimumSizeHint().width() <= 1024, step


def test_opening_a_step_puts_the_keyboard_at_its_heading(driver: Driver) -> None:
    driver.go("Understand")
    assert focused_name() == "Understand"


@pytest.mark.parametrize("minutes", cases(3, 30, further=(10,)))
def test_next_leads_along_the_way_that_fits_the_time_and_back_leads_back(
    driver: Driver, minutes: int
) -> None:
    titles = {step: title for step, title, _ in PAGES}
    driver.window.begin(a_session(minutes=minutes))
    driver.settle()
    way = path(minutes)
    for step in way[1:]:
        driver.press(f"Next: {titles[step]}")
        assert driver.window.step == step
    assert not any(one.accessibleName().startswith("Next:") for one in driver.controls())
    for step in way[-2::-1]:
        assert driver.find("Back").accessibleDescription() == titles[step]
        driver.press("Back")
        assert driver.window.step == step


@pytest.mark.parametrize("minutes", cases(3, further=(None, 10)))
def test_the_list_of_steps_marks_a_shorter_way_and_leaves_every_step_open(
    driver: Driver, minutes: int | None
) -> None:
    driver.window.begin(a_session(minutes=minutes))
    driver.settle()
    marked = set[str]()
    for number, (step, title, _) in enumerate(PAGES, start=1):
        if ON_PATH in driver.find(f"Step {number}: {title}").accessibleDescription():
            marked.add(step)
        driver.press(f"Step {number}: {title}")
        assert driver.window.step == step
    assert marked == (set(path(minutes)) if minutes in (3, 10) else set())


def test_a_hidden_page_is_brought_up_to_date_when_it_is_seen_again(driver: Driver) -> None:
    driver.go("About you")
    driver.window.workspace.apply(SetText("label", "Tuesday"))
    driver.go("Welcome")
    label = driver.find("Label for this session")
    assert label.property("text") == "Tuesday"


def test_help_opens_with_one_key_anywhere_and_closes_with_escape(driver: Driver) -> None:
    for _, title, _ in PAGES:
        driver.go(title)
        driver.key(Qt.Key.Key_F1)
        assert driver.reads("988")
        driver.key(Qt.Key.Key_Escape)
        assert not driver.has("Close help")


def test_help_opens_over_the_safety_card(driver: Driver) -> None:
    driver.window.workspace.apply(RatherTalk())
    driver.settle()
    driver.key(Qt.Key.Key_F1)
    driver.press("Close help")
    assert driver.reads("Thank you for telling us")


def test_while_help_is_open_tab_stays_inside_it(driver: Driver) -> None:
    driver.focus("Next: About you")
    driver.press("Need help now?")
    assert focused_name() == "Close help"
    driver.key(Qt.Key.Key_Tab)
    assert focused_name() == "Close help"
    driver.press("Close help")
    assert focused_name() == "Next: About you"


def test_control_z_takes_back_and_control_shift_z_makes_again(driver: Driver) -> None:
    driver.choose("How long we have", "10 minutes")
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert driver.session.minutes is None
    assert not driver.is_chosen("How long we have", "10 minutes")
    driver.key(Qt.Key.Key_Z, SHIFT_CTRL)
    assert driver.is_chosen("How long we have", "10 minutes")


def test_looking_round_is_no_step_of_undo(driver: Driver) -> None:
    driver.choose("How long we have", "10 minutes")
    driver.go("Understand")
    driver.go("Welcome")
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert driver.session.minutes is None
    driver.go("About you")
    assert "about" in driver.session.visited


@pytest.mark.usefixtures("dressed")
def test_text_grows_to_twice_its_size_and_shrinks_again(driver: Driver) -> None:
    assert not driver.find("Smaller text").isEnabled()
    sizes = []
    for _ in range(3):
        driver.press("Larger text")
        sizes.append(worn().percent)
    assert not driver.find("Larger text").isEnabled()
    driver.press("Smaller text")
    assert [*sizes, worn().percent] == [125, 150, 200, 150]


@pytest.mark.usefixtures("dressed")
def test_colors_keep_the_text_size_and_it_keeps_them(driver: Driver) -> None:
    driver.press("Larger text")
    driver.press("Display")
    names = ("Light", "Dark", "High contrast")
    for name, theme in zip(names, THEMES, strict=True):
        driver.choose("Colors", name)
        assert worn() == load_theme(theme, 125)
    driver.choose("Colors", "Light")
    driver.choose("Size of text", "200 %")
    assert worn() == load_theme("light", 200)


def test_the_title_of_the_window_is_the_name_of_the_program_only(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), full_session())
    assert driver.window.windowTitle() == PROGRAM


def test_a_page_can_send_the_person_to_another_step(driver: Driver) -> None:
    driver.window.open_step("weigh")
    driver.press("Go to What matters")
    assert driver.window.step == "matters"


def test_closing_asks_only_when_something_said_would_be_lost(driver: Driver) -> None:
    driver.go("Understand")
    assert driver.window.close()
    driver.window.show()
    driver.go("Welcome")
    driver.choose("How long we have", "30 minutes")
    driver.window.close()
    assert driver.window.isVisible()
    assert driver.reads("Closing clears everything said here.")
    driver.press("Stay here")
    driver.window.close()
    driver.press("Clear everything")
    assert driver.window.isHidden()


def test_after_an_export_closing_does_not_ask(driver: Driver) -> None:
    driver.choose("How long we have", "30 minutes")
    driver.window.answer(Exported())
    event = QCloseEvent()
    driver.window.closeEvent(event)
    assert event.isAccepted()


def test_starting_fresh_clears_everything_after_asking(driver: Driver) -> None:
    driver.choose("Who is here", "A prescriber")
    seed = driver.session.seed
    driver.press("Start fresh")
    driver.press("Clear everything")
    assert driver.session.people == ()
    assert driver.session.visited == ("welcome",)
    assert driver.session.seed != seed
    assert not driver.is_chosen("Who is here", "A prescriber")
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert driver.session.people == ()


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    ("said", "size"),
    cases(
        (full_session, (1024, 768)),
        further=(
            (full_session, (1280, 800)),
            (half_session, (1024, 768)),
            (half_session, (1280, 800)),
        ),
    ),
)
def test_at_these_sizes_no_page_is_wider_than_what_is_seen(
    open_window: OpenWindow, said: Callable[[], Session], size: tuple[int, int]
) -> None:
    driver = open_window(real_pack(), said())
    driver.window.resize(*size)
    for step, title, _ in PAGES:
        driver.window.open_step(step)
        driver.settle()
        page = driver.window.page
        assert (driver.window.width(), driver.window.height()) == size
        assert page.content_width <= page.seen_width, title


def test_nobody_can_record_or_skip_while_no_provider_is_here(driver: Driver) -> None:
    driver.window.workspace.apply(SetPeople(("companion",)))
    driver.window.workspace.apply(RatherTalk())
    driver.settle()
    assert not driver.has("Record and go on")
    assert driver.reads("988")


def test_nothing_is_taken_back_under_a_card(open_window: OpenWindow) -> None:
    driver = open_window(a_pack(), a_session())
    driver.window.workspace.apply(SetTaking((Taking(name="Nardil"),)))
    driver.settle()
    driver.window.show_help()
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one.name for one in driver.session.about.taking] == ["Nardil"]
    driver.key(Qt.Key.Key_Escape)
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not driver.session.about.taking
