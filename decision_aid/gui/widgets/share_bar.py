"""How often each option came first, as one bar in neutral greys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.painting import outlined, readable_on, shades


@dataclass(frozen=True)
class Share:
    """A part of the bar.

    Attributes:
        letter: The option's letter.
        part: Its share, 0 to 1.
    """

    letter: str
    part: float


class ShareBar(QWidget):
    """Shares that sum to 1: one accessible element that says its sentence."""

    heard_as: ClassVar = "picture"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[Share, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shares(self) -> tuple[Share, ...]:
        """What is drawn, from the left."""
        return self._shares

    def show_shares(self, shares: Sequence[Share], sentence: str) -> None:
        """Show these shares, from the left; the sentence is for those who do not see them."""
        self._shares = tuple(shares)
        self.setAccessibleName(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as two lines of text."""
        self.ensurePolished()
        return QSize(160, round(self.fontMetrics().height() * 1.7))

    def minimumSizeHint(self) -> QSize:
        """Half as wide, if it must."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the parts, each with its letter where there is room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, area = worn(self), QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(area, 5, 5)
        painter.setClipPath(clip)
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        colours = shades(theme.colour("ink"), theme.colour("surface"), len(self._shares))
        left = area.left()
        for share, colour in zip(self._shares, colours, strict=True):
            width = share.part * area.width()
            part = QRectF(left, area.top(), max(0.0, width - 2), area.height())
            outlined(painter, part, colour, theme.colour("ink"))
            if painter.fontMetrics().horizontalAdvance(share.letter) + 6 <= part.width():
                painter.setPen(readable_on(colour, theme))
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter, share.letter)
            left += width
        painter.end()
