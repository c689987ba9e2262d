"""As a process: a whole visit on the window, how soon each page is there and how long it stood."""

import gc
import json
import sys
from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter

from decision_aid.content.packs import load_pack
from decision_aid.domain.session import StepId
from decision_aid.gui.app import Visit, fresh_session
from decision_aid.gui.collecting import collect_here
from decision_aid.gui.keeping.forgetting import forget
from decision_aid.gui.page_stack import PageStack
from decision_aid.gui.pages import PAGES
from decision_aid.gui.pages_ahead import PagesAhead
from decision_aid.gui.startup import open_application
from decision_aid.gui.theme import load_theme, resized, wear, worn
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.window import Window
from decision_aid.workspace.changes.matters import SetImportance
from decision_aid.workspace.changes.walk import SetText
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gallery.states import states

WALKS = 4
STEPS: tuple[StepId, ...] = tuple(step for step, _title, _maker in PAGES)
READ = 60
"""Milliseconds on each page."""


class Beat:
    """The longest time in which the window did nothing else, part by part."""

    def __init__(self) -> None:
        self.worst: dict[str, float] = {}
        self._part = ""
        self._last = perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._note)
        self._timer.start(1)

    def during(self, part: str, do: Callable[[], object], rest: int = READ) -> None:
        """Do something, and let all that follows from it happen."""
        QTest.qWait(20)
        self._part, self._last = part, perf_counter()
        do()
        QTest.qWait(rest)
        self._note()
        self._part = ""

    def _note(self) -> None:
        now = perf_counter()
        if self._part:
            self.worst[self._part] = max(self.worst.get(self._part, 0), now - self._last)
        self._last = now


def settle() -> None:
    """Let what was done arrive, be laid out and be drawn."""
    for _ in range(3):
        QApplication.processEvents()


def seconds(do: Callable[[], object]) -> float:
    began = perf_counter()
    do()
    settle()
    return perf_counter() - began


def bare_repaint() -> float:
    """Median seconds in which a window with nothing in it is drawn anew."""
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    settle()
    return median(seconds(window.repaint) for _ in range(60))


def walk(window: Window, beat: Beat) -> list[tuple[str, float]]:
    """Open every page, on and back again and again; how long each took."""
    changes: list[tuple[str, float]] = []

    def opened(step: StepId, took: list[float]) -> None:
        took.append(seconds(lambda: window.open_step(step)))

    for part in ("first", *["again"] * WALKS):
        for step in (*STEPS[1:], *STEPS[-2::-1]):
            took: list[float] = []
            beat.during(f"{part} {step}", partial(opened, step, took))
            changes.extend((f"{part} {step}", one) for one in took)
    return changes


def change(window: Window, beat: Beat) -> None:
    """On every page, type, take it back and rate."""
    apply = window.workspace.apply
    for step in STEPS:
        window.open_step(step)
        QTest.qWait(200)
        beat.during(f"typing at {step}", partial(apply, SetText("label", "Tuesday")))
        beat.during(f"undo at {step}", window.workspace.undo)
        for importance in (4, 2):
            beat.during(f"rating at {step}", partial(apply, SetImportance("sleep", importance)))


def dress(window: Window, beat: Beat) -> None:
    """Put on other colors and larger text where most is to be dressed."""
    window.open_step("about")
    QTest.qWait(200)
    put_on = window.dressing.put_on
    beat.during("other colors", partial(put_on, load_theme("dark")), rest=1000)
    beat.during("larger text", lambda: put_on(resized(worn(), 1)), rest=1000)
    beat.during("usual look", lambda: put_on(load_theme()), rest=1000)


def look_up(window: Window, beat: Beat) -> None:
    """Open cards over the window, and what opens in place."""
    for part, show in (("help", window.show_help), ("about the aid", window.show_about)):
        beat.during(part, show, rest=400)
        QTest.keyClick(window, Qt.Key.Key_Escape)
        QTest.qWait(200)
    for step in ("understand", "matters", "weigh"):
        window.open_step(step)
        QTest.qWait(200)
        for one in window.page.findChildren(Disclosure):
            beat.during(f"opening at {step}", one.header.click, rest=200)


def measure() -> dict[str, object]:
    application = open_application()
    bare = bare_repaint()
    wear(application, load_theme())
    pack = load_pack("depression")
    gc.freeze()
    visit = Visit(pack, states(pack)["full"])
    window = visit.window
    window.show()
    collect_here(application)
    beat = Beat()
    ahead: list[PagesAhead] = []
    beat.during("pages made ahead", lambda: ahead.append(PagesAhead(window)), rest=1000)
    (pages,) = window.findChildren(PageStack)
    while pages.make_ahead():
        QTest.qWait(50)
    changes = walk(window, beat)
    change(window, beat)
    dress(window, beat)
    look_up(window, beat)
    beat.during("clearing", lambda: forget(window, fresh_session(pack)), rest=1000)
    window.close()
    return {"bare": bare, "changes": changes, "still": beat.worst}


if __name__ == "__main__":
    json.dump(measure(), sys.stdout)
