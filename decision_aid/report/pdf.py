"""A document as a PDF: the same document gives the same bytes."""

from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any, Final

from reportlab.platypus import BaseDocTemplate, NextPageTemplate, PageBreak, Spacer

from decision_aid.base.locale_words import day_words
from decision_aid.report.document import Document, Part
from decision_aid.report.pdf_blocks import Typesetter
from decision_aid.report.pdf_canvas import TaggedCanvas
from decision_aid.report.pdf_pages import Paper, Sheet
from decision_aid.report.pdf_structure import Element
from decision_aid.report.pdf_style import BRAND, REGULAR, PrintSize, load_style
from decision_aid.report.pdf_tables import grid

_OF_ITSELF: Final = (
    b"ReportLab Generated PDF document (opensource)",
    b"% ReportLab generated PDF document -- digest (opensource)",
)
"""Comments in the head and the foot of every file."""


def render(document: Document, *, paper: Paper, size: PrintSize = "normal") -> bytes:
    """The PDF's bytes, with its fonts inside and no time or place in it.

    It is tagged: what is read stands in its structure tree in reading order, what only decorates
    is an artifact.

    Args:
        document: What to print.
        paper: "letter" or "a4".
        size: "normal" or "large" print.
    """
    file = BytesIO()
    sheet = Sheet(document, paper, replace(load_style(size), quoted=document.quoted))
    template = BaseDocTemplate(
        file,
        pagesize=sheet.page,
        pageTemplates=sheet.templates(),
        title=sheet.style.line(document.title),
        author="",
        subject="",
        creator="decision-aid",
        producer="decision-aid",
        lang=sheet.style.line(document.language),
        invariant=1,
        initialFontName=REGULAR,
        pageCompression=1,
    )
    root = Element("Document")
    story = _story(sheet, root)
    template.build(story, canvasmaker=partial(TaggedCanvas, root=root, numbering=sheet.number))
    return _unsigned(file.getvalue())


def _unsigned(data: bytes) -> bytes:
    """The same without what ReportLab writes of itself; blanks keep every offset as it is."""
    for told in _OF_ITSELF:
        data = data.replace(told, b" " * len(told))
    return data


def _story(sheet: Sheet, root: Element) -> list[Any]:
    width, height = sheet.column
    story: list[Any] = []
    for part in sheet.document.parts:
        into = root.add("Sect")
        style = sheet.style_of(part)
        story += [NextPageTemplate(f"{part.id} opens"), PageBreak()] if story else []
        story += [
            NextPageTemplate(f"{part.id} follows"),
            _opening(part, sheet, into),
            Spacer(0, 9),
            *Typesetter(style, height).one_side(part, width, into),
        ]
    return story


def _opening(part: Part, sheet: Sheet, into: Element) -> Any:
    """Title at the left, day at the right, what it is below both, a rule below."""
    style, width = sheet.style_of(part), sheet.column_width
    title = style.paragraph(into.add("H1"), part.title, "title")
    subtitle = style.paragraph(into.add("P"), part.subtitle, "subtitle")
    day = style.paragraph(into.add("P"), day_words(sheet.document.on), "date", align="right")
    looks = (
        ("SPAN", (0, 1), (1, 1)),
        ("BOTTOMPADDING", (0, 0), (-1, 0), 0),
        ("BOTTOMPADDING", (0, 1), (-1, 1), 7),
        ("LINEBELOW", (0, 1), (-1, 1), 2, BRAND),
    )
    of_day = style.room(90)
    return grid([[title, day], [subtitle, ""]], [width - of_day, of_day], *looks)
