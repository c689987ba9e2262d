"""A field for a few words that grows with them, so that nothing decided is cut off."""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from decision_aid.gui.theme import worn
from decision_aid.gui.undo_keys import are_the_windows

_MOST: Final = 4000
"""Most letters, as many as in a line of `safe.line_edit`."""
_INSET: Final = 2
"""Room around the words, in pixels, as a line has it."""
_DRESSED: Final = (QEvent.Type.FontChange, QEvent.Type.StyleChange)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMES_BACK: Final = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class GrowingEdit(QPlainTextEdit):
    """Plain text without line breaks: Tab leaves it, Enter ends it.

    Args:
        name: Its accessible name.
        placeholder: An example, shown while it is empty.

    Attributes:
        edited: Emitted with the text when the person changes it. Never by `fill`.
        finished: Emitted when Enter is pressed or the field is left.
        entered: Emitted when Enter is pressed.
    """

    edited = Signal(str)
    finished = Signal()
    entered = Signal()

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self._filling = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.document().setDocumentMargin(_INSET)
        self.document().clearUndoRedoStacks()  # a margin is nothing that a person takes back
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """What stands there."""
        return self.toPlainText()

    def fill(self, text: str) -> None:
        """Show a text; what is being typed there is left as it is."""
        if text != self.text():
            self._filling = True
            self.setPlainText(text)
            self._filling = False

    def clear(self) -> None:
        """Empty it. Emits nothing."""
        self.fill("")

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where it has nothing to take back itself."""
        if event.type() == QEvent.Type.ShortcutOverride:
            page = self.document()
            can_undo, can_redo = page.isUndoAvailable(), page.isRedoAvailable()
            if are_the_windows(event, can_undo=can_undo, can_redo=can_redo):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends what is typed and breaks no line."""
        if event.key() in _ENTER:
            self.finished.emit()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, on one line."""
        self.insertPlainText(" ".join(source.text().splitlines()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it ends what is typed; another window that comes up does not."""
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self.finished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width, other lines."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """In another look, higher or lower lines, and another frame around them."""
        super().changeEvent(event)
        if event.type() in _DRESSED:
            self._grow()

    def _changed(self) -> None:
        if len(self.text()) > _MOST:
            self.setPlainText(self.text()[:_MOST])  # comes here again
            self.moveCursor(QTextCursor.MoveOperation.End)
            return
        self._grow()
        if not self._filling:
            self.edited.emit(self.text())

    def _grow(self) -> None:
        """Be as high as all lines."""
        words, block = 2 * self.document().documentMargin(), self.document().firstBlock()
        while block.isValid():
            words += self.blockBoundingRect(block).height()
            block = block.next()
        around = self.height() - self.contentsRect().height()
        height = max(worn().size["target"], around + ceil(words))
        if height != self.minimumHeight():
            self.setFixedHeight(height)
