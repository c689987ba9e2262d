"""The letter an option goes by, in a small frame: alike for every option."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from decision_aid.gui import safe


def letter_badge(letter: str) -> QLabel:
    """A letter in a frame."""
    made = safe.label(letter, "letter")
    made.setWordWrap(False)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
