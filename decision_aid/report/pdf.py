"""A document as a PDF: the same document gives the same bytes."""

from functools import partial
from io import BytesIO
from typing import Any

from reportlab.platypus import BaseDocTemplate, NextPageTemplate, PageBreak, Spacer

from decision_aid.report.document import Document, Part
from decision_aid.report.pdf_blocks import Typesetter
from decision_aid.report.pdf_canvas import TaggedCanvas
from decision_aid.report.pdf_pages import SIZES, Paper, column, number_page, templates
from decision_aid.report.pdf_structure import Element
from decision_aid.report.pdf_style import BRAND, REGULAR, Style, load_style
from decision_aid.report.pdf_tables import grid


def render(document: Document, *, paper: Paper) -> bytes:
    """The PDF's bytes, with its fonts inside and no time or place in it.

    Args:
        document: What to print.
        paper: "letter" or "a4".
    """
    style = load_style()
    file = BytesIO()
    template = BaseDocTemplate(
        file,
        pagesize=SIZES[paper],
        pageTemplates=templates(document, paper, style),
        title=style.line(document.title),
        author="",
        subject="",
        creator="decision-aid",
        producer="decision-aid",
        lang=document.language,
        invariant=1,
        initialFontName=REGULAR,
        pageCompression=1,
    )
    root = Element("Document")
    story = _story(document, paper, style, root)
    template.build(story, canvasmaker=partial(TaggedCanvas, root=root, numbering=number_page))
    return file.getvalue()


def _story(document: Document, paper: Paper, style: Style, root: Element) -> list[Any]:
    width, height = column(paper)
    typesetter = Typesetter(style, height)
    story: list[Any] = []
    for part in document.parts:
        into = root.add("Sect")
        story += [NextPageTemplate(f"{part.id} opens"), PageBreak()] if story else []
        story += [
            NextPageTemplate(f"{part.id} follows"),
            _opening(part, document, width, style, into),
            Spacer(0, 9),
            *typesetter.story(part.blocks, width, into),
        ]
    return story


def _opening(part: Part, document: Document, width: float, style: Style, into: Element) -> Any:
    """Title at the left, day at the right, a rule below."""
    title = [
        style.paragraph(into.add("H1"), part.title, "title"),
        style.paragraph(into.add("P"), part.subtitle, "subtitle"),
    ]
    day = style.paragraph(into.add("P"), document.on.isoformat(), "date", align="right")
    looks = (("LINEBELOW", (0, 0), (-1, 0), 2, BRAND), ("BOTTOMPADDING", (0, 0), (-1, 0), 7))
    return grid([[title, day]], [width - 90, 90], *looks)
