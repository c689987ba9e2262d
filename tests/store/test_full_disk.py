"""On a full disk what is kept can be unlocked and read; what could not be written down waits."""

from contextlib import closing
from pathlib import Path

import pytest
from decision_aid.store.errors import NoRoomError
from decision_aid.store.folder import FULL
from decision_aid.store.sealed_store import SealedStore

from tests.builders import a_session
from tests.store.places import InAFile
from tests.store.stores import Stored
from tests.store.test_wrong_things import fill, mounted
from tests.store.torture.subject import said

MIB = 1024 * 1024


def limit(store: SealedStore, pages: int) -> None:
    """Have SQLite find no room for more pages than these, or than there are."""
    store._access._database._driver.execute(f"PRAGMA max_page_count = {pages}").fetchall()


def fill_up(store: SealedStore) -> None:
    limit(store, 1)
    while not store.waits_for_room:
        store.record("viewed_list")


def events(store: SealedStore) -> list[str]:
    return [one.event for one in store.audit()]


def test_a_session_is_read_and_that_is_written_down_once_there_is_room(file: InAFile) -> None:
    with closing(file.make()) as store:
        kept = store.keep(a_session(label="Tuesday"))
        fill_up(store)
        before = events(store)
        at = file.clock.now
        assert store.load(kept.id).session == a_session(label="Tuesday")
        store.set_at_work(kept.id)
        assert events(store) == before
        with pytest.raises(NoRoomError):
            store.keep(a_session(label="x" * 20_000))
        limit(store, 10_000)
        assert store.save(kept.id, 1, a_session(label="Wednesday")) == 2
        assert not store.waits_for_room
        assert events(store) == [*before, "viewed_list", "opened", "changed"]
        opened = store.audit()[-2]
        assert (opened.session, opened.by) == (kept.id, store.provider.slot)
        assert at < opened.at < store.audit()[-1].at
        assert store.at_work() == kept.id
        assert store.verify().is_whole


def test_what_waits_is_written_when_it_is_closed_and_there_is_room_by_then(file: InAFile) -> None:
    with closing(file.make()) as store:
        kept = store.keep(a_session(label="Tuesday"))
        fill_up(store)
        store.load(kept.id)
        limit(store, 10_000)
    with closing(file.open()) as store:
        assert events(store)[-1] == "opened"


def test_an_older_store_is_not_gone_on_with_unless_that_is_written_down(file: InAFile) -> None:
    with closing(file.make()) as store:
        fill_up(store)
        with pytest.raises(NoRoomError):
            store.record("older_store_accepted")


def test_it_is_unlocked_and_read_on_a_disk_without_a_free_byte(tmp_path: Path) -> None:
    stored = Stored(tmp_path, room=MIB // 4)
    with mounted(stored.folder, "size=1m"):
        kept = stored.keep(said(1, 1))
        (stored.folder / "sessions.reserve").unlink()
        fill(stored.folder / "other")
        for _ in range(2):
            with closing(stored.open().store) as store:
                assert store.load(kept[0]).session == said(1, 1)
        opened = stored.open()
        assert [one.text for one in opened.news if one.kind == "nearly_full"] == [FULL]
        opened.store.load(kept[0])
        with pytest.raises(NoRoomError):
            opened.store.keep(said(2, 1, 60_000))
        (stored.folder / "other").unlink()
        opened.store.keep(said(2, 1))
        assert [one.event for one in opened.store.audit()][-3:] == ["unlocked", "opened", "kept"]
        opened.store.close()
        assert "nearly_full" not in stored.news()
