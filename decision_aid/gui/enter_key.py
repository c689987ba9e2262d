"""Enter presses the button that has the keyboard, as Space does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_by_enter(event: QKeyEvent) -> bool:
    """Press the button that has the keyboard; a key held down presses once.

    Some platforms do this by themselves; the key does not come as far as here then.

    Returns:
        Whether it was Enter, and there was a button.
    """
    focused = QApplication.focusWidget()
    if event.key() not in _ENTER or not isinstance(focused, QAbstractButton):
        return False
    if not event.isAutoRepeat():
        focused.click()
    return True
