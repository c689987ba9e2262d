"""Whatever part of the writes a power failure leaves, what was acknowledged as saved is there."""

from collections import Counter
from pathlib import Path

from decision_aid.store.database import Flush

from tests.store.torture.power_runs import Found, counted, recorded


def short(folder: Path, flush: Flush, every: int) -> "Counter[Found]":
    run = recorded(folder / "made", flush, 3, f"short-{flush}")
    (folder / "states").mkdir()
    return counted(run, folder / "states", every=every)


def test_a_power_failure_loses_nothing_that_was_acknowledged(quick_path: Path) -> None:
    found = short(quick_path, "FULL", 11)
    assert set(found) == {"whole"}
    assert found.total() >= 60


def test_without_flushing_the_same_failures_do_lose_sessions(quick_path: Path) -> None:
    found = short(quick_path, "OFF", 23)
    assert found["lost"] + found["corrupt"] > found.total() / 10
    assert not found["untyped"]
