"""The one thread on which everything about kept sessions is done, in order."""

import logging
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Event, Thread
from typing import Final, TypeVar
from weakref import finalize

from PySide6.QtCore import QObject, Signal

from decision_aid.base.crash import trace
from decision_aid.base.errors import DecisionAidError
from decision_aid.base.language import N_, _

T = TypeVar("T")
SURPRISE: Final = N_(
    "Something about the kept sessions did not work just now. What you said so far is still here; "
    "you can go on, or export the summary to be safe."
)
"""Where an error has no sentence of its own."""
_LOG = logging.getLogger(__name__)


class Worker:
    """Does jobs on a thread of its own; what came of them is told on the thread it was made on.

    The thread is there from the first job to `stop`. No job may touch anything of the window's.

    Args:
        parent: When it is gone, nobody is told any more what came of a job.
    """

    def __init__(self, parent: QObject) -> None:
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._answers = _Answers(parent)
        finalize(self, self._jobs.put, None)  # where nobody stopped it, its thread ends with it

    def order(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        sorry: Callable[[DecisionAidError], None],
    ) -> None:
        """Do a job when those before it are done.

        Args:
            job: What is done on the worker's thread.
            then: Called with what came of it.
            sorry: Called with the error; one that has no sentence of its own becomes one that has.
        """
        self._jobs.put(lambda: self._answers.send(_done(job, then, sorry)))
        if self._thread is None:
            # The program's end does not wait for it by itself: `stop` does, for a while.
            self._thread = Thread(target=_work, args=(self._jobs,), daemon=True, name="keeping")
            self._thread.start()

    def report(self, call: Callable[[], None]) -> None:
        """From within a job: have something called on the thread the worker was made on."""
        self._answers.send(call)

    def wait(self, seconds: float) -> bool:
        """Wait until all that was ordered is done; what came of it is told later.

        Args:
            seconds: How long to wait at most.

        Returns:
            Whether all of it was done.
        """
        if self._thread is None:
            return True
        done = Event()
        self._jobs.put(done.set)
        return done.wait(seconds)

    def stop(self, seconds: float) -> bool:
        """Do what is ordered and then no more.

        Args:
            seconds: How long to wait for that.

        Returns:
            Whether all of it was done.
        """
        thread, self._thread = self._thread, None
        if thread is None:
            return True
        self._jobs.put(None)
        thread.join(seconds)
        return not thread.is_alive()


class _Answers(QObject):
    """Carries calls from the worker's thread to the window's."""

    _come = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._come.connect(self._call)

    def send(self, call: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the program ended meanwhile: nobody is left to tell
            self._come.emit(call)

    def _call(self, call: Callable[[], None]) -> None:
        call()


def _work(jobs: "SimpleQueue[Callable[[], None] | None]") -> None:
    while (job := jobs.get()) is not None:
        job()
        del job  # while it waits for the next, it holds on to nothing of what was said


def _done(
    job: Callable[[], T], then: Callable[[T], None], sorry: Callable[[DecisionAidError], None]
) -> Callable[[], None]:
    """Do a job; gives what is to be called with what came of it."""
    try:
        made = job()
    except DecisionAidError as error:
        told = error.with_traceback(None)
    except Exception as error:  # noqa: BLE001 - every error becomes a sentence here
        _LOG.error("%s", trace(error))
        told = DecisionAidError(_(SURPRISE))
    else:
        return lambda: then(made)
    return lambda: sorry(told)
