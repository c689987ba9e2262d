"""The letter an option goes by, in a small frame: alike for every option."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy


class _Letter(QLabel):
    """As wide with any letter, so that the names beside letters begin at one place."""

    def sizeHint(self) -> QSize:
        """As tall as its line of text, and a fifth wider than that."""
        height = super().sizeHint().height()
        return QSize(height * 6 // 5, height)

    def minimumSizeHint(self) -> QSize:
        """The same: a letter is never cut."""
        return self.sizeHint()


def letter_badge(letter: str) -> QLabel:
    """A letter in a frame."""
    made = _Letter()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(letter)
    made.setProperty("role", "letter")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
