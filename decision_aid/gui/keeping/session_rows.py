"""Kept sessions as rows of a list: a model that hands out words, and what draws a row."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from decision_aid.gui.keeping.kept_words import days_of, name_of, row_name
from decision_aid.gui.theme import worn
from decision_aid.store.api import Listed, SessionId

Index = QModelIndex | QPersistentModelIndex
DAYS: Final = Qt.ItemDataRole.UserRole
"""Asks for a row's second line."""
_NOWHERE: Final = QModelIndex()
_SIDE: Final = 14
_ABOVE: Final = 9


class SessionRows(QAbstractListModel):
    """Which sessions the list shows."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[Listed] = ()
        self._here: SessionId | None = None

    def show_sessions(self, shown: Sequence[Listed], here: SessionId | None) -> None:
        """Show these, in this order.

        Args:
            shown: These.
            here: The one in the window; None where it is not kept.
        """
        self.beginResetModel()
        self._shown, self._here = tuple(shown), here
        self.endResetModel()

    def at(self, index: Index) -> Listed | None:
        """The session of a row; None where there is none."""
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """What a row says, and how it is heard."""
        one = self.at(index)
        if one is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of(one)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_name(one, here=one.id == self._here)
        if role == DAYS:
            return days_of(one, here=one.id == self._here)
        return None


class RowPainter(QStyledItemDelegate):
    """Draws a row: what the session is called, and its days below. Text is text, never markup."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's
        """Two lines, and room for a finger."""
        return QSize(100, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it; what is too long for the row ends in dots."""
        name, days = index.data(Qt.ItemDataRole.DisplayRole), index.data(DAYS)
        area = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, area, option.state)
        inside = area.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        first = QFontMetrics(_font("body", bold=True)).lineSpacing()
        _write(painter, inside, name, _font("body", bold=True), "ink")
        below = inside.adjusted(0, first + 2, 0, 0)
        _write(painter, below, days, _font("small", bold=False), "muted")
        painter.restore()


def row_height() -> int:
    """Height of a row in pixels, grown with the text."""
    lines = sum(
        QFontMetrics(one).lineSpacing()
        for one in (_font("body", bold=True), _font("small", bold=False))
    )
    return max(worn().size["target"], lines + 2 + 2 * _ABOVE)


def _font(role: str, *, bold: bool) -> QFont:
    font = QFont("IBM Plex Sans")
    font.setPixelSize(worn().type[role])
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _ground(painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
    theme = worn()
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, theme.colour("brand_soft"))
        painter.fillRect(QRect(area.topLeft(), QSize(4, area.height())), theme.colour("brand"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, theme.colour("sunken"))
    painter.setPen(QPen(theme.colour("line"), 1))
    bottom = area.bottom() + 0.5
    painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom))


def _write(painter: QPainter, area: QRect, text: str, font: QFont, ink: str) -> None:
    painter.setFont(font)
    painter.setPen(worn().colour(ink))
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text[:400], Qt.TextElideMode.ElideRight, area.width())
    line = QRectF(area.left(), area.top(), area.width(), metrics.lineSpacing())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
