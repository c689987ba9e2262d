"""Room for a hand on paper: boxes to tick and lines to write on."""

from typing import Any, Final

from reportlab.lib.colors import white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer

from decision_aid.report.document import SignOff, WriteIn
from decision_aid.report.pdf_cards import box
from decision_aid.report.pdf_style import INK, QUIET, REGULAR, Style

_SIZE: Final = 9.0
_TICK: Final = 8.5
"""Side of a box to tick, in points."""
_GAP: Final = 12.0
_PADDING: Final = 8.0
_HEIGHT: Final = 15.0
"""Room for a line of handwriting, in points; what stands above leaves some, too."""
_ABOVE: Final = 3.0


def sign_off(block: SignOff, width: float, style: Style) -> Any:
    """A card: what it is, what there is to know, and below it the room for a hand."""
    rows = [
        style.paragraph(block.heading, "heading 2"),
        *(style.lead_paragraph(f"{label}:", text, "close") for label, text in block.rows),
        Spacer(0, _ABOVE),
        HandLine(block.answer, width - 2 * _PADDING),
    ]
    return box(rows, width, white, QUIET, padding=_PADDING)


class HandLine(Flowable):  # type: ignore[misc] # ReportLab has no types
    """Boxes and lines, side by side.

    Args:
        block: What they are for.
        width: Room for all of it, in points.
    """

    def __init__(self, block: WriteIn, width: float) -> None:
        super().__init__()
        self._block = block
        self.width, self.height = width, _HEIGHT

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        self.canv.setStrokeColor(INK)
        self.canv.setFillColor(INK)
        self.canv.setFont(REGULAR, _SIZE)
        self.canv.setLineWidth(0.9)
        at = 0.5
        for text in self._block.boxes:
            self.canv.rect(at, 2, _TICK, _TICK)
            at = self._write(at + _TICK + 4, text) + _GAP
        self._draw_lines(at)

    def _draw_lines(self, at: float) -> None:
        lines = self._block.lines
        told = sum(_width(label) + 4 for label, _ in lines) + _GAP * (len(lines) - 1)
        room = self.width - at - told
        self.canv.setLineWidth(0.6)
        for label, share in lines:
            start = self._write(at, label) + 4
            self.canv.line(start, 1, start + share * room, 1)
            at = start + share * room + _GAP

    def _write(self, at: float, text: str) -> float:
        """Write a text; where it ends."""
        self.canv.drawString(at, 3.5, text)
        return at + _width(text)


def _width(text: str) -> float:
    return float(stringWidth(text, REGULAR, _SIZE))
