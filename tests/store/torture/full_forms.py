"""The full forms of the tests that take too long for the suite, and what each found."""

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from decision_aid.store.database import Flush

from tests.report import test_kill_during_export as exports
from tests.store import test_io_faults, test_two_programs
from tests.store.torture import (
    fault_runs,
    flips,
    kill_runs,
    plain_store,
    power_runs,
    saving_faults,
    soak,
    system_faults,
)
from tests.store.torture.faults import Faulty

KILLS: Final = 500
SESSIONS: Final = 1_000
CORES: Final = 2


@dataclass(frozen=True)
class Outcome:
    """What a full form found.

    Attributes:
        tried: How many of what.
        failures: How many went wrong; None where it could not be run.
        control: What the control found that must fail; "" where there is none.
        control_fails: Whether it did; True where there is none.
        figures: What else was measured.
        is_met: Whether the figures are within their limits.
    """

    tried: str
    failures: int | None
    control: str = ""
    control_fails: bool = True
    figures: str = ""
    is_met: bool = True


def killed_while_saving(folder: Path) -> Outcome:
    """Test 1, as the store saves."""
    return _killed(folder, "store_saver", SESSIONS)


def killed_behind_window(folder: Path) -> Outcome:
    """Test 1, as the window saves."""
    return _killed(folder, "copy_saver", 100)


def _killed(folder: Path, saver: str, sessions: int) -> Outcome:
    found = kill_runs.killed(folder / "a", saver, KILLS, sessions)
    control = kill_runs.killed(folder / "b", "hasty_saver", 100, 10)
    slowest = max(found.reopened_ms)
    return Outcome(
        f"{KILLS} kills, {found.acknowledged:,} acknowledged changes, {sessions:,} sessions",
        found.lost + found.not_whole,
        f"acknowledges before saving: {control.lost} lost in 100 kills",
        control.lost > 0,
        f"opened and listed again in {median(found.reopened_ms):.0f} ms (median), "
        f"{slowest:.0f} ms (worst; limit 200)",
        slowest <= 200,
    )


def power_lost(folder: Path) -> Outcome:
    """Test 2."""
    with ProcessPoolExecutor(CORES) as workers:
        modes: tuple[Flush, ...] = ("FULL", "NORMAL", "OFF")
        full, normal, off = workers.map(_power_lost, modes, [folder / mode for mode in modes])
    failed = off["lost"] + off["corrupt"]
    return Outcome(
        f"{full.total():,} states of the disk that differ",
        full.total() - full["whole"],
        f"synchronous=NORMAL: {_said(normal)}; OFF: {_said(off)}",
        normal["lost"] > 0 and failed > off.total() / 10,
        is_met=full.total() >= 600,
    )


def _power_lost(flush: Flush, folder: Path) -> "Counter[power_runs.Found]":
    run = power_runs.recorded(folder / "made", flush, 8, f"full-{flush}")
    (folder / "states").mkdir()
    return power_runs.counted(run, folder / "states")


def disk_failed(folder: Path) -> Outcome:
    """Test 3."""
    base = test_io_faults.a_store(folder / "base")
    result = fault_runs.tried(base, folder, Faulty("full-faults"))
    bad = result.found.total() - result.found["whole"] - result.found["came back"]
    # The same on a store that keeps no log of what it is about to change.
    control = fault_runs.tried(base, folder, Faulty("unlogged"), every=11, instead=("WAL", "OFF"))
    return Outcome(
        f"{result.faults:,} faults, {result.resolved:,} changes in doubt read back",
        bad,
        f"without a log: {_said(control.found)}",
        control.found["whole"] < control.found.total(),
        _said(result.found),
        is_met=result.faults >= 1_000,
    )


def disk_failed_behind_window(folder: Path) -> Outcome:
    """Test 3, as the window saves."""
    base = test_io_faults.a_store(folder / "base")
    result = saving_faults.tried(base, folder, Faulty("full-saving"))
    return Outcome(
        f"{result.faults:,} faults, {result.saved:,} saves told to be made, "
        f"{result.told_unsure:,} not to be sure",
        result.found.total() - result.found["whole"],
        figures=_said(result.found),
        is_met=result.told_unsure > 0,
    )


def system_refused(folder: Path) -> Outcome:
    """Test 3, what Python asks the system for."""
    result = system_faults.tried(folder)
    return Outcome(
        f"{result.refusals:,} refusals (EIO, ENOSPC, EACCES; once, from then on)",
        result.found.total() - result.found["whole"],
        figures=_said(result.found),
    )


def killed_while_exporting(folder: Path) -> Outcome:
    """Test 5."""
    found, named, plain = (
        exports.killed(writer, folder / writer, times)
        for writer, times in (("pdf_writer", KILLS), ("named_writer", 200), ("plain_writer", 100))
    )
    return Outcome(
        f"{KILLS} kills, and 200 on a file system without nameless files",
        sum(found.failures) + sum(named.failures),
        f"writes in place: {plain.cut_short} cut short in 100 kills; before the sweep "
        f"{named.left_before} parts lay there",
        plain.cut_short > 0 and named.left_before > 0,
    )


def altered(folder: Path) -> Outcome:
    """Test 6, on the whole file."""
    subject = flips.small_store(folder / "store")
    size = subject.path.stat().st_size
    every = list(flips.every_flip(size))
    with ProcessPoolExecutor(CORES) as workers:
        places = [folder / str(one) for one in range(CORES)]
        shares = [every[one::CORES] for one in range(CORES)]
        found = sum(workers.map(flips.tried, [subject] * CORES, places, shares), Counter())
    plain = plain_store.tried(folder / "plain", 1)
    return Outcome(
        f"{len(every):,} flips of the {size:,} bytes of a store",
        found["wrong"] + found["untyped"],
        f"the same session unsealed: {plain['wrong']} of {plain.total():,} flips accepted",
        plain["wrong"] > 0,
        f"{_said(found)} (bytes that SQLite does not use)",
        found.total() >= 20_000,
    )


def two_programs(folder: Path) -> Outcome:
    """Test 17."""
    subject = test_two_programs.a_store(folder / "store")
    counts = test_two_programs.hammered(subject, clients=30, saves=9_990, at_a_time=37)
    revision, counted = test_two_programs.final(subject)
    lost = (revision != 1 + counts.saved) + (counts.saved - counted)
    return Outcome(
        f"30 programs, {counts.saved:,} saves",
        lost,
        f"saves with a revision of an earlier opening: {counts.changed_meanwhile:,}, all refused",
        counts.changed_meanwhile > 0,
        f"told {counts.in_use:,} times that the store is in use, after "
        f"{counts.longest_ms:.0f} ms at most (limit 1,000)",
        counts.longest_ms <= 1_000,
    )


def soaked(folder: Path) -> Outcome:
    """Test 21."""
    found = soak.soaked(folder / "store", SESSIONS, 40)
    limits = (found.grown_mib <= 20, found.handles == 0, found.slower <= 1.5)
    return Outcome(
        f"{found.saves:,} saves in {SESSIONS:,} sessions",
        0 if found.is_whole else 1,
        figures=f"memory {found.grown_mib:+.1f} MiB, files open {found.handles:+d}, median save "
        f"{found.median_ms:.1f} ms, last to first tenth {found.slower:.2f}, 99 of 100 within "
        f"{found.worst_ms:.1f} ms, look-through {found.verify_s:.2f} s, list "
        f"{found.list_ms:.0f} ms",
        is_met=all(limits) and found.verify_s <= 0.5,
    )


def _said(found: Mapping[Any, int]) -> str:
    return ", ".join(f"{number:,} {name}" for name, number in sorted(found.items()))
