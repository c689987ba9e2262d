"""What is drawn: icon arrays, bars of the line-up, dots of certainty."""

from typing import Any, Final

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from decision_aid.domain.risk import Certainty
from decision_aid.report.document import LineUpBar
from decision_aid.report.pdf_structure import Element
from decision_aid.report.pdf_style import BAR, INK, LINE, QUIET, TRACK

SURE: Final[dict[Certainty, int]] = {"very_low": 1, "low": 2, "moderate": 3, "high": 4}
"""Filled dots of four."""


class IconArray(Flowable):  # type: ignore[misc] # ReportLab has no types
    """100 people as circles, ten in a row, filled from the upper left corner.

    Args:
        tag: What it is in the structure.
        per_100: How many are filled.
        step: Distance of two circles in points.
    """

    def __init__(self, tag: Element, per_100: int, step: float = 10.0) -> None:
        super().__init__()
        self._tag = tag
        self._per_100 = per_100
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
        canvas.setLineWidth(0.6)
        for place in range(100):
            row, column = divmod(place, 10)
            filled = place < self._per_100
            canvas.setFillColor(INK if filled else white)
            canvas.setStrokeColor(INK if filled else QUIET)
            x, y = (column + 0.5) * self._step, self.height - (row + 0.5) * self._step
            canvas.circle(x, y, 0.4 * self._step, fill=1)


class CertaintyDots(Flowable):  # type: ignore[misc] # ReportLab has no types
    """One to four filled dots of four; the words beside them say the same."""

    def __init__(self, certainty: Certainty) -> None:
        super().__init__()
        self._filled = SURE[certainty]
        self.width, self.height = 34.0, 10.0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        with self.canv.part_of(None):
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(0.7)
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
