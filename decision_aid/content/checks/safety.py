"""Checks on what a person in danger needs: numbers to call that are there and still right."""

from collections.abc import Iterator
from typing import Final

from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.nodes import place_of

CRISIS_CHECK_DAYS: Final = 180
"""Crisis numbers change; after so many days they are looked up again."""


def _crisis_unchecked(checked: Checked) -> Iterator[Found]:
    age = (checked.today - checked.read.pack.crisis.checked_on).days
    if age > CRISIS_CHECK_DAYS:
        place = place_of(checked.read.tree, ("crisis", "checked_on"))
        yield place, f"The crisis numbers were checked {age} days ago. Look them up again."


CHECKS: Final = (Check("crisis_unchecked", "error", _crisis_unchecked),)
