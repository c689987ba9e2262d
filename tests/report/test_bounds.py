"""A session of any size ends as a document that can be printed, cut where it is seen."""

from dataclasses import replace

import pytest
from decision_aid.domain.about_you import Tried
from decision_aid.domain.session import NextStep, Session
from decision_aid.report import pdf, text
from decision_aid.report.bounds import MODEST, MOST_ENTRIES, NOTE, SHORTEST, bounded, is_modest
from decision_aid.report.compose import compose
from decision_aid.report.document import PARTS, Block, Document, Numbered, Paragraph, Part
from pypdfium2 import PdfDocument

from tests.builders import TODAY
from tests.report.printing import columns
from tests.report.reading import all_text, holds
from tests.report.visits import a_full_session, a_visit

LONG = "some words " * 900
MOST_PAGES = 150


def at_its_limits() -> Session:
    """Long texts and long lists in every place that has no limit of its own."""
    full = a_full_session()
    tried = tuple(Tried(name=f"{n} {LONG}", outcome="no", why=LONG) for n in range(60))
    return replace(
        full,
        label=LONG,
        feels_missing=LONG,
        about=replace(full.about, tried=tried, helped_before=LONG, drugs_words=LONG),
        next_steps=tuple(NextStep(what=f"step {n}", who="Me") for n in range(900)),
        open_questions=tuple(f"question {n}?" for n in range(900)),
        review=LONG,
    )


def whole(session: Session) -> Document:
    return compose(a_visit(session=session), on=TODAY, parts=PARTS)


def test_a_session_at_its_limits_is_printed_on_few_pages_and_says_that_it_is_cut() -> None:
    document = whole(at_its_limits())
    data = pdf.render(document, paper="letter")
    printed = columns(data)
    with PdfDocument(data) as opened:
        assert len(opened) <= MOST_PAGES
    assert holds(printed[0], NOTE)
    assert holds(printed[0], "988")
    assert holds("".join(printed), f"… and {900 - MOST_ENTRIES} more")
    assert holds(text.render(document), NOTE)


def test_what_is_short_is_never_cut_for_the_sake_of_what_is_long() -> None:
    short = "y" * (SHORTEST - 100)
    session = at_its_limits()
    about = replace(session.about, drugs_words=short)
    made = all_text(whole(replace(session, label="Room 3", about=about)))
    assert "Room 3" in made
    assert short in made
    assert f"question {MOST_ENTRIES - 1}?" in made
    assert LONG not in made


def test_what_a_session_of_a_usual_size_says_is_not_touched() -> None:
    session = a_full_session(open_questions=("x" * 4000,) * 5)
    assert is_modest(session)
    assert NOTE not in all_text(whole(session))


@pytest.mark.parametrize(("length", "modest"), [(MODEST // 2, True), (MODEST, False)])
def test_how_much_is_modest_goes_by_all_that_was_typed(length: int, modest: bool) -> None:  # noqa: FBT001 - a table
    assert is_modest(a_full_session(review="x" * length)) == modest


def test_every_kind_of_list_ends_in_how_much_more_there_was() -> None:
    numbers = tuple((n, "source") for n in range(500))
    blocks: tuple[Block, ...] = (Numbered(numbers), *(Paragraph(f"{n}") for n in range(500)))
    part = Part(id="person", title="A", subtitle="B", blocks=blocks)
    document = replace(whole(a_full_session()), parts=(part,))
    (short,) = bounded(document).parts
    assert len(short.blocks) == MOST_ENTRIES + 2
    assert short.blocks[0] == Paragraph(NOTE, "strong")
    assert short.blocks[-1] == Paragraph("… and 301 more")
    numbered = short.blocks[1]
    assert isinstance(numbered, Numbered)
    assert numbered.items[-1] == (0, "… and 300 more")
