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
_LEAST: Final = 44.0
"""Points for a hand that the lines of one row have on average, at least."""

Lines = tuple[tuple[str, float], ...]


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
    """Boxes and lines side by side; in large print, or where words are long, one row below another.

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
        self.width = width
        beside = not style.is_large and self._room(block.lines, self._boxes_width()) > 0
        self._below = bool(block.boxes) and not beside
        self._rows = (block.lines,) if beside else self._in_rows(block.lines)
        self.height = self._row * (len(self._rows) + self._below)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        with self.canv.part_of(self._tag):
            self.canv.setStrokeColor(INK)
            self.canv.setFillColor(INK)
            self.canv.setFont(REGULAR, self._size)
            y = self.height - self._row
            at = self._draw_boxes(y)
            for place, lines in enumerate(self._rows):
                lower = y - (place + self._below) * self._row
                self._draw_lines(lines, 0.5 if place or self._below else at, lower)

    def _boxes_width(self) -> float:
        return sum(self._size + 4 + self._width(box) + _GAP for box in self._block.boxes)

    def _room(self, lines: Lines, at: float) -> float:
        """What is left for a hand beside the words of a row, beyond what it needs at least."""
        told = sum(self._width(label) + 4 + _GAP for label, _share in lines) - _GAP
        return self.width - at - told - len(lines) * self._style.room(_LEAST)

    def _in_rows(self, lines: Lines) -> tuple[Lines, ...]:
        """The lines in as many rows as leave a hand the room it needs."""
        if len(lines) == 1 or self._room(lines, 0) > 0:
            return (lines,)
        middle = (len(lines) + 1) // 2
        return (*self._in_rows(lines[:middle]), *self._in_rows(lines[middle:]))

    def _draw_boxes(self, y: float) -> float:
        """Draw the boxes; where they end."""
        self.canv.setLineWidth(0.9)
        at = 0.5
        for text in self._block.boxes:
            self.canv.rect(at, y + 2, self._size, self._size)
            at = self._write(at + self._size + 4, y, text) + _GAP
        return at

    def _draw_lines(self, lines: Lines, at: float, y: float) -> None:
        told = sum(self._width(label) + 4 for label, _share in lines) + _GAP * (len(lines) - 1)
        room = max(self.width - at - told, 0) / sum(share for _label, share in lines)
        self.canv.setLineWidth(0.6)
        for label, share in lines:
            start = self._write(at, y, label) + 4
            self.canv.line(start, y + 1, start + share * room, y + 1)
            at = start + share * room + _GAP

    def _write(self, at: float, y: float, text: str) -> float:
        """Write a text; where it ends. The blank behind it is for those who hear it."""
        self.canv.drawString(at, y + 3.5, f"{self._style.line(text)} ")
        return at + self._width(text)

    def _width(self, text: str) -> float:
        return float(stringWidth(self._style.line(text), REGULAR, self._size))
