"""A hundred people as circles, ten by ten: how many of them it happened to."""

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from decision_aid.base.language import ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.risk import Arm
from decision_aid.gui.theme import Theme, worn
from decision_aid.workspace.icon_marks import PEOPLE, SIDE, Mark, ends, marks


class IconArray(QWidget):
    """An icon array: one accessible element that says its sentence.

    Every array is filled from the same corner in the same colour, whatever the option and whatever
    happened. Its size follows the font.

    Args:
        small: For a cell of a table: a third as large, and the interval is left to the words.
        pitch: Distance between its circles, in heights of a line of text, where it is not small.
        parent: Its parent.
    """

    heard_as: ClassVar = "picture"

    def __init__(
        self, *, small: bool = False, pitch: float = 0.84, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._small = small
        self._share = 0.25 if small else pitch
        self._marks: tuple[Mark, ...] = marks(0)
        self._alone = False
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_arm(self, arm: Arm, sentence: str, *, event: bool = True, alone: bool = False) -> None:
        """Show one group of a study.

        Args:
            arm: The group.
            sentence: What the array says, for those who do not see it.
            event: True fills the people it happened to, False the others.
            alone: The study had no comparison group: drawn paler and outlined.
        """
        filled = arm.per_100 if event else PEOPLE - arm.per_100
        unsure = None if self._small else ends(arm, event=event)
        self._marks = marks(filled, *unsure) if unsure else marks(filled)
        self._alone = alone
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(_filled_words(filled))
        self.update()

    def sizeHint(self) -> QSize:
        """Ten circles and the gaps between them, each way."""
        self.ensurePolished()
        side = SIDE * self._pitch()
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """It is never drawn smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the circles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch, theme = self._pitch(), worn()
        for place, mark in enumerate(self._marks):
            row, column = divmod(place, SIDE)
            gap = pitch * 0.09
            circle = QRectF(column * pitch, row * pitch, pitch, pitch)
            self._draw(painter, circle.adjusted(gap, gap, -gap, -gap), mark, theme)
        painter.end()

    def _pitch(self) -> int:
        height = self.fontMetrics().height()
        return max(5 if self._small else 12, round(height * self._share))

    def _draw(self, painter: QPainter, circle: QRectF, mark: Mark, theme: Theme) -> None:
        dark = theme.colour("muted" if self._alone else "event")
        painter.setPen(QPen(dark if mark != "open" else theme.colour("edge"), 1.0))
        painter.setBrush(self._fill(mark, theme))
        painter.drawEllipse(circle)
        if mark == "unsure_filled":
            _dot(painter, circle, theme)

    def _fill(self, mark: Mark, theme: Theme) -> QBrush:
        if mark == "open":
            return QBrush()
        if mark == "unsure_open":
            return QBrush(theme.colour("event_light"))
        return QBrush(theme.colour("edge" if self._alone else "event"))


def _filled_words(filled: int) -> str:
    text = ngettext(
        "{filled} of {people} circles is filled.",
        "{filled} of {people} circles are filled.",
        filled,
    )
    return text.format(filled=number_words(filled), people=number_words(PEOPLE))


def _dot(painter: QPainter, circle: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("event_light"))
    part = circle.width() * 0.34
    painter.drawEllipse(circle.adjusted(part, part, -part, -part))
