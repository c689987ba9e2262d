"""Checks on how options stand on criteria: each number can be argued with."""

import re
from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import _
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.checks.placeholders import says_nothing
from decision_aid.content.wording import quote
from decision_aid.domain.criteria import Criterion, Standing
from decision_aid.domain.safety import dealbreaker_hits

FEWEST_WORDS: Final = 5
"""Fewer words name a source at best, and never how it was read."""

_RECORD: Final = re.compile(r"\[[^\[\]]{0,200}\w-\w[^\[\]]{0,200}\]")
"""Ids of records of the evidence in brackets: "[KET-EFF-01, cbt-dropout-2015]"."""


def _derived_by_missing(checked: Checked) -> Iterator[Found]:
    """Whoever doubts a standing wants to know how it was read from its sources."""
    for path, _criterion, standing in _standings(checked):
        words = len(standing.derived_by.split())
        if says_nothing(standing.derived_by) or words < FEWEST_WORDS:
            sentence = _("Say in some words how the standing of {id} was derived.").format(
                id=quote(standing.id)
            )
            yield checked.place(*path, "derived_by"), sentence


def _standing_without_record(checked: Checked) -> Iterator[Found]:
    """A number in the weighing names the record it was read from, or it is a guess and says so."""
    for path, _criterion, standing in _standings(checked):
        guess = standing.certainty in ("low", "very_low")
        if standing.central is not None and not guess and not _RECORD.search(standing.derived_by):
            # Translators: ids of records stand in brackets, such as [KET-EFF-01].
            sentence = _(
                "{id} has numbers of more than low certainty here. Name their record in "
                "[brackets], or lower the certainty."
            ).format(id=quote(standing.id))
            yield checked.place(*path, "derived_by"), sentence


def _standings(checked: Checked) -> Iterator[tuple[tuple[str | int, ...], Criterion, Standing]]:
    for number, criterion in enumerate(checked.pack.criteria):
        for place, standing in enumerate(criterion.standings):
            yield ("criteria", number, "standings", place), criterion, standing


def _idle_dealbreaker(checked: Checked) -> Iterator[Found]:
    """A dealbreaker that rules out nothing, or everything, leaves the choice as it was."""
    pack = checked.pack
    for number, dealbreaker in enumerate(pack.dealbreakers):
        out = sum(dealbreaker_hits(pack, dealbreaker, option) for option in pack.options)
        if out in (0, len(pack.options)):
            sentence = (
                _("{id} rules out every option. Take it out or change its level.")
                if out
                else _("{id} rules out no option. Take it out or change its level.")
            )
            yield checked.place("dealbreakers", number), sentence.format(id=quote(dealbreaker.id))


CHECKS: Final = (
    Check("derived_by_missing", "error", _derived_by_missing),
    Check("standing_without_record", "error", _standing_without_record),
    Check("idle_dealbreaker", "warning", _idle_dealbreaker),
)
