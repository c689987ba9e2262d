"""Work done beside the window, so that it never stands still."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

from decision_aid.base.errors import DecisionAidError


class Aside(QObject):
    """Does one piece of work at a time; of those that come meanwhile, the newest is done next.

    Args:
        work: What is done with an order, on another thread. It may touch nothing of the window's.
        sorry: The sentence for an error that has none of its own.
        parent: Its parent.

    Attributes:
        done: Emitted with the order and what came of it.
        failed: Emitted with the order and a sentence.
    """

    done = Signal(object, object)
    failed = Signal(object, str)

    def __init__(
        self, work: Callable[[Any], object], sorry: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work, self._sorry = work, sorry
        self._is_busy = False
        self._next: object = None
        self._reports = _Reports()
        self._reports.done.connect(self._tell_done)
        self._reports.failed.connect(self._tell_failed)

    def order(self, order: object) -> None:
        """Do the work with this order, now or next."""
        if self._is_busy:
            self._next = order
            return
        self._is_busy = True
        QThreadPool.globalInstance().start(_Task(self._work, order, self._sorry, self._reports))

    def wait(self, longest: int) -> None:
        """Let what is being done come to its end, and tell of it before this ends.

        Args:
            longest: Milliseconds to wait at most.
        """
        if self._is_busy:
            QThreadPool.globalInstance().waitForDone(longest)
            QCoreApplication.sendPostedEvents(self)

    def _tell_done(self, order: object, made: object) -> None:
        self.done.emit(order, made)
        self._go_on()

    def _tell_failed(self, order: object, sentence: str) -> None:
        self.failed.emit(order, sentence)
        self._go_on()

    def _go_on(self) -> None:
        order, self._next, self._is_busy = self._next, None, False
        if order is not None:
            self.order(order)


class _Reports(QObject):
    """Carries a result from the worker to the window's thread."""

    done = Signal(object, object)
    failed = Signal(object, str)


class _Task(QRunnable):
    def __init__(
        self, work: Callable[[Any], object], order: object, sorry: str, reports: _Reports
    ) -> None:
        super().__init__()
        self._work, self._order = work, order
        self._sentence, self._reports = sorry, reports

    def run(self) -> None:
        made: object = None
        try:
            made = self._work(self._order)
        except DecisionAidError as problem:
            self._sentence = str(problem)
        finally:  # whatever went wrong, the page is told, and the error itself goes on
            self._report(made)

    def _report(self, made: object) -> None:
        with suppress(RuntimeError):  # the program ended meanwhile: nobody is left to tell
            if made is not None:
                self._reports.done.emit(self._order, made)
            else:
                self._reports.failed.emit(self._order, self._sentence)
