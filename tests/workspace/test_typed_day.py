from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from decision_aid.base.language import speak
from decision_aid.base.locale_words import day_in_full, day_words, month_names
from decision_aid.workspace.typed_day import day_trouble, read_day
from hypothesis import given, settings
from hypothesis import strategies as st

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
CODES = st.sampled_from(("en", "en-GB", "es", "ru", "de", "he", "zh", "fi", "vi", "pt-BR"))
A_DAY = date(2026, 11, 9)
in_some_languages = settings(deadline=None, max_examples=40)
"""Without a deadline: the first text in a language waits for its data to be read."""


@contextmanager
def speaking(code: str) -> Iterator[None]:
    speak(code)
    try:
        yield
    finally:
        speak()


@given(DAYS)
def test_a_day_is_read_in_every_way_it_may_be_written(day: date) -> None:
    ways = ("%Y-%m-%d", "%b %d, %Y", "%B %d %Y", "%d %b %Y", "%d. %B %Y", " %b. %d, %Y ")
    for way in ways:
        assert read_day(day.strftime(way)) == day
        assert read_day(day.strftime(way).upper()) == day
        assert day_trouble(day.strftime(way)) == ""


@given(DAYS, CODES)
@in_some_languages
def test_a_day_as_it_is_written_can_be_typed_again_in_any_language(day: date, code: str) -> None:
    with speaking(code):
        assert read_day(day_words(day)) == day
        assert read_day(day_words(day).upper()) == day
        assert read_day(f" {day_words(day).replace(chr(0x202F), ' ')} ") == day
        assert read_day(day_in_full(day)) == day


@given(DAYS, CODES)
@in_some_languages
def test_days_as_in_data_and_in_english_are_read_in_any_language(day: date, code: str) -> None:
    with speaking(code):
        assert read_day(day.isoformat()) == day
        assert read_day(day.strftime("%B %d, %Y")) == day


@given(DAYS, st.sampled_from(("es", "ru")))
@in_some_languages
def test_a_month_may_be_typed_by_any_of_its_names(day: date, code: str) -> None:
    with speaking(code):
        for name in month_names(day.month):
            assert read_day(f"{day.day} {name} {day.year}") == day
            assert read_day(f"{day.day} {name.strip('.')} {day.year}") == day


@pytest.mark.parametrize(
    "typed", ["9 marrask 2026", "9 marras 2026 4", "9 noviembre", "9 abc 2026"]
)
def test_a_word_that_is_no_month_there_is_not_taken_for_an_english_one(typed: str) -> None:
    for code in ("fi", "es", "ru"):
        with speaking(code):
            assert read_day(typed) is None
            assert "2026-11-09" in day_trouble(typed)


def test_how_to_write_a_day_is_told_as_it_is_written_there() -> None:
    with speaking("es"):
        assert "9 nov 2026" in day_trouble("mañana")


@given(DAYS)
@in_some_languages
def test_a_day_in_numbers_alone_is_read_only_where_it_can_be_no_other(day: date) -> None:
    typed = f"{day.month}/{day.day}/{day.year}"
    sure = day.day > 12 or day.day == day.month
    for code in ("en", "es", "ru"):
        with speaking(code):
            assert read_day(typed) == (day if sure else None)
            assert day_trouble(typed).startswith("" if sure else "This could be ")
            assert (day_trouble(typed) == "") == sure


def test_numbers_alone_are_read_where_a_day_is_always_written_so() -> None:
    with speaking("de"):
        assert read_day("09.11.2026") == A_DAY
        assert read_day("9/11/2026") is None
    assert read_day("09.11.2026") is None


@given(st.text(max_size=12), CODES)
@in_some_languages
def test_no_text_is_too_odd_to_be_looked_at(typed: str, code: str) -> None:
    with speaking(code):
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
