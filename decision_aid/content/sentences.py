"""Sentences of our own for what pydantic finds wrong."""

import re
from dataclasses import dataclass, fields
from typing import Any, Final

from decision_aid.base.errors import Problem
from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import or_words
from decision_aid.content.codes import LoadCode
from decision_aid.content.nodes import (
    Mapping,
    Node,
    Text,
    TreePath,
    entry_id,
    place_of,
    text_place,
    walk,
)
from decision_aid.content.shape import dataclass_at, is_text
from decision_aid.content.wording import near, quote, short

_EXPECTED: Final = {
    "int_parsing": N_("a whole number"),
    "int_from_float": N_("a whole number"),
    "int_parsing_size": N_("a whole number"),
    "float_parsing": N_("a number"),
    "finite_number": N_("a finite number"),
    "bool_parsing": N_("yes or no"),
    "date_from_datetime_parsing": N_("a date such as 2026-11-23"),
    "date_from_datetime_inexact": N_("a date such as 2026-11-23"),
    "date_parsing": N_("a date such as 2026-11-23"),
    "string_type": N_("a text"),
    "int_type": N_("a whole number"),
    "float_type": N_("a number"),
    "bool_type": N_("yes or no"),
    "date_type": N_("a date such as 2026-11-23"),
    "tuple_type": N_("a list"),
    "dataclass_type": N_("a mapping with keys and values"),
}
"""What should stand there, for each type of pydantic's errors."""

_CHOICE: Final = re.compile(r"'([^']*)'")
"""One of the words that pydantic says are allowed."""

_RULES: Final[dict[str, LoadCode]] = {
    "Frequency": "count_over_total",
    "Events": "count_over_total",
    "Arm": "odd_arm",
    "Interval": "odd_arm",
    "Scale": "odd_scale",
    "PluralForms": "odd_scale",
    "Criterion": "odd_scale",
    "Standing": "odd_standing",
    "Range": "odd_standing",
    "Estimate": "odd_standing",
    "Unknown": "odd_standing",
    "Figure": "odd_figure",
    "Rule": "rule_without_fact",
}
"""The code of a dataclass's own rule, where it has one of its own."""


@dataclass(frozen=True)
class Violation:
    """One error of validation.

    Attributes:
        type: Pydantic's name for it.
        path: Where it is; below a union it goes on with the names of the union's types.
        context: What pydantic adds to it.
    """

    type: str
    path: tuple[str | int, ...]
    context: dict[str, Any]


@dataclass(frozen=True)
class Wording:
    """How problems speak of the file.

    Attributes:
        quotes: Whether short values and ids may be quoted: of a pack yes, of a person never.
        texts: The text file, named where a text is missing; None where there is none.
    """

    quotes: bool
    texts: Mapping | None = None


def problem_of(
    kind: type, tree: Node, path: TreePath, violations: list[Violation], wording: Wording
) -> Problem:
    """The problem that the errors on one node are.

    Args:
        kind: The dataclass of the whole tree.
        tree: The tree.
        path: Where the errors are.
        violations: The errors, more than one where the node may be of several types.
        wording: How to speak of it.
    """
    code: LoadCode
    match violations[0].type:
        case "missing":
            return _missing(kind, tree, path, wording)
        case "unexpected_keyword_argument":
            code, sentence = "unknown_key", _unknown_key(kind, tree, path, wording)
        case "value_error":
            sentence = _rule_broken(tree, path, violations[0], wording)
            code = _rule_code(kind, path)
        case _:
            sentence = _wrong_value(tree, path, violations, wording)
            code = _value_code(violations[0])
    return place_of(tree, path).problem(sentence, code)


def _missing(kind: type, tree: Node, path: TreePath, wording: Wording) -> Problem:
    owner, name = dataclass_at(kind, path[:-1]), str(path[-1])
    where = spoken(tree, path[:-1], wording)
    if wording.texts and owner and is_text(owner, name):
        place = text_place(tree, wording.texts, path)
        told = (
            _("The text {name} is missing in {where}; add it to {file}.")
            if where
            else _("The text {name} is missing; add it to {file}.")
        )
        sentence = told.format(name=quote(name), where=where, file=place.file)
        return place.problem(sentence, "missing_text")
    told = _("{name} is missing in {where}.") if where else _("{name} is missing.")
    sentence = told.format(name=quote(name), where=where)
    return place_of(tree, path).problem(sentence, "missing_key")


def _unknown_key(kind: type, tree: Node, path: TreePath, wording: Wording) -> str:
    owner, name = dataclass_at(kind, path[:-1]), str(path[-1])
    known = [field.name for field in fields(owner)] if owner else []
    where = spoken(tree, path[:-1], wording)
    if wording.quotes:
        told = (
            _("{where} does not have the key {name}.")
            if where
            else _("This file does not have the key {name}.")
        )
    else:
        told = (
            _("{where} does not have this key.")
            if where
            else _("This file does not have this key.")
        )
    return near(told.format(where=where, name=quote(name)), name, known)


def _rule_broken(tree: Node, path: TreePath, violation: Violation, wording: Wording) -> str:
    where, rule = spoken(tree, path, wording), str(violation.context["error"])
    # Translators: {rule} is a clause such as "a criterion is rated once".
    told = _("{where}: {rule}.") if where else _("This file: {rule}.")
    return told.format(where=where, rule=rule)


def _rule_code(kind: type, path: TreePath) -> LoadCode:
    owner = dataclass_at(kind, path)
    return _RULES.get(owner.__name__, "out_of_range") if owner else "out_of_range"


def _value_code(violation: Violation) -> LoadCode:
    match violation.type:
        case "literal_error":
            return "unknown_word"
        case "finite_number":
            return "out_of_range"
        case _:
            return "wrong_type"


def _wrong_value(tree: Node, path: TreePath, violations: list[Violation], wording: Wording) -> str:
    expected = or_words(dict.fromkeys(one for each in violations for one in _expected(each)))
    where = spoken(tree, path, wording)
    *_before, (_key, node) = walk(tree, path) if path else [("", tree)]
    if wording.quotes and isinstance(node, Text) and node.value:
        told = (
            _("{where} should be {expected}, not {value}.")
            if where
            else _("The file should be {expected}, not {value}.")
        )
        return told.format(where=where, expected=expected, value=quote(node.value))
    # Translators: {expected} is such as "a whole number", or a list of choices.
    told = _("{where} should be {expected}.") if where else _("The file should be {expected}.")
    return told.format(where=where, expected=expected)


def _expected(violation: Violation) -> tuple[str, ...]:
    if violation.type == "literal_error":
        return tuple(f'"{one}"' for one in _CHOICE.findall(violation.context["expected"]))
    return (_(_EXPECTED[violation.type]) if violation.type in _EXPECTED else _("something else"),)


def spoken(tree: Node, path: TreePath, wording: Wording) -> str:
    """A path in words, such as `options / pill / cells / what`, with ids in place of numbers.

    Args:
        tree: The tree it leads through.
        path: The path.
        wording: Whether ids may be told; entries are counted from 1 otherwise.
    """
    nodes = [node for _step, node in walk(tree, path)]
    names = []
    for step, node in zip(path, nodes, strict=False):
        named = entry_id(node) if wording.quotes and isinstance(step, int) else None
        entry = _("entry {number}").format(number=step + 1) if isinstance(step, int) else step
        names.append(short(named) if named else entry)
    return " / ".join(names)
