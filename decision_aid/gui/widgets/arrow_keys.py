"""Arrows move the keyboard within a group of choices, and choose nothing."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


def is_arrow(event: QKeyEvent) -> bool:
    """Whether an arrow was pressed; a button leaves it to its group."""
    return event.key() in _STEPS


def move_focus(choices: Sequence[QWidget], event: QKeyEvent) -> bool:
    """Move the keyboard to the next or previous choice, round and round.

    Returns:
        Whether it did.
    """
    focused = next((place for place, one in enumerate(choices) if one.hasFocus()), None)
    if focused is None or not is_arrow(event):
        return False
    step = _STEPS[Qt.Key(event.key())]
    choices[(focused + step) % len(choices)].setFocus(Qt.FocusReason.TabFocusReason)
    return True
