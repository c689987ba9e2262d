"""The PDF of the real pack and the examples: sound, whole, the same each time, and discreet."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from decision_aid.domain.about_you import Taking
from decision_aid.domain.session import NextStep
from decision_aid.report import pdf, text
from decision_aid.report.compose import compose
from decision_aid.report.document import PARTS, Document, FigurePair, Numbered
from decision_aid.report.pdf_canvas import TaggedCanvas
from decision_aid.report.pdf_figures import IconArray
from decision_aid.report.pdf_pages import Paper
from decision_aid.report.pdf_structure import Element
from decision_aid.report.pdf_style import PrintSize
from decision_aid.workspace.workspace import Workspace
from pypdfium2 import PdfDocument

from tests.full_form import cases
from tests.report.printing import EXAMPLES, PAPERS, columns, composed, example, pages, printed
from tests.report.reading import holds, missing, of_kind, part, squeezed

POINTS = {"letter": "612 x 792 pts (letter)", "a4": "595.276 x 841.89 pts (A4)"}

every_print = pytest.mark.parametrize(
    ("file", "paper"),
    cases(
        *((file, PAPERS[place % 2]) for place, file in enumerate(EXAMPLES)),
        further=tuple((file, PAPERS[1 - place % 2]) for place, file in enumerate(EXAMPLES)),
    ),
    ids=lambda one: one.stem if isinstance(one, Path) else one,
)
"""Each example on one paper, both papers in turn; the full form prints each on both."""
every_example = pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)


def tool(*words: str | Path) -> str:
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    return done.stdout + done.stderr


@pytest.fixture
def saved(file: Path, paper: Paper, tmp_path: Path) -> Path:
    path = tmp_path / "x.pdf"
    path.write_bytes(printed(file, paper))
    return path


@cache
def running(file: Path, paper: Paper) -> str:
    """The content of all pages, one after the other, without their head and foot."""
    return "".join(columns(printed(file, paper)))


@every_print
def test_other_programs_find_the_pdf_sound(saved: Path) -> None:
    assert "No syntax or stream encoding errors found" in tool("qpdf", "--check", saved)


@every_print
def test_every_font_is_inside_and_can_be_read_back(saved: Path) -> None:
    fonts = tool("pdffonts", saved).splitlines()[2:]
    assert fonts
    for font in fonts:
        name, *facts = font.split()
        embedded, subset, mapped = facts[-5:-2]
        assert "IBMPlexSans" in name
        assert (embedded, subset, mapped) == ("yes", "yes", "yes")


@every_print
def test_the_paper_is_the_one_asked_for(saved: Path, paper: Paper) -> None:
    told = tool("pdfinfo", "-l", "99", saved)
    sizes = {line.split(":")[1].strip() for line in told.splitlines() if " size:" in line}
    assert {size for size in sizes if "pts" in size} == {POINTS[paper]}


@every_print
def test_every_text_of_the_document_stands_in_the_pdf(file: Path, paper: Paper) -> None:
    assert not missing(composed(file), running(file, paper))


@every_example
def test_every_text_of_the_document_stands_in_the_plain_text(file: Path) -> None:
    assert not missing(composed(file), text.render(composed(file)))


@every_print
def test_the_first_page_has_the_decision_the_crisis_line_and_the_next_steps(
    file: Path, paper: Paper
) -> None:
    first, snapshot = columns(printed(file, paper))[0], example(file)
    session = snapshot.session
    assert session.decision
    assert holds(first, session.decision.words)
    if session.decision.option:
        assert holds(first, snapshot.pack.option(session.decision.option).name)
    assert holds(first, snapshot.pack.crisis.line)
    assert session.next_steps
    for step in session.next_steps:
        assert holds(first, f"{step.who}: {step.what} (by: {step.by})")


@every_print
def test_every_figure_printed_is_traced_to_a_source_in_print(file: Path, paper: Paper) -> None:
    document, print_of_it = composed(file), running(file, paper)
    sources = dict(of_kind(part(document, "sources"), Numbered)[0].items)
    for card in of_kind(part(document, "person"), FigurePair):
        first = int(card.certainty_text.split("source")[-1].strip(" s").split(":")[0].split(",")[0])
        for said in (card.arms[0].event, card.arms[0].other, f"{first}. {sources[first]}"):
            assert holds(print_of_it, said)


@every_print
def test_every_page_is_numbered_says_it_is_not_advice_and_has_content(
    file: Path, paper: Paper
) -> None:
    whole, inner = pages(printed(file, paper)), columns(printed(file, paper))
    for number, (page, content) in enumerate(zip(whole, inner, strict=True), start=1):
        assert f"Page {number} of {len(whole)}" in page
        assert holds(page, composed(file).not_advice)
        assert f"Page {number}" not in content
        assert len(squeezed(content)) > 100
    assert holds(running(file, paper), example(file).pack.provenance.review_note)


@every_print
def test_no_character_is_printed_as_a_box(file: Path, paper: Paper) -> None:
    for page in pages(printed(file, paper)):
        assert {"\u25a0", "\ufffd", "\x00"}.isdisjoint(page)


@every_example
def test_the_same_document_gives_the_same_bytes(file: Path) -> None:
    assert pdf.render(composed(file), paper="letter") == printed(file, "letter")


SIZES: tuple[PrintSize, ...] = ("normal", "large")


@cache
def in_every_part(paper: Paper, size: PrintSize) -> bytes:
    snapshot = example(EXAMPLES[0])
    made = compose(snapshot, on=snapshot.session.started_on, parts=PARTS)
    return pdf.render(made, paper=paper, size=size)


def test_another_process_elsewhere_gives_the_same_bytes(tmp_path: Path) -> None:
    """Another seed for hashes, time zone, language and folder; every part, in both sizes."""
    there = {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LANG": "C", "LC_ALL": "C"}
    parts = ("--options", "--handover", "--sums", "--ipdas")
    words = ["summary", str(EXAMPLES[0]), *parts, "--paper", "a4", "-o"]
    script = (
        "import sys; from decision_aid.cli import main;"
        "main([*sys.argv[1:], 'normal.pdf']); main([*sys.argv[1:], 'large.pdf', '--large'])"
    )
    subprocess.run(
        [sys.executable, "-c", script, *words],
        check=True,
        cwd=tmp_path,
        env={**os.environ, **there},
    )
    for size in SIZES:
        assert (tmp_path / f"{size}.pdf").read_bytes() == in_every_part("a4", size)


def told_of_itself(data: bytes) -> dict[str, str]:
    with PdfDocument(data) as document:
        return {name: said for name, said in document.get_metadata_dict().items() if said}


@every_print
def test_the_properties_of_the_file_tell_nothing_of_the_visit(file: Path, paper: Paper) -> None:
    day_of_no_meaning = "D:20000101000000+00'00'"
    assert told_of_itself(printed(file, paper)) == {
        "Title": example(file).pack.title,
        "Creator": "decision-aid",
        "Producer": "decision-aid",
        "CreationDate": day_of_no_meaning,
        "ModDate": day_of_no_meaning,
    }


@pytest.mark.parametrize("size", SIZES)
def test_more_parts_and_larger_print_tell_no_more_of_the_file(size: PrintSize) -> None:
    assert told_of_itself(in_every_part("a4", size)) == told_of_itself(
        printed(EXAMPLES[0], "letter")
    )


def around(data: bytes) -> bytes:
    """What stands in the file around its pages: properties, outline, structure."""
    return re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL)


def check_around(data: bytes, file: Path) -> None:
    session = example(file).session
    said = [
        session.label,
        session.review,
        session.next_steps[0].what,
        *(one.text for one in session.concerns),
        *(one.name for one in session.about.taking if one.dose),
    ]
    place = [str(Path.home()), str(file.parent), file.name, str(Path.cwd()), "ReportLab"]
    for word in (*said, *place):
        assert word.encode() not in around(data)
        assert word.encode("utf-16-be") not in around(data)
    assert b"/Metadata" not in around(data)


@every_example
def test_what_is_not_drawn_holds_no_word_of_the_visit_nor_a_place(file: Path) -> None:
    check_around(printed(file, "letter"), file)


@pytest.mark.parametrize("size", SIZES)
def test_nor_does_it_in_every_part(size: PrintSize) -> None:
    check_around(in_every_part("a4", size), EXAMPLES[0])


@pytest.mark.parametrize("per_100", [0, 1, 46, 99, 100])
def test_an_icon_array_draws_as_many_dark_circles_as_it_says(per_100: int) -> None:
    file, step = BytesIO(), 10
    root = Element("Document")
    canvas = TaggedCanvas(file, root=root, numbering=lambda *_: None, pagesize=(100, 100))
    IconArray(root.add("Figure", alt="circles"), per_100, step).drawOn(canvas, 0, 0)
    canvas.save()
    with PdfDocument(file.getvalue()) as document:
        pixels = document[0].render(scale=2, grayscale=True).to_numpy().reshape(200, 200)
    middles = [
        pixels[row * 20 + 10, column * 20 + 10] < 128 for row in range(10) for column in range(10)
    ]
    assert middles == [place < per_100 for place in range(100)]


def crowded(file: Path) -> Document:
    """A visit with twenty next steps and fifteen medicines, some of them long."""
    snapshot = example(file)
    who = "My sister, my provider and I, each of us in turn"
    steps = tuple(NextStep(what=f"{n}. {'do ' * n}it", who=who, by="Friday") for n in range(20))
    taking = tuple(Taking(name=f"{'Q' * 9 * n}{n}", dose="each day " * n) for n in range(15))
    session = replace(
        snapshot.session,
        about=replace(snapshot.session.about, taking=taking),
        next_steps=steps,
        open_questions=("What will it cost, and who pays for the second half of it?",) * 9,
    )
    return compose(Workspace(snapshot.pack, session, draws=50).snapshot, on=session.started_on)


@pytest.mark.parametrize(
    ("file", "paper"),
    cases(
        *zip(EXAMPLES[:2], PAPERS, strict=True),
        further=tuple(zip(EXAMPLES[:2], reversed(PAPERS), strict=True)),
    ),
    ids=lambda one: one.stem if isinstance(one, Path) else one,
)
def test_a_crowded_visit_is_printed_whole_with_the_crisis_line_on_its_first_page(
    file: Path, paper: Paper
) -> None:
    document = crowded(file)
    inner = columns(pdf.render(document, paper=paper))
    assert not missing(document, "".join(inner))
    assert holds(inner[0], example(file).pack.crisis.line)
    assert min(len(squeezed(page)) for page in inner) > 100
