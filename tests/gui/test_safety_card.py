from collections.abc import Callable

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Role, Session
from decision_aid.gui.clock import today
from decision_aid.workspace.changes.phq9 import AnswerPhq9
from decision_aid.workspace.changes.welcome import SetPeople
from PySide6.QtCore import Qt

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver
from tests.gui.sessions import empty_session, real_pack

OpenWindow = Callable[[Pack, Session], Driver]
ITEM_9 = "9. Thoughts that you would be better off dead or of hurting yourself in some way"


def with_a_talk_due(open_window: OpenWindow, *people: Role) -> Driver:
    driver = open_window(a_pack(), a_session(people=people))
    driver.window.workspace.apply(AnswerPhq9(9, 1))
    driver.settle()
    return driver


def test_an_answer_to_item_9_brings_the_card_before_everything(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.go("About you")
    driver.open("Answer the PHQ-9 (optional)")
    driver.choose(ITEM_9, "Several days")
    assert driver.reads("Thank you for telling us")
    with pytest.raises(AssertionError, match="covered"):
        driver.press("Next: Understand")


def test_rather_talking_about_it_brings_the_card_and_not_at_all_does_not(
    open_window: OpenWindow,
) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.go("About you")
    driver.open("Answer the PHQ-9 (optional)")
    driver.choose(ITEM_9, "Not at all")
    assert not driver.reads("Thank you for telling us")
    driver.choose(ITEM_9, "I would rather talk about it")
    assert driver.reads("Thank you for telling us")


def test_a_provider_goes_on_with_what_was_done_and_initials(open_window: OpenWindow) -> None:
    driver = with_a_talk_due(open_window, "counselor")
    record = driver.find("Record and go on")
    assert not record.isEnabled()
    driver.choose("What was done", "I handed over to someone who is assessing it")
    assert not record.isEnabled()
    driver.type("Initials of the provider", " CD ")
    driver.press("Record and go on")
    talk = driver.session.safety_talk
    assert talk is not None
    assert (talk.action, talk.initials, talk.on) == ("handed_over", "CD", today())
    assert not driver.reads("Thank you for telling us")
    driver.press("Next: About you")


def test_a_later_answer_finds_the_form_empty(open_window: OpenWindow) -> None:
    driver = with_a_talk_due(open_window, "prescriber")
    driver.choose("What was done", "We talked, and I assessed safety now")
    driver.type("Initials of the provider", "AB")
    driver.press("Record and go on")
    driver.window.workspace.apply(AnswerPhq9(9, 3))
    driver.settle()
    assert not driver.is_chosen("What was done", "We talked, and I assessed safety now")
    assert not driver.find("Record and go on").isEnabled()


def test_alone_there_are_contacts_and_nothing_to_skip_with(open_window: OpenWindow) -> None:
    driver = with_a_talk_due(open_window, "companion")
    assert driver.reads("988")
    assert driver.reads("today")
    assert not driver.has("Record and go on")
    driver.choose("Who is here", "A counselor is here now")
    assert driver.session.people == ("companion", "counselor")
    assert driver.has("Record and go on")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_no_key_goes_round_the_card(open_window: OpenWindow, key: Qt.Key) -> None:
    driver = with_a_talk_due(open_window, "prescriber")
    driver.key(key)
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert driver.reads("Thank you for telling us")
    assert driver.snapshot.journey.paused


def test_the_card_shows_no_score_and_says_that_a_zero_clears_nothing(
    open_window: OpenWindow,
) -> None:
    driver = with_a_talk_due(open_window, "prescriber")
    assert driver.reads("would not have replaced asking")
    assert not driver.reads("Total")
    driver.window.workspace.apply(SetPeople(()))
