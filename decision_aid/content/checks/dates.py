"""Checks on dates: content that nobody has looked at for long, and days that have not come yet."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from decision_aid.base.language import _
from decision_aid.content.checks.check import Check, Checked, Found

GRACE: Final = timedelta(days=90)
"""How long after its review was due a pack still passes."""


def _review_overdue(checked: Checked) -> Iterator[Found]:
    """Evidence ages; the day of the next review is a promise."""
    due = checked.pack.provenance.next_review
    if timedelta() < checked.today - due <= GRACE:
        place = checked.place("provenance", "next_review")
        # Translators: {day} is written as in the file, such as 2026-11-23.
        sentence = _("The review was due on {day}. Review it, and set the next date.")
        yield place, sentence.format(day=due.isoformat())


def _review_long_overdue(checked: Checked) -> Iterator[Found]:
    """After three months a promise that was not kept fails the pack."""
    due = checked.pack.provenance.next_review
    if checked.today - due > GRACE:
        place = checked.place("provenance", "next_review")
        sentence = _(
            "The review was due on {day}, more than {count} days ago. Review it, and set the next "
            "date."
        )
        yield place, sentence.format(day=due.isoformat(), count=GRACE.days)


def _published_ahead(checked: Checked) -> Iterator[Found]:
    """A version of tomorrow was not published."""
    if checked.pack.provenance.published > checked.today:
        yield checked.place("provenance", "published"), _("This day has not come. Mend the date.")


def _checked_ahead(checked: Checked) -> Iterator[Found]:
    """Nobody called the numbers on a day that has not come."""
    if checked.pack.crisis.checked_on > checked.today:
        yield checked.place("crisis", "checked_on"), _("This day has not come. Mend the date.")


CHECKS: Final = (
    Check("review_overdue", "warning", _review_overdue),
    Check("review_long_overdue", "error", _review_long_overdue),
    Check("published_ahead", "error", _published_ahead),
    Check("checked_ahead", "error", _checked_ahead),
)
