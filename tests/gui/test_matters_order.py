"""The list "You said": the same order by buttons, by keyboard and by dragging."""

from collections.abc import Callable
from typing import Any

import pytest
from decision_aid.gui.pages.matters import MattersPage
from decision_aid.gui.pages.matters_said_line import HINT
from decision_aid.gui.pages.matters_said_list import STAYS
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.one_page import OnePage

ALT = Qt.KeyboardModifier.AltModifier


def open_matters(qtbot: QtBot, **said: Any) -> OnePage:
    return OnePage(qtbot, MattersPage, a_pack(), a_session(**said))


def drag(driver: OnePage, line: str, onto: str) -> None:
    """Take a line with the pointer and let it go past the middle of another."""
    held, target = driver.find(line), driver.find(onto)
    middle = held.rect().center()
    way = 1 if target.y() > held.y() else -1
    by = target.geometry().center().y() - held.geometry().center().y() + 4 * way
    QTest.mousePress(held, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(held, middle + QPoint(0, by // 2))
    QTest.mouseMove(held, middle + QPoint(0, by - by // 2))
    QTest.mouseRelease(held, Qt.MouseButton.LeftButton, pos=middle)
    driver.settle()


def by_button(driver: OnePage) -> None:
    up = driver.find("Move up: Driving")
    assert min(up.width(), up.height()) >= 44
    driver.press("Move up: Driving")


def by_key(driver: OnePage) -> None:
    driver.focus("You said, 2: Driving, A lot")
    driver.key(Qt.Key.Key_Up, ALT)


def by_dragging(driver: OnePage) -> None:
    drag(driver, "You said, 2: Driving, A lot", "You said, 1: Help, A lot")


@pytest.mark.parametrize("way", [by_button, by_key, by_dragging])
def test_what_matters_the_same_is_put_in_order(
    way: Callable[[OnePage], None], qtbot: QtBot
) -> None:
    driver = open_matters(qtbot, help=3, driving=3)
    way(driver)
    assert driver.session.order == ("driving", "help")
    assert driver.has("You said, 1: Driving, A lot")


def test_a_line_dragged_past_two_others_goes_there(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=3, driving=3, lasting=3)
    drag(driver, "You said, 3: Lasting, A lot", "You said, 1: Help, A lot")
    assert driver.session.order == ("lasting", "help", "driving")


def test_a_line_dragged_onto_what_matters_more_goes_back_with_a_sentence(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=4, driving=3, lasting=3)
    before = driver.find("You said, 3: Lasting, A lot").y()
    drag(driver, "You said, 3: Lasting, A lot", "You said, 1: Help, Most")
    assert driver.session.order == ()
    assert driver.reads(STAYS)
    assert driver.find("You said, 3: Lasting, A lot").y() == before
    driver.choose("Lasting", "Most")
    assert not driver.reads(STAYS)


def test_a_line_let_go_where_it_was_stays_without_a_word(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=3, driving=3)
    line = driver.find("You said, 1: Help, A lot")
    top = line.y()
    QTest.mousePress(line, Qt.MouseButton.LeftButton)
    QTest.mouseMove(line, line.rect().center() + QPoint(0, 12))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton)
    driver.settle()
    assert line.y() == top
    assert not driver.reads(STAYS)
    assert driver.session.order == ()


def test_the_keyboard_stays_on_the_line_it_moves(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=3, driving=3, lasting=3)
    driver.focus("You said, 3: Lasting, A lot")
    driver.key(Qt.Key.Key_Up, ALT)
    driver.key(Qt.Key.Key_Up, ALT)
    assert driver.session.order == ("lasting", "help", "driving")
    assert driver.find("You said, 1: Lasting, A lot").hasFocus()
    driver.key(Qt.Key.Key_Up, ALT)
    assert driver.reads(STAYS)


def test_arrows_alone_go_through_the_lines_and_move_nothing(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=3, driving=3)
    driver.focus("You said, 1: Help, A lot")
    driver.key(Qt.Key.Key_Down)
    assert driver.find("You said, 2: Driving, A lot").hasFocus()
    driver.key(Qt.Key.Key_Down)
    assert driver.find("You said, 2: Driving, A lot").hasFocus()
    assert driver.session.order == ()


def test_the_list_is_one_stop_of_tab(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=3, driving=3, lasting=4)
    lines = [one for one in driver.controls() if one.accessibleName().startswith("You said, ")]
    assert len(lines) == 3
    assert sum(bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) for one in lines) == 1


def test_the_hint_is_there_when_something_can_be_moved(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=3, driving=2)
    assert not driver.reads(HINT)
    driver.choose("Driving", "A lot")
    assert driver.reads(HINT)


def test_tab_goes_down_the_page_with_one_stop_for_each_criterion(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=3, driving=2)
    driver.type("New concern", "my garden", enter=True)
    driver.focus("One by one: rate any you like")
    names = []
    for _ in range(14):
        driver.key(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        names.append(focused.accessibleName() if focused else "")
    assert names[:3] == ["Help: A lot", "Lasting: Not at all", "Driving: Some"]
    order = ["Concern 1", "Remove concern 1", "New concern", "Your provider’s view"]
    assert [one for one in names if one in order] == order
    assert names.index("You said, 1: Help, A lot") > names.index("Your provider’s view")


def test_f2_tells_what_the_thing_one_rates_means_and_takes_it_away_again(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=3)
    meaning = a_pack().criterion("help").explanation
    driver.focus("Help: A lot")
    driver.key(Qt.Key.Key_F2)
    assert driver.reads(meaning)
    driver.key(Qt.Key.Key_F2)
    assert not driver.reads(meaning)
