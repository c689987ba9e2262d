"""Words about kept sessions: what a row says, what is found by a search. No Qt in it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words
from decision_aid.store.api import Listed

NO_LABEL: Final = N_("No label")
IN_WINDOW: Final = N_("in this window")
_MONTHS: Final = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_DAYS: Final = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_HOW_LONG: Final[dict[int | None, str]] = {
    0: N_("only for the day of the visit"),
    30: N_("for 30 days after the last visit"),
    365: N_("for a year after the last visit"),
    None: N_("until someone deletes them"),
}


def name_of(one: Listed) -> str:
    """What a session is called: its label, or that it has none."""
    return " ".join(one.label.split()) or _(NO_LABEL)


def days_of(one: Listed, *, here: bool = False) -> str:
    """Its last visit, and when to look again where that was written.

    Args:
        one: The session.
        here: Whether it is the one in the window.
    """
    return " · ".join(
        (_("Last visit {day_of}").format(day_of=day_of(one)), *_more_of(one, here=here))
    )


def day_of(one: Listed) -> str:
    """The day of its last visit, with the weekday by which people look for it."""
    return f"{_DAYS[one.last_visit.weekday()][:3]}, {day_words(one.last_visit)}"


def row_name(one: Listed, *, here: bool = False) -> str:
    """A whole row as it is heard. Arguments as for `days_of`."""
    return ", ".join((short_name(one), *_more_of(one, here=here)))


def short_name(one: Listed) -> str:
    """Which session a button is about."""
    return _("{name_of}, last visit {day_of}").format(name_of=name_of(one), day_of=day_of(one))


def count_words(count: int) -> str:
    """How many sessions."""
    return f"{count:,} session{'' if count == 1 else 's'}"


def how_long(days: int | None) -> str:
    """How long sessions are kept, as it goes on after "Sessions are kept"."""
    return _(_HOW_LONG[days])


def searchable(one: Listed, today: date) -> str:
    """All that a search looks at, without capitals: label, day in many ways, when to look again."""
    return " ".join((one.label, one.review, *_day_words(one.last_visit, today))).casefold()


def found(words: str, among: Sequence[tuple[str, Listed]]) -> list[Listed]:
    """Those that hold every word that was typed, in their order.

    Args:
        words: What was typed.
        among: What is looked at for each session, and the session.
    """
    wanted = words.casefold().replace(",", " ").split()
    return [one for text, one in among if all(word in text for word in wanted)]


def _more_of(one: Listed, *, here: bool) -> Iterator[str]:
    if here:
        yield _(IN_WINDOW)
    if review := " ".join(one.review.split()):
        yield _("look again: {review}").format(review=review)


def _day_words(day: date, today: date) -> Iterator[str]:
    month = _MONTHS[day.month - 1]
    yield day.isoformat()
    yield f"{month} {day.day} {day.year} {month} {_DAYS[day.weekday()]}"
    yield f"{day.month}/{day.day}/{day.year}"
    if day == today:
        yield "today"
    elif (today - day).days == 1:
        yield "yesterday"
