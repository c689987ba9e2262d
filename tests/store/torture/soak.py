"""A long time of saving: whether memory, handles or waiting grow with it."""

import gc
import os
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from tests.store.torture.subject import Subject, said

_LENGTH: Final = 3_000


@dataclass(frozen=True)
class Result:
    """What was measured.

    Attributes:
        saves: How many.
        grown_mib: By how much the resident memory grew from the first tenth of the saves on.
        handles: How many more files were open at the end.
        slower: Median time of a save in the last tenth, as a share of the first tenth's.
        median_ms: Median time of a save.
        worst_ms: The time that one of a hundred saves takes longer than.
        verify_s: How long the look through the store took at the end.
        is_whole: What it told.
        list_ms: How long the list took.
    """

    saves: int
    grown_mib: float
    handles: int
    slower: float
    median_ms: float
    worst_ms: float
    verify_s: float
    is_whole: bool
    list_ms: float


def soaked(folder: Path, sessions: int, rounds: int) -> Result:
    """Keep sessions and save each of them so often, one round after the other."""
    subject = Subject.made(folder)
    took: list[float] = []
    with subject.opened() as store:
        kept = [store.keep(said(number, 1, _LENGTH)).id for number in range(sessions)]
        handles = _handles()
        resident = _resident_mib()
        for revision in range(1, rounds + 1):
            for number, which in enumerate(kept):
                session = said(number, revision + 1, _LENGTH)
                begun = time.perf_counter()
                store.save(which, revision, session)
                took.append(time.perf_counter() - begun)
        grown = _resident_mib() - resident
        more = _handles() - handles
        begun = time.perf_counter()
        verdict = store.verify()
        verified = time.perf_counter() - begun
        begun = time.perf_counter()
        store.listed()
        listed = time.perf_counter() - begun
    tenth = max(1, len(took) // 10)
    return Result(
        saves=len(took),
        grown_mib=grown,
        handles=more,
        slower=median(took[-tenth:]) / median(took[:tenth]),
        median_ms=median(took) * 1000,
        worst_ms=sorted(took)[int(len(took) * 0.99)] * 1000,
        verify_s=verified,
        is_whole=verdict.is_whole and verdict.sessions == sessions,
        list_ms=listed * 1000,
    )


def _handles() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - only how many


def _resident_mib() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
