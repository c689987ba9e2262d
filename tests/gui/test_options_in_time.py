"""The options with the time there is: what is shown at first, and what was not checked."""

from dataclasses import replace

import pytest
from decision_aid.domain.answers import Rating
from decision_aid.gui.pages.options import NOTHING_RATED, OptionsPage
from decision_aid.gui.pages.options_cell import AnswerCell
from decision_aid.gui.requests import GoTo
from decision_aid.gui.widgets.chip import Chip
from decision_aid.workspace.changes.about import AnswerCondition
from decision_aid.workspace.changes.matters import PickMost
from decision_aid.workspace.changes.welcome import SetMinutes
from decision_aid.workspace.not_opened import NOTHING_CHECKED
from decision_aid.workspace.words import NOT_CHECKED
from pytestqt.qtbot import QtBot

from tests.gui.one_page import OnePage
from tests.gui.sessions import empty_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")


def of_minutes(qtbot: QtBot, minutes: int | None, *rated: str) -> OnePage:
    session = replace(
        empty_session(), minutes=minutes, ratings=tuple(Rating(one, 4) for one in rated)
    )
    return OnePage(qtbot, OptionsPage, real_pack(), session)


def shown_questions(page: OnePage) -> int:
    return len({one.question for one in page.seen(AnswerCell)})


def test_with_three_minutes_only_what_matters_is_shown_and_one_press_shows_all(
    qtbot: QtBot,
) -> None:
    page = of_minutes(qtbot, 3, "how_soon")
    assert page.is_chosen("Questions", "Only what matters to me")
    assert shown_questions(page) == 1
    assert page.reads("You see 1 of 17 questions: those about what matters to you.")
    assert page.reads("“What could go wrong”")
    page.choose("Questions", "All questions")
    assert shown_questions(page) == 17
    assert not page.reads("You see")


@pytest.mark.parametrize("minutes", [None, 10, 30])
def test_with_more_time_all_questions_are_shown_at_first(qtbot: QtBot, minutes: int | None) -> None:
    page = of_minutes(qtbot, minutes, "how_soon")
    assert shown_questions(page) == 17
    page.workspace.apply(SetMinutes(3))
    page.settle()
    assert shown_questions(page) == 1
    page.workspace.undo()
    page.settle()
    assert shown_questions(page) == 17


def test_with_three_minutes_and_nothing_rated_all_is_shown_and_it_is_said_why(
    qtbot: QtBot,
) -> None:
    page = of_minutes(qtbot, 3)
    assert shown_questions(page) == 17
    assert page.reads(NOTHING_RATED)


def test_what_was_chosen_to_be_seen_stays_while_answers_come_in(qtbot: QtBot) -> None:
    page = of_minutes(qtbot, 3, "how_soon")
    page.choose("Questions", "All questions")
    page.workspace.apply(PickMost("cost", picked=True))
    page.settle()
    assert shown_questions(page) == 17


def test_options_a_check_can_hold_back_are_marked_while_nothing_was_told(qtbot: QtBot) -> None:
    page = of_minutes(qtbot, 3)
    marks = [one for one in page.seen(Chip) if one.text == NOT_CHECKED]
    assert len(marks) == 3
    assert page.reads(NOTHING_CHECKED)
    page.press("Open About you")
    assert page.asked == [GoTo("about")]
    page.workspace.apply(AnswerCondition("pregnant", "no"))
    page.settle()
    assert not any(one.text == NOT_CHECKED for one in page.seen(Chip))
    assert not page.reads(NOTHING_CHECKED)
    assert not page.has("Open About you")
