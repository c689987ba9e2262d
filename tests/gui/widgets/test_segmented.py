import pytest
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.segmented import SegmentedChoice
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.driver import Driver, wear_theme


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[SegmentedChoice, Driver, list[object]]:
    wear_theme(load_theme())
    made = SegmentedChoice("Sleep", [(0, "Not at all"), (1, "Some"), (2, "Most")])
    told: list[object] = []
    made.chosen.connect(told.append)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made, Driver(qtbot, made), told


Shown = tuple[SegmentedChoice, Driver, list[object]]


def test_nothing_is_chosen_at_first(shown: Shown) -> None:
    made, _, told = shown
    assert made.value is None
    assert not told


def test_pressing_chooses_one_and_says_so_once(shown: Shown) -> None:
    made, driver, told = shown
    driver.choose("Sleep", "Some")
    driver.choose("Sleep", "Not at all")
    assert told == [1, 0]
    assert made.value == 0
    assert not driver.is_chosen("Sleep", "Some")


def test_pressing_the_chosen_one_takes_it_back(shown: Shown) -> None:
    made, driver, told = shown
    driver.choose("Sleep", "Most")
    driver.choose("Sleep", "Most")
    assert told == [2, None]
    assert made.value is None


def test_showing_a_choice_says_nothing(shown: Shown) -> None:
    made, driver, told = shown
    made.choose(0)
    assert driver.is_chosen("Sleep", "Not at all")
    made.choose(None)
    assert made.value is None
    assert not told


def test_arrows_move_the_keyboard_and_choose_nothing(shown: Shown) -> None:
    _, driver, told = shown
    driver.focus("Sleep: Some")
    driver.key(Qt.Key.Key_Right)
    driver.key(Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Sleep: Not at all"
    assert not told
    driver.key(Qt.Key.Key_Space)
    assert told == [0]


def test_choosing_moves_nothing(shown: Shown) -> None:
    made, driver, _ = shown
    before = [one.geometry() for one in made.findChildren(QPushButton)]
    driver.choose("Sleep", "Some")
    assert [one.geometry() for one in made.findChildren(QPushButton)] == before


def test_where_the_row_does_not_fit_the_choices_stack_and_none_is_cut(shown: Shown) -> None:
    made, driver, _ = shown
    made.resize(made.sizeHint().width() // 2, 400)
    driver.settle()
    buttons = made.findChildren(QPushButton)
    assert len({one.y() for one in buttons}) == len(buttons)
    assert all(one.width() >= one.sizeHint().width() for one in buttons)
    assert all(one.height() >= 44 for one in buttons)
