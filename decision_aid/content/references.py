"""What points where: everything in a pack that names something else names what there is."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from decision_aid.base.errors import Problem
from decision_aid.content.nodes import Node, Path, place_of, quote
from decision_aid.content.texts import did_you_mean
from decision_aid.domain.pack import Pack

Pointer = tuple[str, str]
"""A pattern of where ids stand, and the list of the pack they must stand in."""

PACK_POINTERS: Final[tuple[Pointer, ...]] = (
    ("options.*.headline_figures.*", "figures"),
    ("options.*.cells.*.id", "questions"),
    ("options.*.cells.*.figures.*", "figures"),
    ("options.*.cells.*.sources.*", "sources"),
    ("questions.*.criteria.*", "criteria"),
    ("criteria.*.overlaps_with.*", "criteria"),
    ("criteria.*.only_with_class.*", "medicine_classes"),
    ("criteria.*.standings.*.id", "options"),
    ("criteria.*.standings.*.sources.*", "sources"),
    ("dealbreakers.*.criterion", "criteria"),
    ("studies.*.sources.*", "sources"),
    ("figures.*.study", "studies"),
    ("medicines.*.classes.*", "medicine_classes"),
    ("rules.*.options.*", "options"),
    ("rules.*.sources.*", "sources"),
    ("cards.*.sources.*", "sources"),
    ("teach_backs.*.card", "cards"),
    ("suggestions.*.options.*", "options"),
    ("call_reasons.*.options.*", "options"),
)


def reference_problems(pack: Pack, tree: Node) -> tuple[Problem, ...]:
    """Every reference of a pack that leads nowhere.

    Args:
        pack: The pack.
        tree: The tree it was validated from.
    """
    return tuple(
        place_of(tree, path).problem(sentence)
        for path, sentence in dangling(pack, PACK_POINTERS, pack)
    )


def dangling(thing: object, pointers: Iterable[Pointer], pack: Pack) -> Iterator[tuple[Path, str]]:
    """Ids that stand in a thing and name nothing in a pack, each with its path and a sentence."""
    for pattern, kind in pointers:
        known = [one.id for one in getattr(pack, kind)]
        for path, value in matches(thing, pattern):
            if value not in known:
                yield path, f"No {kind} has the id {quote(value)}.{did_you_mean(value, known)}"


def matches(thing: object, pattern: str) -> Iterator[tuple[Path, Any]]:
    """Every value that a pattern of field names and `*` (any entry) leads to, with its path."""
    found: list[tuple[tuple[str | int, ...], Any]] = [((), thing)]
    for step in pattern.split("."):
        if step == "*":
            found = [
                ((*path, place), entry)
                for path, value in found
                for place, entry in enumerate(value)
            ]
        else:
            found = [((*path, step), getattr(value, step)) for path, value in found]
    yield from found
