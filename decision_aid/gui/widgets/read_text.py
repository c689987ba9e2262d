"""A text to read and to select, also with the keyboard; as tall as it is long."""

from math import ceil

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class ReadText(QPlainTextEdit):
    """Plain text that never scrolls by itself: the page around it does.

    Args:
        parent: Its parent.

    Attributes:
        reading_at: Emitted with the place of the caret in it when the caret was moved.
    """

    reading_at = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        by_hand = Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(by_hand | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cursorPositionChanged.connect(lambda: self.reading_at.emit(self.cursorRect()))

    def show_text(self, text: str) -> None:
        """Show another text, from its beginning."""
        if text != self.toPlainText():
            self.setPlainText(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for all lines at the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        last = self.blockBoundingGeometry(self.document().lastBlock())
        around = self.height() - self.viewport().height()
        wanted = ceil(last.bottom() + 2 * self.document().documentMargin()) + around
        if wanted != self.height():
            self.setFixedHeight(wanted)
