"""The texts that may state numbers of people, each with what proves them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from decision_aid.base.language import N_
from decision_aid.content.checks.proof import Proof, proof
from decision_aid.content.nodes import TreePath
from decision_aid.content.references import matches
from decision_aid.domain.criteria import Standing
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Figure, Study, whole

ANYWHERE: Final = (
    *("condition", "natural_course", "what_it_is", "what_it_is_not.*", "not_compared.*"),
    *("options.*.summary", "options.*.no_numbers", "questions.*.text", "questions.*.caution"),
    *("criteria.*.name", "criteria.*.explanation"),
    *("dealbreakers.*.text", "conditions.*.text", "suggestions.*.text", "call_reasons.*.text"),
    "teach_backs.*.question",
)
"""Texts that name no study: a number in them comes from any of the pack's."""

_RECORDS: Final = re.compile(r"\[([^\[\]]{1,400})\]")
"""Ids of records in brackets: "[KET-EFF-01, KET-AE-04]"."""

OF_PACK: Final = N_(
    "{words} states {count}, which no figure or study of the pack has. Name its study, or mend the "
    "number."
)
OF_CELL: Final = N_(
    "{words} states {count}, which no figure or study that the cell names has. Name its study, or "
    "mend the number."
)
OF_RULE: Final = N_(
    "{words} states {count}, which no figure or study that the rule names has. Name its study, or "
    "mend the number."
)
OF_CARD: Final = N_(
    "{words} states {count}, which no figure or study that the card names has. Name its study, or "
    "mend the number."
)
OF_ITS_CARD: Final = N_(
    "{words} states {count}, which no figure or study that its card names has. Name its study, or "
    "mend the number."
)
OF_FIGURE: Final = N_(
    "{words} states {count}, which no figure or study of the figure itself has. Name its study, or "
    "mend the number."
)
OF_STUDY: Final = N_(
    "{words} states {count}, which no figure or study of the study itself has. Name its study, or "
    "mend the number."
)
IN_BRACKETS: Final = N_(
    "{words} states {count}, which no figure or study that it names in [brackets] has. Name its "
    "study, or mend the number."
)


@dataclass(frozen=True)
class Claim:
    """A text that may state numbers of people.

    Attributes:
        path: Where it stands in the pack.
        text: The text.
        proof: What may stand in it.
        unproved: What to say of {words} that state a {count} nothing proves; marked for
            translators.
    """

    path: TreePath
    text: str
    proof: Proof
    unproved: str


def claims(pack: Pack) -> Iterator[Claim]:
    """Every text of a pack that may state numbers of people.

    Args:
        pack: The pack.
    """
    evidence = _Evidence(pack)
    yield from _cells(pack, evidence)
    yield from _rules_and_cards(pack, evidence)
    yield from _figures(pack, evidence)
    yield from _standings(pack, evidence)
    anything = proof(pack.studies, pack.figures)
    for pattern in ANYWHERE:
        for path, text in matches(pack, pattern):
            yield Claim(path, text, anything, OF_PACK)


class _Evidence:
    """The studies and figures of a pack, by what points at them."""

    def __init__(self, pack: Pack) -> None:
        self._studies = {study.id: study for study in pack.studies}
        self._figures = {figure.id: figure for figure in pack.figures}
        self._of_study: dict[str, list[Figure]] = defaultdict(list)
        for figure in pack.figures:
            self._of_study[figure.study].append(figure)
        self._of_record: dict[str, list[str]] = defaultdict(list)
        for study in pack.studies:
            self._of_record[study.record].append(study.id)

    def of(self, studies: Iterable[str], figures: Iterable[str] = ()) -> Proof:
        """What named studies with all their figures prove, and named figures with their studies."""
        named = set(studies)
        shown: list[Figure] = [self._figures[one] for one in figures]
        shown += [one for study in named for one in self._of_study[study]]
        held: list[Study] = [self._studies[one] for one in {*named, *(one.study for one in shown)}]
        return proof(held, shown)

    def named_in(self, text: str) -> Proof:
        """What the studies prove whose records a text names in brackets."""
        inside = ",".join(_RECORDS.findall(text))
        records = {one.strip() for one in inside.replace(";", ",").split(",")}
        return self.of(study for one in records for study in self._of_record.get(one, ()))


def _cells(pack: Pack, evidence: _Evidence) -> Iterator[Claim]:
    for place, option in enumerate(pack.options):
        for number, cell in enumerate(option.cells):
            held = evidence.of(cell.studies, cell.figures)
            for field in ("text", "more"):
                path = ("options", place, "cells", number, field)
                yield Claim(path, getattr(cell, field), held, OF_CELL)


def _rules_and_cards(pack: Pack, evidence: _Evidence) -> Iterator[Claim]:
    for place, rule in enumerate(pack.rules):
        held = evidence.of(rule.studies)
        for field in ("title", "why", "usually"):
            yield Claim(("rules", place, field), getattr(rule, field), held, OF_RULE)
    cards = {card.id: evidence.of(card.studies) for card in pack.cards}
    for place, card in enumerate(pack.cards):
        for number, text in enumerate(card.paragraphs):
            path = ("cards", place, "paragraphs", number)
            yield Claim(path, text, cards[card.id], OF_CARD)
    for place, asked in enumerate(pack.teach_backs):
        held = cards[asked.card]
        yield Claim(("teach_backs", place, "explanation"), asked.explanation, held, OF_ITS_CARD)


def _figures(pack: Pack, evidence: _Evidence) -> Iterator[Claim]:
    for place, figure in enumerate(pack.figures):
        held = evidence.of((), (figure.id,))
        for field in ("question", "event", "no_event", "meaning"):
            path = ("figures", place, field)
            yield Claim(path, getattr(figure, field), held, OF_FIGURE)
    for place, study in enumerate(pack.studies):
        held = evidence.of((study.id,))
        yield Claim(("studies", place, "caution"), study.caution, held, OF_STUDY)


def _standings(pack: Pack, evidence: _Evidence) -> Iterator[Claim]:
    for number, criterion in enumerate(pack.criteria):
        for place, standing in enumerate(criterion.standings):
            path = ("criteria", number, "standings", place, "derived_by")
            held = evidence.named_in(standing.derived_by).beside(_own_numbers(standing))
            yield Claim(path, standing.derived_by, held, IN_BRACKETS)


def _own_numbers(standing: Standing) -> Iterator[int]:
    """The numbers of a standing itself, which say how it was derived from others."""
    if standing.range is not None:
        yield from map(whole, (standing.range.low, standing.range.likely, standing.range.high))
    elif standing.central is not None:
        yield whole(standing.central)
