"""How soon the screen shows a rating that was moved, beside a bare repaint of as many bars.

Run with `pytest tests/bench --benchmark-enable`. Not part of the default suite.
"""

import gc
import os
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from time import perf_counter

import numpy as np
import pytest
from decision_aid.content.packs import load_pack
from decision_aid.content.sessions import load_session
from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.gui.app import Visit
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.lineup_bar import LineupBar, Segment
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.gui.window import Window
from decision_aid.workspace.changes.matters import SetImportance
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from tests.gui.driver import wear_theme

EXAMPLE = (
    Path(__file__).resolve().parents[2] / "resources/examples/after-three-antidepressants.yaml"
)
ROUNDS = 210
MEDIAN, NEARLY_ALL = 0.016, 0.033
"""Seconds: a frame of a screen that shows 60 a second, and two."""


@pytest.fixture
def one_core() -> Iterator[None]:
    """Everything on one core, and the collector kept from what is there, as when it is run."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
    os.sched_setaffinity(0, before)


@pytest.fixture
def window(qtbot: QtBot, one_core: None) -> Window:  # noqa: ARG001 - as long as the window is there
    wear_theme(load_theme())
    pack = load_pack("depression")
    visit = Visit(pack, load_session(EXAMPLE, pack))
    qtbot.addWidget(visit.window)
    visit.window.show()
    return visit.window


def settle() -> None:
    """Let what was done arrive, be laid out and be drawn."""
    for _ in range(3):
        QApplication.processEvents()


def bars(window: Window) -> list[LineupBar]:
    return [one for one in window.findChildren(LineupBar) if one.isVisible()]


def bare_seconds(qtbot: QtBot, count: int) -> float:
    """Median time of drawing so many bars anew, and nothing else."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    drawn = [LineupBar() for _ in range(count)]
    for bar in drawn:
        column.addWidget(bar)
    page.show()
    settle()
    times = []
    for turn in range(60):
        start = perf_counter()
        for bar in drawn:
            parts = [Segment(number, 0.1 + turn / 10_000) for number in range(1, 8)]
            bar.show_fit(parts, (0.3, 0.9), "", of=7)
        settle()
        times.append(perf_counter() - start)
    return float(np.median(times))


def measure(
    benchmark: BenchmarkFixture, qtbot: QtBot, run: Callable[[], None], *, count: int, what: str
) -> None:
    benchmark.pedantic(run, rounds=ROUNDS, warmup_rounds=14)  # type: ignore[no-untyped-call] # theirs
    if not benchmark.stats:
        return  # measuring is switched off
    times = np.array(benchmark.stats.stats.data)
    median, nearly_all = float(np.median(times)), float(np.percentile(times, 95))
    bare = bare_seconds(qtbot, count)
    print(  # noqa: T201 - the measure is what this is for
        f"\n{what}: median {1000 * median:.1f} ms, 95th percentile {1000 * nearly_all:.1f} ms, "
        f"least {1000 * times.min():.1f} ms; bare repaint of {count} bars {1000 * bare:.2f} ms, "
        f"ratio {median / bare:.1f}"
    )
    assert median <= MEDIAN
    assert nearly_all <= NEARLY_ALL


def test_a_rating_changed_moves_every_bar_within_a_frame(
    benchmark: BenchmarkFixture, qtbot: QtBot, window: Window
) -> None:
    workspace = window.workspace
    window.open_step("weigh")
    settle()
    rated = cycle(workspace.snapshot.session.ratings)

    def move_one() -> None:
        criterion = next(rated).criterion
        before = workspace.snapshot.session.rating(criterion)
        assert before is not None
        step = 0 if before.importance == NOT_SURE else (int(before.importance) + 1) % 5
        workspace.apply(SetImportance(criterion, step))
        settle()

    drawn = [bar.segments for bar in bars(window)]
    move_one()
    assert [bar.segments for bar in bars(window)] != drawn
    measure(benchmark, qtbot, move_one, count=len(drawn), what="Weigh it up")


def test_a_digit_on_a_rating_shows_within_a_frame(
    benchmark: BenchmarkFixture, qtbot: QtBot, window: Window
) -> None:
    workspace = window.workspace
    window.open_step("weigh")
    settle()
    count = len(bars(window))
    window.open_step("matters")
    settle()
    rated = {workspace.snapshot.pack.criterion(one.criterion).name for one in _ratings(window)}
    choices = window.page.findChildren(SegmentedChoice)
    at = cycle([one for one in choices if one.accessibleName() in rated and one.isVisible()])

    def press_one() -> None:
        choice = next(at)
        choice.take_focus()
        step = (choice.value + 1) % 5 if isinstance(choice.value, int) else 0
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key(Qt.Key.Key_0.value + step))
        settle()

    before = _ratings(window)
    press_one()
    assert _ratings(window) != before
    measure(benchmark, qtbot, press_one, count=count, what="What matters")


def _ratings(window: Window) -> tuple[Rating, ...]:
    return window.workspace.snapshot.session.ratings
