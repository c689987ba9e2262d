"""Pages made and dressed before anyone opens them, while the window waits for someone."""

from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from decision_aid.base.locale_words import get_ready
from decision_aid.gui.left_out import dress_left_out, hold_looks, leave_out
from decision_aid.gui.page_stack import PageStack

if TYPE_CHECKING:
    from decision_aid.gui.window import Window

_AT_REST: Final = 300
"""Milliseconds after a step was opened: it is drawn, and nobody has read it yet."""
_BETWEEN: Final = 20
"""Milliseconds from one part to the next, free for whatever a person does."""
_PART: Final = 200
"""Widgets that are dressed at a time."""


class PagesAhead(QObject):
    """Sees to it that a page is there, and dressed, when it is opened.

    Another look is put on what is seen at once, and on all else part by part: all of it together
    would hold the window for a quarter of a second.

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
        hold_looks(window)
        self._pages.opening.connect(dress_left_out)
        window.dressing.begun.connect(self._leave_out)
        window.dressing.dressed.connect(lambda: self._timer.start(_BETWEEN))
        self._loading = Thread(target=_load)
        self._loading.start()
        self._wait()

    def _wait(self) -> None:
        self._timer.start(_AT_REST)

    def _leave_out(self) -> None:
        for page in self._pages.made:
            leave_out(page)

    def _go_on(self) -> None:
        if self._dress() or self._loading.is_alive() or self._pages.make_ahead():
            self._timer.start(_BETWEEN)

    def _dress(self) -> bool:
        """Dress a part of what was left out; whether there was any."""
        return any(dress_left_out(page, _PART) for page in self._pages.made)


def _load() -> None:
    """Load what takes long and is nothing of Qt's: the window goes on meanwhile."""
    get_ready()
    import_module("decision_aid.weighing.engine")  # NumPy comes with it
