"""The clock that locking goes by, and dumps of the memory."""

import ast
import subprocess
import sys
import time
from pathlib import Path

import decision_aid.gui.keeping
import pytest
from decision_aid.gui.keeping.sleep import always

PACKAGE = Path(decision_aid.gui.keeping.__file__).parent
LOCKING = ("idle", "sleep", "lock", "locking", "warning_card", "lock_card", "leaving_card")
WALL_CLOCKS = {"time", "time_ns", "now", "utcnow", "localtime", "currentDateTime", "datetime"}


def test_the_clock_goes_on_and_never_back() -> None:
    told = [always() for _ in range(1000)]
    assert told == sorted(told)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count sleep by another clock")
def test_on_linux_the_clock_is_the_one_that_counts_sleep() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= always() <= time.clock_gettime(time.CLOCK_BOOTTIME)


@pytest.mark.parametrize("module", LOCKING)
def test_nothing_about_locking_asks_what_time_of_day_it_is(module: str) -> None:
    """So no clock that is set, by ten years or by an hour of summer, moves a lock."""
    tree = ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))
    called = [one.func for one in ast.walk(tree) if isinstance(one, ast.Call)]
    names = {
        one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "") for one in called
    }
    imported = {
        alias.name
        for one in ast.walk(tree)
        if isinstance(one, ast.Import | ast.ImportFrom)
        for alias in one.names
    }
    assert not names & WALL_CLOCKS
    assert not imported & {"datetime", "QDateTime", "QTime"}


DUMPS = """
import resource, ctypes
from decision_aid.gui.keeping.door import StoreDoor
from decision_aid.gui.keeping.places import Places
from pathlib import Path
prctl = ctypes.CDLL(None).prctl
print(prctl(3, 0, 0, 0, 0))
StoreDoor(Places(Path("none"), Path("none"))).prepare()
print(prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked for it")
def test_the_memory_can_be_dumped_by_nobody_from_before_a_passphrase_is_typed() -> None:
    told = subprocess.run(
        [sys.executable, "-c", DUMPS], capture_output=True, text=True, check=True
    ).stdout.split("\n")
    assert told[:2] == ["1", "0 (0, 0)"], "PR_GET_DUMPABLE before and after"


def test_nothing_writes_the_memory_out_when_the_program_crashes() -> None:
    modules = PACKAGE.parents[1].rglob("*.py")
    assert not [one for one in modules if "faulthandler" in one.read_text(encoding="utf-8")]
