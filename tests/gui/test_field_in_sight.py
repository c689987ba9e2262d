"""Whoever comes to a field by keyboard sees all of it, with the ring around it."""

from collections.abc import Callable

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session, StepId
from decision_aid.gui.theme import load_theme
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from tests.gallery.drawing import ROUNDS
from tests.gallery.states import states
from tests.gui.driver import Driver, wear_theme
from tests.gui.sessions import real_pack

OpenWindow = Callable[[Pack, Session], Driver]
RING = 5


def fields(page: QWidget) -> list[QWidget]:
    typed_in = (*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit))
    return [one for one in typed_in if one.isVisible()]


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("step", ["about", "matters", "decide"])
def test_no_field_is_cut_where_the_keyboard_comes_to_it(
    step: StepId, open_window: OpenWindow
) -> None:
    wear_theme(load_theme("light", 200))
    driver = open_window(real_pack(), states(real_pack())["full"])
    driver.window.resize(1024, 768)
    driver.window.open_step(step)
    for _round in range(ROUNDS):
        driver.settle()
    page = driver.window.page
    seen = max(page.findChildren(QScrollArea), key=QScrollArea.height).viewport()
    assert fields(page)
    for field in fields(page) + fields(page)[::-1]:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        driver.settle()
        around = QRect(field.mapTo(seen, QPoint(0, 0)), field.size())
        assert seen.rect().contains(around.adjusted(-RING, -RING, RING, RING))
