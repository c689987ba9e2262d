"""Below a bar: the numbers of the parts that are too thin to hold them."""

from collections.abc import Sequence
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Tell the numbers of these parts of the bar above."""
        if self._segments != tuple(segments):
            self._segments = tuple(segments)
            self.updateGeometry()
            self.update()

    def placed(self, width: int | None = None) -> tuple[tuple[int, float, float], ...]:
        """Each number told: the number, the middle of its part, and where it is written from.

        Args:
            width: Of the bar, in pixels; None for the width it has.
        """
        area = self.rect() if width is None else QRect(0, 0, width, self.height())
        metrics = QFontMetrics(number_font(self))
        told: list[tuple[int, float, float]] = []
        free = 0.0
        for number, part in parts(self._segments, area):
            if not holds_number(part, number, metrics):
                wide = metrics.horizontalAdvance(str(number))
                start = max(free, part.center().x() - wide / 2)
                told.append((number, part.center().x(), start))
                free = start + wide + _APART
        beyond = max(0.0, free - _APART - area.width())
        return tuple((number, middle, start - beyond) for number, middle, start in told)

    def hasHeightForWidth(self) -> bool:
        """What holds its number in a wide bar may not do so in a narrow one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the numbers, where there are any."""
        self.ensurePolished()
        high = QFontMetrics(number_font(self)).ascent() + 2 * _LEADER
        return high if self.placed(width) else 0

    def sizeHint(self) -> QSize:
        """As wide as a bar is at least."""
        return QSize(140, self.heightForWidth(140))

    def minimumSizeHint(self) -> QSize:
        """No height where it has none to tell."""
        return QSize(140, 0)

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
