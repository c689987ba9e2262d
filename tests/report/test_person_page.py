"""The person's page: one side of paper, nothing in small print, nothing ever left out."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from decision_aid.content.clinic import load_clinic
from decision_aid.content.packs import load_pack
from decision_aid.content.reading import counted
from decision_aid.domain.clinic import Phone
from decision_aid.domain.risk import Arm, Frequency, Interval, Reading
from decision_aid.domain.session import Concern, NextStep, Session
from decision_aid.report import pdf
from decision_aid.report.compose import compose
from decision_aid.report.document import Bullets, Document, FigurePair, Heading
from decision_aid.report.pdf_canvas import TaggedCanvas
from decision_aid.report.pdf_cards import RANGE
from decision_aid.report.pdf_figures import IconArray
from decision_aid.report.pdf_pages import LEAST, Paper
from decision_aid.report.pdf_structure import Element
from decision_aid.report.pdf_style import PrintSize
from decision_aid.workspace.snapshot import Snapshot
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from tests.builders import TODAY, a_figure
from tests.report.printing import CLINIC, EXAMPLES, PAPERS, columns, example, pages
from tests.report.reading import LOOKS, all_text, holds, missing, of_kind, part, squeezed, texts
from tests.report.visits import a_full_pack, a_full_session, a_visit, document

every_example = pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
every_paper = pytest.mark.parametrize("paper", PAPERS)
HEAD, FOOT = 32, 56
"""Points at the head and foot of a page that hold what stands on every one."""


def with_clinic(snapshot: Snapshot) -> Snapshot:
    """The example clinic, whose line takes two lines of the page."""
    pack = load_pack("depression")
    clinic = load_clinic(CLINIC, pack, today=pack.provenance.published)
    nurse = Phone(text="Nurse line, weekdays 8 to 5, Saturdays 9 to 12", number="555-0100")
    return replace(snapshot, clinic=replace(clinic, phones=(nurse,)))


def page_of(snapshot: Snapshot) -> Document:
    return compose(snapshot, on=TODAY, parts=["person"])


@cache
def printed(
    file: Path, paper: Paper, size: PrintSize = "normal", *, clinic: bool = False
) -> tuple[Document, bytes]:
    snapshot = with_clinic(example(file)) if clinic else example(file)
    made = page_of(snapshot)
    return made, pdf.render(made, paper=paper, size=size)


def letters(data: bytes) -> list[tuple[float, float]]:
    """Of every page's texts: how large they are and how high above its foot, in points."""
    with PdfDocument(data) as file:
        return [
            (round(one.get_font_size() * one.get_matrix().d, 2), one.get_bounds()[1])
            for page in file
            for one in page.get_objects(filter=(1,))
        ]


@every_paper
@every_example
@pytest.mark.parametrize("clinic", [False, True], ids=["no clinic", "clinic"])
def test_it_is_one_side_with_all_that_it_says(file: Path, paper: Paper, *, clinic: bool) -> None:
    made, data = printed(file, paper, clinic=clinic)
    (page,) = pages(data)
    assert not missing(made, page)
    assert holds(page, "To call the clinic: 555-0100") == clinic


@every_paper
@every_example
def test_nothing_on_it_is_in_small_print_but_head_and_foot(file: Path, paper: Paper) -> None:
    _, data = printed(file, paper)
    sizes = letters(data)
    assert min(size for size, height in sizes if height > FOOT) >= LEAST
    assert min(size for size, _ in sizes) >= 9


@every_example
def test_large_print_has_the_same_contents_and_tears_no_heading_from_what_follows(
    file: Path,
) -> None:
    made, data = printed(file, "letter", "large")
    inner = columns(data)
    assert not missing(made, "".join(inner))
    assert min(size for size, height in letters(data) if height > FOOT) >= 12
    headings = {one.text for one in of_kind(part(made, "person"), Heading)}
    for page in inner:
        assert page.strip().splitlines()[-1].strip() not in headings
        assert len(squeezed(page)) > 100


@every_example
def test_every_arrangement_holds_the_same_texts(file: Path) -> None:
    made, _ = printed(file, "letter")
    (page,) = made.parts
    assert len(page.one_side) == 2
    for arranged in page.one_side:
        assert set(texts(arranged)) == set(texts(page.blocks))


def test_lists_that_fit_are_lists_and_those_that_do_not_are_run_in() -> None:
    undecided, decided = (pages(printed(EXAMPLES[n], "letter")[1])[0] for n in (2, 0))
    assert "\r\nYou feel restless" in undecided.replace("•  ", "").replace("• ", "")
    assert "Get emergency help at once if:" not in undecided
    assert "Get emergency help at once if: " in decided


def goes_on(session: Session) -> tuple[Document, list[str], list[str]]:
    made = page_of(a_visit(session=session))
    data = pdf.render(made, paper="letter")
    return made, pages(data), columns(data)


@settings(max_examples=12, deadline=None)
@given(
    steps=st.integers(0, 20),
    questions=st.integers(0, 20),
    words=st.sampled_from([0, 40, 400]),
    concerns=st.integers(0, 6),
)
def test_whatever_is_too_long_goes_on_under_a_heading_and_is_never_cut(
    steps: int, questions: int, words: int, concerns: int
) -> None:
    first = a_full_session()
    assert first.decision
    session = replace(
        first,
        decision=replace(first.decision, words="own words " * words),
        next_steps=tuple(NextStep(what=f"Do it, {n} times", who="Me") for n in range(steps)),
        open_questions=tuple(f"What of the {n}th?" for n in range(questions)),
        concerns=tuple(Concern(id=f"own_{n}", text="some fear " * 9) for n in range(concerns)),
    )
    made, whole, inner = goes_on(session)
    assert not missing(made, "".join(inner))
    assert all("Our shared decision, continued" in page for page in whole[1:])
    for kept in ("What we decided", "Pill (B)", "In a crisis (US)"):
        assert holds(inner[0], kept)
    if steps and words < 400:
        assert holds(inner[0], "What we will do next")
        assert holds(inner[0], f"Me: Do it, {steps - 1} times")


def test_a_long_visit_has_no_smaller_letters_than_a_short_one() -> None:
    steps = tuple(NextStep(what=f"{n}. {'do ' * 30}it", who="Me", by="Friday") for n in range(20))
    made = page_of(a_visit(session=a_full_session(next_steps=steps)))
    data = pdf.render(made, paper="a4")
    assert len(pages(data)) > 1
    assert min(size for size, height in letters(data) if height > FOOT) >= LEAST


def test_the_three_things_that_matter_most_stand_there_and_no_more() -> None:
    person = part(document(a_full_session(lasting=1)), "person")
    told = all_text(person)
    assert "My own concern: I care for my mother" in told
    made, _ = printed(EXAMPLES[0], "letter")
    assert "Being well studied in people like me: A lot" in all_text(made)
    assert "Keeping down what I pay" not in all_text(made)


def with_range() -> FigurePair:
    known = Arm(counted=Frequency(46, 100), interval=Interval(low=39.6, high=52.4))
    reading = Reading(id="all", intervention=known, comparison=Arm(counted=Frequency(22, 100)))
    pack = a_full_pack(figures=(a_figure(readings=(reading,)),))
    (card,) = of_kind(part(page_of(a_visit(pack, a_full_session())), "person"), FigurePair)
    return card


def test_a_range_is_told_in_words_and_drawn_on_the_array_with_how_to_read_it() -> None:
    one, other = with_range().arms
    assert (one.interval, one.ends) == ("could be 40 to 52 of 100", (40, 52))
    assert (other.interval, other.ends) == ("", None)


def test_without_a_range_nobody_is_told_how_to_read_one() -> None:
    assert not holds(pages(printed(EXAMPLES[0], "letter")[1])[0], RANGE)


def test_every_reason_to_call_that_concerns_the_person_is_there() -> None:
    for file in EXAMPLES:
        snapshot = example(file)
        decision = snapshot.session.decision
        chosen = decision.option if decision else ""
        (listed,) = (
            {
                one
                for block in of_kind(part(printed(file, "letter")[0], "person"), Bullets)
                for one in block.items
            },
        )
        for reason in snapshot.pack.call_reasons:
            assert (reason.text in listed) == (not reason.options or chosen in reason.options)


def shades(per_100: int, ends: tuple[int, int]) -> list[tuple[int, int]]:
    """Of each circle of an array, how light its middle and its ring are: 0 dark, 255 white."""
    file, step = BytesIO(), 10
    root = Element("Document")
    canvas = TaggedCanvas(file, root=root, numbering=lambda *_: None, pagesize=(100, 100))
    IconArray(root.add("Figure", alt="circles"), per_100, step, ends).drawOn(canvas, 0, 0)
    canvas.save()
    with PdfDocument(file.getvalue()) as drawn:
        seen = drawn[0].render(scale=4, grayscale=True).to_numpy().reshape(400, 400)
    middles = [(40 * row + 20, 40 * column + 20) for row in range(10) for column in range(10)]
    return [(int(seen[y, x]), int(seen[y, x + 12])) for y, x in middles]


def test_a_range_is_seen_without_any_color_as_four_kinds_of_circle() -> None:
    told = shades(46, (40, 52))
    kinds = [(middle > 240, ring > 240, 100 < middle < 240) for middle, ring in told]
    dark, fewer, more, nobody = (
        (False, False, False),
        (True, False, False),
        (False, False, True),
        (True, True, False),
    )
    assert kinds == [dark] * 40 + [fewer] * 6 + [more] * 6 + [nobody] * 48


@every_example
def test_it_reads_at_the_sixth_grade_or_below(file: Path) -> None:
    made, _ = printed(file, "letter")
    said = [one for one in texts(made.parts[0].blocks) if one not in LOOKS]
    counts = (counted(one, example(file).pack.names) for one in said)
    assert 0 < sum(counts, counted("")).grade <= 6
