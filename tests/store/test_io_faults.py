"""When the disk fails at any operation, nothing acknowledged is lost and the error is ours."""

from pathlib import Path

from tests.store.torture import saving_faults, system_faults
from tests.store.torture.fault_runs import tried
from tests.store.torture.faults import Faulty
from tests.store.torture.subject import Subject, said


def a_store(folder: Path) -> Subject:
    subject = Subject.made(folder)
    with subject.opened() as store:
        for number in range(2):
            store.keep(said(number, 0))
    return subject


def test_a_failing_disk_loses_nothing_that_was_acknowledged(quick_path: Path) -> None:
    base = a_store(quick_path / "base")
    result = tried(base, quick_path, Faulty("short-faults"), every=67)
    assert set(result.found) <= {"whole", "came back"}
    assert result.faults > 10
    assert result.resolved > 0


def test_what_the_window_is_told_of_a_save_on_a_failing_disk_is_true(quick_path: Path) -> None:
    base = a_store(quick_path / "base")
    result = saving_faults.tried(base, quick_path, Faulty("short-saving"), every=41)
    assert set(result.found) == {"whole"}
    assert result.told_unsure > 0


def test_a_system_that_refuses_anything_costs_nothing_that_was_kept(quick_path: Path) -> None:
    result = system_faults.tried(quick_path, every=29)
    assert set(result.found) == {"whole"}
    assert result.refusals > 3
