"""Days, numbers and lists as they are written where the language is spoken.

Babel knows how, from Unicode's data on locales. It is imported when the first of them is written:
it takes 15 ms, and the first page needs none.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from decision_aid.base.language import spoken


def day_words(day: date) -> str:
    """A day such as "Nov 9, 2026". In data and in the names of files a day is "2026-11-09"."""
    from babel.dates import format_date  # noqa: PLC0415 - see above

    return format_date(day, "medium", locale=_locale())


def number_words(number: float, places: int = 0) -> str:
    """A number such as "1,234" or "0.50".

    Args:
        number: Any finite number.
        places: Places after the decimal sign, always all of them; 0 to 9.
    """
    from babel.numbers import format_decimal  # noqa: PLC0415 - see above

    pattern = "#,##0" + ("." + "0" * places if places else "")
    return format_decimal(number, format=pattern, locale=_locale())


def and_words(parts: Iterable[str]) -> str:
    """Parts such as "a", "a and b" or "a, b, and c"; "" of none."""
    return _listed(parts, "standard")


def or_words(parts: Iterable[str]) -> str:
    """Parts such as "a", "a or b" or "a, b, or c"; "" of none."""
    return _listed(parts, "or")


def _listed(parts: Iterable[str], style: Literal["standard", "or"]) -> str:
    from babel.lists import format_list  # noqa: PLC0415 - see above

    return format_list(list(parts), style=style, locale=_locale())


def _locale() -> str:
    return spoken().replace("-", "_")
