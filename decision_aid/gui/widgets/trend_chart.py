"""PHQ-9 totals by day: a dot for each, between light lines where its usual word changes."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from decision_aid.base.language import _
from decision_aid.base.locale_words import day_words
from decision_aid.domain.instruments import PHQ9_BANDS, PHQ9_MOST
from decision_aid.gui.theme import worn

Total = tuple[date, int]

_MANY: Final = 30
"""Dots from which on they are drawn smaller."""
_GAP: Final = 10.0
_LINES_TALL: Final = 9.0
"""Height of the scale, in lines of small text: its narrowest band holds a line and a half.

Where words wrap in two or three lines, it is as much higher as they need.
"""
_APART: Final = 0.5
"""Lines of small text between the words of two bands: else they are read as one list."""
_LINES_BESIDE: Final = 3
"""Lines of small text above and below the scale."""


class TrendChart(QWidget):
    """Totals from 0 to 27 by day: one accessible element that says its sentence.

    Every total is drawn in the same dark color, whatever its band: shades say nothing here.
    """

    heard_as: ClassVar = "chart"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._totals: tuple[Total, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_totals(self, totals: Sequence[Total], sentence: str) -> None:
        """Show these totals.

        Args:
            totals: Days and totals, 0 to 27, oldest first.
            sentence: What the chart says, for those who do not see it.
        """
        self._totals = tuple(totals)
        self.setAccessibleName(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its bands need for their words."""
        return QSize(480, self.heightForWidth(480))

    def heightForWidth(self, width: int) -> int:
        """As high as its bands need for their words, which wrap where it is narrow."""
        metrics = QFontMetricsF(_small(self))
        return round(metrics.height() * (_lines_tall(metrics, width) + _LINES_BESIDE))

    def minimumSizeHint(self) -> QSize:
        """Room for the words and a few dots."""
        words = _words_width(QFontMetricsF(_small(self)), room=0)
        return QSize(round(words * 2), self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the bands, then the totals, then what is written beside them."""
        if not self._totals:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_small(self))
        days = [day for day, _total in self._totals]
        plot = Plot(QRectF(self.rect()), days, QFontMetricsF(painter.font()))
        _draw_bands(painter, plot)
        dots = [plot.at(*one) for one in self._totals]
        _draw_dots(painter, dots, plot.radius)
        _write_days(painter, plot, days)
        _write_totals(painter, plot, self._totals)
        painter.end()


class Plot:
    """Where days and totals lie.

    Args:
        area: All of the chart, in pixels.
        days: The days, oldest first; at least one.
        metrics: The font of what is written.
    """

    def __init__(self, area: QRectF, days: Sequence[date], metrics: QFontMetricsF) -> None:
        line = metrics.height()
        left = _words_width(metrics, area.width())
        self.scale = QRectF(
            area.left() + left,
            area.top() + line,
            area.width() - left,
            line * _lines_tall(metrics, area.width()),
        )
        """Where 0 to 27 is drawn."""
        self.radius = line * (0.26 if len(days) < _MANY else 0.14)
        """Of a dot, in pixels."""
        self._first, self._days = days[0], (days[-1] - days[0]).days
        self._inset = metrics.horizontalAdvance(f"{PHQ9_MOST}")

    def at(self, day: date, total: int) -> QPointF:
        """The middle of a dot; the only day there is lies in the middle."""
        part = (day - self._first).days / self._days if self._days else 0.5
        width = self.scale.width() - 2 * self._inset
        return QPointF(self.scale.left() + self._inset + part * width, self.level(total))

    def level(self, total: int) -> float:
        """The height of a total."""
        return self.scale.bottom() - total / PHQ9_MOST * self.scale.height()


def free_places(wanted: Sequence[QRectF], taken: Sequence[QRectF] = ()) -> tuple[bool, ...]:
    """Which of some rectangles can be filled so that none touches another or what is taken.

    The last one comes first, for it is the newest; then the first one, then the others in order.
    """
    held = [*taken]
    free = [False] * len(wanted)
    for place in dict.fromkeys((len(wanted) - 1, *range(len(wanted)))):
        if not any(wanted[place].intersects(one) for one in held):
            free[place] = True
            held.append(wanted[place])
    return tuple(free)


def _bands() -> Iterator[tuple[int, int, str]]:
    """Lowest total of a band, lowest of the next one, its word."""
    lowest = 0
    for highest, word in PHQ9_BANDS:
        after = highest + 1 if highest < PHQ9_MOST else PHQ9_MOST
        yield lowest, after, _(word)
        lowest = after


def _draw_bands(painter: QPainter, plot: Plot) -> None:
    theme, line = worn(), painter.fontMetrics().height()
    numbers = painter.fontMetrics().horizontalAdvance(f"{PHQ9_MOST}") + _GAP
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    high = plot.scale.height()
    for limit in (*(low for low, _after, _word in _bands()), PHQ9_MOST):
        y = plot.level(limit)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QPointF(plot.scale.left(), y), QPointF(plot.scale.right(), y))
        painter.setPen(theme.colour("muted"))
        beside = QRectF(0, y - line / 2, plot.scale.left() - _GAP / 2, line)
        painter.drawText(beside, right, str(limit))
    for low, after, word in _bands():
        top, bottom = plot.level(after), plot.level(low)
        beside = QRectF(0, top - high, plot.scale.left() - numbers, bottom - top + 2 * high)
        painter.drawText(beside, right | Qt.TextFlag.TextWordWrap, word)


def _draw_dots(painter: QPainter, dots: Sequence[QPointF], radius: float) -> None:
    theme = worn()
    painter.setPen(QPen(theme.colour("edge"), 1.5))
    painter.drawPolyline(dots)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("ink"))
    for dot in dots:
        painter.drawEllipse(dot, radius, radius)


def _write_days(painter: QPainter, plot: Plot, days: Sequence[date]) -> None:
    """Below the scale, as many days as have room."""
    metrics = painter.fontMetrics()
    width, line = max(map(metrics.horizontalAdvance, map(day_words, days))), metrics.height()
    top = plot.scale.bottom() + line * 0.6
    middles = [plot.at(day, 0).x() for day in days]
    lefts = [min(middle - width / 2, plot.scale.right() - width) for middle in middles]
    wanted = [QRectF(left, top, width + _GAP, line) for left in lefts]
    painter.setPen(worn().colour("muted"))
    for day, place, is_free in zip(days, wanted, free_places(wanted), strict=True):
        if is_free:
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, day_words(day))


def _write_totals(painter: QPainter, plot: Plot, totals: Sequence[Total]) -> None:
    """Above its dot, each total that has room there."""
    metrics, reach = painter.fontMetrics(), plot.radius + 2
    width, line = metrics.horizontalAdvance(f"{PHQ9_MOST}"), metrics.height()
    dots = [plot.at(*one) for one in totals]
    wanted = [QRectF(one.x() - width / 2, one.y() - reach - line, width, line) for one in dots]
    taken = [QRectF(one.x() - reach, one.y() - reach, 2 * reach, 2 * reach) for one in dots]
    painter.setPen(worn().colour("ink"))
    for one, place, is_free in zip(totals, wanted, free_places(wanted, taken), strict=True):
        if is_free:
            painter.fillRect(place, worn().colour("surface"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(one[1]))


def _small(widget: QWidget) -> QFont:
    widget.ensurePolished()
    font = QFont(widget.font())
    font.setPixelSize(worn().type["small"])
    return font


def _words_width(metrics: QFontMetricsF, room: float) -> float:
    """Room for the words of the bands and the numbers beside them; in little room, words wrap."""
    words = [word for _low, _after, word in _bands()]
    numbers = metrics.horizontalAdvance(f"{PHQ9_MOST}") + 2 * _GAP
    whole = max(map(metrics.horizontalAdvance, words)) + numbers
    if whole * 3 <= room:
        return whole
    return max(metrics.horizontalAdvance(part) for word in words for part in word.split()) + numbers


def _lines_tall(metrics: QFontMetricsF, room: float) -> float:
    """The scale's height in lines, at which the words of two bands stay apart."""
    column = _words_width(metrics, room) - metrics.horizontalAdvance(f"{PHQ9_MOST}") - _GAP
    box = QRectF(0, 0, column, 9999)
    wraps = int(Qt.TextFlag.TextWordWrap)
    lines, middles = [], []
    for low, after, word in _bands():
        lines.append(metrics.boundingRect(box, wraps, word).height() / metrics.height())
        middles.append((low + after) / 2)
    apart = ((one + two) / 2 + _APART for one, two in pairwise(lines))
    steps = (two - one for one, two in pairwise(middles))
    needed = (of / step * PHQ9_MOST for of, step in zip(apart, steps, strict=True))
    return max(_LINES_TALL, *needed)
