"""The patient screen beside the window: it follows, it hides at once, it lets nothing through."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.journey import STEPS
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import NextStep, Session
from decision_aid.gui.patient_screen import CALM, MORE, SHOWS, TITLE, PatientScreen
from decision_aid.gui.patient_showing import LARGER
from decision_aid.gui.patient_strip import HIDE, PatientStrip
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.window import PROGRAM
from decision_aid.workspace.changes.decide import SetNextSteps
from decision_aid.workspace.changes.phq9 import RatherTalk
from decision_aid.workspace.patient_view.view import NOT_ALONE, patient_view
from decision_aid.workspace.workspace import Workspace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver, wear_theme
from tests.gui.sessions import full_session, half_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]
SHIFT_CTRL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
GATED = AboutYou(taking=(Taking(name="Nardil"),))


@pytest.fixture(autouse=True)
def shut() -> Iterator[None]:
    yield
    for one in patient_screens():
        one.close()


@pytest.fixture
def driver(open_window: OpenWindow) -> Driver:
    return open_window(a_pack(), a_session(help=3, driving=2))


def patient_screens() -> list[PatientScreen]:
    tops = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, PatientScreen) and one.isVisible()]


def opened(driver: Driver, qtbot: QtBot) -> Driver:
    """Open the patient screen; gives the driver of it."""
    driver.press("Patient screen")
    (screen,) = patient_screens()
    return Driver(qtbot, screen)


def key_on(screen: Driver, key: Qt.Key) -> None:
    """Press a key while a window is the one in use."""
    screen.root.activateWindow()
    screen.settle()
    QTest.keyClick(screen.root, key)
    screen.settle()


def test_it_follows_every_step_in_words_of_its_own(driver: Driver, qtbot: QtBot) -> None:
    screen = opened(driver, qtbot)
    for step in STEPS:
        driver.window.open_step(step)
        driver.settle()
        view = patient_view(driver.snapshot, step, findings_shown=False)
        assert view.title in screen.texts()
        assert all(one.title in screen.texts() for one in view.sections if one.title)


def test_a_change_is_there_with_the_next_turn_of_the_loop(driver: Driver, qtbot: QtBot) -> None:
    screen = opened(driver, qtbot)
    driver.go("Decide")
    driver.window.workspace.apply(SetNextSteps((NextStep(what="Ring <b>Ann</b>"),)))
    driver.settle()
    assert screen.reads("Ring <b>Ann</b>")


def test_the_same_key_and_the_same_button_open_and_close_it(driver: Driver, qtbot: QtBot) -> None:
    button = driver.find("Patient screen", QAbstractButton)
    driver.key(Qt.Key.Key_P, SHIFT_CTRL)
    assert len(patient_screens()) == 1
    assert button.isChecked()
    driver.key(Qt.Key.Key_P, SHIFT_CTRL)
    assert not patient_screens()
    assert not button.isChecked()
    screen = opened(driver, qtbot)
    screen.press("Close the patient screen")
    assert not patient_screens()
    assert not button.isChecked()
    assert not driver.has("Patient screen: Hide (F9)")


def test_opening_it_leaves_the_keyboard_where_it_is(driver: Driver, qtbot: QtBot) -> None:
    driver.focus("Label for this session")
    opened(driver, qtbot)
    driver.key(Qt.Key.Key_T)
    assert driver.find("Label for this session").property("text") == "t"


@pytest.mark.usefixtures("dressed")
def test_its_text_is_larger_and_grows_with_the_text_size(driver: Driver, qtbot: QtBot) -> None:
    screen = opened(driver, qtbot)
    sizes = [body_size(screen)]
    driver.press("Larger text")
    sizes.append(body_size(screen))
    assert 24 <= sizes[0] <= 28
    assert sizes[1] == pytest.approx(sizes[0] * 1.25, abs=1)


def body_size(screen: Driver) -> int:
    lead = screen.root.findChildren(QLabel)
    return next(one for one in lead if one.text() == "An aid to talk.").fontInfo().pixelSize()


def test_one_key_blanks_it_from_either_window_until_it_is_shown_again(
    driver: Driver, qtbot: QtBot
) -> None:
    screen = opened(driver, qtbot)
    for window in (driver, screen):
        key_on(window, Qt.Key.Key_F9)
        assert screen.texts() == [CALM]
        assert "What should we do next?" not in kept(screen)
        driver.go("Understand")
        key_on(window, Qt.Key.Key_F9)
        assert screen.texts() == [CALM]
        driver.press("Patient screen: Show again")
        assert "Understand" in screen.texts()
        driver.go("Welcome")


def test_the_key_blanks_it_while_a_dialog_waits(driver: Driver, qtbot: QtBot) -> None:
    screen = opened(driver, qtbot)
    dialog = QDialog(driver.window)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()
    key_on(Driver(qtbot, dialog), Qt.Key.Key_F9)
    assert screen.texts() == [CALM]
    dialog.close()


def kept(screen: Driver) -> set[str]:
    """Every text a label holds, seen or not."""
    return {one.text() for one in screen.root.findChildren(QLabel)}


def test_its_own_button_and_that_of_the_window_blank_it(driver: Driver, qtbot: QtBot) -> None:
    screen = opened(driver, qtbot)
    screen.press("Hide this screen")
    assert screen.texts() == [CALM]
    driver.press("Patient screen: Show again")
    driver.press("Patient screen: Hide (F9)")
    assert screen.texts() == [CALM]
    assert driver.reads("Patient screen: hidden")


def test_help_opens_over_it_with_one_key_and_not_over_the_other(
    driver: Driver, qtbot: QtBot
) -> None:
    screen = opened(driver, qtbot)
    key_on(screen, Qt.Key.Key_F1)
    assert screen.reads("988")
    assert not driver.has("Close help")
    screen.press("Close help")
    key_on(screen, Qt.Key.Key_F9)
    key_on(screen, Qt.Key.Key_F1)
    assert screen.reads("988")
    key_on(driver, Qt.Key.Key_F9)
    assert screen.texts() == [CALM]


def test_while_the_walk_is_paused_it_is_calm_and_does_not_say_why(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    driver = open_window(real_pack(), half_session())
    screen = opened(driver, qtbot)
    driver.go("About you")
    driver.window.workspace.apply(RatherTalk())
    driver.settle()
    assert NOT_ALONE in screen.texts()
    assert screen.reads("988")
    assert not screen.reads("nitials")
    driver.press("Patient screen: Hide (F9)")
    assert screen.texts() == [CALM]


def test_while_it_is_hidden_the_way_to_help_is_there_still(driver: Driver, qtbot: QtBot) -> None:
    screen = opened(driver, qtbot)
    driver.press("Patient screen: Hide (F9)")
    assert screen.texts() == [CALM]
    screen.press("Need help now?")
    assert screen.reads("988")


def test_it_follows_the_topic_that_is_read_and_lists_titles_where_none_is(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    driver = open_window(real_pack(), half_session())
    driver.go("Understand")
    groups = {one.group: one for one in reversed(real_pack().cards)}
    spray, therapy = groups["ketamine"], groups["therapy"]
    driver.open("Read about: Ketamine")
    screen = opened(driver, qtbot)
    assert screen.reads(spray.paragraphs[0])
    driver.open("Read about: Talking therapy")
    assert screen.reads(therapy.paragraphs[0])
    assert not screen.reads(spray.paragraphs[0])
    driver.press("Read about: Talking therapy")
    assert screen.reads(spray.paragraphs[0])
    driver.press("Read about: Ketamine")
    assert screen.reads(therapy.title)
    assert not screen.reads(spray.paragraphs[0])


def test_findings_are_there_only_while_the_provider_shows_them(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    driver = open_window(a_pack(), a_session(about=GATED))
    assert not driver.has("Patient screen: Show findings")
    screen = opened(driver, qtbot)
    driver.go("About you")
    assert not screen.reads("You take an MAOI")
    driver.press("Patient screen: Show findings")
    assert screen.reads("You take an MAOI")
    driver.press("Patient screen: Hide findings")
    assert not screen.reads("You take an MAOI")
    driver.press("Patient screen: Show findings")
    driver.press("Patient screen")
    screen = opened(driver, qtbot)
    assert not screen.reads("You take an MAOI")


def test_another_session_finds_it_blank_and_without_findings(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    driver = open_window(a_pack(), a_session(about=GATED))
    screen = opened(driver, qtbot)
    driver.press("Patient screen: Show findings")
    driver.window.begin(a_session(about=GATED))
    assert screen.texts() == [CALM]
    driver.settle()
    driver.press("Patient screen: Show again")
    driver.go("About you")
    assert screen.reads("Nardil")
    assert not screen.reads("You take an MAOI")


def test_it_closes_with_the_window_and_not_before(driver: Driver, qtbot: QtBot) -> None:
    opened(driver, qtbot)
    driver.choose("How long we have", "10 minutes")
    driver.window.close()
    assert len(patient_screens()) == 1
    driver.press("Clear everything")
    assert driver.window.isHidden()
    assert not patient_screens()


def test_no_title_holds_a_word_of_a_person_or_of_a_step(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    driver = open_window(a_pack(), a_session(label="Zebra", about=GATED))
    screen = opened(driver, qtbot)
    for step in STEPS:
        driver.window.open_step(step)
        driver.settle()
        assert (screen.root.windowTitle(), driver.window.windowTitle()) == (TITLE, PROGRAM)
    driver.press("Patient screen: Hide (F9)")
    assert screen.root.windowTitle() == TITLE


def alone(qtbot: QtBot, percent: int) -> Iterator[tuple[Driver, PatientScreen]]:
    """The patient screen by itself at every step of a full visit, on a small monitor."""
    wear_theme(load_theme())
    snapshot = Workspace(real_pack(), full_session(), draws=20).snapshot
    screen = PatientScreen()
    qtbot.addWidget(screen)
    screen.wear(load_theme("light", round(percent * LARGER)))
    screen.resize(1024, 768)
    screen.show()
    for step in STEPS:
        screen.show_view(patient_view(snapshot, step, findings_shown=True), step)
        driver = Driver(qtbot, screen)
        driver.settle()
        yield driver, screen


@pytest.mark.usefixtures("dressed")
def test_nothing_on_it_takes_an_answer(qtbot: QtBot) -> None:
    for driver, screen in alone(qtbot, 100):
        names = {one.accessibleName() for one in driver.controls()}
        assert names == {"Need help now?", "Hide this screen", "Close the patient screen"}
        assert not screen.findChildren(QLineEdit) + screen.findChildren(QPlainTextEdit)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [100, 200])
def test_it_is_never_wider_than_a_small_monitor_and_says_when_there_is_more(
    qtbot: QtBot, percent: int
) -> None:
    for driver, screen in alone(qtbot, percent):
        assert screen.minimumSizeHint().width() <= 1024
        if not driver.reads(MORE):
            continue
        heading = screen.findChildren(Card)[0]
        before = heading.mapToGlobal(QPoint(0, 0)).y()
        screen.turn_page(1)
        driver.settle()
        assert heading.mapToGlobal(QPoint(0, 0)).y() < before
        key_on(driver, Qt.Key.Key_End)
        assert not driver.reads(MORE)
        assert driver.reads(SHOWS)


@pytest.mark.usefixtures("dressed")
def test_the_window_is_no_wider_with_it_at_the_largest_text(driver: Driver, qtbot: QtBot) -> None:
    wear_theme(load_theme("light", 200))
    opened(driver, qtbot)
    assert driver.window.minimumSizeHint().width() <= 1024


@pytest.mark.usefixtures("dressed")
def test_all_of_a_long_heading_is_seen_also_where_the_size_changed_just_before(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    driver = open_window(real_pack(), a_session())
    wear_theme(load_theme("light", 200))
    driver.go("Options")
    screen = opened(driver, qtbot)
    screen.root.resize(1024, 768)
    driver.window.open_step("welcome")
    screen.settle()
    labels = screen.root.findChildren(QLabel)
    heading = next(one for one in labels if one.property("role") == "title")
    assert heading.height() >= heading.heightForWidth(heading.width())


@pytest.mark.usefixtures("dressed")
def test_in_the_largest_text_its_foot_leaves_most_of_it_to_the_page(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    driver = open_window(real_pack(), a_session())
    wear_theme(load_theme("light", 200))
    screen = opened(driver, qtbot)
    screen.root.resize(1024, 768)
    for _round in range(3):
        screen.settle()
    (page,) = screen.root.findChildren(QScrollArea)
    assert page.height() > 0.6 * 768
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    screen.settle()
    assert screen.reads(SHOWS)


@pytest.mark.usefixtures("dressed")
def test_in_the_largest_text_its_buttons_stand_beside_what_they_are_for(
    driver: Driver, qtbot: QtBot
) -> None:
    wear_theme(load_theme("light", 200))
    opened(driver, qtbot)
    driver.window.resize(1024, 768)
    for _round in range(3):  # what shrinks tells what it lies in, round by round
        driver.settle()
    (strip,) = driver.root.findChildren(PatientStrip)
    (hide,) = (one for one in strip.findChildren(QAbstractButton) if one.text() == HIDE)
    assert strip.height() == hide.height()
    assert all(one.accessibleName() for one in strip.findChildren(QAbstractButton))


def test_cards_that_did_not_change_are_kept(driver: Driver, qtbot: QtBot) -> None:
    screen = opened(driver, qtbot)
    driver.go("Decide")
    before = card(screen, "You are leaning towards")
    driver.window.workspace.apply(SetNextSteps((NextStep(what="Walk"),)))
    driver.settle()
    assert card(screen, "You are leaning towards") is before


def card(screen: Driver, name: str) -> QWidget:
    found = screen.root.findChildren(QWidget)
    return next(one for one in found if one.accessibleName() == name)


ON_TWO_MONITORS = """
import sys
from decision_aid.gui.app import Visit
from decision_aid.gui.theme import load_theme, wear
from PySide6.QtWidgets import QApplication
from tests.builders import a_pack, a_session
app = QApplication([])
wear(app, load_theme())
window = Visit(a_pack(), a_session()).window
window.show()
app.processEvents()
before = [one for one in sys.modules if "patient" in one]
window.findChild(type(window._top)).patient_wanted.emit(True)
app.processEvents()
(screen,) = [one for one in app.topLevelWidgets() if "patient" in one.windowTitle()]
print(before, screen.screen().name(), screen.isFullScreen(), app.activeWindow() is window)
window.close()
app.processEvents()
print([one for one in app.topLevelWidgets() if one.isVisible()])
"""


@pytest.mark.usefixtures("dressed")
def test_with_two_monitors_it_fills_the_other_and_nothing_of_it_is_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96}
        for name, x in (("first", 0), ("second", 1280))
    ]
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    monkeypatch.setenv("QT_QPA_PLATFORM", f"offscreen:configfile={file}")
    done = subprocess.run(
        [sys.executable, "-c", ON_TWO_MONITORS],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert done.stdout.split("\n")[:2] == ["[] second True True", "[]"]
