"""The PDF for those who hear it: what is read is tagged, in reading order; the rest is not read."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from decision_aid.report import pdf
from decision_aid.report.document import Block, Bullets, Heading, Paragraph, Part
from decision_aid.report.pdf_pages import Paper
from decision_aid.report.pdf_style import PrintSize
from pypdfium2 import PdfDocument

from tests.full_form import cases
from tests.report.printing import EXAMPLES, composed, pages
from tests.report.reading import blocks, holds, missing, squeezed

PRINTS: tuple[tuple[Paper, PrintSize], ...] = (("letter", "normal"), ("a4", "large"))
DRAWS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"}
"""Operators that leave something on the page."""

LARGE = "with-a-counselor"
"""The example of the short form in large print; the full form has each in both."""
CASES = cases(
    *((file, *PRINTS[file.stem == LARGE]) for file in EXAMPLES),
    further=tuple((file, *PRINTS[file.stem != LARGE]) for file in EXAMPLES),
)

every_print = pytest.mark.parametrize(
    ("file", "paper", "size"),
    CASES,
    ids=[f"{file.stem}-{size}" for file, _, size in CASES],
)


@cache
def printed(file: Path, paper: Paper, size: PrintSize) -> bytes:
    return pdf.render(composed(file), paper=paper, size=size)


@cache
def heard(file: Path, paper: Paper, size: PrintSize) -> str:
    return struct_text(printed(file, paper, size))


def struct_text(data: bytes) -> str:
    """The text in the order of the structure, as another program reads it out."""
    done = subprocess.run(
        ["pdfinfo", "-struct-text", "-"],
        input=data,
        check=True,
        capture_output=True,
    )
    return " ".join(re.findall(r'"(.*)"', done.stdout.decode()))


def tree(document: pikepdf.Pdf) -> Iterator[tuple[Any, Any]]:
    """Each element with the one it is in, in reading order."""

    def below(element: Any, parent: Any) -> Iterator[tuple[Any, Any]]:
        yield element, parent
        for kid in element.K:
            if kid.get("/Type") == "/StructElem":
                yield from below(kid, element)

    return below(document.Root.StructTreeRoot.K, None)


@pytest.fixture
def opened(file: Path, paper: Paper, size: PrintSize) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(printed(file, paper, size))) as document:
        yield document


@every_print
def test_the_pdf_says_that_it_is_tagged_in_which_language_and_shows_its_title(
    opened: pikepdf.Pdf,
) -> None:
    root = opened.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "en"
    assert root.ViewerPreferences.DisplayDocTitle
    assert all(page.Tabs == "/S" for page in opened.pages)


@every_print
def test_all_that_is_printed_is_heard_and_nothing_of_head_and_foot(
    file: Path, paper: Paper, size: PrintSize
) -> None:
    said = heard(file, paper, size)
    assert not missing(composed(file), said)
    assert "Page 1 of" not in said
    assert not holds(said, composed(file).not_advice)


@every_print
def test_blanks_part_the_words_also_where_a_line_ends(
    file: Path, paper: Paper, size: PrintSize
) -> None:
    said = " ".join(heard(file, paper, size).split())
    for part in composed(file).parts:
        for block in blocks(part):
            if isinstance(block, Heading):
                assert " ".join(block.text.split()) in said


@every_print
def test_the_parts_are_heard_in_their_order(file: Path, paper: Paper, size: PrintSize) -> None:
    said = squeezed(heard(file, paper, size))
    places = [said.index(squeezed(part.title)) for part in composed(file).parts]
    assert places == sorted(places)


@every_print
def test_each_piece_of_a_page_belongs_to_one_element_and_each_element_to_its_pieces(
    opened: pikepdf.Pdf,
) -> None:
    numbers = {page.objgen: place for place, page in enumerate(opened.pages)}
    owners: Counter[tuple[int, int]] = Counter()
    parents = dict(zip(*[iter(opened.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    for element, _ in tree(opened):
        for kid in element.K:
            if kid.get("/Type") == "/MCR":
                page = numbers[kid.Pg.objgen]
                owners[page, int(kid.MCID)] += 1
                assert parents[page][int(kid.MCID)].objgen == element.objgen
    marked = Counter(
        (place, int(one.operands[1].MCID))
        for place, page in enumerate(opened.pages)
        for one in pikepdf.parse_content_stream(page)
        if str(one.operator) == "BDC"
    )
    assert set(owners.values()) == {1}
    assert owners == marked


@every_print
def test_nothing_is_drawn_that_is_neither_tagged_nor_decoration(opened: pikepdf.Pdf) -> None:
    for page in opened.pages:
        inside = 0
        for one in pikepdf.parse_content_stream(page):
            operator = str(one.operator)
            inside += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
            assert 0 <= inside <= 1
            assert inside or operator not in DRAWS
        assert inside == 0


@pytest.mark.parametrize(
    "above", cases(0, *range(30, 48, 3), further=tuple(n for n in range(31, 48) if n % 3))
)
def test_a_list_that_runs_on_in_a_paragraph_is_heard_as_a_lead_and_a_list(above: int) -> None:
    """What stands above it leaves, in the end, some of its lines to the next page."""
    reasons = tuple(f"reason {n}, which is {'long ' * 40 * n}." for n in range(1, 6))
    over: tuple[Block, ...] = (Paragraph("above"),) * above
    run_in = Bullets(reasons, lead="Call if")
    page = Part(id="person", title="Page", subtitle="", blocks=(*over, run_in))
    made = replace(composed(EXAMPLES[0]), parts=(page,))
    data = pdf.render(made, paper="letter")
    with pikepdf.open(BytesIO(data)) as opened:
        (listed,) = [one for one, _ in tree(opened) if one.S == "/L"]
        assert [str(item.S) for item in listed.K] == ["/LI"] * len(reasons)
        assert all(str(item.K[0].S) == "/LBody" for item in listed.K)
    told = struct_text(data)
    assert squeezed("".join(("Call if:", *(f"•{one}" for one in reasons)))) in squeezed(told)


@every_print
def test_headings_begin_at_the_first_level_and_skip_none(opened: pikepdf.Pdf) -> None:
    names = [str(element.S) for element, _ in tree(opened)]
    levels = [int(name[2:]) for name in names if re.fullmatch(r"/H\d", name)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_print
def test_a_table_has_rows_of_one_width_and_says_what_its_headings_are_for(
    opened: pikepdf.Pdf,
) -> None:
    tables = [element for element, _ in tree(opened) if element.S == "/Table"]
    assert tables
    for one in tables:
        rows = [row for row in one.K if row.S == "/TR"]
        widths = {sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in row.K) for row in rows}
        assert len(widths) == 1
        for row in rows:
            assert row.K[0].S == "/TH"
            assert all("/Scope" in cell.A for cell in row.K if cell.S == "/TH")


@every_print
def test_a_picture_is_told_in_words(opened: pikepdf.Pdf) -> None:
    drawn = [element for element, _ in tree(opened) if element.S in ("/Figure", "/Lbl")]
    assert all(str(element.get("/Alt", "")).strip() for element in drawn)


@every_print
def test_the_outline_has_every_part_and_leads_to_it(
    file: Path, paper: Paper, size: PrintSize
) -> None:
    data = printed(file, paper, size)
    print_of_it = pages(data)
    with PdfDocument(data) as document:
        lines = [(one.level, one.get_title(), one.get_dest()) for one in document.get_toc()]
        found = [(level, title, dest.get_index()) for level, title, dest in lines if dest]
    assert len(found) == len(lines)
    assert [title for level, title, _ in found if level == 0] == [
        part.title for part in composed(file).parts
    ]
    assert any(level == 1 for level, _, _ in found)
    for _, title, page in found:
        assert holds(print_of_it[page], title)
