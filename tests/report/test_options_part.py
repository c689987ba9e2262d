"""All options side by side on paper: only when asked for, whole, fair and traced to its sources."""

from dataclasses import replace
from functools import cache

import pytest
from decision_aid.domain.options import Cell
from decision_aid.domain.pack import Pack
from decision_aid.report import pdf, text
from decision_aid.report.compose import compose
from decision_aid.report.document import Callout, Document, PartId, Table, usual_parts
from decision_aid.report.pdf_pages import Paper

from tests.builders import TODAY, a_figure, a_pack, a_session, a_study
from tests.report.printing import EXAMPLES, PAPERS, columns, example
from tests.report.reading import all_text, missing, of_kind, part, rows
from tests.report.visits import MAOI, a_visit

ALONE: tuple[PartId, ...] = ("options",)


def answers(**of_talk: Cell) -> Pack:
    """The small pack with other answers of talk, by question."""
    pack = a_pack(studies=(a_study(), a_study("other", people="people in a survey")))
    talk = pack.option("talk")
    cells = tuple(of_talk.get(one.id, one) for one in talk.cells)
    options = (pack.option("stay"), pack.option("pill"), replace(talk, cells=cells))
    return replace(pack, options=options)


def printed(pack: Pack) -> Document:
    return compose(a_visit(pack, a_session()), on=TODAY, parts=("options", "sources"))


def answer_of_talk(pack: Pack, question: str) -> str:
    tables = of_kind(part(printed(pack), "options"), Table)
    (row,) = (row for table in tables for row in table.rows if row[0].startswith(question))
    titles = [one.title for one in tables[0].columns]
    return row[titles.index("A  Talk")]


@cache
def real(place: int) -> Document:
    snapshot = example(EXAMPLES[place])
    return compose(snapshot, on=snapshot.session.started_on, parts=("options", "sources"))


def test_the_part_is_printed_only_when_it_is_asked_for() -> None:
    assert "options" not in usual_parts(a_visit())
    assert [one.id for one in printed(a_pack()).parts] == ["options", "sources"]


def test_every_option_answers_every_question_in_the_order_of_the_session() -> None:
    snapshot = example(EXAMPLES[0])
    tables = [one for one in of_kind(part(real(0), "options"), Table) if one.close]
    for table in tables:
        titles = [column.title for column in table.columns[1:]]
        assert titles == [f"{one.letter}  {one.option.short}" for one in snapshot.options]
    asked = [row[0].removesuffix(" *") for table in tables for row in table.rows]
    assert sorted(asked) == sorted(one.text for one in snapshot.pack.questions)
    assert all(all(row) for table in tables for row in table.rows)


def test_questions_whose_numbers_cannot_be_set_side_by_side_are_marked_and_say_why() -> None:
    document = real(0)
    tables = of_kind(part(document, "options"), Table)
    marked = {row[0].removesuffix(" *") for table in tables for row in table.rows if "*" in row[0]}
    careful = [one for one in example(EXAMPLES[0]).pack.questions if one.caution]
    assert marked == {one.text for one in careful}
    said = all_text(part(document, "options"))
    assert all(f"* {one.short}: {one.caution}" in said for one in careful)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (
            Cell(id="soon", text="In weeks.", figures=("better",)),
            "In weeks. (46 of 100 felt much better, against 22 of 100; Moderate certainty)",
        ),
        (
            Cell(id="soon", text="46 of 100, against 22.", figures=("better",)),
            "46 of 100, against 22. (Moderate certainty)",
        ),
        (
            Cell(id="soon", text="46 of 100.", figures=("better",)),
            "46 of 100. (against 22 of 100; Moderate certainty)",
        ),
        (
            Cell(id="soon", text="4 of 100 got worse.", studies=("other",)),
            "4 of 100 got worse. (Moderate certainty)",
        ),
        (Cell(id="soon", text="In weeks.", studies=("other",)), "In weeks."),
    ],
    ids=["figure", "told both", "told one", "in words", "no number"],
)
def test_a_number_in_an_answer_has_its_other_group_and_how_sure_it_is(
    cell: Cell, said: str
) -> None:
    assert answer_of_talk(answers(soon=cell), "How soon?") == said


def test_the_sources_tell_who_was_studied_for_every_number_in_an_answer() -> None:
    told = Cell(id="soon", text="4 of 100 got worse.", studies=("other",))
    drawn = Cell(id="what", text="In weeks.", figures=("better",))
    sources = part(printed(answers(soon=told, what=drawn)), "sources")
    assert "Adults who were still depressed" in all_text(sources)
    assert rows(sources)["Who was studied"] == "People in a survey"
    alone = compose(a_visit(answers(soon=told)), on=TODAY, parts=("options", "sources"))
    assert "Adults who were still depressed" not in all_text(alone)


def test_an_option_that_waits_or_was_ruled_out_says_so_above_all_answers() -> None:
    session = a_session(about=MAOI, dealbreakers=("no_driving",))
    document = compose(a_visit(session=session), on=TODAY, parts=ALONE)
    (box,) = of_kind(part(document, "options"), Callout)
    (said,) = box.paragraphs
    assert said.startswith("Pill (B): You take an MAOI. A prescriber has to check this first.")
    assert said.endswith("ruled out by “No driving after”.")
    free = compose(a_visit(session=a_session()), on=TODAY, parts=ALONE)
    assert not of_kind(part(free, "options"), Callout)


def test_figures_by_different_marks_are_told_not_to_be_compared() -> None:
    figures = (a_figure(), a_figure("well", outcome="remission", scale="MADRS", at_most=12))
    one = Cell(id="soon", text="In weeks.", figures=("better",))
    other = Cell(id="what", text="In weeks.", figures=("well",))
    pack = replace(answers(soon=one, what=other), figures=figures)
    warning = "Do not compare them with each other."
    assert warning in all_text(part(printed(pack), "sources"))
    assert warning not in all_text(printed(answers(soon=one)))


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_printed_whole_on_both_papers(paper: Paper) -> None:
    document = replace(real(0), parts=(part(real(0), "options"),))
    inner = columns(pdf.render(document, paper=paper))
    assert not missing(document, "".join(inner))
    assert len(inner) <= 5


def test_it_is_told_whole_as_plain_text() -> None:
    assert not missing(real(1), text.render(real(1)))


def test_an_answer_longer_than_a_page_is_printed_whole() -> None:
    long = Cell(id="soon", text=" ".join(f"word{n}" for n in range(500)))
    inner = columns(pdf.render(printed(answers(soon=long)), paper="a4"))
    assert {f"word{n}" for n in range(500)} <= set(" ".join(inner).split())


def test_no_answer_is_torn_over_two_pages() -> None:
    long = Cell(id="soon", text="some words " * 12)
    pack = answers(soon=long)
    rows_of_one = tuple(replace(pack.questions[1], id="soon", text=f"{n}?") for n in range(20))
    inner = columns(pdf.render(printed(replace(pack, questions=rows_of_one)), paper="a4"))
    counts = [page.count("some words") for page in inner]
    assert len([count for count in counts if count]) > 1
    assert all(count % 12 == 0 for count in counts)


@pytest.mark.parametrize(
    ("ratings", "heading"),
    [({"help": 4}, "Not in the line-up"), ({}, "Waiting for a check, or ruled out")],
)
def test_what_waits_is_out_of_a_line_up_only_where_there_is_one(
    ratings: dict[str, int], heading: str
) -> None:
    snapshot = a_visit(session=a_session(about=MAOI, **ratings))
    (box,) = of_kind(part(compose(snapshot, on=TODAY, parts=ALONE), "options"), Callout)
    assert box.heading == heading
