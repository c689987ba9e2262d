"""Checks on how a pack hangs together: what is blank, and what is there and used by nothing."""

import re
from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import _
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.checks.placeholders import SAID_BY_OTHERS
from decision_aid.content.nodes import Mapping, Node, Sequence, Text
from decision_aid.content.references import PACK_POINTERS, ids_of, lists_of, matches
from decision_aid.content.wording import quote

_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")

_FREE_IDS: Final = ("medicines", "contacts")
"""Lists whose ids people read: generic names, numbers to call."""


def _blank_text(checked: Checked) -> Iterator[Found]:
    """A blank text leaves a hole on the screen that nobody can tell from a fault."""
    whole = checked.read.tree
    own = Mapping(
        {key: one for key, one in whole.values.items() if key != "instruments"}, {}, whole.place
    )
    for text in _blanks(own):
        yield (
            text.place,
            _("This text is blank. Write it, or take its key out where none is needed."),
        )


def _blanks(node: Node) -> Iterator[Text]:
    match node:
        case Text() if not (node.value or "").strip():
            yield node
        case Sequence():
            for item in node.items:
                yield from _blanks(item)
        case Mapping():
            for key, value in node.values.items():
                if key not in SAID_BY_OTHERS or not isinstance(value, Text):
                    yield from _blanks(value)


def _odd_ids(checked: Checked) -> Iterator[Found]:
    """Sessions, clinics' files and translations repeat ids; these are safe to write anywhere."""
    for path, entries in lists_of(checked.pack):
        if path and path[-1] in _FREE_IDS:
            continue
        for number, entry in enumerate(entries):
            name = getattr(entry, "id", None)
            if name is not None and not _ID.fullmatch(name):
                sentence = _("The id {name} should have only a to z, 0 to 9, _ and -.").format(
                    name=quote(name)
                )
                yield checked.place(*path, number), sentence


def _unused_sources(checked: Checked) -> Iterator[Found]:
    """A source that nothing rests on makes the evidence look larger than it is."""
    yield from _unused(checked, "sources")


def _unused_figures(checked: Checked) -> Iterator[Found]:
    """Nobody can ever see such a figure."""
    yield from _unused(checked, "figures")


def _unused_studies(checked: Checked) -> Iterator[Found]:
    """Nothing shows or tells what such a study found."""
    yield from _unused(checked, "studies")


def _unused_classes(checked: Checked) -> Iterator[Found]:
    """No medicine is of such a class and nothing asks for it."""
    asked = {fact.partition(":")[2] for fact in _facts(checked)}
    yield from _unused(checked, "medicine_classes", also=asked)


def _unused_conditions(checked: Checked) -> Iterator[Found]:
    """A person is asked about it, and nothing follows from the answer."""
    asked = {fact.partition(":")[2] for fact in _facts(checked) if fact.startswith("condition:")}
    yield from _unused(checked, "conditions", also=asked)


def _facts(checked: Checked) -> Iterator[str]:
    for rule in checked.pack.rules:
        for group in rule.when:
            yield from group


def _unused(checked: Checked, kind: str, also: set[str] | None = None) -> Iterator[Found]:
    patterns = [pattern for pattern, target in PACK_POINTERS if target == kind]
    used = {value for pattern in patterns for _path, value in matches(checked.pack, pattern)}
    for number, name in enumerate(ids_of(checked.pack, kind)):
        if name not in used | (also or set()):
            sentence = _("Nothing uses {name} of {list}. Use it or take it out.").format(
                name=quote(name), list=kind
            )
            yield checked.place(kind, number), sentence


CHECKS: Final = (
    Check("blank_text", "error", _blank_text),
    Check("odd_id", "error", _odd_ids),
    Check("unused_source", "warning", _unused_sources),
    Check("unused_figure", "warning", _unused_figures),
    Check("unused_study", "warning", _unused_studies),
    Check("unused_class", "warning", _unused_classes),
    Check("unused_condition", "warning", _unused_conditions),
)
