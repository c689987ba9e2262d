"""The letter an option goes by, in a small frame: alike for every option."""

from string import ascii_uppercase
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

_LETTERS: Final = ascii_uppercase[:8]


class _Letter(QLabel):
    """As wide as the widest of the letters, so that names beside them begin at one place."""

    def sizeHint(self) -> QSize:
        """Its size with the widest letter in it."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        widest = max(metrics.horizontalAdvance(one) for one in _LETTERS)
        return QSize(hint.width() - metrics.horizontalAdvance(self.text()) + widest, hint.height())

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
