"""What a pack must hold beyond its types, so that every screen and every sum can rely on it."""

from collections.abc import Callable, Iterator
from typing import Final

from decision_aid.base.errors import Problem
from decision_aid.content.nodes import Node, place_of, quote
from decision_aid.content.references import Fault, dangling_ids, ids_of, later_ones, repeated_ids
from decision_aid.content.texts import did_you_mean
from decision_aid.domain.criteria import Criterion, Scale, Standing
from decision_aid.domain.pack import Pack
from decision_aid.domain.safety import known_facts

MOST_OPTIONS: Final = 26
"""Options go by the letters A to Z."""


def pack_problems(pack: Pack, tree: Node) -> tuple[Problem, ...]:
    """Everything that does not fit together in a pack.

    Args:
        pack: The pack.
        tree: The tree it was validated from.
    """
    found = (place_of(tree, path).problem(text) for check in CHECKS for path, text in check(pack))
    return tuple(sorted(found, key=lambda problem: (problem.file, problem.line)))


def _option_count(pack: Pack) -> Iterator[Fault]:
    if not 2 <= len(pack.options) <= MOST_OPTIONS:
        yield ("options",), f"A pack has 2 to {MOST_OPTIONS} options."


def _status_quo(pack: Pack) -> Iterator[Fault]:
    count = sum(option.status_quo for option in pack.options)
    if count != 1:
        yield ("options",), f"Exactly one option has status_quo: true; here {count} have."


def _cells(pack: Pack) -> Iterator[Fault]:
    for place, option in enumerate(pack.options):
        answered = {cell.id for cell in option.cells}
        for question in ids_of(pack, "questions"):
            if question not in answered:
                without = f"The option {quote(option.id)} has no cell for {quote(question)}."
                yield ("options", place, "cells"), without


def _standings(pack: Pack) -> Iterator[Fault]:
    for place, criterion in enumerate(pack.criteria):
        rated = {standing.id for standing in criterion.standings}
        for option in ids_of(pack, "options"):
            if option not in rated:
                without = f"{quote(criterion.id)} has no standing for the option {quote(option)}."
                yield ("criteria", place, "standings"), without


def _each_standing(pack: Pack) -> Iterator[tuple[tuple[str | int, ...], Criterion, Standing]]:
    for place, criterion in enumerate(pack.criteria):
        for number, standing in enumerate(criterion.standings):
            yield ("criteria", place, "standings", number), criterion, standing


def _standing_levels(pack: Pack) -> Iterator[Fault]:
    for path, criterion, standing in _each_standing(pack):
        levels = [step.id for step in criterion.levels]
        if standing.level is not None and standing.level not in levels:
            yield (*path, "level"), _no_level(criterion, standing.level)


def _dealbreaker_levels(pack: Pack) -> Iterator[Fault]:
    criteria = {criterion.id: criterion for criterion in pack.criteria}
    for place, dealbreaker in enumerate(pack.dealbreakers):
        criterion = criteria.get(dealbreaker.criterion)
        if criterion and dealbreaker.level not in {step.id for step in criterion.levels}:
            yield ("dealbreakers", place, "level"), _no_level(criterion, dealbreaker.level)


def _no_level(criterion: Criterion, level: str) -> str:
    levels = [step.id for step in criterion.levels]
    return (
        f"The criterion {quote(criterion.id)} has no level {quote(level)}."
        f"{did_you_mean(level, levels)}"
    )


def _standing_sources(pack: Pack) -> Iterator[Fault]:
    for path, _, standing in _each_standing(pack):
        if standing.unknown is None and not standing.sources:
            yield path, f"The standing of {quote(standing.id)} has no source; only unknown may."


def _anchors(pack: Pack) -> Iterator[Fault]:
    for path, criterion, standing in _each_standing(pack):
        if criterion.scale is None:
            if standing.unknown is not None and standing.unknown.low is not None:
                without = "On levels, unknown has no low and high: write unknown: {}."
                yield (*path, "unknown"), without
            continue
        low, high = sorted((criterion.scale.worst, criterion.scale.best))
        if any(not low <= end <= high for end in _ends(standing)):
            yield (*path, _form(standing)), _outside(standing, criterion.scale)


def _outside(standing: Standing, scale: Scale) -> str:
    return (
        f"The standing of {quote(standing.id)} leaves the scale, "
        f"which runs from {scale.worst:g} to {scale.best:g}."
    )


def _form(standing: Standing) -> str:
    forms = ("range", "estimate", "events", "unknown", "level")
    return next(form for form in forms if getattr(standing, form) is not None)


def _ends(standing: Standing) -> Iterator[float]:
    """The numbers of a standing that must lie on its scale, in natural units."""
    if standing.range is not None:
        yield from (standing.range.low, standing.range.high)
    if standing.estimate is not None:
        yield standing.estimate.mean
    if standing.unknown is not None and standing.unknown.low is not None:
        yield standing.unknown.low
        yield standing.unknown.low if standing.unknown.high is None else standing.unknown.high
    if standing.events is not None:
        against = standing.events.against
        share = 100 * standing.events.count / standing.events.of
        yield share - (100 * against.count / against.of if against else 0)


def _facts(pack: Pack) -> Iterator[Fault]:
    known = known_facts(pack)
    for place, rule in enumerate(pack.rules):
        for group_place, group in enumerate(rule.when):
            for number, fact in enumerate(group):
                if fact not in known:
                    path = ("rules", place, "when", group_place, number)
                    yield (
                        path,
                        f"No person can have the fact {quote(fact)}.{did_you_mean(fact, known)}",
                    )


def _gates(pack: Pack) -> Iterator[Fault]:
    for place, rule in enumerate(pack.rules):
        if rule.severity != "gate":
            continue
        if not rule.sources:
            yield ("rules", place), f"The gate {quote(rule.id)} has no source."
        if not rule.options:
            yield ("rules", place), f"The gate {quote(rule.id)} names no option to shut."


def _arms(pack: Pack) -> Iterator[Fault]:
    one_group = {study.id: study.design == "one_group" for study in pack.studies}
    for place, figure in enumerate(pack.figures):
        for number, reading in enumerate(figure.readings):
            path = ("figures", place, "readings", number)
            if figure.study in one_group and one_group[figure.study] != (
                reading.comparison is None
            ):
                yield path, _arm_sentence(one_group=one_group[figure.study])


def _arm_sentence(*, one_group: bool) -> str:
    if one_group:
        return "The study had one group, so the reading has no comparison."
    return "The study compared two groups, so the reading needs its comparison."


def _medicine_names(pack: Pack) -> Iterator[Fault]:
    named = [
        (place, name.casefold())
        for place, medicine in enumerate(pack.medicines)
        for name in dict.fromkeys((medicine.id, *medicine.brands))
    ]
    for again in later_ones([name for _, name in named]):
        place, name = named[again]
        yield ("medicines", place), f"The name {quote(name)} already stands for a medicine."


def _right_choices(pack: Pack) -> Iterator[Fault]:
    for place, asked in enumerate(pack.teach_backs):
        if sum(choice.right for choice in asked.choices) != 1:
            yield (
                ("teach_backs", place, "choices"),
                f"Exactly one choice of {quote(asked.id)} has right: true.",
            )


def _dates(pack: Pack) -> Iterator[Fault]:
    if pack.provenance.next_review <= pack.provenance.published:
        yield ("provenance", "next_review"), "The next review comes after the day of publication."


def _widening(pack: Pack) -> Iterator[Fault]:
    factors = pack.weighing.widening
    steps = (1, factors.high, factors.moderate, factors.low, factors.very_low)
    if list(steps) != sorted(steps):
        yield (
            ("weighing", "widening"),
            "Widening factors are 1 or more and never fall from high to very_low.",
        )


CHECKS: Final[tuple[Callable[[Pack], Iterator[Fault]], ...]] = (
    dangling_ids,
    repeated_ids,
    _option_count,
    _status_quo,
    _cells,
    _standings,
    _standing_levels,
    _dealbreaker_levels,
    _standing_sources,
    _anchors,
    _facts,
    _gates,
    _arms,
    _medicine_names,
    _right_choices,
    _dates,
    _widening,
)
"""Every check, in the order of reading."""
