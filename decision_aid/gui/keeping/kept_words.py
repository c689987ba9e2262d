"""Words about kept sessions: what a row says, what is found by a search. No Qt in it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import days_as_written, number_words, weekday_words
from decision_aid.store.api import Listed

NO_LABEL: Final = N_("No label")
IN_WINDOW: Final = N_("in this window")
_HOW_LONG: Final[dict[int | None, str]] = {
    0: N_("Sessions are kept only for the day of the visit."),
    30: N_("Sessions are kept for 30 days after the last visit."),
    365: N_("Sessions are kept for a year after the last visit."),
    None: N_("Sessions are kept until someone deletes them."),
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
    last = _("Last visit {day}").format(day=weekday_words(one.last_visit))
    return " · ".join((last, *_more_of(one, here=here)))


def row_name(one: Listed, *, here: bool = False) -> str:
    """A whole row as it is heard. Arguments as for `days_of`."""
    return ", ".join((short_name(one), *_more_of(one, here=here)))


def short_name(one: Listed) -> str:
    """Which session a button is about."""
    # Translators: {session} is its label, such as "Tuesday", or "No label".
    return _("{session}, last visit {day}").format(
        session=name_of(one), day=weekday_words(one.last_visit)
    )


def count_words(count: int) -> str:
    """How many sessions."""
    return ngettext("{count} session", "{count} sessions", count).format(count=number_words(count))


def how_long(days: int | None) -> str:
    """How long sessions are kept, in a sentence."""
    return _(_HOW_LONG[days])


def searchable(one: Listed, today: date) -> str:
    """All that a search looks at, without capitals: label, day in many ways, when to look again."""
    written = days_as_written(one.last_visit)
    return " ".join((one.label, one.review, *written, *_near(one.last_visit, today))).casefold()


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


def _near(day: date, today: date) -> Iterator[str]:
    if day == today:
        # Translators: not shown: people type it to find a session.
        yield _("today")
    elif (today - day).days == 1:
        # Translators: not shown: people type it to find a session.
        yield _("yesterday")
