"""The sources part: every number printed has its entry, and every entry its number in print."""

import re
from pathlib import Path

import pytest
from decision_aid.report.compose import compose
from decision_aid.report.document import PARTS, Document, FigurePair, Numbered, PartId
from decision_aid.report.figure_card import GROUPS_NOT_YOU
from decision_aid.workspace.study_words import paid
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.printing import EXAMPLES, example
from tests.report.reading import all_text, of_kind, part

MARK = re.compile(r"\bsources? (\d+(?:, \d+)*)|\[(\d+(?:, \d+)*)\]")
USUAL: frozenset[PartId] = frozenset({"person", "record"})
"""Whose sources are listed where no part is printed that cites any."""
SOURCES: frozenset[PartId] = frozenset({"sources"})
CITING: frozenset[PartId] = frozenset(PARTS) - SOURCES - {"ipdas"}

every_example = pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)


def printed(file: Path, parts: frozenset[PartId]) -> Document:
    snapshot = example(file)
    return compose(snapshot, on=snapshot.session.started_on, parts=parts)


def cited(document: Document) -> set[int]:
    found = MARK.findall(all_text(document))
    return {int(number) for marks in found for mark in marks if mark for number in mark.split(", ")}


def listed(document: Document) -> list[int]:
    lists = of_kind(part(document, "sources"), Numbered)
    return [number for one in lists for number, _ in one.items]


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(EXAMPLES), st.frozensets(st.sampled_from(PARTS)))
def test_every_source_cited_is_listed_and_every_one_listed_is_cited(
    file: Path, chosen: frozenset[PartId]
) -> None:
    parts = chosen | SOURCES
    numbers = listed(printed(file, parts))
    assert numbers == [*range(1, len(numbers) + 1)]
    in_print = parts if parts & CITING else parts | USUAL
    assert cited(printed(file, in_print)) == {*numbers}


@every_example
def test_every_figure_printed_has_all_that_must_be_known_among_the_sources(file: Path) -> None:
    made = printed(file, frozenset(PARTS))
    told, pack = all_text(part(made, "sources")), example(file).pack
    for one in made.parts:
        for card in of_kind(one, FigurePair):
            (figure,) = (each for each in pack.figures if each.question == card.question)
            study = pack.study(figure.study)
            assert study.certainty_reason in told
            assert study.people.casefold() in told.casefold()
            assert paid(pack, study)[1:] in told


@every_example
def test_what_was_never_compared_is_told_whatever_is_printed(file: Path) -> None:
    told = all_text(part(printed(file, SOURCES), "sources"))
    for sentence in (*example(file).pack.not_compared, GROUPS_NOT_YOU):
        assert sentence in told
