"""What a pack must hold beyond its types, so that every screen and every sum can rely on it."""

from collections.abc import Callable, Iterator
from typing import Final

from decision_aid.base.errors import Problem
from decision_aid.content.nodes import Node, place_of
from decision_aid.content.references import Fault, dangling_ids, ids_of, later_ones, repeated_ids
from decision_aid.content.standing_checks import (
    anchors,
    dealbreaker_levels,
    missing_standings,
    standing_levels,
    standing_sources,
)
from decision_aid.content.wording import did_you_mean, quote, told
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
    return told(
        place_of(tree, path).problem(text) for check in CHECKS for path, text in check(pack)
    )


def _option_count(pack: Pack) -> Iterator[Fault]:
    if not 2 <= len(pack.options) <= MOST_OPTIONS:
        yield ("options",), f"A pack has 2 to {MOST_OPTIONS} options."


def _status_quo(pack: Pack) -> Iterator[Fault]:
    count = sum(option.status_quo for option in pack.options)
    if count != 1:
        yield ("options",), f"Exactly one option has status_quo: true; here {count} have."


def _cells(pack: Pack) -> Iterator[Fault]:
    questions = ids_of(pack, "questions")
    for place, option in enumerate(pack.options):
        answered = {cell.id for cell in option.cells}
        for question in questions:
            if question not in answered:
                without = f"The option {quote(option.id)} has no cell for {quote(question)}."
                yield ("options", place, "cells"), without


def _facts(pack: Pack) -> Iterator[Fault]:
    known = known_facts(pack)
    for place, rule in enumerate(pack.rules):
        for group_place, group in enumerate(rule.when):
            for number, fact in enumerate(group):
                if fact not in known:
                    near = did_you_mean(fact, sorted(known))
                    path = ("rules", place, "when", group_place, number)
                    yield path, f"No person can have the fact {quote(fact)}.{near}"


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
    for place, name in named:
        if name != name.strip() or not name:
            said = "is empty or has a blank at an end, so nobody can type it"
            yield ("medicines", place), f"The name {quote(name)} {said}."
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
    missing_standings,
    standing_levels,
    dealbreaker_levels,
    standing_sources,
    anchors,
    _facts,
    _gates,
    _arms,
    _medicine_names,
    _right_choices,
    _dates,
    _widening,
)
"""Every check, in the order of reading."""
