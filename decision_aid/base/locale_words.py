"""Days, numbers and lists as they are written where the language is spoken.

Babel knows how, from Unicode's data on locales. It is imported when the first of them is written:
it takes 15 ms, and the first page needs none.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from decision_aid.base.language import spoken

if TYPE_CHECKING:
    from babel.plural import PluralRule

_CATEGORIES: Final = ("zero", "one", "two", "few", "many")
"""Unicode's categories of numbers beside "other"."""


def get_ready() -> None:
    """Have at hand what writes numbers and days, as on a thread while nobody waits for it."""
    from babel import dates, lists  # noqa: F401, PLC0415 - see above

    number_words(0)


def day_words(day: date) -> str:
    """A day such as "Nov 9, 2026". In data and in the names of files a day is "2026-11-09"."""
    from babel.dates import format_date  # noqa: PLC0415 - see above

    return format_date(day, "medium", locale=_locale())


def weekday_words(day: date) -> str:
    """A day with its weekday, such as "Mon, Nov 9, 2026"."""
    from babel.dates import format_skeleton  # noqa: PLC0415 - see above

    return format_skeleton("yMMMEd", day, locale=_locale())


def days_as_written(day: date) -> tuple[str, ...]:
    """A day in the ways in which people write and look for it, and as in data.

    Such as "2026-11-09", "Monday, November 9, 2026", "November Monday", "Mon, Nov 9, 2026" and
    "11/9/2026".
    """
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415 - see above

    locale = _locale()
    _unshare(locale)
    # Some languages write a month in another case beside a day than by itself.
    words = (format_date(day, pattern, locale=locale) for pattern in ("full", "LLLL cccc"))
    return (
        day.isoformat(),
        *words,
        weekday_words(day),
        format_skeleton("yMd", day, locale=locale),
    )


def day_in_full(day: date) -> str:
    """A day such as "November 9, 2026"."""
    from babel.dates import format_date  # noqa: PLC0415 - see above

    return format_date(day, "long", locale=_locale())


def month_names(month: int) -> tuple[str, ...]:
    """A month's names, in full and short, as they are written beside a day and alone.

    Args:
        month: Its number, 1 to 12.
    """
    from babel.dates import get_month_names  # noqa: PLC0415 - see above

    _unshare(_locale())
    return tuple(
        get_month_names(width, context, _locale())[month]
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
    )


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


def language_name(code: str) -> str:
    """A language's own name for itself, such as "English" or "Español".

    Args:
        code: The language as in BCP 47, one that Unicode's data on locales knows.
    """
    from babel import Locale  # noqa: PLC0415 - see above

    name = Locale.parse(code, sep="-").get_display_name() or code
    return name[0].upper() + name[1:]


@cache
def plural_categories(code: str) -> tuple[str, ...]:
    """The categories a language puts numbers in, such as "one" and "other"; the last is "other".

    Args:
        code: The language as in BCP 47; of one that Unicode's data does not know, "other" only.
    """
    rule = _plural_rule(code)
    return (*(one for one in _CATEGORIES if rule and one in rule.tags), "other")


def plural_category(number: float, code: str) -> str:
    """The category a number is in: 1 is "one" in English, 1.5 is "other".

    Args:
        number: As it is written: without a decimal part where it is whole. Any finite number.
        code: The language as in BCP 47.
    """
    rule = _plural_rule(code)
    return rule(number) if rule else "other"


@cache
def _plural_rule(code: str) -> "PluralRule | None":
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - see above

    try:
        return Locale.parse(code, sep="-").plural_form
    except (UnknownLocaleError, ValueError):
        return None


@cache
def _unshare(locale: str) -> None:
    """Give a locale its own names of months and days, before one that stands alone is looked up.

    Babel 2.18 writes what it looks up into data that languages share: "January" by itself would be
    Hebrew in Portuguese, once it was looked up in Hebrew.
    """
    from copy import deepcopy  # noqa: PLC0415 - see above

    from babel import Locale, localedata  # noqa: PLC0415 - see above

    names = localedata.load(str(Locale.parse(locale)))
    for part in ("months", "days"):
        names[part] = deepcopy(names[part])


def _listed(parts: Iterable[str], style: Literal["standard", "or"]) -> str:
    from babel.lists import format_list  # noqa: PLC0415 - see above

    return format_list(list(parts), style=style, locale=_locale())


def _locale() -> str:
    return spoken().replace("-", "_")
