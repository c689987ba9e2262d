"""PHQ-9 totals over the visits: the points of a trend, and the words that read them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from decision_aid.base.language import _, ngettext
from decision_aid.base.locale_words import and_words, day_words, number_words
from decision_aid.domain.instruments import Phq9, phq9_band
from decision_aid.domain.session import Session

LEAST: Final = 2
"""Totals from which on there is a trend to show."""
MOST_NAMED: Final = 6
"""Visits left out that are named by their days; more of them are only counted."""


@dataclass(frozen=True)
class TrendPoint:
    """The PHQ-9 of one visit on which all nine questions were answered.

    Attributes:
        on: The day of the visit.
        total: The total, 0 to 27.
        band: The usual word for it.
        difficulty: The answer to the unscored function question, 0 to 3; None where not answered.
    """

    on: date
    total: int
    band: str
    difficulty: int | None


def phq9_trend(session: Session) -> tuple[TrendPoint, ...]:
    """A point for every visit with a total, oldest first, this visit last."""
    return tuple(
        TrendPoint(on, phq9.total, phq9_band(phq9.total), phq9.difficulty)
        for on, phq9 in _visits(session)
        if phq9.total is not None
    )


def without_total(session: Session) -> tuple[date, ...]:
    """The days of the visits that have no total, so no point, oldest first."""
    return tuple(on for on, phq9 in _visits(session) if phq9.total is None)


def trend_sentence(points: tuple[TrendPoint, ...]) -> str:
    """Every value with its day: "PHQ-9 total: 17 on Oct 20, 2026, 15 on …"."""
    # Translators: a total of the PHQ-9, and the day it was answered on.
    told = _("{total} on {day}")
    each = (told.format(total=number_words(one.total), day=day_words(one.on)) for one in points)
    return _("PHQ-9 total: {totals_and_days}").format(totals_and_days=", ".join(each))


def left_out_sentence(session: Session) -> str:
    """Which visits the trend leaves out, and why; "" where it leaves none out."""
    days = [day_words(day) for day in without_total(session)]
    if not days:
        return ""
    if len(days) <= MOST_NAMED:
        told = _("Not shown, for not all nine questions were answered: {days}.")
        return told.format(days=and_words(days))
    told = ngettext(
        "Not shown, for not all nine questions were answered: {count} visit.",
        "Not shown, for not all nine questions were answered: {count} visits.",
        len(days),
    )
    return told.format(count=number_words(len(days)))


def _visits(session: Session) -> Iterator[tuple[date, Phq9]]:
    for visit in session.earlier:
        yield visit.on, visit.phq9
    yield session.started_on, session.about.phq9
