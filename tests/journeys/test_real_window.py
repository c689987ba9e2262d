"""The program on a real X display, not only on the platform made for tests."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

WALK = """
import sys
from PySide6.QtCore import QTimer
from decision_aid.gui.startup import open_application
application = open_application()
from decision_aid.content.packs import load_pack
from decision_aid.gui.app import fresh_session, run

def look() -> None:
    window = application.activeWindow() or application.topLevelWidgets()[0]
    shot = application.primaryScreen().grabWindow(window.winId()).toImage()
    places = ((x, y) for x in range(0, shot.width(), 8) for y in range(0, shot.height(), 8))
    print(application.platformName(), len({shot.pixel(x, y) for x, y in places}))
    application.quit()

QTimer.singleShot(0, lambda: QTimer.singleShot(0, look))
pack = load_pack("depression")
sys.exit(run(application, pack, fresh_session(pack)))
"""


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of its own; says its number when it is ready."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    yield f":{server.stdout.readline().strip()}"
    server.terminate()
    server.communicate()


def test_the_window_opens_and_is_drawn_on_a_real_display(display: str) -> None:
    bare = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-c", WALK],
        env={**bare, "DISPLAY": display},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    platform, colours = done.stdout.split()
    assert platform == "xcb"
    assert int(colours) > 20
