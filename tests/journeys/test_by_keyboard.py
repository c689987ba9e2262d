"""Steps 5 and 6 with nothing but the keyboard: every key pressed is counted."""

from collections.abc import Callable

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.driver import Driver
from tests.gui.sessions import real_pack, visit_session

Opener = Callable[[Pack, Session], Driver]


class Keyboard:
    """Presses keys in a window and counts them; a key that is held for another one counts too."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.presses = 0

    def press(self, key: Qt.Key, held: Qt.Key | None = None) -> None:
        modifiers = {
            None: Qt.KeyboardModifier.NoModifier,
            Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
            Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
        }
        self.presses += 1 if held is None else 2
        handle = self._driver.window.windowHandle()
        QTest.keyClick(handle, key, modifiers[held])
        self._driver.settle()
        self._check_focus_is_seen()

    def tab_to(self, start: str) -> str:
        """Press Tab until the keyboard is on a control whose name starts like this."""
        for _ in range(60):
            self.press(Qt.Key.Key_Tab)
            if self.at.startswith(start):
                return self.at
        message = f"Tab never came to {start!r}"
        raise AssertionError(message)

    @property
    def at(self) -> str:
        """The name of what has the keyboard."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget else ""

    def _check_focus_is_seen(self) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        window = self._driver.window
        middle = widget.mapTo(window, QPoint(widget.width() // 2, widget.height() // 2))
        assert window.rect().contains(middle), f"{widget.accessibleName()!r} is out of sight"


@pytest.fixture
def matters(open_window: Opener) -> Driver:
    """The window at step 5, as Next would open it: the keyboard is at the heading."""
    driver = open_window(real_pack(), visit_session())
    driver.window.activateWindow()
    driver.window.open_step("matters")
    driver.settle()
    return driver


PROMPTS = "For the prescriber: what to ask here"
UNCHECKED = "Open About you"
"""Nothing was said there, and the line-up says that no check was made."""
FIVE = (4, 4, 3, 2, 1)


def rate_five(keyboard: Keyboard) -> None:
    """Rate the first five criteria: a Tab and a digit each."""
    keyboard.tab_to("A better chance to feel much better: ")
    for place, digit in enumerate(FIVE):
        if place:
            keyboard.press(Qt.Key.Key_Tab)
        keyboard.press(Qt.Key(Qt.Key.Key_0.value + digit))


def test_five_criteria_are_rated_ordered_and_lined_up_with_23_keys(matters: Driver) -> None:
    keyboard = Keyboard(matters)
    rate_five(keyboard)
    said = matters.session.ratings
    assert [one.importance for one in said] == list(FIVE)
    first, second = (one.criterion for one in said[:2])

    keyboard.press(Qt.Key.Key_F6)
    assert keyboard.at.startswith("You said, 1: ")
    keyboard.press(Qt.Key.Key_Down, held=Qt.Key.Key_Alt)
    assert matters.session.order[:2] == (second, first)

    keyboard.press(Qt.Key.Key_F6)
    assert keyboard.at == "Next: Weigh it up"
    keyboard.press(Qt.Key.Key_Return)
    assert matters.session.visited[-1] == "weigh"
    assert keyboard.at.startswith("How the options line up")

    keyboard.press(Qt.Key.Key_Tab)
    assert keyboard.at == PROMPTS
    keyboard.press(Qt.Key.Key_Tab)
    assert keyboard.at == UNCHECKED
    keyboard.press(Qt.Key.Key_Tab)
    best = matters.snapshot.appraisal.fits[0].option
    assert matters.snapshot.pack.option(best).name in keyboard.at
    assert "Most is added by: " in keyboard.at
    keyboard.tab_to("Does this feel right?: ")
    keyboard.press(Qt.Key.Key_Space)
    assert matters.session.feels_right == "yes"
    assert keyboard.presses == 23  # at most 25 for five criteria


def test_nothing_is_said_by_going_through_a_page_with_tab(matters: Driver) -> None:
    keyboard = Keyboard(matters)
    keyboard.tab_to("Need help now?")
    assert not matters.session.ratings
    assert not matters.session.dealbreakers


def test_a_rating_is_taken_back_where_it_was_given(matters: Driver) -> None:
    keyboard = Keyboard(matters)
    keyboard.tab_to("A better chance to feel much better: ")
    keyboard.press(Qt.Key.Key_3)
    assert [one.importance for one in matters.session.ratings] == [3]
    keyboard.press(Qt.Key.Key_Delete)
    assert not matters.session.ratings
    keyboard.press(Qt.Key.Key_Right)
    keyboard.press(Qt.Key.Key_Left)
    assert [one.importance for one in matters.session.ratings] == [2]


def test_the_arrows_read_the_line_up_bar_by_bar(matters: Driver) -> None:
    keyboard = Keyboard(matters)
    rate_five(keyboard)
    matters.window.open_step("weigh")
    matters.settle()
    pack, fits = matters.snapshot.pack, matters.snapshot.appraisal.fits
    keyboard.tab_to(UNCHECKED)
    keyboard.press(Qt.Key.Key_Tab)
    read = [keyboard.at]
    for _ in fits[1:]:
        keyboard.press(Qt.Key.Key_Down)
        read.append(keyboard.at)
    for fit, sentence in zip(fits, read, strict=True):
        assert pack.option(fit.option).name in sentence
    keyboard.press(Qt.Key.Key_Tab)
    assert keyboard.at not in read
    keyboard.press(Qt.Key.Key_Tab, held=Qt.Key.Key_Shift)
    assert keyboard.at == read[-1]


def test_f6_goes_round_all_parts_of_the_window_and_back(matters: Driver) -> None:
    keyboard = Keyboard(matters)
    rate_five(keyboard)
    there = keyboard.at
    names = []
    for _ in range(5):
        keyboard.press(Qt.Key.Key_F6)
        names.append(keyboard.at)
    starts = ("You said, 1", "Next: ", "Larger text", "Step 1", there)
    assert all(one.startswith(start) for one, start in zip(names, starts, strict=True))
    keyboard.press(Qt.Key.Key_F6, held=Qt.Key.Key_Shift)
    assert keyboard.at == "Step 1: Welcome"


def test_f6_leads_from_a_card_to_the_bar_above_it_and_never_under_it(matters: Driver) -> None:
    keyboard = Keyboard(matters)
    keyboard.press(Qt.Key.Key_F1)
    names = [keyboard.at]
    for _ in range(4):
        keyboard.press(Qt.Key.Key_F6)
        names.append(keyboard.at)
    assert names == ["Close help", "Larger text", "Close help", "Larger text", "Close help"]
