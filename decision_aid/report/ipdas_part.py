"""How the aid measures up: every item of IPDASi v4.0 with its verdict and its proof."""

from collections.abc import Sequence
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.ipdas.assessment import (
    STANDARD,
    VERDICT_WORDS,
    assess,
    not_applicable,
    self_assessed,
    tallies,
)
from decision_aid.domain.ipdas.item import Group, Judged
from decision_aid.report.document import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Part,
    Table,
)
from decision_aid.workspace.clinic_words import review_sentence
from decision_aid.workspace.snapshot import Snapshot

_ITEMS: Final[dict[Group, str]] = {
    "qualifying": N_("Qualifying items"),
    "certifying": N_("Certifying items"),
    "quality": N_("Quality items"),
}


def ipdas_part(snapshot: Snapshot) -> Part:
    """The self-assessment of the pack: what it is, the counts, and every item."""
    judged = assess(snapshot.pack)
    groups = (block for group in _ITEMS for block in _group(group, judged))
    return Part(
        id="ipdas",
        title=_("How this aid measures up"),
        subtitle=_("{standard}, self-assessed").format(standard=STANDARD),
        blocks=(
            Paragraph(self_assessed(), "strong"),
            Paragraph(review_sentence(snapshot)),
            Bullets(tuple(map(str, tallies(judged)))),
            *groups,
            Paragraph(not_applicable(), "quiet"),
        ),
    )


def _group(group: Group, judged: Sequence[Judged]) -> tuple[Block, ...]:
    rows = tuple(
        (one.id, one.words, _(VERDICT_WORDS[one.verdict]), one.proof)
        for one in judged
        if one.group == group
    )
    columns = (
        Column(_("Item"), 0.55),
        Column(_("What it asks for"), 1.7),
        Column(_("Verdict"), 0.75),
        Column(_("Where to see it, or what is needed"), 3.2),
    )
    return Heading(_(_ITEMS[group])), Table(columns=columns, rows=rows, dense=True)
