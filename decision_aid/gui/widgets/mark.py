"""Small drawn signs: a gate, a caution, something to know. Always beside a word that says it."""

from typing import ClassVar, Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from decision_aid.gui.theme import worn

Tone = Literal["neutral", "caution", "gate"]
"""What something warns of: nothing, "take care", or "not before it was cleared"."""

_OCTAGON: Final = (
    (0.3, 0.0),
    (0.7, 0.0),
    (1.0, 0.3),
    (1.0, 0.7),
    (0.7, 1.0),
    (0.3, 1.0),
    (0.0, 0.7),
    (0.0, 0.3),
)
_TRIANGLE: Final = ((0.5, 0.04), (1.0, 0.96), (0.0, 0.96))
_INK: Final[dict[Tone, str]] = {"gate": "gate", "caution": "caution", "neutral": "muted"}


class Mark(QWidget):
    """A sign as tall as small text: an octagon, a triangle or a circle, by tone.

    Args:
        tone: Which sign.
        drop: Free pixels above it at a text size of 100 %, to bring it level with a line of text.
    """

    heard_as: ClassVar = "nothing"

    def __init__(self, tone: Tone, drop: int = 0) -> None:
        super().__init__()
        self._tone = tone
        self._drop = drop
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As tall as small text, grown with it."""
        side = worn(self).type["small"] + 2
        return QSize(side, side + self._above())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the shape, and the stroke that makes it a sign."""
        theme = worn(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(_INK[self._tone]))
        area = QRectF(self.rect()).adjusted(1, 1 + self._above(), -1, -1)
        if self._tone == "neutral":
            painter.drawEllipse(area)
        else:
            painter.drawPolygon(_within(area, _OCTAGON if self._tone == "gate" else _TRIANGLE))
        self._draw_stroke(painter, area)
        painter.end()

    def _above(self) -> int:
        return round(worn(self).grown(self._drop))

    def _draw_stroke(self, painter: QPainter, area: QRectF) -> None:
        """A stroke and a dot: "!" for what warns, "i" for what tells."""
        pen = QPen(worn(self).colour("on_brand"), area.width() / 7)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        long, dot = ((0.48, 0.78), 0.25) if self._tone == "neutral" else ((0.3, 0.56), 0.78)
        painter.drawLine(_at(area, 0.5, long[0]), _at(area, 0.5, long[1]))
        painter.drawPoint(_at(area, 0.5, dot))


def _at(area: QRectF, x: float, y: float) -> QPointF:
    return QPointF(area.left() + x * area.width(), area.top() + y * area.height())


def _within(area: QRectF, corners: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([_at(area, x, y) for x, y in corners])
