"""Checks on medicines: what a line names is looked at by every rule it should be."""

from collections.abc import Iterator
from typing import Final

from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.wording import quote
from decision_aid.domain.medicines import words_of
from decision_aid.domain.rules import Medicine


def _part_without_class(checked: Checked) -> Iterator[Found]:
    """A name inside a longer one is not read for itself, so the longer one must carry its classes.

    Without this, two medicines in one pill could slip past the gate of one of them.
    """
    by_name = {words_of(name): one for one in checked.pack.medicines for name in _names(one)}
    for number, medicine in enumerate(checked.pack.medicines):
        for part in dict.fromkeys(_parts(medicine, by_name)):
            for lacking in sorted({*part.classes} - {*medicine.classes}):
                told = f"{quote(medicine.id)} holds {quote(part.id)}, which is {quote(lacking)}."
                yield checked.place("medicines", number), f"{told} Give it that class, too."


def _idle_medicine(checked: Checked) -> Iterator[Found]:
    """No rule looks at a medicine without a class, although its name is known."""
    for number, medicine in enumerate(checked.pack.medicines):
        if not medicine.classes:
            sentence = f"{quote(medicine.id)} has no class, so no rule looks at it. Give it one."
            yield checked.place("medicines", number), sentence


def _names(medicine: Medicine) -> tuple[str, ...]:
    return (medicine.id, *medicine.brands)


def _parts(medicine: Medicine, by_name: dict[tuple[str, ...], Medicine]) -> Iterator[Medicine]:
    """The other medicines whose names stand within a name of this one."""
    for words in map(words_of, _names(medicine)):
        for first in range(len(words)):
            for past in range(first + 1, len(words) + 1):
                other = by_name.get(words[first:past])
                if other is not None and other is not medicine:
                    yield other


CHECKS: Final = (
    Check("part_without_class", "error", _part_without_class),
    Check("idle_medicine", "error", _idle_medicine),
)
