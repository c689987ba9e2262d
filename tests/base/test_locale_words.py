"""Days, numbers and lists as they are written where a language is spoken."""

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from decision_aid.base.language import speak
from decision_aid.base.locale_words import (
    and_words,
    day_in_full,
    day_words,
    days_as_written,
    language_name,
    month_names,
    number_words,
    or_words,
    weekday_words,
)
from hypothesis import given, settings
from hypothesis import strategies as st

in_some_languages = settings(deadline=None, max_examples=60)
"""Without a deadline: the first text in a language waits for its data to be read."""

CODES = st.sampled_from(("en", "es", "ru", "de", "pt-BR", "he", "zh-Hant"))
DAYS = st.dates(date(1995, 1, 1), date(2098, 12, 31))
A_DAY = date(2026, 11, 9)
DECIMAL = {"en": ".", "es": ",", "ru": ",", "de": ",", "pt-BR": ",", "he": ".", "zh-Hant": "."}
WORDS = st.lists(st.sampled_from(("ketamine", "talk", "a, b", "чай", "לחם")), max_size=5)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    speak(code)
    try:
        yield
    finally:
        speak()


@pytest.mark.parametrize(
    ("day", "words"), [(A_DAY, "Nov 9, 2026"), (date(2027, 5, 31), "May 31, 2027")]
)
def test_a_day_is_written_as_people_here_read_it(day: date, words: str) -> None:
    assert day_words(day) == words


@pytest.mark.parametrize(
    ("code", "short", "full", "number"),
    [
        ("es", "9 nov 2026", "9 de noviembre de 2026", "12.345,50"),
        ("ru", "9 нояб. 2026 г.", "9 ноября 2026 г.", "12 345,50"),  # noqa: RUF001 - Russian
        ("de", "09.11.2026", "9. November 2026", "12.345,50"),
        ("en", "Nov 9, 2026", "November 9, 2026", "12,345.50"),
    ],
)
def test_days_and_numbers_follow_the_language_spoken(
    code: str, short: str, full: str, number: str
) -> None:
    with speaking(code):
        assert plain_blanks(day_words(A_DAY)) == short
        assert plain_blanks(day_in_full(A_DAY)) == full
        assert plain_blanks(number_words(12345.5, 2)) == number
    assert (day_words(A_DAY), number_words(12345.5, 2)) == ("Nov 9, 2026", "12,345.50")


def plain_blanks(text: str) -> str:
    return re.sub(r"\s", " ", text)


@given(DAYS, DAYS, CODES)
@in_some_languages
def test_no_two_days_are_written_alike(one: date, other: date, code: str) -> None:
    with speaking(code):
        for write in (day_words, day_in_full, weekday_words):
            assert (write(one) == write(other)) == (one == other)
            assert str(one.year) in write(one)


@given(DAYS, CODES)
@in_some_languages
def test_a_day_is_looked_for_as_it_is_written_and_as_in_data(day: date, code: str) -> None:
    with speaking(code):
        written = days_as_written(day)
        assert {day.isoformat(), weekday_words(day)} <= {*written}
        assert all(written)


@given(CODES)
@in_some_languages
def test_no_name_of_a_month_is_that_of_another(code: str) -> None:
    with speaking(code):
        names = [{*month_names(month)} for month in range(1, 13)]
    assert all(map(all, names))
    assert len(set[str]().union(*names)) == sum(map(len, names))


def test_a_language_keeps_its_months_after_another_was_spoken() -> None:
    found = {}
    for code in ("he", "pt-BR", "zh", "he", "pt-BR"):
        with speaking(code):
            found[code] = month_names(1)[1], days_as_written(A_DAY)[2].split()[0]
    assert found["pt-BR"] == ("janeiro", "novembro")
    assert found["zh"] == ("一月", "十一月")


@given(st.integers(-(10**12), 10**12), CODES)
@in_some_languages
def test_a_whole_number_keeps_all_of_its_digits(number: int, code: str) -> None:
    with speaking(code):
        said = number_words(number)
    assert re.sub(r"\D", "", said) == str(abs(number))
    assert (said[:1].isdigit() or said[:2].isdigit()) == (number >= 0)


@given(st.floats(-1e6, 1e6), st.integers(1, 9), CODES)
@in_some_languages
def test_a_number_has_all_of_its_places_and_one_decimal_sign(
    number: float, places: int, code: str
) -> None:
    with speaking(code):
        said = number_words(number, places)
    whole, sign, fraction = said.rpartition(DECIMAL[code])
    assert sign
    assert re.fullmatch(rf"\d{{{places}}}", fraction)
    digits = float(f"{re.sub(r'[^0-9]', '', whole)}.{fraction}")
    # What the number is short of its decimal digits, with nine places, is more than nothing.
    short = 2 * math.ulp(number)
    assert digits == pytest.approx(abs(number), abs=0.5 * 10**-places + short)


@given(WORDS, CODES)
@in_some_languages
def test_a_list_names_every_part_once_and_in_order(parts: list[str], code: str) -> None:
    with speaking(code):
        lists = (and_words(parts), or_words(part for part in parts))
    for said in lists:
        rest = said
        for part in parts:
            assert part in rest
            rest = rest.split(part, 1)[1]
        assert (said == "") == (not parts)
    if len(parts) == 1:
        assert lists == (parts[0], parts[0])
    assert (lists[0] == lists[1]) == (len(parts) < 2)


def test_lists_in_american_english_have_the_serial_comma() -> None:
    assert and_words("abc") == "a, b, and c"
    assert or_words("abc") == "a, b, or c"
    assert and_words("ab") == "a and b"


@pytest.mark.parametrize(
    ("code", "name"), [("en", "English"), ("es", "Español"), ("ru", "Русский"), ("de", "Deutsch")]
)
def test_a_language_is_named_as_it_names_itself_whatever_is_spoken(code: str, name: str) -> None:
    with speaking("ru"):
        assert language_name(code) == name
