"""A place to keep sessions in, of each kind there is."""

from pathlib import Path

import pytest

from tests.store.places import PLACES, InAFile, Place


@pytest.fixture(params=PLACES, ids=lambda kind: kind.__name__)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    made: Place = request.param(tmp_path)
    return made


@pytest.fixture
def file(tmp_path: Path) -> InAFile:
    return InAFile(tmp_path)
