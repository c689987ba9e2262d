from functools import partial

from decision_aid.gui import safe
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.card import column_of
from decision_aid.gui.widgets.page_area import PageArea
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScroller
from pytestqt.qtbot import QtBot

from tests.gui.driver import wear_theme


def an_area(qtbot: QtBot) -> tuple[PageArea, list[str]]:
    wear_theme(load_theme())
    area, pressed = PageArea(), list[str]()
    buttons = [safe.button(f"Button {number}") for number in range(40)]
    for button in buttons:
        told = partial(pressed.append, button.text())
        button.clicked.connect(lambda _=False, told=told: told())
    area.setWidget(column_of(*buttons))
    qtbot.addWidget(area)
    area.resize(300, 400)
    area.show()
    area.take_touch()
    QApplication.processEvents()
    return area, pressed


def test_a_finger_can_push_the_page(qtbot: QtBot) -> None:
    area, _ = an_area(qtbot)
    assert QScroller.hasScroller(area.viewport())
    assert QScroller.grabbedGesture(area.viewport())


def test_a_tap_presses_what_it_hits(qtbot: QtBot) -> None:
    area, pressed = an_area(qtbot)
    touch = QTest.touchEvent(area.windowHandle(), QTest.createTouchDevice())
    touch.press(0, QPoint(150, 20)).commit()
    touch.release(0, QPoint(150, 20)).commit()
    assert pressed == ["Button 0"]
    assert area.verticalScrollBar().value() == 0
