"""What stands on every page around the content: running head, foot, page numbers."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any, Final, Literal

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from decision_aid.report.document import Document, Part
from decision_aid.report.pdf_style import LINE, QUIET, REGULAR, Style

Paper = Literal["letter", "a4"]

SIZES: Final[dict[Paper, tuple[float, float]]] = {"letter": LETTER, "a4": A4}
SIDE: Final = 45.0
"""Left and right margin in points."""
TOP: Final = 34.0
FOOT: Final = 48.0
_SIZE: Final = 8.0


def column(paper: Paper) -> tuple[float, float]:
    """Width and height of a page's column, in points."""
    width, height = SIZES[paper]
    return width - 2 * SIDE, height - TOP - FOOT


def templates(document: Document, paper: Paper, style: Style) -> list[Any]:
    """Two page templates for each part: the page it opens on, and those that follow.

    Args:
        document: What is printed.
        paper: The paper.
        style: Fonts.
    """
    return [
        _template(f"{part.id} {kind}", paper, _furniture(document, part, kind, style))
        for part in document.parts
        for kind in ("opens", "follows")
    ]


def _template(name: str, paper: Paper, furniture: Callable[[Any, Any], None]) -> Any:
    width, height = column(paper)
    head = 0 if name.endswith("opens") else 16
    frame = Frame(
        SIDE,
        FOOT,
        width,
        height - head,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(id=name, frames=[frame], onPage=furniture, pagesize=SIZES[paper])


def number_page(canvas: Any, number: int, count: int) -> None:
    """Draw "Page 2 of 5" at the foot of a page."""
    _quietly(canvas)
    canvas.drawRightString(canvas._pagesize[0] - SIDE, FOOT - 30, f"Page {number} of {count}")  # noqa: SLF001 - it tells its size nowhere else


def _quietly(canvas: Any) -> None:
    canvas.setFont(REGULAR, _SIZE)
    canvas.setFillColor(QUIET)


def _furniture(
    document: Document, part: Part, kind: str, style: Style
) -> Callable[[Any, Any], None]:
    facts = [document.on.isoformat(), f"Content: {document.pack} {document.version}"]
    label = [document.label] if document.label.strip() else []
    foot = style.line(" · ".join([*facts, *label]))

    def draw(canvas: Any, template: BaseDocTemplate) -> None:
        with canvas.part_of(None):
            furnish(canvas, template)

    def furnish(canvas: Any, template: BaseDocTemplate) -> None:
        width, height = template.pagesize
        right = width - SIDE
        _quietly(canvas)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        if kind == "follows":
            canvas.drawString(SIDE, height - TOP, style.line(part.title))
        canvas.line(SIDE, FOOT - 8, right, FOOT - 8)
        canvas.drawString(SIDE, FOOT - 19, _fitting(style.line(document.not_advice), right - SIDE))
        canvas.drawString(SIDE, FOOT - 30, _fitting(foot, right - SIDE - 80))

    return draw


def _fitting(text: str, width: float) -> str:
    """The text, cut visibly where it is wider than the line."""
    if _width(text) <= width:
        return text
    too_long = bisect_right(range(len(text)), width, key=lambda n: _width(f"{text[:n]}…"))
    return f"{text[: too_long - 1]}…"


def _width(text: str) -> float:
    return float(stringWidth(text, REGULAR, _SIZE))
