"""A sentence at the foot of the page goes when it is true no more."""

from collections.abc import Callable

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.widgets.banner import Banner
from decision_aid.workspace.changes.walk import SetText

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver
from tests.gui.keeping.kept_window import KeptWindow

pytestmark = pytest.mark.usefixtures("undressed")

SAID = "This is so for now."


@pytest.fixture
def driver(open_window: Callable[[Pack, Session], Driver]) -> Driver:
    made = open_window(a_pack(), a_session())
    made.window.tell(SAID)
    made.settle()
    assert made.reads(SAID)
    return made


def answer(driver: Driver) -> None:
    driver.window.workspace.apply(SetText("label", "Tuesday"))


def step(driver: Driver) -> None:
    driver.go("Options")


def begin(driver: Driver) -> None:
    driver.window.begin(a_session())


def close(driver: Driver) -> None:
    driver.press("Close notice")


@pytest.mark.parametrize("act", [answer, step, begin, close])
def test_it_goes_with_an_answer_a_step_a_new_session_and_when_it_is_closed(
    driver: Driver, act: Callable[[Driver], None]
) -> None:
    act(driver)
    driver.settle()
    assert not driver.reads(SAID)
    assert not driver.has("Close notice")


def test_it_stays_when_the_program_opens_a_step_by_itself(driver: Driver) -> None:
    driver.window.open_step("options")
    driver.settle()
    assert driver.reads(SAID)


def test_it_goes_when_the_session_begins_to_be_kept(kept_window: KeptWindow) -> None:
    kept_window.driver.window.tell(SAID)
    kept_window.keep()
    assert not kept_window.driver.reads(SAID)


@pytest.mark.parametrize(("say", "tone"), [("warn", "caution"), ("tell", "neutral")])
def test_only_what_went_wrong_has_a_warning_sign(driver: Driver, say: str, tone: str) -> None:
    getattr(driver.window, say)("Something happened.")
    driver.settle()
    shown = [one for one in driver.window.findChildren(Banner) if one.isVisible()]
    assert [
        one.property("tone") for one in shown if one._label.text() == "Something happened."
    ] == [tone]
