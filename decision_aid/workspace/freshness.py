"""What is said where content was not looked at again in time, alike on screen and on paper."""

from datetime import date

from decision_aid.domain.pack import Provenance


def overdue_sentence(provenance: Provenance, on: date) -> str:
    """That the content was due for review; "" up to that very day.

    Args:
        provenance: The pack's own facts.
        on: The day to measure from.
    """
    due = provenance.next_review
    if due >= on:
        return ""
    return f"This content was due for review on {due}. Newer evidence or warnings may be missing."
