"""Something else that matters: words, how each option does on them, and a rating."""

from dataclasses import replace
from typing import Any

import pytest
from decision_aid.domain.session import Concern, OwnPlace
from decision_aid.gui.pages.matters import MattersPage
from decision_aid.gui.pages.matters_concerns import RATE_IT, WORDS_ALONE
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.one_page import OnePage

pytestmark = pytest.mark.usefixtures("undressed")

HOW = "Concern 1: how does each option do on this?"
GARDEN = Concern(id="own_1", text="my garden", places=(OwnPlace(option="pill", level="badly"),))


def open_matters(qtbot: QtBot, **said: Any) -> OnePage:
    return OnePage(qtbot, MattersPage, a_pack(), a_session(**said))


def place(driver: OnePage, option: str, level: str) -> None:
    letter = driver.workspace.snapshot.letter(option.lower())
    driver.choose(f"Concern 1, {option} ({letter})", level)


def test_words_alone_are_kept_and_said_not_to_be_weighed(qtbot: QtBot) -> None:
    driver = open_matters(qtbot)
    driver.type("New concern", "my <b>garden</b>", enter=True)
    assert [one.text for one in driver.session.concerns] == ["my <b>garden</b>"]
    assert driver.reads(WORDS_ALONE)
    assert not driver.has("my <b>garden</b>: Most")


def test_no_option_is_placed_at_first(qtbot: QtBot) -> None:
    driver = open_matters(qtbot)
    driver.type("New concern", "my garden", enter=True)
    driver.open(HOW)
    places = [one for one in driver.controls() if one.accessibleName().startswith("Concern 1, ")]
    buttons = [one for one in places if isinstance(one, QAbstractButton)]
    assert len(buttons) == 4 * len(a_pack().options)
    assert not any(one.isChecked() for one in buttons)


def test_with_one_option_placed_it_stands_among_the_criteria_and_can_be_rated(
    qtbot: QtBot,
) -> None:
    driver = open_matters(qtbot)
    driver.type("New concern", "my garden", enter=True)
    driver.open(HOW)
    place(driver, "Pill", "Badly")
    assert driver.reads("Your own")
    assert driver.reads(RATE_IT)
    assert driver.reads("You said so: ")
    driver.press("Rate concern 1 now")
    assert driver.find("my garden: Not at all").hasFocus()
    driver.choose("my garden", "A lot")
    rating = driver.session.rating("own_1")
    assert rating is not None
    assert rating.importance == 3
    assert driver.reads("Rated: A lot.")


def test_we_do_not_know_is_an_answer_and_weighs_nothing(qtbot: QtBot) -> None:
    driver = open_matters(qtbot)
    driver.type("New concern", "my garden", enter=True)
    driver.open(HOW)
    place(driver, "Pill", "We don’t know")
    assert driver.session.concerns[0].places == (OwnPlace(option="pill", level="unknown"),)
    assert driver.reads(WORDS_ALONE)


def test_a_place_is_taken_back_by_pressing_it_again(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, concerns=(GARDEN,))
    driver.open(HOW)
    place(driver, "Pill", "Badly")
    assert driver.session.concerns[0].places == ()
    assert not driver.has("my garden: Most")


def test_other_words_keep_the_places_and_the_rating(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, concerns=(GARDEN,))
    driver.choose("my garden", "Most")
    driver.type("Concern 1", " and my dog", enter=True)
    (concern,) = driver.session.concerns
    assert (concern.id, concern.text) == ("own_1", "my garden and my dog")
    assert concern.places == GARDEN.places
    assert driver.is_chosen("my garden and my dog", "Most")


def test_a_line_left_empty_shows_the_words_again(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, concerns=(GARDEN,))
    line = driver.find("Concern 1", GrowingEdit)
    line.setFocus()
    line.clear()
    line.finished.emit()
    driver.settle()
    assert driver.session.concerns == (GARDEN,)
    assert line.text() == "my garden"


def test_removing_one_of_two_alike_removes_that_one_with_its_rating(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, concerns=(Concern(id="own_2", text="my garden"), GARDEN))
    driver.choose("my garden", "Most")
    driver.press("Remove concern 1")
    assert [one.id for one in driver.session.concerns] == ["own_2"]
    assert driver.session.ratings == ()


def test_the_line_of_one_concern_stays_open_when_another_comes_or_goes(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, concerns=(GARDEN,))
    driver.open(HOW)
    driver.type("New concern", "my dog", enter=True)
    driver.press("Remove concern 2")
    place(driver, "Talk", "Well")
    assert len(driver.session.concerns[0].places) == 2


def test_a_word_of_any_length_leaves_the_page_as_wide_as_the_window(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, concerns=(replace(GARDEN, text="W" * 300),), minutes=3)
    driver.open("One by one: rate any you like")
    driver.choose("W" * 300, "Most")
    assert driver.page.content_width <= driver.page.seen_width
