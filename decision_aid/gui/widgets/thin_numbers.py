"""Below a bar: the numbers of the parts that are too thin to hold them."""

from collections.abc import Sequence
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.lineup_bar import Segment, holds_number, number_font, parts

_APART: Final = 4
_LEADER: Final = 4


class ThinNumbers(QWidget):
    """Numbers, each with a short line up to its part; as wide as the bar, and no height for none.

    Args:
        parent: Its parent.
    """

    heard_as: ClassVar = "nothing"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: tuple[Segment, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Tell the numbers of these parts of the bar above."""
        if self._segments != tuple(segments):
            self._segments = tuple(segments)
            self._follow()

    def placed(self) -> tuple[tuple[int, float, float], ...]:
        """Each number told: the number, the middle of its part, and where it is written from."""
        metrics = QFontMetrics(number_font(self))
        told: list[tuple[int, float, float]] = []
        free = 0.0
        for number, part in parts(self._segments, self.rect()):
            if not holds_number(part, number, metrics):
                wide = metrics.horizontalAdvance(str(number))
                start = max(free, part.center().x() - wide / 2)
                told.append((number, part.center().x(), start))
                free = start + wide + _APART
        beyond = max(0.0, free - _APART - self.width())
        return tuple((number, middle, start - beyond) for number, middle, start in told)

    def sizeHint(self) -> QSize:
        """As high as the numbers, where there are any."""
        self.ensurePolished()
        high = QFontMetrics(number_font(self)).ascent() + 2 * _LEADER
        return QSize(140, high if self.placed() else 0)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What held its number may not do so now."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the lines and the numbers."""
        painter, theme = QPainter(self), worn(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(number_font(self))
        metrics = painter.fontMetrics()
        painter.setPen(theme.colour("muted"))
        for number, middle, start in self.placed():
            over = start + metrics.horizontalAdvance(str(number)) / 2
            painter.drawLine(QPointF(middle, 0), QPointF(over, _LEADER))
            painter.drawText(QPointF(start, _LEADER + 1 + metrics.ascent()), str(number))
        painter.end()

    def _follow(self) -> None:
        self.updateGeometry()
        self.update()
