"""PHQ-9 totals over the visits: a chart, and every value as text."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words, number_words
from decision_aid.domain.instruments import Instrument
from decision_aid.domain.session import Session
from decision_aid.gui import safe
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.text_table import TextTable
from decision_aid.gui.widgets.trend_chart import TrendChart
from decision_aid.workspace.phq9_trend import (
    LEAST,
    TrendPoint,
    left_out_sentence,
    phq9_trend,
    trend_sentence,
)

TITLE: Final = N_("Totals over the visits")
AS_TEXT: Final = N_("The totals as text")
FEW: Final = 6
"""Totals that stand there as text without being asked for."""
_HEADS: Final = (N_("Day"), N_("Total"), N_("Usual word"), N_("How difficult it makes things"))


class Trend(QWidget):
    """The totals of all visits that have one; hidden where there are fewer than two.

    Args:
        instrument: The PHQ-9.
    """

    def __init__(self, instrument: Instrument) -> None:
        super().__init__()
        self._difficulties = instrument.extra.answers if instrument.extra else ()
        self._points: tuple[TrendPoint, ...] = ()
        self._chart = TrendChart()
        self._left_out = safe.label("", "small")
        self._values = Disclosure(_(AS_TEXT))
        self._table: TextTable | None = None
        self._values.toggled.connect(self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for part in (safe.label(_(TITLE), "subheading"), self._chart, self._left_out, self._values):
            column.addWidget(part)

    def present(self, session: Session) -> None:
        """Show the totals of a session's visits."""
        points = phq9_trend(session)
        if len(self._points) < LEAST <= len(points) <= FEW:
            self._values.open()
        self.setVisible(len(points) >= LEAST)
        self._left_out.setText(left_out_sentence(session))
        self._left_out.setVisible(bool(self._left_out.text()))
        if points != self._points:
            self._points = points
            values = [(one.on, one.total) for one in points]
            self._chart.show_totals(values, trend_sentence(points) if points else "")
            self._write()

    def _write(self) -> None:
        """Put the values in a table, where it is to be seen."""
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
            self._table = None
        if self._values.is_open:
            self._table = TextTable(_(AS_TEXT), [_(head) for head in _HEADS], (2, 1, 3, 3))
            for point in reversed(self._points):
                self._table.add_row(self._told(point))
            self._values.body.addWidget(self._table)

    def _told(self, point: TrendPoint) -> tuple[str, ...]:
        difficulty = "" if point.difficulty is None else self._difficulties[point.difficulty]
        day, total = day_words(point.on), number_words(point.total)
        return day, total, point.band, difficulty or _("Not answered")
