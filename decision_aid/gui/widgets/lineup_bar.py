"""How one option lines up, as a bar made of what each criterion adds; or why it has no bar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from decision_aid.base.language import _
from decision_aid.gui import safe
from decision_aid.gui.theme import Theme, worn
from decision_aid.gui.widgets.painting import hatch, outlined, readable_on, shades
from decision_aid.gui.widgets.read_stop import ReadStop

_GAP: Final = 2.0
_CORNER: Final = 5.0


@dataclass(frozen=True)
class Segment:
    """A part of a bar.

    Attributes:
        number: The criterion's number in the legend, from 1.
        length: What it adds, 0 to 1.
    """

    number: int
    length: float


def parts(segments: Sequence[Segment], area: QRect) -> Iterator[tuple[int, QRectF]]:
    """The number of each segment, and where it is drawn within a bar of this size."""
    left = float(area.left())
    for segment in segments:
        width = segment.length * area.width()
        yield segment.number, QRectF(left, area.top(), max(0.0, width - _GAP), area.height())
        left += width


def number_font(bar: QWidget) -> QFont:
    """The font of the numbers in a bar, which is smaller than that of its text."""
    font = QFont(bar.font())
    font.setPixelSize(max(11, round(bar.fontMetrics().height() * 0.55)))
    return font


def holds_number(part: QRectF, number: int, metrics: QFontMetrics) -> bool:
    """Whether a part is wide enough for its number."""
    return metrics.horizontalAdvance(str(number)) + 4 <= part.width()


class LineupBar(ReadStop, QWidget):
    """A bar from 0 to 1: one accessible element that says its sentence.

    Args:
        parent: Its parent.
    """

    heard_as: ClassVar = "picture"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._segments: tuple[Segment, ...] = ()
        self._of = 1
        self._interval = (0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """What is drawn, from the left."""
        return self._segments

    @property
    def interval(self) -> tuple[float, float]:
        """Where the thin line runs."""
        return self._interval

    def show_fit(
        self,
        segments: Sequence[Segment],
        interval: tuple[float, float],
        sentence: str,
        *,
        of: int,
    ) -> None:
        """Show what each criterion adds.

        Args:
            segments: From the left; their lengths sum to the score.
            interval: Where the thin line runs, 0 to 1.
            sentence: What the bar says, for those who do not see it.
            of: How many criteria the legend has; the shades are spread over them.
        """
        drawn = (tuple(segments), interval, of)
        if drawn != (self._segments, self._interval, self._of):
            self._segments, self._interval, self._of = drawn
            self.update()
        self.setAccessibleName(sentence)

    def sizeHint(self) -> QSize:
        """As high as a line and a half of text."""
        self.ensurePolished()
        return QSize(240, self._height())

    def minimumSizeHint(self) -> QSize:
        """Wide enough for its parts to be told apart."""
        return QSize(140, self._height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the track, the segments and the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, area = worn(self), QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(area, _CORNER, _CORNER)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(area, theme.colour("sunken"))
        self._draw_segments(painter, theme)
        painter.restore()
        self._draw_interval(painter, area, theme)
        painter.end()

    def _height(self) -> int:
        return round(self.fontMetrics().height() * 1.5)

    def _draw_segments(self, painter: QPainter, theme: Theme) -> None:
        colours = shades(theme.colour("brand"), theme.colour("surface"), self._of)
        painter.setFont(number_font(self))
        for number, part in parts(self._segments, self.rect()):
            colour = colours[number - 1]
            edge = QRectF(part.right(), part.top(), _GAP, part.height())
            painter.fillRect(edge, theme.colour("surface"))
            outlined(painter, part, colour, theme.colour("brand"))
            if holds_number(part, number, painter.fontMetrics()):
                painter.setPen(readable_on(colour, theme))
                upper = part.adjusted(0, 0, 0, -part.height() * 0.42)
                painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, str(number))

    def _draw_interval(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        low, high = (area.left() + end * area.width() for end in self._interval)
        middle = area.top() + area.height() * 0.72
        thick = theme.grown(3)
        for name, width in (("surface", thick + 4), ("ink", thick)):
            pen = QPen(theme.colour(name), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            spread = (width - thick) / 2
            painter.drawLine(
                QRectF(low - spread, middle, 0, 0).topLeft(),
                QRectF(high + spread, middle, 0, 0).topLeft(),
            )


class HatchedNote(ReadStop, QFrame):
    """Where a bar would be, for an option that is not weighed: slanted lines and the reason."""

    heard_as: ClassVar = "picture"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._reason = safe.label("", "small_strong")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.addWidget(self._reason)

    def say(self, reason: str, option: str) -> None:
        """Show why.

        Args:
            reason: Why the option is not weighed.
            option: The option, for those who do not see what stands beside it.
        """
        self._reason.setText(reason)
        self.setAccessibleName(_("{option}: {reason}").format(option=option, reason=reason))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the hatch, and a plain ground under the words."""
        painter = QPainter(self)
        theme = worn()
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), _CORNER, _CORNER)
        painter.setClipPath(clip)
        hatch(painter, QRectF(self.rect()), theme)
        painter.fillRect(QRectF(self.rect()).adjusted(9, 9, -9, -9), theme.colour("sunken"))
        painter.end()
