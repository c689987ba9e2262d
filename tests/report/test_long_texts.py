"""Texts of any length find their place on paper, and a line is cut where it must be."""

from dataclasses import replace

import pytest
from decision_aid.domain.session import Concern
from decision_aid.report import pdf
from decision_aid.report.compose import compose
from decision_aid.report.pdf_pages import fitting
from decision_aid.report.pdf_style import REGULAR, load_style
from pypdfium2 import PdfDocument
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.builders import TODAY
from tests.report.visits import a_full_session, a_visit


@pytest.mark.parametrize("length", [0, 300, 1200, 2000, 4000])
@pytest.mark.parametrize("word", ["x", "some words "])
def test_columns_of_any_height_are_printed_on_numbered_pages(word: str, length: int) -> None:
    said = (word * length)[:length]
    session = replace(
        a_full_session(), concerns=(Concern(id="own_1", text=said),), open_questions=(said,) * 3
    )
    data = pdf.render(compose(a_visit(session=session), on=TODAY), paper="letter")
    with PdfDocument(data) as document:
        last = document[len(document) - 1].get_textpage().get_text_bounded()
        assert f"Page {len(document)} of {len(document)}" in last


def width(text: str) -> float:
    return float(stringWidth(text, REGULAR, 8))


@pytest.mark.parametrize("text", ["x" * 4000, "W" * 300, "word " * 100])
def test_a_line_too_long_is_cut_at_the_last_character_that_fits(text: str) -> None:
    load_style()
    cut = fitting(text, 400, REGULAR, 8)
    kept = cut.removesuffix("…")
    assert text.startswith(kept)
    assert width(cut) <= 400 < width(f"{text[: len(kept) + 1]}…")


@pytest.mark.parametrize("text", ["", "a", "short enough"])
def test_a_line_that_fits_is_left_as_it_is(text: str) -> None:
    load_style()
    assert fitting(text, 400, REGULAR, 8) == text
