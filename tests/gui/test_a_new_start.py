import pytest
from decision_aid.gui.app import fresh_session
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.driver import Driver
from tests.gui.sessions import full_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")


def test_words_half_typed_are_gone_for_the_next_person(qtbot: QtBot) -> None:
    driver = Driver.of(qtbot, real_pack(), full_session())
    driver.go("What matters")
    driver.type("New concern", "my secret")
    driver.go("Decide")
    driver.type("New next step, what", "my secret")
    driver.window.begin(fresh_session(real_pack()))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    driver.settle()
    for step in ("What matters", "Decide"):
        driver.go(step)
        lines = driver.root.findChildren(QLineEdit)
        assert lines
        assert not any("secret" in line.text() for line in lines)


def test_what_was_half_typed_before_keeps_nobody_from_closing_at_once(qtbot: QtBot) -> None:
    driver = Driver.of(qtbot, real_pack(), full_session())
    driver.go("What matters")
    driver.type("New concern", "my secret")
    driver.go("Decide")
    driver.type("New next step, what", "my secret")
    driver.window.begin(fresh_session(real_pack()))
    assert driver.window.close()
