"""The whole text of three visits, and honesty where nothing was said."""

import os
from collections.abc import Sequence
from difflib import unified_diff
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from decision_aid.domain.session import Decision
from decision_aid.report import text
from decision_aid.report.compose import compose
from decision_aid.report.document import (
    PARTS,
    Block,
    Callout,
    Columns,
    Document,
    FigurePair,
    Heading,
)
from decision_aid.workspace.not_opened import NOTHING_CHECKED

from tests.builders import TODAY, a_session
from tests.report.hostile import a_gate, a_session_with_all_said
from tests.report.reading import all_text, blocks, of_kind, part, rows
from tests.report.visits import (
    MAOI,
    VISITS,
    a_full_pack,
    a_visit,
    document,
)

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
EVERY_PART = "every_part"
NAMES = (*VISITS, EVERY_PART)


@cache
def told(name: str) -> Document:
    """A visit in its usual parts; or one in which all was said, in every part there is."""
    if name != EVERY_PART:
        return document(VISITS[name])
    snapshot = a_visit(a_full_pack(rules=(a_gate(),)), a_session_with_all_said())
    return compose(snapshot, on=TODAY, parts=PARTS)


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_the_golden_text(name: str) -> None:
    """`DECISION_AID_GOLDEN=write` writes it anew; read the diff before it lands."""
    golden, now = GOLDEN / f"{name}.txt", text.render(told(name))
    if os.environ.get("DECISION_AID_GOLDEN") == "write":
        golden.write_text(now, encoding="utf-8")
    kept = golden.read_text(encoding="utf-8")
    diff = "\n".join(
        unified_diff(kept.splitlines(), now.splitlines(), str(golden), "now", lineterm="")
    )
    assert not diff, diff


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_the_text_is_longer_than_the_page(name: str) -> None:
    assert max(map(len, text.render(told(name)).splitlines())) <= text.WIDTH


@pytest.mark.parametrize("name", NAMES)
def test_no_block_is_empty(name: str) -> None:
    for one in told(name).parts:
        assert one.blocks
        for block in blocks(one):
            assert all_text(block).strip(), f"{one.id}: {block}"


def heads(listed: Sequence[Block]) -> list[str]:
    """Headings that nothing stands under."""
    ends = [*listed, Heading("the end")]
    alone = [
        before.text
        for before, after in pairwise(ends)
        if isinstance(before, Heading)
        and isinstance(after, Heading)
        and before.level >= after.level
    ]
    inside = [one for block in listed if isinstance(block, Columns) for one in sides(block)]
    return alone + inside


def sides(columns: Columns) -> list[str]:
    return [*heads(columns.left), *heads(columns.right)]


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_stands_over_nothing(name: str) -> None:
    assert not [alone for one in told(name).parts for alone in heads(one.blocks)]


def test_a_visit_without_a_word_says_so_and_still_tells_whom_to_call() -> None:
    person, record, sources = document(a_session()).parts
    said = all_text(person)
    for sentence in (
        "Nothing is decided yet.",
        "Nothing was rated.",
        "No next step was noted.",
        "No question was noted.",
        "Nothing was rated yet, so there is nothing to line the options up with.",
        "In a crisis (US): call or text 988, or call 911.",
        "You feel worse",
    ):
        assert sentence in said
    assert "Nothing recorded" in rows(record)["Decided together"]
    assert rows(record)["PHQ-9"] == "Not answered"
    assert NOTHING_CHECKED in all_text(record)
    assert "Nothing printed here rests on a source." in all_text(sources)


def test_a_leaning_is_told_as_a_leaning_while_nothing_is_decided() -> None:
    leaning = Decision(kind="option", option="talk", words="for now")
    said = all_text(part(document(a_session(leaning=leaning)), "person"))
    assert "Nothing is decided yet." in said
    assert "I lean towards: Talk (A): for now" in said


def test_deciding_on_something_else_needs_no_figure() -> None:
    decision = Decision(kind="something_else", words="ask my aunt")
    person = part(document(a_session(decision=decision)), "person")
    assert not of_kind(person, FigurePair)
    assert "ask my aunt" in all_text(person)


def test_an_option_without_good_numbers_says_so_in_place_of_a_figure() -> None:
    stay = a_session(decision=Decision(kind="option", option="stay"))
    person = part(document(stay), "person")
    assert not of_kind(person, FigurePair)
    card = next(one for one in of_kind(person, Callout) if one.kind == "plain")
    assert card.paragraphs == ("We do not have good numbers.",)


def test_a_line_up_of_nothing_that_matters_says_why_there_is_none() -> None:
    shut = a_session(about=MAOI, dealbreakers=("no_driving",))
    bullets = all_text(part(document(shut), "record"))
    assert "You take an MAOI. A prescriber has to check this first." in bullets
