"""The picture of a page, moved from side to side where it is wider than there is room."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from decision_aid.base.language import N_, _
from decision_aid.gui import safe

HOW_TO_READ: Final = N_("A picture of the page. “Read as text” shows its words.")
_EDGE: Final = 1
"""Width of the line around the page, in pixels; it is the style sheet's."""


class Paper(QWidget):
    """One page. It is as tall as its picture: what it stands in scrolls up and down.

    Tab stops at it once there is a picture: before, there is nothing to name.

    Args:
        pan: Moves it from side to side; it is hidden where all of the page is in sight.

    Attributes:
        pulled: Emitted with how far down it was pulled by the pointer, in pixels.
    """

    pulled = Signal(int)

    def __init__(self, pan: QScrollBar) -> None:
        super().__init__()
        self._pan = pan
        self._from: QPoint | None = None
        self._sheet = safe.label("", "paper", self)
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleDescription(_(HOW_TO_READ))
        self._pan.valueChanged.connect(self._place)
        self._pan.hide()

    def show_picture(self, image: QImage, ratio: float, name: str) -> None:
        """Show a page.

        Args:
            image: Its picture.
            ratio: Points of the picture for each pixel.
            name: Its accessible name.
        """
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        size = picture.deviceIndependentSize().toSize()
        self._sheet.setPixmap(picture)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sheet.setFixedSize(size.width() + 2 * _EDGE, size.height() + 2 * _EDGE)
        self.setFixedHeight(self._sheet.height())
        self._make_room()

    def room(self) -> int:
        """How wide a picture is to be to fill it, in pixels."""
        return max(1, self.width() - 2 * _EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in its place."""
        super().resizeEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move a page that is wider than there is room."""
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        way = ways.get(Qt.Key(event.key()), 0)
        if way and self._pan.maximum():
            self._pan.setValue(self._pan.value() + way * self._pan.singleStep())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move a wide page by a wheel turned to the side; what it stands in scrolls by all else."""
        turned = event.angleDelta()
        if self._pan.maximum() and abs(turned.x()) > abs(turned.y()):
            self._pan.setValue(self._pan.value() - turned.x())
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a page that is wider than there is room."""
        if self._pan.maximum() and event.button() == Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the page along."""
        if self._from is None:
            return
        at = event.globalPosition().toPoint()
        moved, self._from = at - self._from, at
        self._pan.setValue(self._pan.value() - moved.x())
        self.pulled.emit(moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        if self._from is None:
            super().mouseReleaseEvent(event)
            return
        self._from = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _make_room(self) -> None:
        beyond = max(0, self._sheet.width() - self.width())
        self._pan.setRange(0, beyond)
        self._pan.setPageStep(max(1, self.width()))
        self._pan.setSingleStep(max(1, self.width() // 8))
        self._pan.setVisible(beyond > 0)
        shape = Qt.CursorShape.OpenHandCursor if beyond else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self._place()

    def _place(self) -> None:
        spare = max(0, self.width() - self._sheet.width()) // 2
        self._sheet.move(spare - self._pan.value(), 0)
