"""What counts as somebody being here, and what does not."""

from collections.abc import Callable, Iterator

import pytest
from decision_aid.gui.keeping.idle import Idle
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QInputMethodEvent,
    QPointingDevice,
    QTabletEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


class Room:
    """A window with a line and a list, another window, and a clock."""

    def __init__(self, qtbot: QtBot) -> None:
        self.seconds = 100.0
        self.window, self.other = QWidget(), QWidget()
        self.line, self.list = QLineEdit(), QComboBox()
        self.list.addItems(["one", "two"])
        column = QVBoxLayout(self.window)
        column.addWidget(self.line)
        column.addWidget(self.list)
        for one in (self.window, self.other):
            qtbot.addWidget(one)
            one.resize(200, 100)
            one.show()
        self.window.activateWindow()
        self.line.setFocus()
        QApplication.processEvents()
        self.idle = Idle(lambda: self.seconds, self.window)

    @property
    def handle(self) -> QWindow:
        return self.window.windowHandle()


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room(qtbot)
    yield made
    made.idle.deleteLater()


def wheel(room: Room) -> None:
    at, turned = QPointF(5, 5), QPoint(0, 120)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    plain = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(at, at, QPoint(), turned, none, plain, phase, False)  # noqa: FBT003 - Qt's
    QApplication.sendEvent(room.handle, event)


def pen(room: Room) -> None:
    at, plain = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    device, none = QPointingDevice.primaryPointingDevice(), Qt.MouseButton.NoButton
    event = QTabletEvent(
        QEvent.Type.TabletMove, device, at, at, 0, 0, 0, 0, 0, 0, plain, none, none
    )
    QApplication.sendEvent(room.handle, event)


def finger(room: Room) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(room.handle, device).press(0, QPoint(5, 5)).commit()


def composed(room: Room) -> None:
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(room.line, event)


INPUT: dict[str, Callable[[Room], object]] = {
    "a key": lambda room: QTest.keyClick(room.handle, Qt.Key.Key_A),
    "a key of the other window": lambda room: QTest.keyClick(
        room.other.windowHandle(), Qt.Key.Key_A
    ),
    "a press": lambda room: QTest.mouseClick(room.handle, LEFT, pos=QPoint(5, 5)),
    "a press in the other window": lambda room: QTest.mouseClick(
        room.other.windowHandle(), LEFT, pos=QPoint(5, 5)
    ),
    "a move": lambda room: QTest.mouseMove(room.handle, QPoint(9, 9)),
    "the wheel": wheel,
    "a pen": pen,
    "a finger": finger,
    "text that an input method made": composed,
}


@pytest.mark.parametrize("act", INPUT.values(), ids=INPUT)
def test_it_is_somebody(room: Room, act: Callable[[Room], object]) -> None:
    room.idle.look()
    room.seconds += 60
    act(room)
    assert room.idle.away == 0


def test_a_list_opened_meanwhile_is_listened_to_from_the_next_tick(room: Room) -> None:
    room.list.showPopup()
    room.idle.look()
    room.seconds += 60
    opened = room.list.view().window()
    QTest.keyClick(opened.windowHandle(), Qt.Key.Key_Down)
    assert room.idle.away == 0


def test_drawing_and_what_the_program_does_by_itself_is_nobody(room: Room) -> None:
    room.seconds += 60
    room.window.resize(300, 200)
    room.window.repaint()
    room.line.setText("filled in by the program")
    room.list.setFocus()
    room.other.hide()
    room.other.show()
    QCoreApplication.processEvents()
    assert room.idle.away == 60


def test_a_tick_tells_how_long_it_is_since_the_last_one(room: Room) -> None:
    told: list[float] = []
    room.idle.ticked.connect(told.append)
    room.seconds += 1
    room.idle.look()
    room.seconds += 3600
    room.idle.look()
    assert told == [1, 3600]


def test_input_goes_on_to_where_it_was_going(room: Room) -> None:
    QTest.keyClick(room.handle, Qt.Key.Key_A)
    assert room.line.text() == "a"
