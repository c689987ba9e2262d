"""A store of every format that was ever released is opened by the program of today.

Before a format changes: `python -m tests.store.make_format tests/store/formats/<number>` makes the
store of the one that is, and it is committed. It is never made anew: it must stay as that version
wrote it.
"""

import shutil
import sqlite3
from pathlib import Path

import pytest
from decision_aid.store.back_ups import back_ups
from decision_aid.store.errors import NewerVersionError
from decision_aid.store.sealing import SCHEMA

from tests.store.make_format import LABELS, PASSPHRASE, PROVIDER, VISIT
from tests.store.stores import Stored

FORMATS = Path(__file__).parent / "formats"
ALL = sorted(int(one.name) for one in FORMATS.iterdir())


def stored(root: Path, number: int) -> Stored:
    """A copy of the store of a format."""
    made = Stored(root)
    shutil.copytree(FORMATS / str(number), made.folder)
    return made


def test_there_is_a_store_of_each_format() -> None:
    assert list(range(1, SCHEMA + 1)) == ALL


@pytest.mark.usefixtures("derives_anew")
@pytest.mark.parametrize("number", ALL)
def test_a_store_of_each_format_opens_with_a_back_up_made(tmp_path: Path, number: int) -> None:
    place = stored(tmp_path, number)
    opened = place.unlock(PASSPHRASE)
    assert opened.news == ()
    assert opened.store.provider.name == PROVIDER
    listed = opened.store.listed()
    assert {one.label for one in listed} == set(LABELS)
    for one in listed:
        kept = opened.store.load(one.id)
        assert (kept.revision, kept.session.label) == (2, one.label)
        assert kept.session.started_on == VISIT
        assert opened.store.save(one.id, 2, kept.session) == 3
    assert opened.store.audit()[0].event == "store_made"
    assert opened.store.verify().is_whole
    opened.store.close()
    assert [one.count() for one in back_ups(place.folder)] == [2]


def test_a_store_of_a_later_format_is_left_as_it_is(tmp_path: Path) -> None:
    place = stored(tmp_path, ALL[-1])
    with sqlite3.connect(place.path) as later:
        later.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    later.close()
    before = place.path.read_bytes()
    with pytest.raises(NewerVersionError, match="Update the program"):
        place.unlock(PASSPHRASE)
    assert place.path.read_bytes() == before
    there = sorted(one.name for one in place.folder.iterdir())
    assert there == ["sessions.ddx", "sessions.lock"]
