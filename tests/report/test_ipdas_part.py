"""The self-assessment on paper: only when asked for, whole, and honest about what it is."""

import pytest
from decision_aid.domain.ipdas.assessment import ITEMS, NOT_APPLICABLE, VERDICT_WORDS
from decision_aid.report import ipdas_text, pdf
from decision_aid.report.compose import compose
from decision_aid.report.document import Document, Table, usual_parts

from tests.builders import TODAY, a_session
from tests.report.printing import pages
from tests.report.reading import all_text, of_kind, part
from tests.report.visits import a_full_pack, a_full_session, a_visit


def printed() -> Document:
    snapshot = a_visit(session=a_full_session())
    return compose(snapshot, on=TODAY, parts=(*usual_parts(snapshot), "ipdas"))


def test_the_part_is_printed_only_when_it_is_asked_for_and_then_last() -> None:
    usual = compose(a_visit(), on=TODAY)
    assert [one.id for one in usual.parts] == ["person", "record", "sources"]
    assert [one.id for one in printed().parts] == ["person", "record", "sources", "ipdas"]


def test_asking_for_it_changes_no_other_part() -> None:
    usual = compose(a_visit(session=a_full_session()), on=TODAY)
    assert printed().parts[:-1] == usual.parts


def test_every_item_stands_in_a_table_with_its_verdict_and_a_proof() -> None:
    rows = [row for table in of_kind(part(printed(), "ipdas"), Table) for row in table.rows]
    assert [row[0] for row in rows] == [item.id for item in ITEMS]
    assert {row[2] for row in rows} == set(VERDICT_WORDS.values())
    assert all(row[1] and row[3] for row in rows)


def test_the_part_says_who_assessed_it_that_nobody_certified_it_and_who_reviewed_it() -> None:
    told = all_text(part(printed(), "ipdas"))
    assert "Self-assessed against IPDASi v4.0; no one has certified it." in told
    assert a_full_pack().provenance.review_note in told
    assert all(item in told for item in NOT_APPLICABLE)


def test_its_pages_hold_every_item_and_the_sources_alone_stay_whole() -> None:
    data = pdf.render(compose(a_visit(), on=TODAY, parts=["ipdas"]), paper="letter")
    told = " ".join(pages(data))
    assert all(item.id in told for item in ITEMS)
    alone = compose(a_visit(), on=TODAY, parts=["sources", "ipdas"]).parts[0]
    assert alone == compose(a_visit(), on=TODAY, parts=["sources"]).parts[0]


def test_the_table_for_the_terminal_has_every_item_within_100_columns() -> None:
    lines = ipdas_text.table(a_full_pack()).splitlines()
    assert max(map(len, lines)) <= ipdas_text.WIDTH
    assert [item.id for item in ITEMS] == [
        line.split()[0] for line in lines if line[:1].strip() and line.split()[0] in _IDS
    ]


_IDS = {item.id for item in ITEMS}


@pytest.mark.parametrize("hidden", ["\x1b[31m", "\u202e"])
def test_what_a_pack_hides_in_its_texts_does_not_reach_the_terminal(hidden: str) -> None:
    assert hidden not in ipdas_text.table(a_full_pack(decision=f"What {hidden}now?"))


def test_the_data_counts_what_the_items_say() -> None:
    data = ipdas_text.data(a_full_pack())
    assert data["self_assessed"]
    assert not data["certified"]
    for group, counts in data["counts"].items():
        verdicts = [one["verdict"] for one in data["items"] if one["group"] == group]
        assert counts["of"] == len(verdicts)
        assert counts["met"] == verdicts.count("met")


def test_paper_says_from_the_day_after_the_date_of_review_that_it_is_overdue() -> None:
    provenance = a_full_pack().provenance
    visit = a_visit(session=a_session())
    in_time = compose(visit, on=provenance.next_review, parts=["sources"])
    late = compose(visit, on=provenance.next_review.replace(day=2), parts=["sources"])
    sentence = "This content was due for review on May 1, 2027."
    assert sentence not in all_text(in_time.parts[0])
    assert sentence in all_text(late.parts[0])
