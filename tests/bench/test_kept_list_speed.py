"""How soon a thousand kept sessions are shown and searched, beside Qt's own list of as many lines.

Run with `pytest tests/bench --benchmark-enable`. Not part of the default suite.
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from decision_aid.gui.keeping.kept_rows import KeptRows
from decision_aid.gui.keeping.kept_words import found, searchable
from decision_aid.gui.theme import load_theme
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.driver import wear_theme
from tests.gui.keeping.kept_screens import DAY
from tests.gui.keeping.test_kept_list import listed

SESSIONS = 1_000
ROUNDS = 9


def shown(view: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()


def seconds(job: Callable[[], object]) -> float:
    begun = perf_counter()
    job()
    return perf_counter() - begun


def test_a_thousand_rows_are_searched_and_shown_sooner_than_plain_lines(qtbot: QtBot) -> None:
    wear_theme(load_theme())
    many = [listed(f"Session {n} " * 20, DAY) for n in range(SESSIONS)]
    ours, plain = KeptRows(), QListWidget()
    for one in (ours, plain):
        shown(one, qtbot)

    def search_and_show() -> None:
        among = [(searchable(one, DAY), one) for one in many]
        ours.show_sessions(found("session 99", among), SESSIONS)
        ours.show_sessions(found("", among), SESSIONS)
        ours.grab()

    def show_lines() -> None:
        plain.clear()
        plain.addItems([one.label for one in many])
        plain.grab()

    taken = [(seconds(search_and_show), seconds(show_lines)) for _ in range(ROUNDS)]
    took, beside = (median(column) for column in zip(*taken, strict=True))
    print(f"\n{SESSIONS:,} rows: {took * 1000:.1f} ms, plain lines {beside * 1000:.1f} ms")  # noqa: T201
    assert took < beside
