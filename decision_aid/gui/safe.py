"""Widgets that show text as it is written: never markup, never a hidden shortcut.

Text of a pack or a person reaches the screen through these factories only. A plain `QLabel` guesses
whether its text is markup, and would then show files and links; a button takes "&" for a shortcut.
"""

import re
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

_LONG_WORD: Final = r"\S{25,}"
_PIECE: Final = r"\S{8}(?=\S)"


class _Label(QLabel):
    """A label that remembers how high it is: layouts ask for the same width again and again."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}

    def setText(self, text: str) -> None:
        """Show another text."""
        self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font or style."""
        self._heights.clear()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Its height at a width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]


class _Line(QLineEdit):
    """A line that leaves undo and redo to the window where it has nothing to take back itself."""

    def event(self, event: QEvent) -> bool:
        """Ask for keys, but not for those."""
        if event.type() == QEvent.Type.ShortcutOverride:
            # Here, not above: the first window comes up without it.
            from decision_aid.gui.undo_keys import are_the_windows  # noqa: PLC0415

            can_undo, can_redo = self.isUndoAvailable(), self.isRedoAvailable()
            if are_the_windows(event, can_undo=can_undo, can_redo=can_redo):
                event.ignore()
                return False
        return super().event(event)


def breakable(text: str) -> str:
    """A text a person typed, with places to break inside words too long for a column.

    A label is never less wide than its longest word, and would push the page out of the window.
    """
    return re.sub(_LONG_WORD, lambda word: re.sub(_PIECE, "\\g<0>\u200b", word[0]), text)


def label(text: str = "", role: str = "body", parent: QWidget | None = None) -> QLabel:
    """A label that wraps.

    Roles: title, heading, subheading, strong, lead, read, body, small, small_strong.
    """
    made = _Label(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(True)
    made.setProperty("role", role)
    return made


def measured(text: QLabel) -> QHBoxLayout:
    """Lines of less than 70 characters, at the left of the room there is.

    Args:
        text: A label of the role lead or read, whose width is a token of the style sheet.
    """
    row = QHBoxLayout()
    row.addWidget(text, stretch=1000)
    row.addStretch(1)
    return row


def button(
    text: str, role: str = "secondary", *, name: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button of at least 44 px. Roles: primary, secondary, quiet, help, segment.

    Args:
        text: What it says.
        role: How it looks.
        name: Its accessible name where the text alone does not say enough ("Remove" of what?).
        parent: Its parent.
    """
    made = QPushButton(parent)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    write(made, text, name=name)
    return made


def write(on: QPushButton, text: str, *, name: str = "") -> None:
    """Put a text on a button, "&" and all, with its accessible name."""
    on.setText(text.replace("&", "&&"))
    on.setAccessibleName(name or text)


def line_edit(name: str, placeholder: str = "", parent: QWidget | None = None) -> QLineEdit:
    """A line to type in; its name says what."""
    made = _Line(parent)
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    made.setMaxLength(4000)
    return made


def fill(line: QLineEdit, text: str) -> None:
    """Show a text in a line from its beginning; what is being typed there is left as it is."""
    if line.text() != text:
        line.setText(text)
        line.setCursorPosition(0)


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line between rows."""
    made = QFrame(parent)
    made.setProperty("role", "rule")
    return made
