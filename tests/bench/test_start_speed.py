"""From the command to a window one can use, beside a bare window in the same run.

Run with `pytest tests/bench --benchmark-enable`. Not part of the default suite.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from decision_aid.content.building import build_shipped_packs

ROUNDS = 15
TIME, MEMORY = 2.0, 2.5
"""At most so many times what a bare window takes."""

TELL = """
import time
def resident():
    with open("/proc/self/statm") as told:
        return int(told.read().split()[1])
def tell(app, wait=0):
    # The first turn of the loop draws the window: the second finds it drawn, and nothing to do.
    QTimer.singleShot(0, lambda: QTimer.singleShot(wait, lambda: leave(app)))
def leave(app):
    print(time.monotonic(), resident(), flush=True)
    app.quit()
"""

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
tell(app, {wait})
app.exec()
"""

OURS = """
import sys
from decision_aid import cli
from decision_aid.gui import startup
started = startup.open_application
def open_application():
    app = started()
    global QTimer
    from PySide6.QtCore import QTimer
    tell(app, {wait})
    return app
startup.open_application = open_application
sys.argv = ["decision-aid"]
cli.main()
"""

DRAWN = """
from PySide6.QtCore import QEvent, QObject
class Watch(QObject):
    drawn = False
    def eventFilter(self, watched, event):
        Watch.drawn = Watch.drawn or event.type() == QEvent.Type.Paint
        return False
watch = Watch()
def tell(app, wait):
    app.installEventFilter(watch)
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, lambda: leave(app)))
def leave(app):
    print(0, int(Watch.drawn), flush=True)
    app.quit()
"""


def large_screen(home: Path) -> Path:
    """A screen that has room for both windows; the usual one beside a display has not."""
    one = {"name": "large", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
    screen = {"screens": [one | {"logicalDpi": 96, "logicalBaseDpi": 96}]}
    (home / "screen.json").write_text(json.dumps(screen), encoding="utf-8")
    return home / "screen.json"


def told(script: str, home: Path, *, before: str = TELL, wait: int = 0) -> tuple[float, int]:
    """A process's seconds from its start to when it can be used, and its pages of memory then.

    Args:
        script: What it runs.
        home: Where nothing is remembered of an earlier start.
        before: What tells.
        wait: Milliseconds to wait once it can be used.
    """
    # Compiled modules are kept, as they are wherever the program is installed.
    environment = {
        name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    } | {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_STATE_HOME": str(home)}
    if environment.get("QT_QPA_PLATFORM") == "offscreen":
        environment["QT_QPA_PLATFORM"] += f":configfile={large_screen(home)}"
    started = time.monotonic()  # one clock for all processes
    command = [sys.executable, "-c", before + script.format(wait=wait)]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    at, pages = done.stdout.split()
    return float(at) - started, int(pages)


def test_the_window_is_usable_in_at_most_twice_the_time_of_a_bare_one(tmp_path: Path) -> None:
    build_shipped_packs()  # as an installation does; they may have been edited since
    assert [told(one, tmp_path, before=DRAWN)[1] for one in (BARE, OURS)] == [1, 1]
    pairs = [(told(BARE, tmp_path)[0], told(OURS, tmp_path)[0]) for _ in range(ROUNDS)][1:]
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    bare, ours = (statistics.median(one) for one in zip(*pairs, strict=True))
    print(f"\nbare {bare:.3f} s, ours {ours:.3f} s, median ratio {ratio:.2f}")  # noqa: T201
    assert ratio <= TIME


def test_the_window_takes_at_most_two_and_a_half_times_the_memory_of_a_bare_one(
    tmp_path: Path,
) -> None:
    build_shipped_packs()
    ratios = []
    for when, wait in (("when it can be used", 0), ("with all pages made ahead", 5000)):
        both = (told(one, tmp_path, wait=wait)[1] for one in (BARE, OURS))
        bare, ours = (pages * os.sysconf("SC_PAGE_SIZE") / 1e6 for pages in both)
        ratios.append(ours / bare)
        print(f"\n{when}: bare {bare:.0f} MB, ours {ours:.0f} MB, ratio {ratios[-1]:.2f}")  # noqa: T201
    assert ratios[0] <= MEMORY
