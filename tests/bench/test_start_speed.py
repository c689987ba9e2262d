"""From the command to a window one can use, beside a bare window in the same run."""

import os
import statistics
import subprocess
import sys
import time

from decision_aid.content.building import build_shipped_packs

ROUNDS = 9

BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, lambda: (print(time.monotonic()), app.quit()))
app.exec()
"""

OURS = """
import time
from PySide6.QtCore import QTimer
from decision_aid.gui.startup import open_application
app = open_application()
from decision_aid.content.packs import load_pack
from decision_aid.gui.app import fresh_session, run
pack = load_pack("depression")
QTimer.singleShot(0, lambda: (print(time.monotonic()), app.quit()))
run(app, pack, fresh_session(pack))
"""


def seconds(script: str) -> float:
    """Wall time of a process to the first turn of its loop: interpreter, imports, window."""
    # Compiled modules are kept, as they are wherever the program is installed.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    started = time.monotonic()  # one clock for all processes
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout) - started


def test_the_window_is_usable_in_at_most_twice_the_time_of_a_bare_one() -> None:
    build_shipped_packs()  # as an installation does; they may have been edited since
    pairs = [(seconds(BARE), seconds(OURS)) for _ in range(ROUNDS)][1:]
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    bare, ours = (statistics.median(one) for one in zip(*pairs, strict=True))
    print(f"\nbare {bare:.3f} s, ours {ours:.3f} s, median ratio {ratio:.2f}")  # noqa: T201
    assert ratio <= 2
