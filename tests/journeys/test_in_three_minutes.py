"""The three-minute way, press by press: from the first page to a PDF that is saved."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.file_dialog import FileDialog
from decision_aid.gui.pages.summary_save import file_name
from decision_aid.workspace.not_opened import NOTHING_CHECKED
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox

from tests.gui.choosing import in_the_dialog
from tests.gui.driver import Driver
from tests.gui.sessions import DAY, empty_session, real_pack
from tests.journeys.test_by_keyboard import Keyboard

Opener = Callable[[Pack, Session], Driver]
MOST = "A better chance to feel much better"
LEANING = "I am leaning towards: I am not ready to choose yet"


@pytest.fixture
def saved(tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    """Where the PDF goes: the folder of this test is the one used last."""
    qapp.setProperty("saved to", str(tmp_path))
    yield tmp_path / file_name(DAY)
    qapp.setProperty("saved to", None)


@pytest.fixture
def start(open_window: Opener) -> Driver:
    """The first page, nothing said, the keyboard at its heading."""
    driver = open_window(real_pack(), empty_session())
    driver.window.activateWindow()
    driver.window.open_step("welcome")
    driver.settle()
    return driver


class Mouse:
    """Presses what is there, and counts."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.presses = 0

    def press(self, name: str) -> None:
        self.presses += 1
        self._driver.press(name)

    def save_in(self, dialog: FileDialog) -> None:
        self.presses += 1
        (buttons,) = dialog.findChildren(QDialogButtonBox)
        save = buttons.button(QDialogButtonBox.StandardButton.Save)
        QTest.mouseClick(save, Qt.MouseButton.LeftButton)


def test_by_mouse_it_takes_10_presses_from_the_start_to_a_saved_pdf(
    start: Driver, saved: Path
) -> None:
    mouse = Mouse(start)
    mouse.press("Who is here: A prescriber")
    mouse.press("How long we have: 3 minutes")
    mouse.press("Next: What matters")
    mouse.press(f"Matters most: {MOST}")
    mouse.press("Next: Options")
    assert start.reads(NOTHING_CHECKED)
    assert start.reads("those about what matters to you")
    mouse.press("Next: Decide")
    mouse.press(LEANING)
    mouse.press("Next: Summary")
    start.wait_for(start.find("Save PDF…", QAbstractButton).isEnabled)
    in_the_dialog(mouse.save_in)
    mouse.press("Save PDF…")
    start.wait_for(lambda: start.reads("Saved as"))
    assert saved.read_bytes().startswith(b"%PDF")
    assert mouse.presses == 10  # at most 15


class Keys(Keyboard):
    """Tells the keys that do something from those that only lead to it."""

    def __init__(self, driver: Driver) -> None:
        super().__init__(driver)
        self.did = 0

    def do(self, key: Qt.Key) -> None:
        self.did += 1
        self.press(key)

    def go_on(self, title: str) -> None:
        """To the bar at the bottom, past a card that stays in sight, and on."""
        while self.at != f"Next: {title}":
            self.press(Qt.Key.Key_F6)
        self.do(Qt.Key.Key_Return)

    def save_in(self, _: FileDialog) -> None:
        self.did += 1
        self.presses += 1
        inside = QApplication.focusWidget()
        assert inside is not None
        QTest.keyClick(inside, Qt.Key.Key_Return)


def test_by_keyboard_10_keys_do_something_and_21_lead_to_it(start: Driver, saved: Path) -> None:
    keys = Keys(start)
    keys.tab_to("Who is here: ")
    keys.do(Qt.Key.Key_Space)
    keys.tab_to("How long we have: ")
    keys.do(Qt.Key.Key_3)
    keys.go_on("What matters")
    keys.tab_to("Matters most: ")
    keys.do(Qt.Key.Key_Space)
    keys.go_on("Options")
    keys.go_on("Decide")
    keys.tab_to("I am leaning towards: ")
    keys.do(Qt.Key.Key_Space)
    keys.go_on("Summary")
    start.wait_for(start.find("Save PDF…", QAbstractButton).isEnabled)
    keys.tab_to("Save PDF…")
    in_the_dialog(keys.save_in)
    keys.do(Qt.Key.Key_Return)
    start.wait_for(lambda: start.reads("Saved as"))
    assert saved.read_bytes().startswith(b"%PDF")
    said = start.session
    assert (said.people, said.minutes, len(said.ratings)) == (("prescriber",), 3, 1)
    assert said.leaning is not None
    assert keys.did == 10  # at most 15
    assert keys.presses - keys.did == 21


def test_the_pdf_of_three_minutes_tells_what_was_not_talked_about(start: Driver) -> None:
    start.choose("How long we have", "3 minutes")
    start.press("Who is here: A prescriber")
    for title in ("What matters", "Options", "Decide", "Summary"):
        start.press(f"Next: {title}")
    assert start.reads(NOTHING_CHECKED)
    assert start.reads("Not opened today: About you, Understand, and Weigh it up.")
    start.press("Open Weigh it up")
    start.press("Next: Decide")
    start.press("Next: Summary")
    assert start.reads("Not opened today: About you and Understand. ")
    start.press("Open About you")
    assert start.window.step == "about"
    start.press("Next: What matters")
    start.go("Summary")
    assert start.reads("Not opened today: Understand. ")
    start.wait_for(start.find("Save PDF…", QAbstractButton).isEnabled)
