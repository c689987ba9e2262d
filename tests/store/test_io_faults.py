"""When the disk fails at any operation, nothing acknowledged is lost and the error is ours."""

from pathlib import Path

from tests.store.torture.fault_runs import tried
from tests.store.torture.faults import Faulty
from tests.store.torture.subject import Subject, said


def a_store(folder: Path) -> Subject:
    subject = Subject.made(folder)
    with subject.opened() as store:
        for number in range(2):
            store.keep(said(number, 0))
    return subject


def test_a_failing_disk_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    base = a_store(tmp_path / "base")
    result = tried(base, tmp_path, Faulty("short-faults"), every=37)
    assert set(result.found) <= {"whole", "came back"}
    assert result.faults > 20
    assert result.resolved > 0
