"""What points where: everything that names something names what there is, and only one thing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final

from decision_aid.base.language import _
from decision_aid.content.nodes import TreePath
from decision_aid.content.wording import near, quote
from decision_aid.domain.pack import Pack

Pointer = tuple[str, str]
"""A pattern of where ids stand, and the list of the pack they must stand in."""

Fault = tuple[TreePath, str]
"""Where something is wrong in a pack or session, and a sentence on it."""

PACK_POINTERS: Final[tuple[Pointer, ...]] = (
    ("options.*.headline_figures.*", "figures"),
    ("options.*.cells.*.id", "questions"),
    ("options.*.cells.*.figures.*", "figures"),
    ("options.*.cells.*.studies.*", "studies"),
    ("options.*.cells.*.sources.*", "sources"),
    ("questions.*.criteria.*", "criteria"),
    ("criteria.*.only_with_class.*", "medicine_classes"),
    ("criteria.*.standings.*.id", "options"),
    ("criteria.*.standings.*.sources.*", "sources"),
    ("dealbreakers.*.criterion", "criteria"),
    ("studies.*.sources.*", "sources"),
    ("figures.*.study", "studies"),
    ("medicines.*.classes.*", "medicine_classes"),
    ("medicines.*.by_route.*.classes.*", "medicine_classes"),
    ("washouts.*.condition", "conditions"),
    ("washouts.*.classes.*", "medicine_classes"),
    ("washouts.*.medicines.*", "medicines"),
    ("washouts.*.sources.*", "sources"),
    ("rules.*.options.*", "options"),
    ("rules.*.studies.*", "studies"),
    ("rules.*.sources.*", "sources"),
    ("cards.*.studies.*", "studies"),
    ("cards.*.sources.*", "sources"),
    ("teach_backs.*.card", "cards"),
    ("suggestions.*.options.*", "options"),
    ("call_reasons.*.options.*", "options"),
)


def dangling_ids(pack: Pack) -> Iterator[Fault]:
    """Ids in a pack that name nothing in it."""
    for path, value, kind in dangling(pack, PACK_POINTERS, pack):
        known = ids_of(pack, kind)
        sentence = _("Nothing in {list} has the id {id}.").format(list=kind, id=quote(value))
        yield path, near(sentence, value, known)


def dangling(
    thing: object, pointers: Iterable[Pointer], pack: Pack
) -> Iterator[tuple[TreePath, str, str]]:
    """Ids that stand in a thing and name nothing in a pack: path, id, list of the pack.

    Args:
        thing: A pack or a session.
        pointers: Where ids stand in it.
        pack: The pack.
    """
    for pattern, kind in pointers:
        known = set(ids_of(pack, kind))
        for path, value in matches(thing, pattern):
            if value not in known:
                yield path, value, kind


def ids_of(pack: Pack, kind: str) -> list[str]:
    """The ids in one of a pack's lists, such as "options"."""
    return [one.id for one in getattr(pack, kind)]


def matches(thing: object, pattern: str) -> Iterator[tuple[TreePath, Any]]:
    """Every value that a pattern of field names and `*` (any entry) leads to, with its path."""
    found: list[tuple[tuple[str | int, ...], Any]] = [((), thing)]
    for step in pattern.split("."):
        if step == "*":
            found = [((*path, n), one) for path, value in found for n, one in enumerate(value)]
        else:
            found = [((*path, step), getattr(value, step)) for path, value in found]
    yield from found


def repeated_ids(pack: Pack) -> Iterator[Fault]:
    """Entries of a list, anywhere in a pack, that have the id of an earlier one."""
    for path, entries in lists_of(pack):
        ids = [one.id for one in entries if hasattr(one, "id")]
        for place in later_ones(ids):
            yield (
                (*path, place),
                _("The id {id} stands in this list already.").format(id=quote(ids[place])),
            )


def lists_of(
    thing: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[TreePath, tuple[Any, ...]]]:
    """Every list anywhere in a thing, with its path.

    Args:
        thing: A pack or a part of one.
        path: Where it stands.
    """
    if isinstance(thing, tuple):
        yield path, thing
        for place, entry in enumerate(thing):
            yield from lists_of(entry, (*path, place))
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from lists_of(getattr(thing, field.name), (*path, field.name))


def later_ones(names: list[str]) -> list[int]:
    """The places of names that stand earlier in the list already."""
    seen: Counter[str] = Counter()
    again = []
    for place, name in enumerate(names):
        if seen[name]:
            again.append(place)
        seen[name] += 1
    return again
