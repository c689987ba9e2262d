"""A place for something that stays in sight while its page scrolls."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

_GAP = 16


class Sticky(QWidget):
    """Holds one widget and moves it along with the page, as far as there is room.

    Args:
        content: What it holds.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._scroll: QScrollArea | None = None
        content.setParent(self)
        content.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def follow(self, scroll: QScrollArea) -> None:
        """Follow this scroll area, which the holder is somewhere inside of."""
        self._scroll = scroll
        scroll.verticalScrollBar().valueChanged.connect(self._place)

    def hasHeightForWidth(self) -> bool:
        """As its content has."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as its content, at least."""
        return max(self._content.heightForWidth(width), self._content.sizeHint().height() // 4)

    def sizeHint(self) -> QSize:
        """As its content wishes."""
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Its content's least width."""
        return QSize(self._content.minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content the new width."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room when the content grows or shrinks."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        height = self._content.heightForWidth(self.width())
        self._content.setGeometry(0, self._top(height), self.width(), height)

    def _top(self, height: int) -> int:
        """Where the content goes: at the top of what is seen, or so that its end can be seen."""
        if self._scroll is None:
            return 0
        seen = self._scroll.viewport()
        above = -self.mapTo(seen, QPoint(0, 0)).y() + _GAP
        if height + 2 * _GAP > seen.height():
            above += seen.height() - height - 2 * _GAP
        return max(0, min(above, self.height() - height))
