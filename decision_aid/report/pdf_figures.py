"""What is drawn: icon arrays, bars of the line-up, dots of certainty."""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.lib.colors import Color, white
from reportlab.platypus import Flowable

from decision_aid.domain.risk import Certainty
from decision_aid.report.document import LineUpBar
from decision_aid.report.pdf_structure import Element
from decision_aid.report.pdf_style import BAR, INK, LINE, QUIET, TRACK, UNSURE
from decision_aid.workspace.icon_marks import SIDE, Mark, marks

SURE: Final[dict[Certainty, int]] = {"very_low": 1, "low": 2, "moderate": 3, "high": 4}
"""Filled dots of four."""


_ROUND: Final = 1
_LAYERS: Final[tuple[tuple[tuple[tuple[Color, float], ...], frozenset[Mark]], ...]] = (
    (((INK, 0.86),), frozenset({"filled", "unsure_filled"})),
    (((white, 0.36),), frozenset({"unsure_filled"})),
    (((INK, 0.86), (UNSURE, 0.74)), frozenset({"unsure_open"})),
    (((QUIET, 0.86), (white, 0.74)), frozenset({"open"})),
)
"""What each kind of circle is drawn of: dots one over the other, as shares of the distance."""


class IconArray(Flowable):  # type: ignore[misc] # ReportLab has no types
    """100 people as circles, ten in a row, filled from the upper left corner.

    Within the range a dark circle has a light middle, "it may be fewer", and an open one is grey,
    "it may be more": told apart by shape, and by no colour.

    Args:
        tag: What it is in the structure.
        per_100: How many are filled.
        step: Distance of two circles in points.
        ends: How many it may be at least and at most; None where that is not known.
    """

    def __init__(
        self, tag: Element, per_100: int, step: float = 10.0, ends: tuple[int, int] | None = None
    ) -> None:
        super().__init__()
        self._tag = tag
        self._marks = marks(per_100, *ends) if ends else marks(per_100)
        self._step = step
        self.width = self.height = 10 * step

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        with self.canv.part_of(self._tag):
            self._draw_circles(self.canv)

    def _draw_circles(self, canvas: Any) -> None:
        canvas.setLineCap(_ROUND)
        for layers, kinds in _LAYERS:
            middles = [self._middle(at) for at, mark in enumerate(self._marks) if mark in kinds]
            for colour, share in layers if middles else ():
                _dots(canvas, middles, colour, share * self._step)

    def _middle(self, place: int) -> tuple[float, float]:
        row, column = divmod(place, SIDE)
        return (column + 0.5) * self._step, self.height - (row + 0.5) * self._step


def _dots(
    canvas: Any, middles: Sequence[tuple[float, float]], colour: Color, diameter: float
) -> None:
    """Round dots, in one path: a line of no length with round ends, which is soon written."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(diameter)
    path = canvas.beginPath()
    for x, y in middles:
        path.moveTo(x, y)
        path.lineTo(x, y)
    canvas.drawPath(path)


class CertaintyDots(Flowable):  # type: ignore[misc] # ReportLab has no types
    """One to four filled dots of four; the words beside them say the same.

    Args:
        certainty: How sure we are.
        scale: Their size beside that in normal print.
    """

    def __init__(self, certainty: Certainty, scale: float = 1.0) -> None:
        super().__init__()
        self._filled = SURE[certainty]
        self._scale = scale
        self.width, self.height = 34.0 * scale, 10.0 * scale

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        with self.canv.part_of(None):
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(0.7)
            self.canv.scale(self._scale, self._scale)
            for place in range(4):
                self.canv.setFillColor(INK if place < self._filled else white)
                self.canv.circle(4 + 8 * place, 4.5, 2.8, fill=1)


class FitBar(Flowable):  # type: ignore[misc] # ReportLab has no types
    """A bar as long as the score, on a track from 0 to 1, with its interval as a thin line."""

    def __init__(self, tag: Element, bar: LineUpBar, width: float) -> None:
        super().__init__()
        self._tag = tag
        self._bar = bar
        self.width, self.height = width, 14.0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        with self.canv.part_of(self._tag):
            self._draw_bar(self.canv, self._bar)

    def _draw_bar(self, canvas: Any, bar: LineUpBar) -> None:
        canvas.setStrokeColor(LINE)
        canvas.setFillColor(TRACK)
        canvas.roundRect(0, 1, self.width, 12, 2, stroke=0, fill=1)
        canvas.setFillColor(BAR)
        canvas.roundRect(0, 1, max(self.width * bar.score, 0.5), 12, 2, stroke=0, fill=1)
        for colour, thickness in ((white, 4.0), (INK, 1.6)):
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(thickness)
            canvas.line(self.width * bar.low, 7, self.width * bar.high, 7)
