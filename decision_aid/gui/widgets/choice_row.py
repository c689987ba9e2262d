"""A choice as a row of its own, easy to hit: a round mark for one of many, a square for any."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
)

from decision_aid.gui import safe
from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.arrow_keys import is_arrow
from decision_aid.gui.widgets.exclusive import make_exclusive

_LEFT = 16
_HEIGHT = 48


if TYPE_CHECKING:  # Qt lets a class have one of its own as base: at run time, that of each row
    _Button = QAbstractButton
else:
    _Button = object


class _Row(_Button):
    """What both kinds of row do alike; each adds its own kind of button, for screen readers."""

    _round: ClassVar[bool]
    _inside: QHBoxLayout
    _lines: tuple[QLabel, ...]

    def say(self, text: str, name: str, more: str = "") -> None:
        """Stand for another choice. Arguments as for `OneRow`; a further line stays or is none."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(more)
        for line, words in zip(self._lines, (text, more), strict=False):
            line.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the row and its mark."""
        _draw(self, is_round=self._round)

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for a mark of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            _keep_room(self._inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrows to the list."""
        if is_arrow(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """The size of its text and mark."""
        return self._inside.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Its text may wrap, but is never cut."""
        return self._inside.totalMinimumSize()

    def hitButton(self, pos: QPoint) -> bool:
        """All of the row can be pressed."""
        return self.rect().contains(pos)


class OneRow(_Row, QRadioButton):
    """A row of which one is chosen.

    Args:
        text: The choice.
        name: Its accessible name.
        more: A further line in small text; "" for none.
    """

    _round = True

    def __init__(self, text: str, name: str, more: str = "") -> None:
        super().__init__()
        make_exclusive(self)
        self._inside, self._lines = _furnish(self, text, more)
        self.say(text, name, more)


class AnyRow(_Row, QCheckBox):
    """A row of which any number are ticked. Arguments as for `OneRow`."""

    _round = False

    def __init__(self, text: str, name: str, more: str = "") -> None:
        super().__init__()
        self._inside, self._lines = _furnish(self, text, more)
        self.say(text, name, more)


def _mark_side() -> int:
    """Side of the mark, in pixels; it grows with the text."""
    return round(worn().type["body"] * 18 / 16)


def _keep_room(inside: QHBoxLayout) -> None:
    """Keep the words clear of the mark."""
    inside.setContentsMargins(_LEFT + _mark_side() + 12, 10, 16, 10)


def _furnish(row: QAbstractButton, text: str, more: str) -> tuple[QHBoxLayout, tuple[QLabel, ...]]:
    # A button's own policy would keep it as high as its text is unwrapped, and cut the rest.
    row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    words = QVBoxLayout()
    words.setSpacing(0)
    lines = tuple(
        safe.label(line, role) for line, role in ((text, "body"), (more, "small")) if line
    )
    for line in lines:
        line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words.addWidget(line)
    inside = QHBoxLayout(row)
    _keep_room(inside)
    inside.addStrut(_HEIGHT - 20)
    inside.addLayout(words)
    return inside, lines


def _draw(row: QAbstractButton, *, is_round: bool) -> None:
    theme = worn()
    chosen = row.isChecked()
    painter = QPainter(row)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    hovered = row.underMouse() and row.isEnabled()
    ground = "brand_soft" if chosen else "sunken" if hovered else "surface"
    painter.setBrush(theme.colour(ground))
    painter.setPen(QPen(theme.colour("brand" if chosen else "edge"), 2 if chosen else 1))
    inset = 1.0 if chosen else 0.5
    area = QRectF(row.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(area, theme.size["radius"], theme.size["radius"])
    side = _mark_side()
    mark = QRectF(_LEFT, (row.height() - side) / 2, side, side)
    _draw_mark(painter, mark, chosen=chosen, is_round=is_round)
    painter.end()


def _draw_mark(painter: QPainter, mark: QRectF, *, chosen: bool, is_round: bool) -> None:
    theme = worn()
    corner = mark.width() / 2 if is_round else theme.grown(4)
    painter.setPen(QPen(theme.colour("brand" if chosen else "edge"), theme.grown(2)))
    painter.setBrush(theme.colour("brand" if chosen else "surface"))
    painter.drawRoundedRect(mark, corner, corner)
    if chosen and is_round:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("on_brand"))
        painter.drawEllipse(mark.center(), mark.width() / 4.5, mark.width() / 4.5)
    elif chosen:
        painter.setPen(QPen(theme.colour("on_brand"), theme.grown(2)))
        tick = ((0.25, 0.52), (0.44, 0.71), (0.77, 0.31))
        painter.drawPolyline([_at(mark, *corner) for corner in tick])


def _at(mark: QRectF, x: float, y: float) -> QPointF:
    return QPointF(mark.left() + x * mark.width(), mark.top() + y * mark.height())
