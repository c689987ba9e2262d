"""Something that can be done: what it is, what to know about it, and its button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.gui import safe


def way(text: str, note: str, act: Callable[[], None]) -> QWidget:
    """A button with a line above it that says what it does.

    Args:
        text: What the button says.
        note: What to know about it.
        act: What it does.
    """
    made = QWidget()
    button = safe.button(text)
    button.clicked.connect(act)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 4, 0, 4)
    column.setSpacing(6)
    column.addWidget(safe.label(note))
    column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
    return made
