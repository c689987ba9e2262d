"""What a pack must hold beyond its types, so that every screen and every sum can rely on it."""

from collections.abc import Callable, Iterator
from typing import Final

from decision_aid.base.errors import Problem
from decision_aid.base.language import _, ngettext
from decision_aid.content.codes import LoadCode
from decision_aid.content.nodes import FOLDER_NAME, Node, TreePath, place_of
from decision_aid.content.references import Fault, dangling_ids, ids_of, later_ones, repeated_ids
from decision_aid.content.standing_checks import (
    anchors,
    dealbreaker_levels,
    missing_standings,
    standing_levels,
    standing_sources,
)
from decision_aid.content.wording import near, quote, told
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Reading, Study
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
        place_of(tree, path).problem(text, code)
        for code, check in CHECKS
        for path, text in check(pack)
    )


def _pack_id(pack: Pack) -> Iterator[Fault]:
    if not FOLDER_NAME.fullmatch(pack.id):
        yield (
            ("id",),
            _("The id of a pack is the name of a folder: small letters, digits, - and _."),
        )


def _option_count(pack: Pack) -> Iterator[Fault]:
    if not 2 <= len(pack.options) <= MOST_OPTIONS:
        yield (
            ("options",),
            _("A pack has 2 to {most} options.").format(most=MOST_OPTIONS),
        )


def _status_quo(pack: Pack) -> Iterator[Fault]:
    count = sum(option.status_quo for option in pack.options)
    if count != 1:
        sentence = ngettext(
            "Exactly one option has status_quo: true; here {count} has.",
            "Exactly one option has status_quo: true; here {count} have.",
            count,
        )
        yield ("options",), sentence.format(count=count)


def _cells(pack: Pack) -> Iterator[Fault]:
    questions = ids_of(pack, "questions")
    for place, option in enumerate(pack.options):
        answered = {cell.id for cell in option.cells}
        for question in questions:
            if question not in answered:
                without = _("The option {id} has no cell for {question}.").format(
                    id=quote(option.id), question=quote(question)
                )
                yield ("options", place, "cells"), without


def _facts(pack: Pack) -> Iterator[Fault]:
    known = known_facts(pack)
    for place, rule in enumerate(pack.rules):
        for group_place, group in enumerate(rule.when):
            for number, fact in enumerate(group):
                if fact not in known:
                    path = ("rules", place, "when", group_place, number)
                    sentence = _("No person can have the fact {fact}.").format(fact=quote(fact))
                    yield path, near(sentence, fact, sorted(known))


def _gates_without_source(pack: Pack) -> Iterator[Fault]:
    for place, rule in enumerate(pack.rules):
        if rule.severity == "gate" and not rule.sources:
            yield ("rules", place), _("The gate {id} has no source.").format(id=quote(rule.id))


def _gates_without_option(pack: Pack) -> Iterator[Fault]:
    for place, rule in enumerate(pack.rules):
        if rule.severity == "gate" and not rule.options:
            yield (
                ("rules", place),
                _("The gate {id} names no option to shut.").format(id=quote(rule.id)),
            )


def _missing_arms(pack: Pack) -> Iterator[Fault]:
    for path, study, reading in _readings(pack):
        if study.design != "one_group" and reading.comparison is None:
            yield path, _("The study compared two groups, so the reading needs its comparison.")


def _extra_arms(pack: Pack) -> Iterator[Fault]:
    for path, study, reading in _readings(pack):
        if study.design == "one_group" and reading.comparison is not None:
            yield path, _("The study had one group, so the reading has no comparison.")


def _readings(pack: Pack) -> Iterator[tuple[TreePath, Study, Reading]]:
    studies = {study.id: study for study in pack.studies}
    for place, figure in enumerate(pack.figures):
        for number, reading in enumerate(figure.readings):
            if figure.study in studies:
                yield ("figures", place, "readings", number), studies[figure.study], reading


def _blank_names(pack: Pack) -> Iterator[Fault]:
    for place, name in _medicine_names(pack):
        if name != name.strip() or not name:
            said = _("The name {name} is empty or has a blank at an end, so nobody can type it.")
            yield ("medicines", place), said.format(name=quote(name))


def _medicine_names(pack: Pack) -> list[tuple[int, str]]:
    return [
        (place, name.casefold())
        for place, medicine in enumerate(pack.medicines)
        for name in dict.fromkeys((medicine.id, *medicine.brands))
    ]


def _repeated_names(pack: Pack) -> Iterator[Fault]:
    named = _medicine_names(pack)
    for again in later_ones([name for _place, name in named]):
        place, name = named[again]
        yield (
            ("medicines", place),
            _("The name {name} already stands for a medicine.").format(name=quote(name)),
        )


def _right_choices(pack: Pack) -> Iterator[Fault]:
    for place, asked in enumerate(pack.teach_backs):
        if sum(choice.right for choice in asked.choices) != 1:
            yield (
                ("teach_backs", place, "choices"),
                _("Exactly one choice of {id} has right: true.").format(id=quote(asked.id)),
            )


def _dates(pack: Pack) -> Iterator[Fault]:
    if pack.provenance.next_review <= pack.provenance.published:
        yield (
            ("provenance", "next_review"),
            _("The next review comes after the day of publication."),
        )


def _widening(pack: Pack) -> Iterator[Fault]:
    factors = pack.weighing.widening
    steps = (1, factors.high, factors.moderate, factors.low, factors.very_low)
    if list(steps) != sorted(steps):
        yield (
            ("weighing", "widening"),
            _("Widening factors are 1 or more and never fall from high to very_low."),
        )


CHECKS: Final[tuple[tuple[LoadCode, Callable[[Pack], Iterator[Fault]]], ...]] = (
    ("wrong_name", _pack_id),
    ("unknown_id", dangling_ids),
    ("repeated_id", repeated_ids),
    ("option_count", _option_count),
    ("status_quo_count", _status_quo),
    ("missing_cell", _cells),
    ("missing_standing", missing_standings),
    ("unknown_level", standing_levels),
    ("unknown_level", dealbreaker_levels),
    ("standing_without_source", standing_sources),
    ("off_scale", anchors),
    ("unknown_fact", _facts),
    ("gate_without_source", _gates_without_source),
    ("gate_without_option", _gates_without_option),
    ("missing_arm", _missing_arms),
    ("extra_arm", _extra_arms),
    ("blank_name", _blank_names),
    ("repeated_name", _repeated_names),
    ("right_choice_count", _right_choices),
    ("review_before_publication", _dates),
    ("falling_widening", _widening),
)
"""Every check with its code, in the order of reading."""
