from datetime import date

import pytest
from decision_aid.base.locale_words import day_words, days_as_written, weekday_words
from decision_aid.workspace.typed_day import read_day
from hypothesis import given
from hypothesis import strategies as st

from tests.pseudo import speaking_pseudo


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2026, 11, 9), "Nov 9, 2026"), (date(2027, 5, 31), "May 31, 2027")],
)
def test_a_day_is_written_as_people_here_read_it(day: date, words: str) -> None:
    assert day_words(day) == words


@given(st.dates(date(1995, 1, 1), date(2098, 12, 31)))
def test_a_day_as_it_is_written_can_be_typed_again(day: date) -> None:
    assert read_day(day_words(day)) == day


def test_a_day_is_written_with_its_weekday_and_as_people_look_for_it() -> None:
    day = date(2026, 11, 9)
    assert weekday_words(day) == "Mon, Nov 9, 2026"
    assert days_as_written(day) == (
        "2026-11-09",
        "Monday, November 9, 2026",
        "November Monday",
        "Mon, Nov 9, 2026",
        "11/9/2026",
    )


def test_a_day_is_looked_for_in_the_words_of_the_language_that_is_spoken() -> None:
    with speaking_pseudo():
        written = " ".join(days_as_written(date(2026, 11, 9)))
        assert all(one in written for one in ("2026-11-09", "ноябрь", "ноября", "понедельник"))
