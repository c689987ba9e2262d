import gc
import logging
import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from decision_aid.base.errors import InputError
from decision_aid.base.resources import resources_dir
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.app import SEALED, SURPRISE
from decision_aid.gui.collecting import collect_due

from tests.builders import a_pack, a_session
from tests.gui.choosing import choose_there
from tests.gui.driver import Driver
from tests.gui.sessions import empty_session, real_pack

OpenWindow = Callable[[Pack, Session], Driver]

HEAVY = ("numpy", "reportlab", "pypdfium2", "pydantic", "decision_aid.gui.pages.options")
START = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from decision_aid.gui.app import Visit
from tests.builders import a_pack, a_session
visit = Visit(a_pack(), a_session())
visit.window.show()
application.processEvents()
print(*sys.modules)
"""

RUN = """
import gc
from decision_aid.gui.startup import open_application
application = open_application()
from PySide6.QtCore import QTimer
from decision_aid.gui.app import run
from tests.builders import a_pack, a_session
print(gc.isenabled())
tell = lambda: print(gc.isenabled(), gc.get_freeze_count() > 0)
QTimer.singleShot(500, lambda: (tell(), application.quit()))
run(application, a_pack(), a_session())
"""

HOOKS = """
from decision_aid.gui.startup import open_application
application = open_application()
from threading import Thread
from PySide6.QtCore import QTimer
from decision_aid.gui.app import run
from tests.builders import a_pack, a_session

class Ending:
    def __del__(self):
        int("Marker")

def fail():
    held = Ending()
    del held
    elsewhere = Thread(target=int, args=("Marker",))
    elsewhere.start()
    elsewhere.join()
    application.quit()

QTimer.singleShot(0, fail)
run(application, a_pack(), a_session())
kept = Ending()  # ends with the interpreter
"""

BUSY = """
from decision_aid.gui.startup import open_application
application = open_application()
from hashlib import pbkdf2_hmac
from threading import Event
from PySide6.QtCore import QThreadPool, QTimer
from decision_aid.gui.app import run
from decision_aid.gui.aside import Aside
from tests.builders import a_pack, a_session

begun, ended = Event(), Event()
application.aboutToQuit.connect(ended.set)

def draw(order):
    begun.set()
    ended.wait(30)
    pbkdf2_hmac("sha256", b"", b"", 500_000)  # beside Python, as PDFium draws; the loop ends first
    print(order)

def leave():
    QThreadPool.globalInstance().setMaxThreadCount(1)
    for page in ("drawn", "waiting"):
        asides.append(Aside(draw, ""))
        asides[-1].order(page)
    begun.wait(30)
    application.quit()

asides = []
QTimer.singleShot(0, leave)
run(application, a_pack(), a_session())
print("over")
"""


def test_what_is_drawn_at_the_end_is_waited_for_and_what_has_not_begun_is_not() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BUSY], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["drawn", "over"]


def test_errors_that_reach_nobody_are_told_without_a_value_to_the_very_end() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HOOKS], capture_output=True, text=True, check=True, timeout=60
    )
    # The last of the three may come when nothing is left that could tell it.
    assert done.stderr.count("ValueError at ") in (2, 3)
    assert "Marker" not in done.stderr


def test_an_error_with_a_sentence_is_shown_as_it_stands(open_window: OpenWindow) -> None:
    driver = open_window(a_pack(), a_session())
    error = InputError("That file is not a session. Nothing was changed.")
    driver.visit.report(InputError, error, None)
    driver.settle()
    assert driver.reads(str(error))
    driver.press("Close notice")
    assert not driver.reads(str(error))


def test_a_surprise_is_one_calm_sentence_and_the_log_holds_no_value(
    open_window: OpenWindow, caplog: pytest.LogCaptureFixture
) -> None:
    driver = open_window(a_pack(), a_session())
    with caplog.at_level(logging.ERROR):
        try:
            int("what a person typed")
        except ValueError as error:
            driver.visit.report(ValueError, error, error.__traceback__)
    driver.settle()
    assert driver.reads(SURPRISE)
    assert "ValueError" in caplog.text
    assert "typed" not in caplog.text


def test_an_error_from_another_thread_touches_the_window_on_its_own_thread_only(
    open_window: OpenWindow,
) -> None:
    driver = open_window(a_pack(), a_session())
    error = InputError("Nothing was written.")
    elsewhere = Thread(target=driver.visit.report, args=(InputError, error, None))
    elsewhere.start()
    elsewhere.join()
    assert not driver.reads(str(error))
    driver.settle()
    assert driver.reads(str(error))


def test_the_garbage_collector_never_runs_but_on_the_thread_of_the_window() -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["False", "False", "True"]


def test_what_is_due_is_collected() -> None:
    class Loop:
        def __init__(self) -> None:
            self.me = self

    gone = weakref.ref(Loop())
    kept = [[None] for _ in range(2 * gc.get_threshold()[0])]
    assert gone() is not None
    collect_due()
    assert gone() is None
    assert kept


def test_the_first_window_comes_up_without_the_heavy_libraries() -> None:
    done = subprocess.run(
        [sys.executable, "-c", START], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = done.stdout.split()
    assert "decision_aid.gui.pages.welcome" in loaded
    assert [one for one in HEAVY if one in loaded] == []


def test_a_sealed_file_is_known_by_its_ending_and_the_way_to_take_it_in_is_told(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    driver = open_window(a_pack(), a_session(label="mine"))
    (tmp_path / "session.DDXS").write_bytes(b"\xff sealed")
    driver.press("Open an earlier session")
    choose_there(tmp_path / "session.DDXS")
    driver.press("Open a session file…")
    assert driver.reads(SEALED)
    assert driver.session.label == "mine"


def test_an_earlier_session_is_opened_in_place_of_this_one(
    open_window: OpenWindow,
) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.press("Open an earlier session")
    choose_there(resources_dir() / "examples" / "on-an-maoi.yaml")
    driver.press("Open a session file…")
    assert [one.name for one in driver.session.about.taking] == ["phenelzine", "levothyroxine"]
    driver.go("About you")
    assert driver.reads("You take an MAOI, or a medicine like one")
    assert driver.window.close()
