"""A surface of several lines that can be pressed, with the pointer or from the keyboard."""

from typing import ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from decision_aid.gui.theme import worn


class Pressable(QAbstractButton):
    """A button whose face is a layout; fill `body`.

    Args:
        name: Its accessible name.
        parent: Its parent.

    Attributes:
        body: Where its content goes.
    """

    heard_as: ClassVar = "opener"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(8, 10, 8, 10)
        self.body.setSpacing(4)

    def hasHeightForWidth(self) -> bool:
        """Its text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for its content, and for a finger."""
        return max(44, self.body.totalHeightForWidth(width))

    def add(self, *content: QWidget) -> None:
        """Put widgets on its face; they leave the pointer to it."""
        for one in content:
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.body.addWidget(one)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the ground: whether it is under the pointer, or open."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, area = worn(), QRectF(self.rect())
        if self.isChecked():
            painter.fillRect(area, theme.colour("brand_soft"))
            painter.fillRect(area.adjusted(0, area.height() - 3, 0, 0), theme.colour("brand"))
        elif self.underMouse() or self.isDown():
            painter.fillRect(area, theme.colour("sunken"))
        painter.end()
