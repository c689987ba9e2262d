"""Where the file is gone or another one is in its place, the newest back-up is what is left."""

from pathlib import Path

import pytest
from decision_aid.store.back_ups import back_ups
from decision_aid.store.errors import ForeignFileError, OlderStoreError, StoreError
from decision_aid.store.folder import has_store
from decision_aid.store.opening import place_store
from decision_aid.store.set_aside import files_aside

from tests.store.places import founding
from tests.store.stores import Stored
from tests.store.torture.subject import said

FOREIGN = b"somebody's own notes " * 500


@pytest.fixture
def stored(tmp_path: Path) -> Stored:
    """A store of two sessions, one of which a back-up has."""
    made = Stored(tmp_path)
    store = made.make()
    store.keep(said(1, 1))
    store.back_up()
    store.keep(said(2, 1))
    store.close()
    return made


@pytest.mark.parametrize("content", [None, FOREIGN])
def test_the_back_up_is_opened_when_somebody_says_so_and_it_is_told_and_written_down(
    stored: Stored, content: bytes | None
) -> None:
    stored.path.unlink()
    if content is not None:
        stored.path.write_bytes(content)
    assert has_store(stored.folder)
    with pytest.raises(OlderStoreError, match="a back-up has them as of"):
        stored.open()
    assert stored.path.exists() is (content is not None)
    opened = stored.open(accept_older=True)
    assert "restored" in [one.kind for one in opened.news]
    assert len(opened.store.listed()) == 1
    assert "older_store_accepted" in [one.event for one in opened.store.audit()]
    opened.store.close()
    assert [one.read_bytes() for one in files_aside(stored.folder)] == (
        [content] if content else []
    )
    assert stored.news() == []


def test_nothing_new_is_set_up_beside_back_ups(stored: Stored) -> None:
    stored.path.unlink()
    with pytest.raises(StoreError, match="already"):
        place_store(stored.folder, stored.state, founding()[0], stored.computer)
    assert not stored.path.exists()


def test_without_a_back_up_a_foreign_file_is_left_alone(stored: Stored) -> None:
    for one in back_ups(stored.folder):
        one.path.unlink()
    stored.path.write_bytes(FOREIGN)
    with pytest.raises(ForeignFileError):
        stored.open()
    assert stored.path.read_bytes() == FOREIGN
