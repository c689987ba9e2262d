"""Checks on how a pack hangs together: what is there and used by nothing."""

from collections.abc import Iterator
from typing import Final

from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.nodes import place_of
from decision_aid.content.references import PACK_POINTERS, ids_of, matches
from decision_aid.content.wording import quote


def _unused_sources(checked: Checked) -> Iterator[Found]:
    yield from _unused(checked, "sources")


def _unused_figures(checked: Checked) -> Iterator[Found]:
    yield from _unused(checked, "figures")


def _unused(checked: Checked, kind: str) -> Iterator[Found]:
    pack, tree = checked.read.pack, checked.read.tree
    patterns = [pattern for pattern, target in PACK_POINTERS if target == kind]
    used = {value for pattern in patterns for _, value in matches(pack, pattern)}
    for number, name in enumerate(ids_of(pack, kind)):
        if name not in used:
            sentence = f"Nothing uses {quote(name)} of {kind}. Use it or take it out."
            yield place_of(tree, (kind, number)), sentence


CHECKS: Final = (
    Check("unused_source", "warning", _unused_sources),
    Check("unused_figure", "warning", _unused_figures),
)
