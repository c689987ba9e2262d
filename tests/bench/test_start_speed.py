"""From the command to a window one can use, beside a bare window in the same run.

Run with `pytest tests/bench --benchmark-enable`. Not part of the default suite.
"""

import os
import statistics
import subprocess
import sys
import time

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


def told(script: str, *, before: str = TELL, wait: int = 0) -> tuple[float, int]:
    """A process's seconds from its start to when it can be used, and its pages of memory then.

    Args:
        script: What it runs.
        before: What tells.
        wait: Milliseconds to wait once it can be used.
    """
    # Compiled modules are kept, as they are wherever the program is installed.
    environment = {
        name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    started = time.monotonic()  # one clock for all processes
    command = [sys.executable, "-c", before + script.format(wait=wait)]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    at, pages = done.stdout.split()
    return float(at) - started, int(pages)


def test_the_window_is_usable_in_at_most_twice_the_time_of_a_bare_one() -> None:
    build_shipped_packs()  # as an installation does; they may have been edited since
    assert [told(one, before=DRAWN)[1] for one in (BARE, OURS)] == [1, 1]
    pairs = [(told(BARE)[0], told(OURS)[0]) for _ in range(ROUNDS)][1:]
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    bare, ours = (statistics.median(one) for one in zip(*pairs, strict=True))
    print(f"\nbare {bare:.3f} s, ours {ours:.3f} s, median ratio {ratio:.2f}")  # noqa: T201
    assert ratio <= TIME


def test_the_window_takes_at_most_two_and_a_half_times_the_memory_of_a_bare_one() -> None:
    build_shipped_packs()
    for when, wait in (("when it can be used", 0), ("a second later", 1000)):
        bare, ours = (told(one, wait=wait)[1] * os.sysconf("SC_PAGE_SIZE") for one in (BARE, OURS))
        print(  # noqa: T201 - the measure is what this is for
            f"\n{when}: bare {bare / 1e6:.0f} MB, ours {ours / 1e6:.0f} MB, ratio {ours / bare:.2f}"
        )
        assert ours <= MEMORY * bare
