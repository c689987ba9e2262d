"""The steps at the left: where one is, where one was, all of them a press away."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from decision_aid.base.language import N_, _
from decision_aid.domain.journey import Journey
from decision_aid.domain.session import StepId
from decision_aid.gui.theme import worn

ON_PATH: Final = N_("on the way that fits your time")
_STATES: Final = {
    (False, False): ("", ON_PATH),
    (False, True): (N_("opened before"), N_("opened before, on the way that fits your time")),
    (True, False): (N_("current step"), N_("current step, on the way that fits your time")),
}
"""What is told of a step, by whether it is the current one and whether it was opened before: beside
the path and on it."""
_MARK: Final = 4
"""Width of the line at the left, in pixels."""


def _circle_side() -> int:
    """Side of the circle, in pixels; it grows with the text."""
    return round(worn().type["step"] * 26 / 15)


class StepButton(QPushButton):
    """One step: a circle with its number or a tick, and its title.

    Where "Next" goes past some of the steps, a line at its left marks one it leads to.
    """

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self.setProperty("role", "step")
        self.setAutoDefault(False)
        self._number = number
        self._title = title
        self._current = False
        self._visited = False
        self._marked = False
        self._say_state()

    def speak(self, title: str) -> None:
        """Say everything in the language spoken now.

        Args:
            title: The step's title in it.
        """
        self._title = title
        self._say_state()
        self.updateGeometry()
        self.update()

    def show_state(self, *, current: bool, visited: bool, marked: bool) -> None:
        """Show how it stands.

        Args:
            current: Whether it is the current step.
            visited: Whether it was opened before.
            marked: Whether it lies on a path that is shorter than the whole walk.
        """
        state = (current, visited, marked)
        if state != (self._current, self._visited, self._marked):
            self._current, self._visited, self._marked = state
            self._say_state()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the circle and the title in bold."""
        self.ensurePolished()
        metrics = QFontMetrics(_bold(self.font()))
        side = _circle_side()
        return QSize(side + 30 + metrics.horizontalAdvance(self._title), max(48, side + 12))

    def minimumSizeHint(self) -> QSize:
        """Its title is never cut; the circle grows less in a low window."""
        wanted = self.sizeHint()
        return QSize(wanted.width(), min(wanted.height(), self.fontMetrics().height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the row."""
        theme = worn()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("brand_soft" if self._current else "sunken"))
            painter.drawRoundedRect(self.rect(), theme.size["radius"], theme.size["radius"])
        if self._marked:
            painter.fillRect(QRectF(1, self.height() / 4, _MARK, self.height() / 2), self._ink)
        wide = _circle_side()
        side = min(wide, self.height() - 4)
        left = 10 + (wide - side) / 2
        self._draw_circle(painter, QRectF(left, (self.height() - side) / 2, side, side))
        painter.setFont(_bold(self.font()) if self._current else self.font())
        painter.setPen(self._ink)
        words = QRect(wide + 20, 0, self.width() - wide - 20, self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._title)
        painter.end()

    @property
    def _ink(self) -> QColor:
        return worn().colour("ink" if self._current else "muted")

    def _draw_circle(self, painter: QPainter, circle: QRectF) -> None:
        theme = worn()
        done = self._visited and not self._current
        edge = "brand" if self._current or done else "edge"
        painter.setPen(QPen(theme.colour(edge), theme.grown(2)))
        painter.setBrush(theme.colour("brand" if done else "surface"))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if done:
            painter.setPen(QPen(theme.colour("on_brand"), theme.grown(2)))
            corners = ((0.31, 0.52), (0.44, 0.65), (0.69, 0.36))
            painter.drawPolyline(
                [circle.topLeft() + QPointF(x, y) * circle.width() for x, y in corners]
            )
            return
        number = _bold(self.font())
        number.setPixelSize(round(circle.width() / 2))
        painter.setFont(number)
        painter.setPen(theme.colour("brand" if self._current else "muted"))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(self._number))

    def _say_state(self) -> None:
        self.setAccessibleName(
            _("Step {number}: {title}").format(number=self._number, title=self._title)
        )
        beside, on_path = _STATES[self._current, self._visited and not self._current]
        self.setAccessibleDescription(_(on_path if self._marked else beside))


class StepList(QFrame):
    """The steps, one below the other.

    Args:
        titles: The title of each, in order.

    Attributes:
        picked: Emitted with the id of the step a person presses.
    """

    picked = Signal(str)

    def __init__(self, titles: Mapping[StepId, str]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName(_("Steps"))
        self._buttons: dict[StepId, StepButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(0)
        for number, (step, title) in enumerate(titles.items(), start=1):
            button = StepButton(number, title)
            button.clicked.connect(lambda _checked=False, step=step: self.picked.emit(step))
            column.addWidget(button)
            self._buttons[step] = button
        column.addStretch(1)

    def speak(self, titles: Mapping[StepId, str]) -> None:
        """Say everything in the language spoken now.

        Args:
            titles: The steps' titles in it.
        """
        self.setAccessibleName(_("Steps"))
        for step, button in self._buttons.items():
            button.speak(titles[step])

    def show_state(self, current: StepId, journey: Journey) -> None:
        """Show the current step, the visited ones, and those "Next" leads to."""
        for step, button in self._buttons.items():
            button.show_state(
                current=step == current,
                visited=step in journey.visited,
                marked=journey.is_short and step in journey.path,
            )


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
