"""How long a visit has gone on: for the provider alone, by a clock that only goes forward."""

from datetime import timedelta

import pytest
from decision_aid.domain.journey import STEPS
from decision_aid.domain.session import Role
from decision_aid.gui.elapsed import Elapsed, minutes_words
from decision_aid.gui.page_stack import PageStack
from decision_aid.gui.theme import load_theme
from decision_aid.workspace.changes.walk import BeginVisit
from decision_aid.workspace.changes.welcome import SetPeople
from decision_aid.workspace.workspace import Workspace
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, a_session
from tests.gui.driver import Driver, wear_theme
from tests.gui.test_roles import a_prompted_pack

pytestmark = pytest.mark.usefixtures("undressed")


class Pages(Driver):
    """The pages as the window has them, and a clock that goes when it is told to."""

    def __init__(self, qtbot: QtBot, people: tuple[Role, ...] = ("prescriber",)) -> None:
        wear_theme(load_theme())
        self.now = 1000.0
        self.workspace = Workspace(a_prompted_pack(), a_session(people=people), draws=10)
        self.stack = PageStack(self.workspace, lambda: self.now)
        super().__init__(qtbot, self.stack)
        qtbot.addWidget(self.stack)
        self.workspace.watch(lambda: self.stack.present(self.workspace.snapshot))
        self.stack.resize(1000, 700)
        self.stack.open("welcome")
        self.stack.show()
        self.settle()

    def told_after(self, minutes: float) -> list[str]:
        """What is to be seen once so much more time has gone by."""
        self.now += 60 * minutes
        for one in self.elapsed:
            one.look()
        return [one.text() for one in self.elapsed if one.isVisibleTo(self.root) and one.text()]

    @property
    def elapsed(self) -> list[Elapsed]:
        return self.root.findChildren(Elapsed)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, ""), (1, "1 minute so far"), (2, "2 minutes so far"), (75, "75 minutes so far")],
)
def test_whole_minutes_are_told_in_words(minutes: int, words: str) -> None:
    assert minutes_words(minutes) == words


def test_it_stands_beside_the_prompts_of_every_step_from_the_first_full_minute(
    qtbot: QtBot,
) -> None:
    pages = Pages(qtbot)
    assert pages.told_after(0.9) == []
    for so_far, step in enumerate(STEPS[:-1], start=1):
        pages.stack.open(step)
        pages.settle()
        words = "1 minute so far" if so_far == 1 else f"{so_far} minutes so far"
        assert pages.told_after(1) == [words]


@pytest.mark.parametrize("people", [(), ("companion",)])
def test_without_a_provider_nobody_is_told(qtbot: QtBot, people: tuple[Role, ...]) -> None:
    pages = Pages(qtbot, people)
    assert pages.told_after(12) == []
    pages.workspace.apply(SetPeople(("counselor",)))
    assert pages.told_after(0) == ["12 minutes so far"]
    pages.workspace.apply(SetPeople(people))
    assert pages.told_after(1) == []


def test_another_visit_and_another_session_begin_anew(qtbot: QtBot) -> None:
    pages = Pages(qtbot)
    assert pages.told_after(30) == ["30 minutes so far"]
    pages.workspace.apply(BeginVisit(TODAY + timedelta(days=7)))
    pages.workspace.apply(SetPeople(("prescriber",)))
    assert pages.told_after(2) == ["2 minutes so far"]
    pages.stack.forget()
    pages.stack.open("welcome")
    assert pages.told_after(1) == ["1 minute so far"]


def test_it_wakes_up_only_while_it_is_seen(qtbot: QtBot) -> None:
    pages = Pages(qtbot)
    assert [one.is_awake for one in pages.elapsed] == [True]
    first = pages.elapsed[0]
    pages.stack.open("about")
    pages.settle()
    awake = {one is first: one.is_awake for one in pages.elapsed}
    assert awake == {True: False, False: True}
    pages.stack.hide()
    assert not any(one.is_awake for one in pages.elapsed)


def test_it_takes_no_keyboard_and_no_part_in_the_name_of_the_strip(qtbot: QtBot) -> None:
    pages = Pages(qtbot)
    pages.told_after(12)
    names = [one.accessibleName() for one in pages.root.findChildren(QAbstractButton)]
    assert not any("so far" in name for name in names)
    assert all(not one.focusPolicy() for one in pages.elapsed)
