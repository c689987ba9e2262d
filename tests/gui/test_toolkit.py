"""What we rely on in the toolkit itself."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_keep_the_count_of_none(qtbot: QtBot) -> None:
    """Where they drop it, Python before 3.12 ends the program after some thousand calls."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(500):  # no events are let in, so nothing else can drop one meanwhile
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < 50
