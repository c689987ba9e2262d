"""Pages made before anyone opens them, a part at a time, while the window waits for someone."""

from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from decision_aid.gui.page_stack import PageStack

if TYPE_CHECKING:
    from decision_aid.gui.window import Window

_AT_REST: Final = 300
"""Milliseconds after a step was opened: it is drawn, and nobody has read it yet."""
_BETWEEN: Final = 20
"""Milliseconds from one part to the next, free for whatever a person does."""


class PagesAhead(QObject):
    """Sees to it that a page is there when it is opened.

    Args:
        window: Whose pages.
    """

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        (self._pages,) = window.findChildren(PageStack)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        window.walked.connect(self._wait)
        window.dressing.begun.connect(self._pages.drop_unopened)
        window.dressing.dressed.connect(self._wait)
        # NumPy takes the longest, and nothing of Qt's: the window goes on meanwhile.
        self._loading = Thread(target=import_module, args=("decision_aid.weighing.engine",))
        self._loading.start()
        self._wait()

    def _wait(self) -> None:
        self._timer.start(_AT_REST)

    def _go_on(self) -> None:
        if self._loading.is_alive() or self._pages.make_ahead():
            self._timer.start(_BETWEEN)
