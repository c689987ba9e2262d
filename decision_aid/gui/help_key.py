"""F1: help, whatever else is open."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


class HelpKey(QShortcut):
    """Shows the help of the window in use, also while a menu or a list is open over it.

    A key of one window is dead while a menu is open, for that is a window of its own. So this is a
    key of the program, and every window that has one answers for all of them.

    Args:
        window: Whose help it shows while that window is in use.
        show: Shows it.
    """

    def __init__(self, window: QWidget, show: Callable[[], None]) -> None:
        super().__init__(QKeySequence("F1"), window)
        self._show = show
        self.setContext(Qt.ShortcutContext.ApplicationShortcut)
        self.activated.connect(self._answer)
        self.activatedAmbiguously.connect(self._answer)

    def _answer(self) -> None:
        while (menu := QApplication.activePopupWidget()) is not None and menu.close():
            pass
        window = QApplication.activeWindow()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        own = window.findChild(HelpKey, options=direct) if window is not None else None
        (own or self)._show()  # noqa: SLF001 - another one of these
