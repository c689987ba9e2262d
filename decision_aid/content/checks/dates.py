"""Checks on dates: content that nobody has looked at for long."""

from collections.abc import Iterator
from typing import Final

from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.nodes import place_of


def _review_overdue(checked: Checked) -> Iterator[Found]:
    due = checked.read.pack.provenance.next_review
    if due < checked.today:
        place = place_of(checked.read.tree, ("provenance", "next_review"))
        yield place, f"The review was due on {due.isoformat()}. Review it, and set the next date."


CHECKS: Final = (Check("review_overdue", "warning", _review_overdue),)
