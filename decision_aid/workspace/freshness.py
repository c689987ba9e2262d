"""What is said where content was not looked at again in time, alike on screen and on paper."""

from datetime import date
from typing import Final

from decision_aid.base.language import _
from decision_aid.base.locale_words import day_words
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
    was_due = _("This content was due for review on {due}.").format(due=day_words(due))
    return _("{was_due} Newer evidence or warnings may be missing.").format(was_due=was_due)


def contacts_sentence(crisis: Crisis) -> str:
    """For which country the contacts are, and when they were checked."""
    return _("Contacts for {country}, checked on {checked_on}.").format(
        country=crisis.country, checked_on=day_words(crisis.checked_on)
    )


def old_contacts_sentence(crisis: Crisis, on: date) -> str:
    """That the contacts were not checked for long; "" while the check is fresh.

    Args:
        crisis: The contacts.
        on: The day to measure from.
    """
    if (on - crisis.checked_on).days <= CRISIS_CHECK_DAYS:
        return ""
    return _(
        "Nobody has checked these numbers for more than {crisis_check_days} "
        "days. They may have changed: if one does not answer, call another."
    ).format(crisis_check_days=CRISIS_CHECK_DAYS)
