"""The line-up: a bar for every option weighed, and the reason for every other one."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.pages.weigh_change import write
from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.chip import Chip
from decision_aid.gui.widgets.legend import Legend
from decision_aid.gui.widgets.letter import letter_badge
from decision_aid.gui.widgets.lineup_bar import HatchedNote, LineupBar, Segment
from decision_aid.gui.widgets.thin_numbers import ThinNumbers
from decision_aid.weighing.appraisal import Band, OptionFit
from decision_aid.workspace import wording
from decision_aid.workspace.line_up_bars import bar_sentence, numbered
from decision_aid.workspace.line_up_state import LineUpState, in_places
from decision_aid.workspace.line_up_words import order_sentences, span_words
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import SEVERITIES

READING = N_(
    "Longer is a closer fit. The thin line shows how unsure your answers and the research make it."
)
FITS: Final[dict[Band, str]] = {
    "well": N_("Fits well"),
    "fairly": N_("Fits fairly well"),
    "less": N_("Fits less well"),
}
_ROW_FROM: Final = 480
"""Least width for a name, its bar and its words side by side, in pixels at a text size of 100 %."""

_NEAR: Final = 4
_APART: Final = 14
_LINES: Final = 7
"""Lines of the grid for one row: its own, and what stands below it."""


_SIDE_BY_SIDE: Final = ((0, 2, 1), (2, 2, 1), (0, 3, 1), (3, 2, 2))
_STACKED: Final = ((2, 0, 4), (3, 0, 4), (4, 0, 4), (5, 0, 4))
"""Line, column and columns of a bar, the numbers below it, its fit, and how unsure that is."""


@dataclass(frozen=True)
class LineupLine:
    """One row: with a fit, or with the reason why there is none."""

    option: str
    fit: OptionFit | None
    reason: str = ""


def lines(snapshot: Snapshot, state: LineUpState) -> tuple[LineupLine, ...]:
    """Options weighed, best score first; then those that are not, in the session's order."""
    ranked = in_places(snapshot) if state.has_bars else ()
    weighed = [LineupLine(fit.option, fit) for _place, fit in ranked]
    others = [
        LineupLine(one.option.id, None, wording.not_weighed_reason(one.option.id, snapshot))
        for one in snapshot.options
        if one.option.id not in snapshot.weighed_options
    ]
    return (*weighed, *others)


def segments(fit: OptionFit, order: tuple[str, ...]) -> tuple[Segment, ...]:
    """What each criterion adds to an option, in the order of the legend."""
    products = {one.criterion: one.product for one in fit.contributions}
    return tuple(
        Segment(number, products[criterion])
        for number, criterion in enumerate(order, start=1)
        if products[criterion] > 0
    )


class Lineup(QWidget):
    """All rows, how to read them, and the legend. Rows are used again, never built anew."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._is_stacked = False
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(_NEAR)
        for place, share in ((1, 34), (2, 44), (3, 22)):
            self._grid.setColumnStretch(place, share)
        self._legend = Legend()
        self._not_checked = safe.label("", "small")
        self._reading = safe.label(_(READING), "small")
        self._cautions = safe.label("", "small_strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._cautions)
        column.addLayout(self._grid)
        column.addWidget(self._not_checked)
        column.addWidget(self._reading)
        column.addWidget(self._legend)

    def present(self, snapshot: Snapshot, state: LineUpState) -> bool:
        """Show how the options line up.

        Returns:
            Whether rows were made, which Tab is yet to be led to.
        """
        shown, before = lines(snapshot, state), len(self._rows)
        order = numbered(snapshot.appraisal) if state.has_bars else ()
        while len(self._rows) < len(shown):
            self._rows.append(_Row())
            self._rows[-1].stand(self._grid, len(self._rows) - 1, stacked=self._is_stacked)
        for place, row in enumerate(self._rows):
            row.show_line(shown[place] if place < len(shown) else None, order, snapshot)
        self._legend.show_names([snapshot.pack.criterion(one).short for one in order])
        self._reading.setVisible(bool(order))
        # Not only with the sums: an order that was not used is an answer that does not count.
        cautions = (*order_sentences(snapshot), *state.cautions) if order else state.cautions
        write(self._cautions, "\n".join(cautions))
        self._cautions.setVisible(bool(cautions))
        not_checked = wording.not_checked_sentence(snapshot)
        write(self._not_checked, not_checked)
        self._not_checked.setVisible(bool(not_checked))
        return len(self._rows) > before

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the bars all of the width where the text is large or the room is small."""
        super().resizeEvent(event)
        stacked = event.size().width() < _ROW_FROM * worn().percent // 100
        if stacked != self._is_stacked:
            self._is_stacked = stacked
            for place, row in enumerate(self._rows):
                row.stand(self._grid, place, stacked=stacked)


class _Row:
    """The widgets of one row of the grid."""

    def __init__(self) -> None:
        self._letter, self._name = letter_badge(""), safe.label("", "strong")
        self._bar, self._note = LineupBar(), HatchedNote()
        self._band, self._span = safe.label(), safe.label("", "small")
        self._check = Chip(_(SEVERITIES["gate"]), "gate")
        self._out = Chip(_("You ruled this out"), wraps=True)
        self._thin = ThinNumbers()

    def stand(self, grid: QGridLayout, row: int, *, stacked: bool) -> None:
        """Stand side by side in a grid, or one below the other."""
        middle, top = Qt.AlignmentFlag.AlignVCenter, _LINES * row
        # Qt keeps no distance before a line of which each thing goes over several columns.
        grid.setRowMinimumHeight(top + 1, _NEAR if stacked else 0)
        grid.setRowMinimumHeight(top + _LINES - 1, _APART)
        grid.addWidget(self._letter, top, 0, middle)
        grid.addWidget(self._name, top, 1, 1, 3 if stacked else 1, middle)
        places = _STACKED if stacked else _SIDE_BY_SIDE
        parts = (self._bar, self._thin, self._band, self._span)
        for shown, place in zip(parts, places, strict=True):
            grid.addWidget(shown, *_moved(place, top))
        grid.addWidget(self._note, *_moved(places[0], top))
        for chip in (self._check, self._out):
            grid.addWidget(chip, *_moved(places[2], top), middle)

    def show_line(
        self, line: LineupLine | None, order: tuple[str, ...], snapshot: Snapshot
    ) -> None:
        fit = line.fit if line else None
        gated = line is not None and line.option in snapshot.gated
        for widget, seen in (
            (self._letter, line is not None),
            (self._name, line is not None),
            (self._bar, fit is not None),
            (self._thin, fit is not None),
            (self._band, fit is not None),
            (self._note, line is not None and fit is None),
            (self._check, gated),
            (self._out, line is not None and fit is None and not gated),
        ):
            widget.setVisible(seen)
        self._span.hide()
        if line is None:
            return
        write(self._letter, snapshot.letter(line.option))
        write(self._name, snapshot.pack.option(line.option).name)
        if fit is None:
            reason = _("Not weighed: {reason}").format(reason=line.reason)
            self._note.say(reason, wording.option_name(line.option, snapshot))
            return
        self._show_fit(fit, order, snapshot)

    def _show_fit(self, fit: OptionFit, order: tuple[str, ...], snapshot: Snapshot) -> None:
        write(self._band, _(FITS[fit.band]))
        span = span_words(fit, snapshot)
        write(self._span, span)
        self._span.setVisible(bool(span))
        told = segments(fit, order)
        self._bar.show_fit(told, fit.interval, bar_sentence(fit, snapshot), of=len(order))
        self._thin.show_segments(told)


def _moved(place: tuple[int, int, int], top: int) -> tuple[int, int, int, int]:
    line, column, wide = place
    return top + line, column, 1, wide
