"""As a process: all that keeping does beside the window, and how long the window stood still."""

import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from decision_aid.content.packs import load_pack
from decision_aid.domain.session import Session
from decision_aid.gui.app import Visit, fresh_session
from decision_aid.gui.collecting import collect_here
from decision_aid.gui.keeping.places import Places
from decision_aid.gui.pages.summary import SummaryPage
from decision_aid.gui.startup import open_application
from decision_aid.gui.theme import load_theme, wear
from decision_aid.store.api import SessionId, SessionStore
from decision_aid.workspace.changes.walk import SetText
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

SESSIONS = 1000
SAVES = 40
PASSPHRASE = "the rain in the yard is loud"  # noqa: S105 - of a store that is thrown away
Then = Callable[[object], None]


class Watch:
    """How long each part took, and the longest time in it that the window did nothing else."""

    def __init__(self) -> None:
        self.parts: dict[str, tuple[float, float]] = {}
        self._worst = self._last = 0.0
        self._beat = QTimer()
        self._beat.timeout.connect(self._note)
        self._beat.start(1)

    def part(self, name: str, order: Callable[[Then], object]) -> object:
        """Order something and wait until it is answered.

        Args:
            name: What it is called.
            order: Orders it; given what to call with the answer.
        """
        came: list[object] = []
        QTest.qWait(20)
        self._worst, self._last = 0.0, perf_counter()
        began = perf_counter()
        order(came.append)
        while not came:
            QTest.qWait(1)
        self._note()
        took = perf_counter() - began
        before = self.parts.get(name, (0.0, 0.0))
        self.parts[name] = (max(before[0], took), max(before[1], self._worst))
        return came[0]

    def _note(self) -> None:
        now = perf_counter()
        self._worst, self._last = max(self._worst, now - self._last), now


def fill(store: SessionStore, session: Session) -> SessionId:
    """Keep many sessions; gives one in the middle."""
    labeled = (replace(session, label=f"Session {number}") for number in range(SESSIONS - 1))
    return [store.keep(one).id for one in labeled][SESSIONS // 2]


def measure(folder: Path) -> dict[str, tuple[float, float]]:
    application = open_application()
    wear(application, load_theme())
    pack = load_pack("depression")
    session = fresh_session(pack)
    visit = Visit(pack, session, Places(folder / "data", folder / "state"))
    visit.window.show()
    collect_here(application)
    keeping = visit.kept.keeping
    QTest.qWait(300)
    watch = Watch()

    def sorry(sentence: str) -> None:
        raise AssertionError(sentence)

    def load(then: Then) -> None:
        keeping.prepare()
        keeping._worker.order(lambda: 1, then, then)

    def begin(then: Then) -> None:
        keeping.keep()
        keeping.settle(lambda: then(1))

    def open_other(then: Then) -> None:
        keeping.begun.connect(then)
        keeping.carry_on(which)

    def make_pdf(then: Then) -> None:
        visit.window.workspace.apply(SetText("label", "on paper"))
        beat = QTimer(page)
        beat.timeout.connect(lambda: then(1) if is_made() else None)
        QTimer.singleShot(50, lambda: beat.start(5))

    def is_made() -> bool:
        return bool(isinstance(page, SummaryPage) and page._pdf)

    watch.part("idle", lambda then: QTimer.singleShot(200, lambda: then(1)))
    watch.part("load the libraries", load)
    watch.part("make, with its keys", lambda then: keeping.make("Dr. R", PASSPHRASE, then, sorry))
    watch.part("begin to keep", begin)
    filled: list[SessionId] = []
    keeping.do(lambda store: fill(store, session), filled.append)
    wait_for(lambda: bool(filled))
    which = filled[0]
    for number in range(SAVES):
        visit.window.workspace.apply(SetText("label", f"{number}"))
        watch.part("save", lambda then: keeping.settle(lambda: then(1)))
    watch.part("list", lambda then: keeping.do(lambda store: store.listed(), then))
    watch.part("open", open_other)
    watch.part("look through all", lambda then: keeping.do(lambda store: store.verify(), then))
    visit.window.open_step("summary")
    page = visit.window.page
    wait_for(is_made)
    watch.part("make the PDF", make_pdf)
    watch.part("close", lambda then: keeping.shut(lambda: then(1)))
    watch.part("unlock", lambda then: keeping.unlock(PASSPHRASE, then, sorry))
    watch.part("lock", lambda then: keeping.shut(lambda: then(1)))
    keeping.end()
    return watch.parts


def wait_for(fact: Callable[[], bool]) -> None:
    while not fact():
        QTest.qWait(5)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        json.dump(measure(Path(name)), sys.stdout)
