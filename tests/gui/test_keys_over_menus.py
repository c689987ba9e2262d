"""F1 and F9 answer in every window, also while a menu or a list is open over it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.crisis_card import CrisisCard
from decision_aid.gui.file_dialog import FileDialog, open_path
from decision_aid.gui.patient_screen import CALM, PatientScreen
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.choosing import in_the_dialog
from tests.gui.driver import Driver

OpenWindow = Callable[[Pack, Session], Driver]


@pytest.fixture
def driver(open_window: OpenWindow) -> Driver:
    return open_window(a_pack(), a_session())


def open_menu(driver: Driver) -> QWidget:
    """The menu of a line, as a press of the right button brings it."""
    line = driver.find("Label for this session")
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, QPoint(5, 5), line.mapToGlobal(QPoint())
    )
    QApplication.sendEvent(line, asked)
    driver.settle()
    return popup()


def popup() -> QWidget:
    opened = QApplication.activePopupWidget()
    assert opened is not None
    return opened


def patient_screen(driver: Driver, qtbot: QtBot) -> Driver:
    driver.press("Patient screen")
    tops = QApplication.topLevelWidgets()
    (screen,) = [one for one in tops if isinstance(one, PatientScreen) and one.isVisible()]
    qtbot.addWidget(screen)
    driver.window.activateWindow()
    driver.settle()
    return Driver(qtbot, screen)


@pytest.mark.parametrize("beside", [False, True])
def test_help_opens_while_the_menu_of_a_line_is_open(
    driver: Driver, qtbot: QtBot, *, beside: bool
) -> None:
    screen = patient_screen(driver, qtbot) if beside else None
    QTest.keyClick(open_menu(driver), Qt.Key.Key_F1)
    driver.settle()
    assert driver.has("Close help")
    assert QApplication.activePopupWidget() is None
    assert screen is None or not screen.has("Close help")


def test_help_opens_over_a_file_dialog_while_its_folders_are_listed(
    driver: Driver, qtbot: QtBot
) -> None:
    screen = patient_screen(driver, qtbot)
    said: list[bool] = []

    def act(dialog: FileDialog) -> None:
        at = Driver(qtbot, dialog)
        folders = next(one for one in dialog.findChildren(QComboBox) if one.isVisible())
        folders.showPopup()
        at.settle()
        QTest.keyClick(popup(), Qt.Key.Key_F1)
        at.settle()
        said.extend((at.has("Close help"), QApplication.activePopupWidget() is None))
        said.append(not screen.has("Close help"))
        said.append(not [one for one in driver.window.children() if isinstance(one, CrisisCard)])

    assert at_the_dialog(driver, act) is None
    assert said == [True] * 4


def test_the_patient_screen_is_blanked_from_a_file_dialog(driver: Driver, qtbot: QtBot) -> None:
    screen = patient_screen(driver, qtbot)
    said: list[list[str]] = []

    def act(dialog: FileDialog) -> None:
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_F9)
        screen.settle()
        said.append(screen.texts())

    at_the_dialog(driver, act)
    assert said == [[CALM]]


def at_the_dialog(driver: Driver, act: Callable[[FileDialog], None]) -> Path | None:
    in_the_dialog(act)
    return open_path(driver.window, driver.snapshot, title="Open", kinds="Sessions (*.yaml)")
