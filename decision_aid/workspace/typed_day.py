"""Reading a day as people write it, and never guessing between two."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from decision_aid.base.locale_words import day_words
from decision_aid.domain.about_you import STOP_YEARS

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_HOW: Final = "Please write it like Nov 9, 2026 or 2026-11-09."


def read_day(typed: str) -> date | None:
    """The day that was written; None where it is none, or could be two.

    Read are "2026-11-09", "Nov 9, 2026", "9 November 2026" and "11/23/2026". "11/9/2026" is the
    ninth of November to some and the eleventh of September to others, so it is not read.
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
    if days:
        return f"This could be {day_words(days[0])} or {day_words(days[1])}. {_HOW}"
    return f"We cannot read a day here. {_HOW}"


def _readings(typed: str) -> Sequence[date]:
    """The days it may mean, each once."""
    found = (_day(*one) for one in _candidates(typed.casefold().strip()))
    return tuple(dict.fromkeys(one for one in found if one))


def _candidates(typed: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day in the orders they may stand in."""
    if iso := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", typed):
        yield int(iso[1]), int(iso[2]), int(iso[3])
    elif numbers := re.fullmatch(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})", typed):
        one, other, year = map(int, numbers.groups())
        yield year, one, other
        yield year, other, one
    elif named := re.fullmatch(r"([a-z]{3,9})\.? *(\d\d?)(?:st|nd|rd|th)?,? *(\d{4})", typed):
        yield int(named[3]), _month(named[1]), int(named[2])
    elif named := re.fullmatch(r"(\d\d?)(?:st|nd|rd|th)?\.? *([a-z]{3,9})\.?,? *(\d{4})", typed):
        yield int(named[3]), _month(named[2]), int(named[1])


def _month(name: str) -> int:
    """The number of a month from its first three letters; 0 where there is none."""
    return _MONTHS.index(name[:3]) + 1 if name[:3] in _MONTHS else 0


def _day(year: int, month: int, day: int) -> date | None:
    if year not in STOP_YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
