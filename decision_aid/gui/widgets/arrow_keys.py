"""One stop of Tab for a group of choices, and arrows to move the keyboard within it."""

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
    """Whether an arrow alone was pressed; a button leaves it to its group."""
    return event.key() in _STEPS and is_bare(event)


def is_bare(event: QKeyEvent) -> bool:
    """Whether a key was pressed without Shift, Ctrl or Alt."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def move_focus(choices: Sequence[QWidget], event: QKeyEvent) -> bool:
    """Move the keyboard to the next or previous choice, round and round.

    Returns:
        Whether it did.
    """
    focused = next((place for place, one in enumerate(choices) if one.hasFocus()), None)
    if focused is None or not is_arrow(event):
        return False
    take_stop(choices, (focused + _STEPS[Qt.Key(event.key())]) % len(choices))
    return True


def take_stop(choices: Sequence[QWidget], place: int) -> None:
    """Put the keyboard on a choice; Tab comes back to it."""
    keep_one_stop(choices, place)
    choices[place].setFocus(Qt.FocusReason.TabFocusReason)


def keep_one_stop(choices: Sequence[QWidget], place: int) -> None:
    """Let Tab stop at one of the choices and pass over the others."""
    for at, one in enumerate(choices):
        stops = Qt.FocusPolicy.StrongFocus if at == place else Qt.FocusPolicy.ClickFocus
        if one.focusPolicy() != stops:
            one.setFocusPolicy(stops)
