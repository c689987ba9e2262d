from threading import Event

from decision_aid.base.errors import InputError
from decision_aid.gui.aside import Aside
from decision_aid.gui.widgets.progress import AFTER, Progress
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot


class Worker:
    """Works on the first order until it is let go."""

    def __init__(self) -> None:
        self.may_go = Event()
        self.begun: list[str] = []

    def __call__(self, order: str) -> str:
        self.begun.append(order)
        if len(self.begun) == 1:
            assert self.may_go.wait(10)
        if order == "bad":
            raise InputError("A sentence of its own.")
        return order.upper()


def test_of_orders_that_come_meanwhile_only_the_newest_is_done(qtbot: QtBot) -> None:
    worker = Worker()
    aside = Aside(worker, "Sorry.")
    came: list[tuple[object, object]] = []
    aside.done.connect(lambda order, made: came.append((order, made)))
    for order in ("first", "overtaken", "overtaken too", "last"):
        aside.order(order)
    assert not came, "nothing waits for the work"
    worker.may_go.set()
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came == [("first", "FIRST"), ("last", "LAST")]
    assert worker.begun == ["first", "last"]


def test_an_error_is_told_by_its_sentence_and_the_next_order_is_done(qtbot: QtBot) -> None:
    worker = Worker()
    worker.may_go.set()
    aside = Aside(worker, "Sorry.")
    told: list[tuple[object, str]] = []
    came: list[object] = []
    aside.failed.connect(lambda order, sentence: told.append((order, sentence)))
    aside.done.connect(lambda _, made: came.append(made))
    aside.order("bad")
    aside.order("good")
    qtbot.waitUntil(lambda: bool(came))
    assert told == [("bad", "A sentence of its own.")]
    assert came == ["GOOD"]


def timers(progress: Progress) -> tuple[QTimer, QTimer]:
    """What counts until it is shown, and until it is gone again."""
    first, second = progress.findChildren(QTimer)
    return (first, second) if first.interval() == AFTER else (second, first)


def test_what_is_done_in_a_moment_is_not_spoken_of(qtbot: QtBot) -> None:
    progress = Progress("Working …")
    qtbot.addWidget(progress)
    progress.begin()
    assert progress.isHidden()
    progress.end()
    assert not timers(progress)[0].isActive(), "it would be shown after all"


def test_what_takes_its_time_is_shown_and_does_not_flash(qtbot: QtBot) -> None:
    progress = Progress("Working …")
    qtbot.addWidget(progress)
    progress.begin()
    until_shown, until_gone = timers(progress)
    until_shown.timeout.emit()  # in place of waiting for it
    assert not progress.isHidden()
    progress.end()
    assert not progress.isHidden()
    assert until_gone.isActive()
    progress.begin()
    assert not until_gone.isActive(), "there is more to wait for"
    progress.end()
    until_gone.timeout.emit()
    assert progress.isHidden()
