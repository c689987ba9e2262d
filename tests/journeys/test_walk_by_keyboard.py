"""The whole walk with the keyboard alone, from Welcome to a saved PDF, and out of each card."""

from collections.abc import Callable
from pathlib import Path

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.file_dialog import FileDialog
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.pages import PAGES
from decision_aid.gui.widgets.pdf_pages import PdfPages
from decision_aid.workspace.changes.phq9 import RatherTalk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.builders import a_pack, a_session
from tests.gui.choosing import in_the_dialog
from tests.gui.driver import Driver
from tests.gui.sessions import empty_session, real_pack
from tests.journeys.test_by_keyboard import Keyboard

Opener = Callable[[Pack, Session], Driver]
TITLES = tuple(title for _, title, _ in PAGES)


def opened(driver: Driver) -> Keyboard:
    driver.window.activateWindow()
    driver.settle()
    return Keyboard(driver)


def to_next(keyboard: Keyboard) -> None:
    """F6 until the keyboard is on Next."""
    for _ in range(4):
        if keyboard.at.startswith("Next: "):
            return
        keyboard.press(Qt.Key.Key_F6)
    assert keyboard.at.startswith("Next: ")


def test_a_visit_is_walked_and_saved_by_keys_alone(open_window: Opener, tmp_path: Path) -> None:
    driver = open_window(real_pack(), empty_session())
    keyboard, saved = opened(driver), tmp_path / "visit.pdf"
    keyboard.tab_to("Who is here: A prescriber")
    keyboard.press(Qt.Key.Key_Space)
    assert driver.session.people == ("prescriber",)
    for title in TITLES[1:]:
        to_next(keyboard)
        assert keyboard.at == f"Next: {title}"
        keyboard.press(Qt.Key.Key_Return)
        assert keyboard.at == driver.window.page.heading.text()
    pages = driver.window.page.findChild(PdfPages)
    assert pages is not None
    driver.wait_for(lambda: pages.count > 0 and pages.is_drawn)

    def type_and_save(_dialog: FileDialog) -> None:
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(line, str(saved))
        QTest.keyClick(line, Qt.Key.Key_Return)

    in_the_dialog(type_and_save)
    keyboard.tab_to("Save PDF")
    keyboard.press(Qt.Key.Key_Return)
    driver.wait_for(lambda: saved.exists() and saved.read_bytes().startswith(b"%PDF"))


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_no_page_holds_the_keyboard_and_it_is_always_seen(open_window: Opener, key: Qt.Key) -> None:
    driver = open_window(a_pack(), a_session())
    keyboard = opened(driver)
    for step, title, _ in PAGES:
        driver.window.open_step(step)
        driver.settle()
        names: list[str] = []
        while not (names and names[-1] == "Need help now?"):
            keyboard.press(key)
            names.append(keyboard.at)
            assert len(names) < 200, f"{title} holds the keyboard at {names[-3:]}"


@pytest.mark.parametrize("name", ["Need help now?", "Display"])
def test_a_card_is_opened_and_left_by_keys(open_window: Opener, name: str) -> None:
    driver = open_window(a_pack(), a_session())
    keyboard = opened(driver)
    while keyboard.at != name:
        keyboard.press(Qt.Key.Key_Tab)
        assert keyboard.presses < 200, f"Tab never came to {name}"
    keyboard.press(Qt.Key.Key_Return)
    assert any(one.is_open for one in driver.root.findChildren(Overlay))
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Escape)
    assert not any(one.is_open for one in driver.root.findChildren(Overlay))
    assert keyboard.at == name


def test_the_safety_card_is_answered_by_keys(open_window: Opener) -> None:
    driver = open_window(a_pack(), a_session(people=("prescriber",)))
    keyboard = opened(driver)
    driver.window.workspace.apply(RatherTalk())
    driver.settle()
    keyboard.tab_to("What was done: ")
    keyboard.press(Qt.Key.Key_Space)
    keyboard.tab_to("Initials of the provider")
    for key in (Qt.Key.Key_A, Qt.Key.Key_B):
        keyboard.press(key)
    keyboard.tab_to("Record and go on")
    keyboard.press(Qt.Key.Key_Return)
    assert driver.session.safety_talk is not None
