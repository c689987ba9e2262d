"""Every test of the report: its name, what it is about, and how its full form is run."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from tests.store.torture import full_forms
from tests.store.torture.full_forms import Outcome

ROOT: Final = Path(__file__).parents[1]
_PYTEST: Final = ("-m", "pytest", "-q", "-rP", "-p", "no:cacheprovider")
_COUNTED: Final = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed)")
_SAID: Final = re.compile(r"-+ Captured stdout call -+\n(.*?)(?=\n[-_=]{5,})", re.DOTALL)


@dataclass(frozen=True)
class Row:
    """A line of the report.

    Attributes:
        name: The number of the test, with a letter where it has parts.
        what: What it is about.
        run: Runs its full form in an empty folder.
        alone: Whether nothing else may run meanwhile: it measures time.
        in_memory: Whether its files may lie in memory: what the disk does is simulated.
    """

    name: str
    what: str
    run: Callable[[Path], Outcome]
    alone: bool = False
    in_memory: bool = False


def _tests(*patterns: str, fuzz: int = 0, words: str = "-n 0") -> Callable[[Path], Outcome]:
    """Runs test files; what their tests print is what they measured."""

    def run(_folder: Path) -> Outcome:
        there = [sorted(ROOT.glob(one)) for one in patterns]
        if not all(there):
            return Outcome("not there yet", None, is_met=False)
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        if fuzz:
            environment["DECISION_AID_FUZZ"] = str(fuzz)
        done = subprocess.run(
            [sys.executable, *_PYTEST, *words.split(), *chain(*there)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return _read(done.stdout)

    return run


def _read(printed: str) -> Outcome:
    last = printed.strip().splitlines()[-1:] or [""]
    counts = {kind.rstrip("s"): int(number) for number, kind in _COUNTED.findall(last[0])}
    bad = counts.get("failed", 0) + counts.get("error", 0)
    passed, skipped = counts.get("passed", 0), counts.get("skipped", 0)
    told = [line for part in _SAID.findall(printed) for line in part.split("\n") if line.strip()]
    return Outcome(
        f"{passed + bad:,} tests" + (f", {skipped} skipped" if skipped else ""),
        bad,
        figures="; ".join(told)[:600],
        is_met=passed > 0,
    )


ROWS: Final = (
    Row("1a", "kill -9 while the store saves", full_forms.killed_while_saving, alone=True),
    Row("1b", "kill -9 while the window saves", full_forms.killed_behind_window, alone=True),
    Row("2", "power lost during saves", full_forms.power_lost, in_memory=True),
    Row("3a", "each operation of the disk fails in turn", full_forms.disk_failed, in_memory=True),
    Row(
        "3b",
        "the same while the window saves and asks what was saved",
        full_forms.disk_failed_behind_window,
        in_memory=True,
    ),
    Row(
        "3c",
        "each thing asked of the system is refused in turn",
        full_forms.system_refused,
        in_memory=True,
    ),
    Row(
        "4",
        "disk full, read only, gone; no other place; reserve",
        _tests(
            "tests/store/test_wrong_things.py",
            "tests/store/test_opening.py",
            "tests/store/test_reserve.py",
        ),
    ),
    Row("5", "kill -9 while a PDF or JSON file is written", full_forms.killed_while_exporting),
    Row(
        "6a",
        "every byte of each kind of sealed bytes altered",
        _tests("tests/store/test_sealing.py", "tests/store/test_key_slots.py"),
    ),
    Row("6b", "every byte of a small store altered", full_forms.altered, in_memory=True),
    Row("7", "rows swapped, put back, put in, taken out", _tests("tests/store/test_attacks.py")),
    Row(
        "8",
        "damaged files made whole again",
        _tests("tests/store/test_health.py", "tests/store/test_back_ups.py", fuzz=200),
    ),
    Row(
        "11",
        "hostile text on paper",
        _tests("tests/report/test_hostile_text.py", "tests/report/test_fuzz_sessions.py", fuzz=500),
    ),
    Row(
        "12",
        "hostile text on every screen",
        _tests("tests/gui/test_safe.py", "tests/architecture/test_*.py"),
    ),
    Row(
        "13",
        "sessions and exported sessions altered before they are read",
        _tests("tests/store/test_session_bytes.py", "tests/store/test_portable.py", fuzz=20_000),
    ),
    Row(
        "14",
        "marker words in every field, looked for in every file",
        _tests("tests/journeys/test_kept_*.py", "tests/journeys/test_nothing_typed_leaks.py"),
    ),
    Row("15", "keys and what was said, after locking", _tests("tests/gui/keeping/test_lock*.py")),
    Row(
        "16",
        "locking by a clock that the tests move",
        _tests("tests/gui/keeping/test_idle.py", "tests/gui/keeping/test_sleep.py"),
    ),
    Row("17", "programs that save in one session", full_forms.two_programs, alone=True),
    Row("21", "a long time of saving", full_forms.soaked, alone=True),
    Row("22", "a store of every released format", _tests("tests/store/test_*format*.py")),
    Row("23", "nothing left of what was deleted", _tests("tests/store/test_database.py")),
    Row(
        "24",
        "speed with 1,000 sessions, and the window never still",
        _tests(
            "tests/bench/test_store_speed.py",
            "tests/bench/test_keeping_stalls.py",
            words="-n 0 --benchmark-enable",
        ),
        alone=True,
    ),
    Row("25", "no socket, in the whole suite", _tests("tests", words="-n 2"), alone=True),
    Row("26", "entries of the audit removed, moved, altered", _tests("tests/store/test_audit.py")),
    Row(
        "27",
        "wrong and lost passphrases, damaged slots",
        _tests(
            "tests/store/test_key_slots.py",
            "tests/store/test_passphrases.py",
            "tests/store/test_recovery_codes.py",
            "tests/store/test_provider_slots.py",
        ),
    ),
)
