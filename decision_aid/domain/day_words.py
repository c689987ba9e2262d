"""A day as people read it, written in one way on screen and on paper."""

from datetime import date
from typing import Final

_MONTHS: Final = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)


def day_words(day: date) -> str:
    """A day such as "Nov 9, 2026". In data and in the names of files a day is "2026-11-09"."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
