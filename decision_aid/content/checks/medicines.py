"""Checks on medicines: what a line names is looked at by every rule it should be."""

from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import _
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.references import later_ones
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
                told = _("{id} holds {part}, which is {medicine_class}. Give it that class, too.")
                yield (
                    checked.place("medicines", number),
                    told.format(
                        id=quote(medicine.id), part=quote(part.id), medicine_class=quote(lacking)
                    ),
                )


def _idle_medicine(checked: Checked) -> Iterator[Found]:
    """No rule looks at a medicine without a class, although its name is known."""
    for number, medicine in enumerate(checked.pack.medicines):
        if not medicine.classes:
            sentence = _("{id} has no class, so no rule looks at it. Give it one.").format(
                id=quote(medicine.id)
            )
            yield checked.place("medicines", number), sentence


def _repeated_route(checked: Checked) -> Iterator[Found]:
    """Of two answers on one way to take it, the second is never looked at."""
    for number, medicine in enumerate(checked.pack.medicines):
        for place in later_ones([one.route for one in medicine.by_route]):
            told = _("{id} says twice what it is by {route}. Make them one.").format(
                id=quote(medicine.id), route=medicine.by_route[place].route
            )
            yield checked.place("medicines", number, "by_route", place), told


def _idle_route(checked: Checked) -> Iterator[Found]:
    """People are asked how they take it, and nothing follows from the answer."""
    for number, medicine in enumerate(checked.pack.medicines):
        own = {*medicine.classes}
        if medicine.by_route and all({*one.classes} == own for one in medicine.by_route):
            told = _("{id} is the same by every route. Take by_route out.").format(
                id=quote(medicine.id)
            )
            yield checked.place("medicines", number, "by_route"), told


def _stray_brand(checked: Checked) -> Iterator[Found]:
    """Nobody finds a brand that stands with a route alone, and one with two routes says neither."""
    for number, medicine in enumerate(checked.pack.medicines):
        named = set(medicine.brands)
        for place, way in enumerate(medicine.by_route):
            for brand in way.brands:
                if brand not in named:
                    told = _("{brand} is no brand of {id}, or stands here twice.").format(
                        brand=quote(brand), id=quote(medicine.id)
                    )
                    yield checked.place("medicines", number, "by_route", place), told
                named.discard(brand)


def _idle_washout(checked: Checked) -> Iterator[Found]:
    """A washout that cannot matter looks like a guard and is none."""
    pack = checked.pack
    asked = {fact for rule in pack.rules for group in rule.when for fact in group}
    there = {name for one in pack.medicines for name in classes_of(one)}
    for number, one in enumerate(pack.washouts):
        if f"condition:{one.condition}" not in asked:
            told = _("No rule asks for {condition}, so this washout never matters.").format(
                condition=quote(one.condition)
            )
            yield checked.place("washouts", number, "condition"), told
        if not one.medicines and there.isdisjoint(one.classes):
            told = _("No medicine of the pack has the washout {id}. Name one or a class.").format(
                id=quote(one.id)
            )
            yield checked.place("washouts", number), told


def _washout_without_source(checked: Checked) -> Iterator[Found]:
    """How long a medicine acts can neither be weighed nor brought up to date without it."""
    for number, one in enumerate(checked.pack.washouts):
        if not one.sources:
            yield (
                checked.place("washouts", number),
                _("{id} has no source. Name one.").format(id=quote(one.id)),
            )


def classes_of(medicine: Medicine) -> set[str]:
    """The classes a medicine can have, in whatever way it is taken."""
    return {*medicine.classes, *(name for one in medicine.by_route for name in one.classes)}


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
    Check("repeated_route", "error", _repeated_route),
    Check("idle_route", "error", _idle_route),
    Check("stray_brand", "error", _stray_brand),
    Check("idle_washout", "error", _idle_washout),
    Check("washout_without_source", "error", _washout_without_source),
)
