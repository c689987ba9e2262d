from collections.abc import Callable

import pytest
from decision_aid.domain.journey import STEPS
from decision_aid.domain.session import Session
from decision_aid.gui.pages import PAGES
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.workspace.workspace import Workspace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.full_form import cases
from tests.gui.driver import Driver, wear_theme
from tests.gui.sessions import empty_session, full_session, half_session, real_pack

SESSIONS = dict(
    cases(("full", full_session), further=(("empty", empty_session), ("half", half_session)))
)
LEAST_TARGET = 24


def test_the_pages_are_the_steps_of_the_walk_in_its_order() -> None:
    assert tuple(step for step, _, _ in PAGES) == STEPS


@pytest.mark.parametrize("said", SESSIONS.values(), ids=SESSIONS)
@pytest.mark.parametrize("step", STEPS)
def test_a_page_presents_any_session_and_says_nothing_itself(
    step: str, said: Callable[[], Session], qtbot: QtBot
) -> None:
    wear_theme(load_theme())
    workspace = Workspace(real_pack(), said(), draws=100)
    changes: list[int] = []
    workspace.watch(lambda: changes.append(1))
    page = next(make for one, _, make in PAGES if one == step)(workspace)
    qtbot.addWidget(page)
    page.present(workspace.snapshot)
    page.present(workspace.snapshot)
    assert not changes
    assert page.heading.text()
    assert_controls_can_be_reached(Driver(qtbot, page), page)


def assert_controls_can_be_reached(driver: Driver, page: QWidget) -> None:
    page.resize(1000, 700)
    page.show()
    driver.settle()
    for disclosure in page.findChildren(Disclosure):
        disclosure.open()
    driver.settle()
    assert not page.grab().isNull(), "it can be painted"
    focusable = [one for one in driver.controls() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one in focusable:
        what = f"{type(one).__name__} {one.accessibleName()!r}"
        assert one.accessibleName(), f"{what} has no name"
        small = min(one.width(), one.height()) < LEAST_TARGET
        assert not small, f"{what} is {one.width()} x {one.height()}"
