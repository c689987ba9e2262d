"""The whole self-assessment: every item that applies, judged on one pack."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.ipdas.certifying import CERTIFYING
from decision_aid.domain.ipdas.item import Group, Item, Judged, Verdict
from decision_aid.domain.ipdas.making import MAKING
from decision_aid.domain.ipdas.numbers import NUMBERS
from decision_aid.domain.ipdas.qualifying import QUALIFYING
from decision_aid.domain.pack import Pack

STANDARD: Final = "IPDASi v4.0"
ITEMS: Final[tuple[Item, ...]] = (*QUALIFYING, *CERTIFYING, *NUMBERS, *MAKING)
"""The 35 items that apply to an aid about treatment, in the standard's order."""
NOT_APPLICABLE: Final = (
    *("2.4.1", "2.4.2", "2.4.3", "2.4.4"),
    *("Q24", "Q25", "Q26", "Q27", "Q28"),
)
"""Items about tests for finding an illness; this aid is about treatment."""
VERDICT_WORDS: Final[dict[Verdict, str]] = {
    "met": N_("Met"),
    "partly": N_("Partly met"),
    "not_met": N_("Not met"),
}
GROUP_WORDS: Final[dict[Group, str]] = {
    "qualifying": N_("Qualifying"),
    "certifying": N_("Certifying"),
    "quality": N_("Quality"),
}


@dataclass(frozen=True)
class Tally:
    """How the items of one group came out.

    Attributes:
        group: The group.
        met: Items met.
        partly: Items met in part.
        not_met: Items not met.
    """

    group: Group
    met: int
    partly: int
    not_met: int

    @property
    def of(self) -> int:
        """How many items there are."""
        return self.met + self.partly + self.not_met

    def __str__(self) -> str:
        return self._told().format(
            group=_(GROUP_WORDS[self.group]),
            met=self.met,
            all=self.of,
            partly=self.partly,
            not_met=self.not_met,
        )

    def _told(self) -> str:
        if self.partly and self.not_met:
            return _("{group}: {met} of {all} met, {partly} partly met, {not_met} not met")
        if self.partly:
            return _("{group}: {met} of {all} met, {partly} partly met")
        if self.not_met:
            return _("{group}: {met} of {all} met, {not_met} not met")
        return _("{group}: {met} of {all} met")


def self_assessed() -> str:
    """Who assessed it, and that nobody certified it."""
    return _(
        "Self-assessed against {standard}; no one has certified it. The program worked it out from "
        "its own content and features. The words are ours."
    ).format(standard=STANDARD)


def not_applicable() -> str:
    """Which items do not apply, and why."""
    return _(
        "Not applicable, because they are about tests that look for an illness: {items}."
    ).format(items=", ".join(NOT_APPLICABLE))


def assess(pack: Pack) -> tuple[Judged, ...]:
    """Every item that applies, judged on this pack, in the standard's order.

    It is told in the language spoken now; whoever keeps it asks anew when that is another one.
    """
    return tuple(_judged(item, pack) for item in ITEMS)


def tallies(judged: Iterable[Judged]) -> tuple[Tally, ...]:
    """How each group came out."""
    verdicts = [(one.group, one.verdict) for one in judged]
    return tuple(
        Tally(
            group,
            verdicts.count((group, "met")),
            verdicts.count((group, "partly")),
            verdicts.count((group, "not_met")),
        )
        for group in GROUP_WORDS
    )


def _judged(item: Item, pack: Pack) -> Judged:
    found = item.judge(pack)
    return Judged(item.id, item.group, _(item.words), found.verdict, found.proof)
