"""Pages are made part by part before anyone opens them; opened sooner, they show all the same."""

from collections.abc import Callable

import pytest
from decision_aid.content.packs import load_pack
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session, StepId
from decision_aid.gui.page_stack import PageStack
from decision_aid.gui.pages import PAGES
from decision_aid.workspace.changes.matters import SetImportance
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.full_form import cases
from tests.gallery.states import DAY, states
from tests.gui.driver import Driver

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]


@pytest.fixture
def driver(open_window: OpenWindow) -> Driver:
    pack = load_pack("depression")
    return open_window(pack, states(pack)["full"])


def stack_of(driver: Driver) -> PageStack:
    (stack,) = driver.window.findChildren(PageStack)
    return stack


def make_until(stack: PageStack, step: StepId) -> None:
    """Make pages up to that of a step, which is there and shows nothing yet."""
    pages = [one for one, _title, _make in PAGES].index(step) + 1
    while stack.count() < pages:
        assert stack.make_ahead()


def seen(driver: Driver, step: StepId) -> list[str]:
    """Every word that stands on a step's page."""
    driver.window.open_step(step)
    driver.settle()
    page = driver.window.page
    labels = [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    buttons = [one.text() for one in page.findChildren(QAbstractButton) if one.isVisibleTo(page)]
    return sorted(labels + buttons)


@pytest.mark.parametrize(
    ("step", "parts"), cases(("about", 3), ("options", 2), further=(("matters", 1),))
)
def test_a_page_opened_while_it_is_made_shows_what_one_made_at_once_shows(
    driver: Driver, open_window: OpenWindow, step: StepId, parts: int
) -> None:
    snapshot = driver.snapshot
    usual = seen(open_window(snapshot.pack, snapshot.session), step)
    stack = stack_of(driver)
    make_until(stack, step)
    for _part in range(parts):
        assert stack.make_ahead()
    assert seen(driver, step) == usual


def test_pages_made_ahead_show_what_was_said_meanwhile(
    driver: Driver, open_window: OpenWindow
) -> None:
    stack = stack_of(driver)
    make_until(stack, "matters")
    stack.make_ahead()
    driver.window.workspace.apply(SetImportance("sleep", 1))
    while stack.make_ahead():
        pass
    snapshot = driver.snapshot
    assert seen(driver, "matters") == seen(open_window(snapshot.pack, snapshot.session), "matters")


def test_after_clearing_nothing_half_made_is_left_of_the_session(
    driver: Driver, open_window: OpenWindow
) -> None:
    stack = stack_of(driver)
    make_until(stack, "about")
    stack.make_ahead()
    fresh = Session(pack=driver.snapshot.pack.id, seed=1, started_on=DAY)
    driver.window.begin(fresh)
    while stack.make_ahead():
        pass
    assert seen(driver, "about") == seen(open_window(driver.snapshot.pack, fresh), "about")
