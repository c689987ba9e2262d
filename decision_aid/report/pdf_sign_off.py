"""Room for a hand on paper: boxes to tick and lines to write on."""

from typing import Any, Final

from reportlab.lib.colors import white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer

from decision_aid.report.document import SignOff, WriteIn
from decision_aid.report.pdf_cards import box
from decision_aid.report.pdf_structure import Element
from decision_aid.report.pdf_style import INK, QUIET, REGULAR, Style

_SIZE: Final = 9.0
_LARGE: Final = 14.0
"""Sizes in points of the letters, and of the boxes to tick."""
_GAP: Final = 12.0
_PADDING: Final = 8.0
_HEIGHT: Final = 15.0
"""Room for a line of handwriting, in points; what stands above leaves some, too."""
_ABOVE: Final = 3.0


def sign_off(block: SignOff, width: float, style: Style, into: Element) -> Any:
    """A card: what it is, what there is to know, and below it the room for a hand."""
    card = into.add("Div")
    rows = [
        style.paragraph(card.add("H3"), block.heading, "heading 2"),
        *(
            style.lead_paragraph(card.add("P"), f"{label}:", text, "close")
            for label, text in block.rows
        ),
        Spacer(0, _ABOVE),
        HandLine(card.add("P"), block.answer, width - 2 * _PADDING, style),
    ]
    return box(rows, width, white, QUIET, padding=_PADDING)


class HandLine(Flowable):  # type: ignore[misc] # ReportLab has no types
    """Boxes and lines side by side; in large print the lines below the boxes.

    Args:
        tag: What it is in the structure.
        block: What they are for.
        width: Room for all of it, in points.
        style: How large the print is.
    """

    def __init__(self, tag: Element, block: WriteIn, width: float, style: Style) -> None:
        super().__init__()
        self._tag = tag
        self._block = block
        self._style = style
        self._size = _LARGE if style.is_large else _SIZE
        self._row = style.room(_HEIGHT)
        self._in_two = style.is_large and bool(block.boxes)
        self.width, self.height = width, self._row * (2 if self._in_two else 1)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        with self.canv.part_of(self._tag):
            self.canv.setStrokeColor(INK)
            self.canv.setFillColor(INK)
            self.canv.setFont(REGULAR, self._size)
            end = self._draw_boxes(self.height - self._row)
            self._draw_lines(0.5 if self._in_two else end)

    def _draw_boxes(self, y: float) -> float:
        """Draw the boxes; where they end."""
        self.canv.setLineWidth(0.9)
        at = 0.5
        for text in self._block.boxes:
            self.canv.rect(at, y + 2, self._size, self._size)
            at = self._write(at + self._size + 4, y, text) + _GAP
        return at

    def _draw_lines(self, at: float) -> None:
        lines = self._block.lines
        told = sum(self._width(label) + 4 for label, _share in lines) + _GAP * (len(lines) - 1)
        room = self.width - at - told
        self.canv.setLineWidth(0.6)
        for label, share in lines:
            start = self._write(at, 0, label) + 4
            self.canv.line(start, 1, start + share * room, 1)
            at = start + share * room + _GAP

    def _write(self, at: float, y: float, text: str) -> float:
        """Write a text; where it ends. The blank behind it is for those who hear it."""
        self.canv.drawString(at, y + 3.5, f"{self._style.line(text)} ")
        return at + self._width(text)

    def _width(self, text: str) -> float:
        return float(stringWidth(self._style.line(text), REGULAR, self._size))
