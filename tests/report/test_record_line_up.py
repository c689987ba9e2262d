"""The line-up in the record: whole, and to be checked by hand."""

from fractions import Fraction
from itertools import pairwise

import pytest
from decision_aid.domain.answers import Rating
from decision_aid.domain.session import Decision
from decision_aid.report.compose import compose
from decision_aid.report.document import Heading, Part, Table, usual_parts
from decision_aid.report.record_line_up import CAPTION
from decision_aid.workspace.line_up_state import line_up_state
from decision_aid.workspace.line_up_words import (
    again_sentence,
    basis_sentences,
    change_sentences,
    close_sentences,
)
from decision_aid.workspace.pack_hash import pack_hash
from decision_aid.workspace.ratings_words import equivalent_sentences, typical_sentences
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.voices import APART
from decision_aid.workspace.workspace import Workspace

from tests.builders import TODAY, a_pack, a_session
from tests.gui.sessions import full_session, real_pack
from tests.report.reading import all_text, blocks, of_kind, part


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return Workspace(real_pack(), full_session(), draws=400).snapshot


@pytest.fixture(scope="module")
def record(snapshot: Snapshot) -> Part:
    return part(compose(snapshot, on=TODAY), "record")


@pytest.fixture(scope="module")
def sums(snapshot: Snapshot) -> Part:
    return part(compose(snapshot, on=TODAY, parts=["sums"]), "sums")


def test_everything_that_is_told_of_the_line_up_is_printed(
    snapshot: Snapshot, record: Part
) -> None:
    told = (
        *close_sentences(snapshot),
        *change_sentences(snapshot),
        *equivalent_sentences(snapshot, "they"),
        *typical_sentences(snapshot, "they"),
        *basis_sentences(snapshot),
        again_sentence(snapshot),
        CAPTION,
    )
    said = all_text(record)
    assert not [sentence for sentence in told if sentence not in said]
    assert equivalent_sentences(snapshot, "they")


def test_the_products_printed_add_up_to_the_score_printed(sums: Part) -> None:
    (products,) = (
        one for one in of_kind(sums, Table) if one.columns[0].title == "Weight times value"
    )
    *rows, total = products.rows
    assert len(rows) > 1
    for column in range(3, len(products.columns)):
        assert sum(Fraction(row[column]) for row in rows) == Fraction(total[column])


def test_every_standing_is_printed_with_where_it_is_from(snapshot: Snapshot, sums: Part) -> None:
    tables = {
        before.text: now
        for before, now in pairwise(blocks(sums))
        if isinstance(before, Heading) and isinstance(now, Table)
    }
    for one in snapshot.appraisal.criteria:
        criterion = snapshot.pack.criterion(one)
        rows = {row[0]: row for row in tables[f"{criterion.name}: how each option stands"].rows}
        for option in snapshot.weighed_options:
            printed = rows[snapshot.letter(option)][-1]
            assert printed.startswith(criterion.standing(option).derived_by)
            assert ("[source" in printed) == bool(criterion.standing(option).sources)


def test_the_record_has_the_result_and_says_where_every_step_is(
    snapshot: Snapshot, record: Part, sums: Part
) -> None:
    (products,) = (
        one for one in of_kind(sums, Table) if one.columns[0].title == "Weight times value"
    )
    (fits,) = (one for one in of_kind(record, Table) if one.columns[1].title == "Band")
    assert tuple(row[2] for row in fits.rows) == products.rows[-1][3:]
    assert f"Every step is in the part “{sums.title}”" in all_text(record)
    assert "sums" not in usual_parts(snapshot)
    for made in (record, sums):
        assert pack_hash(snapshot.pack) in all_text(made)


def test_without_a_line_up_the_sums_say_why_there_are_none() -> None:
    nothing = Workspace(a_pack(), a_session(), draws=50).snapshot
    told = part(compose(nothing, on=TODAY, parts=["sums"]), "sums")
    assert all_text(told.blocks).startswith(line_up_state(nothing).sentence)


def test_no_score_looks_like_people_out_of_100(record: Part) -> None:
    (bars,) = (
        one for one in of_kind(record, Table) if "Score" in [column.title for column in one.columns]
    )
    for row in bars.rows:
        assert not [cell for cell in row if "%" in cell or "of 100" in cell]
        assert row[2].startswith("0.")


def test_both_voices_are_printed_side_by_side() -> None:
    session = a_session(
        help=4,
        driving=1,
        provider_ratings=(Rating("help", 1), Rating("driving", 2)),
        leaning=Decision(kind="option", option="talk"),
        provider_leaning=Decision(kind="not_yet"),
    )
    snapshot = Workspace(a_pack(), session, draws=50).snapshot
    said = all_text(part(compose(snapshot, on=TODAY), "record"))
    assert "Two voices" in said
    assert "3 steps apart on “Help”: the person said “Most”, the provider said “A little”." in said
    assert "steps apart on “Driving”" not in said
    assert APART in said


def test_a_provider_who_said_nothing_has_no_voice_on_paper() -> None:
    snapshot = Workspace(a_pack(), a_session(help=4), draws=50).snapshot
    assert "Two voices" not in all_text(part(compose(snapshot, on=TODAY), "record"))


def test_where_two_come_first_the_decision_for_either_differs_from_nothing() -> None:
    alike = {"help": 0, "driving": 4, "lasting": 0}
    for chosen in ("talk", "stay", "pill"):
        decision = Decision(kind="option", option=chosen)
        session = a_session(**alike, decision=decision)
        snapshot = Workspace(a_pack(), session, draws=50).snapshot
        said = all_text(part(compose(snapshot, on=TODAY), "record"))
        assert ("differs from the line-up" in said) == (chosen == "pill")
        if chosen == "pill":
            assert "come first." in said
