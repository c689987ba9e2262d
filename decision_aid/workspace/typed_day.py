"""Reading a day as people write it, and never guessing between two."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Final
from unicodedata import normalize

from decision_aid.base.language import FIRST, _, spoken
from decision_aid.base.locale_words import day_in_full, day_words, month_names, or_words
from decision_aid.domain.about_you import STOP_YEARS

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_AS_IN_DATA: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_TOKEN: Final = re.compile(r"\d+|[^\d\s.,/-]+")
"""A number, or what stands between numbers, blanks and the signs around them."""
_UNSEEN: Final = re.compile("[\u200e\u200f\u061c]")
"""Marks of the direction of writing: nobody types them."""
_EXAMPLE: Final = date(2026, 11, 9)
_LATE: Final = date(2026, 1, 28)
"""A day whose numbers are those of no month."""


def read_day(typed: str) -> date | None:
    """The day that was written; None where it is none, or could be two.

    Read are "2026-11-09", "Nov 9, 2026", "9 November 2026" and "11/23/2026", and a day as it is
    written in the language spoken. "11/9/2026" is the ninth of November to some and the eleventh of
    September to others, so it is not read.
    """
    days = _readings(typed)
    return days[0] if len(days) == 1 else None


def day_trouble(typed: str) -> str:
    """Why what was written is not taken as a day, and how to write it; "" where nothing is wrong.

    Args:
        typed: What was written; it is not said again.
    """
    days = _readings(typed)
    if len(days) == 1 or not typed.strip():
        return ""
    could_be = _("This could be {days}.").format(days=or_words(map(day_words, days)))
    why = could_be if days else _("We cannot read a day here.")
    # Translators: how to write a day, in words and in numbers.
    how = _("Please write it like {day} or {numbers}.")
    return f"{why} {how.format(day=day_words(_EXAMPLE), numbers=_EXAMPLE.isoformat())}"


def _readings(typed: str) -> Sequence[date]:
    """The days it may mean, each once; only one where it stands as that day is written here."""
    said = _plain(typed)
    parts = chain(_candidates(said), _spoken_candidates(said))
    days = dict.fromkeys(day for one in parts if (day := _day(*one)))
    if len(days) < 2:
        return tuple(days)
    return tuple(one for one in days if _plain(day_words(one)) == said) or tuple(days)


def _plain(text: str) -> str:
    """A text without what nobody sees or means: letter case, kinds of blanks, marks."""
    return " ".join(_UNSEEN.sub("", normalize("NFKC", text)).casefold().split())


def _candidates(typed: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day in the orders they may stand in, as in data and in English."""
    if iso := _AS_IN_DATA.fullmatch(typed):
        yield int(iso[1]), int(iso[2]), int(iso[3])
    elif numbers := re.fullmatch(r"(\d\d?)[/.-] ?(\d\d?)[/.-] ?(\d{4})", typed):
        one, other, year = map(int, numbers.groups())
        yield year, one, other
        yield year, other, one
    elif named := re.fullmatch(r"([a-z]{3,9})\.? *(\d\d?)(?:st|nd|rd|th)?,? *(\d{4})", typed):
        yield int(named[3]), _month(named[1]), int(named[2])
    elif named := re.fullmatch(r"(\d\d?)(?:st|nd|rd|th)?\.? *([a-z]{3,9})\.?,? *(\d{4})", typed):
        yield int(named[3]), _month(named[2]), int(named[1])


def _month(name: str) -> int:
    """The number of a month from its first three letters in English; 0 where there is none.

    Where another language is spoken it is read to its end: "marraskuu" is no March.
    """
    begun = (at for at, one in enumerate(_MONTHS, start=1) if one[:3] == name[:3])
    month = next(begun, 0)
    return month if month and (_is_english() or _MONTHS[month - 1].startswith(name)) else 0


def _is_english() -> bool:
    return spoken().partition("-")[0] == FIRST


def _spoken_candidates(typed: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day as people write them where the language is spoken."""
    tokens = _TOKEN.findall(typed)
    years = [at for at, one in enumerate(tokens) if re.fullmatch(r"\d{4}", one)]
    if _is_english() or _AS_IN_DATA.fullmatch(typed) or len(years) != 1:
        return
    days = [at for at, one in enumerate(tokens) if re.fullmatch(r"\d\d?", one)]
    ways = [_ways(month) for month in range(1, 13)]
    for at in days:
        rest = tuple(one for place, one in enumerate(tokens) if place not in (at, years[0]))
        for month, written in enumerate(ways, start=1):
            if rest in written:
                yield int(tokens[years[0]]), month, int(tokens[at])


def _ways(month: int) -> set[tuple[str, ...]]:
    """What stands in a day of this month besides the numbers of its day and its year."""
    day = _LATE.replace(month=month)
    written = (_TOKEN.findall(_plain(one)) for one in (day_words(day), day_in_full(day)))
    numbers = {str(day.day), str(day.year)}
    around = {tuple(one for one in tokens if one not in numbers) for tokens in written}
    return around | {tuple(_TOKEN.findall(_plain(one))) for one in month_names(month)}


def _day(year: int, month: int, day: int) -> date | None:
    if year not in STOP_YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
