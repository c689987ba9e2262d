"""What is said where content was not looked at again in time, alike on screen and on paper."""

from datetime import date
from typing import Final

from decision_aid.base.language import _, ngettext
from decision_aid.base.locale_words import day_words, number_words
from decision_aid.domain.guidance import Crisis
from decision_aid.domain.pack import Provenance

CRISIS_CHECK_DAYS: Final = 180
"""Crisis numbers change; after so many days they are looked up again."""


def overdue_sentence(provenance: Provenance, on: date) -> str:
    """That the content was due for review; "" up to that very day.

    Args:
        provenance: The pack's own facts.
        on: The day to measure from.
    """
    due = provenance.next_review
    if due >= on:
        return ""
    return _(
        "This content was due for review on {day}. Newer evidence or warnings may be missing."
    ).format(day=day_words(due))


def contacts_sentence(crisis: Crisis) -> str:
    """For which country the contacts are, and when they were checked."""
    return _("Contacts for {country}, checked on {day}.").format(
        country=crisis.country, day=day_words(crisis.checked_on)
    )


def old_contacts_sentence(crisis: Crisis, on: date) -> str:
    """That the contacts were not checked for long; "" while the check is fresh.

    Args:
        crisis: The contacts.
        on: The day to measure from.
    """
    if (on - crisis.checked_on).days <= CRISIS_CHECK_DAYS:
        return ""
    return ngettext(
        "Nobody has checked these numbers for more than {count} day. They may have changed: if one "
        "does not answer, call another.",
        "Nobody has checked these numbers for more than {count} days. They may have changed: if "
        "one does not answer, call another.",
        CRISIS_CHECK_DAYS,
    ).format(count=number_words(CRISIS_CHECK_DAYS))
