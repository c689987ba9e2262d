"""The pages of the record, the sums and the sources: nothing torn, lost or too small."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product
from pathlib import Path

import pytest
from decision_aid.report import pdf
from decision_aid.report.compose import compose
from decision_aid.report.document import Document, Heading, KeyValues, PartId, Table
from decision_aid.report.pdf_pages import Paper
from decision_aid.report.pdf_style import PrintSize

from tests.full_form import cases
from tests.report.page_lines import Piece, pieces
from tests.report.printing import EXAMPLES, PAPERS, example
from tests.report.reading import of_kind, squeezed

PARTS: tuple[PartId, ...] = ("record", "sums", "sources")
SIZES: tuple[PrintSize, ...] = ("normal", "large")
FOOT = {"normal": 40, "large": 60}
"""Height in points below which only the foot of a page stands."""
HEADINGS = {"normal": {1: 12.5, 2: 10.5}, "large": {1: 20.0, 2: 16.0}}
"""Sizes of headings in points, by level."""
LONG = 600
"""Letters of a text whose row may be torn because it is taller than a third of a page."""

every_print = pytest.mark.parametrize(
    ("file", "paper", "size"),
    cases(
        *((file, PAPERS[place % 2], SIZES[place % 2]) for place, file in enumerate(EXAMPLES)),
        further=tuple(
            (file, paper, size)
            for place, file in enumerate(EXAMPLES)
            for paper, size in product(PAPERS, SIZES)
            if (paper, size) != (PAPERS[place % 2], SIZES[place % 2])
        ),
    ),
    ids=lambda one: one.stem if isinstance(one, Path) else one,
)


@cache
def composed(file: Path, name: PartId) -> Document:
    """One part, with the numbers of sources it has where all are printed."""
    made = example(file)
    parts = {"record", name}
    whole = compose(made, on=made.session.started_on, parts=[one for one in PARTS if one in parts])
    (only,) = (one for one in whole.parts if one.id == name)
    return Document(**{**vars(whole), "parts": (only,)})


@cache
def pages(file: Path, name: PartId, paper: Paper, size: PrintSize) -> list[list[Piece]]:
    """The content of each page, without its head and foot."""
    whole = pieces(pdf.render(composed(file, name), paper=paper, size=size))
    return [
        [one for one in page if one.base > FOOT[size] and "continued" not in one.text]
        for page in whole
    ]


def headings(page: list[Piece], told: set[tuple[str, float]]) -> Iterator[tuple[Piece, bool]]:
    """Each heading's last line, and whether it is the first thing on the page."""
    for start, first in enumerate(page):
        if not any(text.startswith(first.text) and size == first.size for text, size in told):
            continue
        for end in range(start, min(start + 5, len(page))):
            if (_joined(page[start : end + 1]), page[end].size) in told:
                yield page[end], start == 0


def _joined(lines: list[Piece]) -> str:
    return "".join(one.text for one in lines)


@every_print
@pytest.mark.parametrize("name", PARTS)
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    file: Path, name: PartId, paper: Paper, size: PrintSize
) -> None:
    (made,) = composed(file, name).parts
    large = HEADINGS[size]
    told = {(squeezed(one.text), large[one.level]) for one in of_kind(made, Heading)}
    printed = pages(file, name, paper, size)
    found = 0
    for page, following in pairwise([*printed, []]):
        goes_on = bool(following) and not any(first for _, first in headings(following, told))
        for heading, _ in headings(page, told):
            found += 1
            below = {one.base for one in page if one.base < heading.base}
            assert len(below) > goes_on, heading
    assert found >= len(told)


@every_print
@pytest.mark.parametrize("name", PARTS)
def test_no_page_is_empty_and_none_holds_a_line_alone(
    file: Path, name: PartId, paper: Paper, size: PrintSize
) -> None:
    for page in pages(file, name, paper, size):
        assert len({one.base for one in page}) > 1


@every_print
@pytest.mark.parametrize("name", PARTS)
def test_no_row_is_torn(file: Path, name: PartId, paper: Paper, size: PrintSize) -> None:
    printed = [_joined(page) for page in pages(file, name, paper, size)]
    (made,) = composed(file, name).parts
    tables: list[KeyValues | Table] = [*of_kind(made, KeyValues), *of_kind(made, Table)]
    texts = [squeezed(text) for table in tables for row in table.rows for text in row]
    assert not [one for one in texts if len(one) <= LONG and not any(one in p for p in printed)]


@every_print
@pytest.mark.parametrize("name", PARTS)
def test_no_letters_are_too_small_to_read(
    file: Path, name: PartId, paper: Paper, size: PrintSize
) -> None:
    least = 16 if size == "large" else 8 if name == "sums" else 8.5
    sizes = {one.size for page in pages(file, name, paper, size) for one in page}
    assert min(sizes) >= least


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_record_is_short_enough_to_be_read(file: Path, paper: Paper) -> None:
    assert len(pages(file, "record", paper, "normal")) <= 4


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_what_must_not_be_missed_stands_on_the_first_page(file: Path, paper: Paper) -> None:
    first = _joined(pages(file, "record", paper, "normal")[0])
    snapshot = example(file)
    decision = snapshot.session.decision
    assert decision
    assert squeezed(decision.words) in first
    assert first.index("Item9") < first.index("Thevisit")
    shut = [one.rule.title for one in snapshot.findings if one.shuts]
    for text in (*shut, *(step.what for step in snapshot.session.next_steps)):
        assert squeezed(text) in first[: first.index("Thevisit")]
