from datetime import date

import pytest
from decision_aid.workspace.typed_day import day_trouble, read_day
from hypothesis import given
from hypothesis import strategies as st

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(DAYS)
def test_a_day_is_read_in_every_way_it_may_be_written(day: date) -> None:
    ways = ("%Y-%m-%d", "%b %d, %Y", "%B %d %Y", "%d %b %Y", "%d. %B %Y", " %b. %d, %Y ")
    for way in ways:
        assert read_day(day.strftime(way)) == day
        assert read_day(day.strftime(way).upper()) == day
        assert day_trouble(day.strftime(way)) == ""


@given(DAYS)
def test_a_day_in_numbers_alone_is_read_only_where_it_can_be_no_other(day: date) -> None:
    typed = f"{day.month}/{day.day}/{day.year}"
    sure = day.day > 12 or day.day == day.month
    assert read_day(typed) == (day if sure else None)
    assert day_trouble(typed).startswith("" if sure else "This could be ")
    assert (day_trouble(typed) == "") == sure


@given(st.text(max_size=12))
def test_no_text_is_too_odd_to_be_looked_at(typed: str) -> None:
    day = read_day(typed)
    assert (day is None) or day_trouble(typed) == ""


@pytest.mark.parametrize(
    "typed",
    [
        *("Nov 9", "November", "2026", "yesterday", "2026-11-3", "2026-13-01", "Feb 30, 2026"),
        *("Smarch 1, 2026", "11-9-26", "0026-11-09", "2026-11-099", "32/13/2026"),
    ],
)
def test_what_is_no_whole_day_is_none_and_says_how_to_write_one(typed: str) -> None:
    assert read_day(typed) is None
    assert "Nov 9, 2026" in day_trouble(typed)


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_written_is_no_mistake(typed: str) -> None:
    assert read_day(typed) is None
    assert day_trouble(typed) == ""
