"""How flowables go over pages: what stays together, and what stands in place of what."""

from collections.abc import Callable
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, NullActionFlowable, Spacer

from decision_aid.report.pdf_tables import Rows


class Together(KeepTogether):  # type: ignore[misc] # ReportLab has no types
    """Flowables that go on to the next page together, unless they are taller than `most`.

    Taller ones begin where they stand, as long as `least` is left there, and room for the first
    `lead` of them with the first row of what they introduce. Heights are in points.
    """

    def __init__(self, flowables: list[Any], *, most: float, least: float, lead: int) -> None:
        super().__init__(flowables)
        self._most, self._least, self._lead = most, least, lead

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its width, and a height that makes it be split."""
        wide, made_to_split = super().wrap(width, height)
        self.height = self._H
        return wide, made_to_split

    def split(self, width: float, height: float) -> list[Any]:
        """What stands in its place on the page, or begins the next one."""
        self.wrap(width, height)
        if self._most < self._H:
            return [CondPageBreak(max(self._least, self.start)), *self._content]
        broken: list[Any] = super().split(width, height)
        return broken

    @property
    def start(self) -> float:
        """Once it is wrapped, the height of what introduces, with the first row of the rest."""
        start, whole = sum(map(_height, self._content[: self._lead])), False
        for one in self._content[self._lead :]:
            start += _height(one) if whole else _first_row(one)
            whole = bool(one.getKeepWithNext())
            if not whole and not isinstance(one, Spacer):
                break
        return min(start, self._most)


def _first_row(made: Any) -> float:
    """Height of the first row of a table, with its head; of what cannot be torn the whole."""
    if isinstance(made, Together):
        return made.start
    return sum(made.row_heights[: made.repeatRows + 1]) if isinstance(made, Rows) else _height(made)


def _height(made: Any) -> float:
    return sum(made.row_heights) if isinstance(made, Rows) else float(made.height)


class InPlaceOf(Flowable):  # type: ignore[misc] # ReportLab has no types
    """An arrangement that is never torn; where it does not fit on the page, its content in order.

    Args:
        arranged: One flowable that holds the arrangement.
        in_order: Sets the same content so that it may go on to the next page; told how many
            times as tall as its room the arrangement is.
    """

    def __init__(self, arranged: Any, in_order: Callable[[float], list[Any]]) -> None:
        super().__init__()
        self._arranged = arranged
        self._in_order = in_order

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its size in points."""
        self.width, self.height = self._arranged.wrap(width, height)
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Any]:
        """What stands in its place when it is too tall for what is left of the page."""
        # ReportLab puts the first of these here whatever its height; an empty one leaves the
        # choice of the page to those after it.
        return [NullActionFlowable(), *self._in_order(self.height / height)]

    def draw(self) -> None:
        """Draw it."""
        self._arranged.drawOn(self.canv, 0, 0)
