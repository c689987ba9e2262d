"""Runs the full forms of the tests that kept sessions are safe, and writes `safety-report.md`.

`python -m tests.safety_report` runs all of them, which takes some twenty minutes on two cores;
`--only 1a,2,25` runs some and leaves the other lines of the table as they are. What fails is
written down as failed.
"""

import argparse
import dataclasses
import importlib.metadata
import json
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import apsw

from tests.safety_rows import ROWS, Row
from tests.store.torture.full_forms import Outcome

_IN_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - only what is of no worth lies there
TABLE: Final = Path(__file__).with_name("safety-report.md")

_HEAD: Final = (
    "| test | what | tried | failures | control that must fail | figures | seconds | met |\n"
    "|---|---|---|---|---|---|---|---|\n"
)
_NOT_SHOWN: Final = """Power failures are simulated: every operation on the files is recorded, and \
any part of what no sync had
made last is taken away. A real power cut, Windows and macOS were not tried. Where no other number
stands, what was tried are test functions, each with all its cases.
"""
_LIBRARIES: Final = ("cryptography", "SQLAlchemy", "apsw", "PySide6-Essentials", "reportlab")


def main() -> int:
    """Run what was asked for; 0 if all of it is met."""
    asked = _asked()
    if asked.row:
        print(json.dumps(dataclasses.asdict(_run_here(asked.row))))  # noqa: T201 - its answer
        return 0
    wanted = [one for one in ROWS if not asked.only or one.name in asked.only.split(",")]
    is_met = True
    for row, outcome, seconds in _all_run(wanted):
        is_met &= _is_met(outcome)
        line = _line(row, outcome, seconds)
        # After each, so that nothing is lost when it is ended.
        done = _lines(TABLE.read_text("utf-8")) if TABLE.exists() else {}
        TABLE.write_text(_page(done | {row.name: line}), "utf-8")
        print(line, flush=True)  # noqa: T201 - it takes its time
    return 0 if is_met else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="names of tests, with commas")
    parser.add_argument("--row", default="", help=argparse.SUPPRESS)
    return parser.parse_args()


def _all_run(wanted: list[Row]) -> Iterator[tuple[Row, Outcome, float]]:
    """Two at a time; those that measure time come last, by themselves."""
    together = [one for one in wanted if not one.alone]
    with ThreadPoolExecutor(2) as pool:
        for row, (outcome, seconds) in zip(together, pool.map(_run, together), strict=True):
            yield row, outcome, seconds
    for row in wanted:
        if row.alone:
            yield row, *_run(row)


def _run(row: Row) -> tuple[Outcome, float]:
    """Run a test in a process of its own."""
    begun = time.monotonic()
    words = [sys.executable, "-m", "tests.safety_report", "--row", row.name]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - begun
    try:
        return Outcome(**json.loads(done.stdout.splitlines()[-1])), seconds
    except (IndexError, ValueError):
        last = done.stderr.strip().splitlines()[-1:] or ["no answer"]
        kind = last[0].split(":", 1)[0]
        return Outcome("it ended with an error", 1, figures=kind, is_met=False), seconds


def _run_here(name: str) -> Outcome:
    row = next(one for one in ROWS if one.name == name)
    memory = str(_IN_MEMORY) if row.in_memory and _IN_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        return row.run(Path(folder))


def _is_met(outcome: Outcome) -> bool:
    return outcome.failures == 0 and outcome.control_fails and outcome.is_met


def _line(row: Row, outcome: Outcome, seconds: float) -> str:
    failures = "not run" if outcome.failures is None else f"{outcome.failures:,}"
    met = "yes" if _is_met(outcome) else "**no**"
    cells = (row.name, row.what, outcome.tried, failures, outcome.control or "-")
    rest = (outcome.figures or "-", f"{seconds:.0f}", met)
    return "| " + " | ".join(one.replace("|", "/") for one in (*cells, *rest)) + " |"


def _lines(text: str) -> dict[str, str]:
    """The lines of a table by the name of their test."""
    lines = [one for one in text.splitlines() if one.startswith("| ")][1:]
    return {one.split(" | ", 1)[0].removeprefix("| "): one for one in lines}


def _page(done: dict[str, str]) -> str:
    versions = ", ".join(f"{one} {importlib.metadata.version(one)}" for one in _LIBRARIES)
    table = "".join(done[one.name] + "\n" for one in ROWS if one.name in done)
    return (
        "# Kept sessions: what the full tests found\n\n"
        f"Written by `python -m tests.safety_report`, last on {datetime.now(UTC):%Y-%m-%d}, by "
        f"Python {platform.python_version()} on {platform.system()}, SQLite "
        f"{sqlite3.sqlite_version} ({apsw.sqlite_lib_version()} under the recorded and the failing "
        f"disk), {versions}.\n\n{_NOT_SHOWN}\n{_HEAD}{table}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
