"""Whose the keys of undo and redo are, while the keyboard is in a field."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYS = QKeySequence.StandardKey


def are_the_windows(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether such a key was pressed in a field that has nothing to take back or make again.

    Qt's fields keep these keys for themselves also then, and what was done before, such as
    removing a line, could not be taken back without leaving the field.

    Args:
        event: What the field is asked: whether it wants a key before the window's shortcuts do.
        can_undo: Whether the field has typing of its own to take back.
        can_redo: Whether it has some to make again.
    """
    if not isinstance(event, QKeyEvent):
        return False
    if event.matches(_KEYS.Undo):
        return not can_undo
    return event.matches(_KEYS.Redo) and not can_redo
