"""A place to keep sessions in, of each kind there is."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.store.places import PLACES, InAFile, Place

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - each test makes a folder of its own there


@pytest.fixture(params=PLACES, ids=lambda kind: kind.__name__)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    made: Place = request.param(tmp_path)
    return made


@pytest.fixture
def quick_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one, for files that no disk has to hold."""
    if not IN_MEMORY.is_dir():
        yield tmp_path
        return
    with TemporaryDirectory(dir=IN_MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def file(tmp_path: Path) -> InAFile:
    return InAFile(tmp_path)
