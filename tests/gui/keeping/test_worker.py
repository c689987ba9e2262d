import gc
import threading
import weakref
from functools import partial
from threading import Event

import pytest
import shiboken6
from decision_aid.base.errors import DecisionAidError
from decision_aid.gui.keeping.worker import Worker
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot


class Said:
    """Stands for what somebody said."""


def fail(error: DecisionAidError) -> None:
    pytest.fail(str(error))


def test_nobody_is_told_when_the_window_is_gone_and_the_job_is_done_all_the_same(
    qtbot: QtBot,  # noqa: ARG001 - it needs an application
) -> None:
    window, hold, done = QObject(), Event(), Event()
    worker = Worker(window)

    def job() -> None:
        hold.wait(10)
        done.set()

    worker.order(job, lambda _: pytest.fail("told"), fail)
    shiboken6.delete(window)
    hold.set()
    assert worker.stop(10)
    assert done.is_set()
    QCoreApplication.processEvents()


def test_stopping_waits_for_what_was_ordered_but_not_for_ever(qtbot: QtBot) -> None:  # noqa: ARG001
    window, hold = QObject(), Event()
    worker = Worker(window)
    worker.order(lambda: hold.wait(10), lambda _: None, fail)
    assert not worker.stop(0.01)
    hold.set()
    assert Worker(window).stop(0), "there is nothing to stop"


def test_its_thread_ends_with_it_where_nobody_stopped_it(qtbot: QtBot) -> None:  # noqa: ARG001
    window = QObject()
    worker = Worker(window)
    worker.order(lambda: 1, lambda _: None, fail)
    assert worker.wait(10)
    (thread,) = [one for one in threading.enumerate() if one is worker._thread]
    del worker
    gc.collect()
    thread.join(10)
    assert not thread.is_alive()


def test_it_holds_on_to_nothing_of_what_was_said_once_a_job_is_done(qtbot: QtBot) -> None:
    window = QObject()
    worker = Worker(window)
    said = Said()
    gone = weakref.ref(said)
    came: list[int] = []
    worker.order(partial(id, said), came.append, fail)
    del said
    qtbot.waitUntil(lambda: bool(came))
    assert worker.wait(10)
    gc.collect()
    assert gone() is None
    assert worker.stop(10)
