"""Which texts of a pack a patient reads, and where: what the reading grade is measured on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from decision_aid.base.language import N_
from decision_aid.content.nodes import TreePath
from decision_aid.content.pack_reading import ReadPack
from decision_aid.content.references import matches
from decision_aid.content.sentences import Wording, spoken

SHOWN: Final = (
    # screen, whose text, its fields in the order of reading
    (N_("Welcome"), "", ("decision",)),
    (N_("Welcome"), "", ("what_it_is",)),
    (N_("Welcome"), "", ("condition",)),
    (N_("Welcome"), "", ("what_it_is_not",)),
    (N_("Welcome"), "", ("not_advice",)),
    (N_("Welcome"), "provenance", ("review_note",)),
    (N_("Welcome"), "provenance", ("update_policy",)),
    (N_("Welcome"), "provenance", ("search_method",)),
    (N_("About you"), "conditions.*", ("text",)),
    (N_("About you"), "rules.*", ("why", "usually")),
    (N_("About you"), "", ("keep_taking",)),
    (N_("Understand"), "", ("natural_course",)),
    (N_("Understand"), "cards.*", ("paragraphs",)),
    (N_("Understand"), "teach_backs.*", ("question", "choices.*.text", "explanation")),
    (N_("Options"), "options.*", ("summary", "no_numbers")),
    (N_("Options"), "questions.*", ("text", "caution")),
    (N_("Options"), "options.*.cells.*", ("text", "more")),
    (N_("Options"), "", ("not_compared",)),
    (N_("Figures"), "figures.*", ("question", "meaning")),
    (N_("Figures"), "studies.*", ("people", "intervention", "comparison", "when")),
    (N_("Figures"), "studies.*", ("certainty_reason", "caution")),
    (N_("What matters"), "criteria.*", ("explanation",)),
    (N_("What matters"), "dealbreakers.*", ("text",)),
    (N_("Decide"), "suggestions.*", ("text",)),
    (N_("Decide"), "call_reasons.*", ("text",)),
    (N_("Crisis"), "crisis", ("text", "contacts.*.text", "line")),
)
"""Every text for patients; the fields of one row are read together, so they are graded together.

The steps Weigh it up and Summary show no further text of the pack.
"""

_LABEL: Final = "a heading or a label of a few words, which is no sentence"
_MADE_BY: Final = "names of people and bodies"

NOT_GRADED: Final = {
    **dict.fromkeys(("title", "options.*.name", "options.*.short", "questions.*.short"), _LABEL),
    **dict.fromkeys(("criteria.*.name", "criteria.*.short", "cards.*.title"), _LABEL),
    "criteria.*.levels.*.name": _LABEL,
    **dict.fromkeys(("criteria.*.scale.phrase", "criteria.*.scale.difference"), _LABEL),
    **dict.fromkeys(("figures.*.readings.*.name", "rules.*.title"), _LABEL),
    "medicine_classes.*.name": "names a class of medicines",
    "figures.*.event": "stands after a number, in a line of a few words",
    "figures.*.no_event": "stands after a number, in a line of a few words",
    "conditions.*.term": "the medical term, beside the plain words",
    "criteria.*.standings.*.derived_by": "for who argues with the sums: how a source was read",
    **dict.fromkeys(("provenance.authors", "provenance.credentials"), _MADE_BY),
    **dict.fromkeys(("provenance.funding", "provenance.conflicts"), _MADE_BY),
    "sources.*.funding": _MADE_BY,
    "names": "the names that count as easy",
    "language": "a code",
    "prompts.*.text": "for the provider",
    **dict.fromkeys(("washouts.*.condition", "washouts.*.medicines"), "ids"),
}
"""What is left out, and why. Questionnaires are too: they stand word for word, as they must."""


@dataclass(frozen=True)
class PatientText:
    """One text a patient reads.

    Attributes:
        screen: Where it is read, as marked for translators.
        name: Whose text it is, in ids: "options / pill / cells / what".
        lines: Where each of its fields and points of a list stands in the pack, and what it says.
    """

    screen: str
    name: str
    lines: tuple[tuple[TreePath, str], ...]

    @property
    def path(self) -> TreePath:
        """Where it begins in the pack."""
        return self.lines[0][0]

    @property
    def text(self) -> str:
        """All of it, a line for each field and point of a list."""
        return "\n".join(line for _path, line in self.lines)


def patient_texts(read: ReadPack) -> tuple[PatientText, ...]:
    """Every text of a pack that a patient reads, in the order of the screens."""
    return tuple(one for one in _texts(read) if one.lines)


def _texts(read: ReadPack) -> Iterator[PatientText]:
    for screen, pattern, fields in SHOWN:
        found = matches(read.pack, pattern) if pattern else [((), read.pack)]
        for path, owner in found:
            name = spoken(read.tree, path or fields, Wording(quotes=True))
            lines = (line for field in fields for line in _lines(owner, path, field))
            yield PatientText(screen, name, tuple(lines))


def _lines(owner: object, path: TreePath, field: str) -> Iterator[tuple[TreePath, str]]:
    for steps, told in matches(owner, field):
        whole = (*path, *steps)
        if isinstance(told, str):
            yield from [(whole, told)] if told else []
        else:
            yield from (((*whole, place), line) for place, line in enumerate(told) if line)
