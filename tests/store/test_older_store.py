"""Someone puts back what was: a whole older copy, a slot, a session, or damage that hides it."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from decision_aid.store.access import Access
from decision_aid.store.api import SessionStore
from decision_aid.store.database import Database
from decision_aid.store.errors import DamagedError, NotOpenedError, OlderStoreError
from decision_aid.store.provider_slots import add_slot
from decision_aid.store.sealed_store import SealedStore

from tests.store.places import PASSPHRASE, SECOND_NAME, SECOND_PASSPHRASE, founding, second_slot
from tests.store.stores import Stored
from tests.store.torture.subject import said

THIRD_PASSPHRASE = "nine cold ponds at dawn"  # noqa: S105 - of stores that tests make


@pytest.fixture(scope="module")
def of_two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two people with two sessions, and back-ups of it."""
    stored = Stored(tmp_path_factory.mktemp("of-two"))
    with closing(stored.make()) as store:
        assert isinstance(store, SealedStore)
        with store._access.changing() as unit:
            add_slot(unit, second_slot(), SECOND_NAME)
        for number in (1, 2):
            store.keep(said(number, 1))
    return stored.root


@pytest.fixture
def stored(of_two: Path, tmp_path: Path) -> Stored:
    shutil.copytree(of_two, tmp_path / "own")
    return Stored(tmp_path / "own")


@contextmanager
def unlocked(stored: Stored, secret: str = PASSPHRASE) -> Iterator[SessionStore]:
    with closing(stored.unlock(secret).store) as store:
        yield store


@contextmanager
def raw(stored: Stored) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(stored.path, isolation_level=None)) as opened:
        yield opened


def without_head(stored: Stored) -> None:
    with raw(stored) as opened:
        opened.execute("UPDATE meta SET value = zeroblob(60) WHERE name = 'head'")


def without_back_ups(stored: Stored) -> None:
    for one in (stored.folder / "back-ups").iterdir():
        one.unlink()


def remove(store: SessionStore) -> None:
    store.remove_provider(second_slot().id)


def change(store: SessionStore) -> None:
    store.change_passphrase(PASSPHRASE, THIRD_PASSPHRASE)


def renew(store: SessionStore) -> None:
    store.renew_recovery_code(PASSPHRASE)


ENDED: tuple[Callable[[SessionStore], None], ...] = (remove, change, renew)
"""Each way in which a secret comes to be worth nothing."""


def gone_on(stored: Stored, end: Callable[[SessionStore], None] = remove) -> bytes:
    """End what a secret is worth, keep a session, and close the store; the file of before."""
    before = stored.path.read_bytes()
    with unlocked(stored) as store:
        end(store)
        store.keep(said(3, 1))
    return before


def labels(store: SessionStore) -> set[str]:
    return {one.label for one in store.listed()}


@pytest.mark.parametrize("end", ENDED)
def test_the_file_of_before_a_secret_was_ended_is_opened_only_by_choice(
    stored: Stored, end: Callable[[SessionStore], None]
) -> None:
    before = gone_on(stored, end)
    stored.path.write_bytes(before)
    for secret in (PASSPHRASE, SECOND_PASSPHRASE, founding()[1]):
        with pytest.raises(OlderStoreError):
            stored.unlock(secret)
    assert stored.path.read_bytes() == before


def test_who_goes_on_with_an_older_copy_is_told_to_the_others(stored: Stored) -> None:
    """Someone removed puts the file of before in its place, and chooses to use it."""
    stored.path.write_bytes(gone_on(stored))
    opened = stored.unlock(SECOND_PASSPHRASE, accept_older=True)
    assert "older_store_accepted" in [one.event for one in opened.store.audit()]
    opened.store.close()
    next_one = stored.unlock(PASSPHRASE)
    assert [one.kind for one in next_one.news] == ["older_accepted"]
    assert "someone who was removed may be back" in next_one.news[0].text
    next_one.store.close()
    assert stored.news() == []


@pytest.mark.parametrize("end", ENDED)
def test_what_is_remembered_outlives_the_master_key(
    stored: Stored, end: Callable[[SessionStore], None]
) -> None:
    (memory,) = stored.state.glob("*.epoch")
    before = memory.read_bytes()
    gone_on(stored, end)
    secret = THIRD_PASSPHRASE if end is change else PASSPHRASE
    # As it is where the program ended before it could remember anything under the new key.
    memory.write_bytes(before)
    opened = stored.unlock(secret)
    assert not {"older_accepted", "no_anchor"} & {one.kind for one in opened.news}
    opened.store.close()


def test_a_store_of_ones_own_making_is_not_believed_however_new_it_looks(stored: Stored) -> None:
    """Someone removed goes on with the old copy elsewhere, past the epoch that was seen here."""
    stored.path.write_bytes(gone_on(stored))
    access = Access(Database(stored.path), stored.keys.master, second_slot().id)
    with closing(SealedStore(access)) as theirs:
        for _ in range(40):
            theirs.record("viewed_list")
    with pytest.raises(OlderStoreError, match="someone was removed"):
        stored.unlock(PASSPHRASE)


def test_a_memory_that_is_missing_is_asked_about_whoever_unlocks(stored: Stored) -> None:
    next(stored.state.glob("*.epoch")).unlink()
    for secret in (PASSPHRASE, SECOND_PASSPHRASE, founding()[1]):
        with pytest.raises(OlderStoreError):
            stored.unlock(secret)
    opened = stored.unlock(SECOND_PASSPHRASE, accept_older=True)
    assert [one.kind for one in opened.news] == ["no_anchor"]
    assert "older_store_accepted" in [one.event for one in opened.store.audit()]
    opened.store.close()


def test_an_older_copy_is_not_made_to_pass_by_damaging_its_head(stored: Stored) -> None:
    before = stored.path.read_bytes()
    with unlocked(stored) as store:
        store.keep(said(3, 1))
    stored.path.write_bytes(before)
    without_head(stored)
    without_back_ups(stored)
    damaged = stored.path.read_bytes()
    with pytest.raises(OlderStoreError, match="may be of an earlier day"):
        stored.unlock(PASSPHRASE)
    assert stored.path.read_bytes() == damaged
    opened = stored.unlock(PASSPHRASE, accept_older=True)
    kinds = [one.kind for one in opened.news]
    assert kinds == ["older_accepted", "may_be_older", "set_aside"]
    assert "older_store_accepted" in [one.event for one in opened.store.audit()]
    opened.store.close()


def test_a_deleted_session_put_back_is_deleted(stored: Stored) -> None:
    with raw(stored) as opened:
        rows = opened.execute("SELECT * FROM session").fetchall()
    with unlocked(stored) as store:
        store.delete(rows[0][0])
    without_back_ups(stored)
    with raw(stored) as opened:
        opened.execute("INSERT INTO session VALUES (?, ?, ?, ?, ?)", rows[0])
    opened_again = stored.unlock(PASSPHRASE)
    assert [one.kind for one in opened_again.news] == ["set_aside"]
    assert [one.id for one in opened_again.store.listed()] == [rows[1][0]]
    opened_again.store.close()


def test_a_session_put_back_to_what_it_was_is_told_where_no_back_up_has_it(stored: Stored) -> None:
    with raw(stored) as opened:
        row = opened.execute("SELECT * FROM session").fetchone()
    with unlocked(stored) as store:
        store.save(row[0], 1, said(1, 2))
    without_back_ups(stored)
    with raw(stored) as opened:
        opened.execute("INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?)", row)
    opened_again = stored.unlock(PASSPHRASE)
    assert [one.kind for one in opened_again.news] == ["may_be_older", "set_aside"]
    opened_again.store.close()


def test_a_session_that_is_lost_together_with_the_head_is_told(stored: Stored) -> None:
    with unlocked(stored) as store:
        lost = store.keep(said(3, 1)).id
        deleted = store.keep(said(4, 1)).id
        store.delete(deleted)
    without_back_ups(stored)
    without_head(stored)
    with raw(stored) as opened:
        opened.execute("DELETE FROM session WHERE id = ?", (lost,))
    opened_again = stored.unlock(PASSPHRASE, accept_older=True)
    assert [one.sessions for one in opened_again.news if one.kind == "not_restored"] == [(lost,)]
    opened_again.store.close()


def test_someone_removed_is_not_let_in_by_damage_while_others_can_unlock(stored: Stored) -> None:
    """A back-up of before has their slot; the file has the slots of the others."""
    before = gone_on(stored)
    without_back_ups(stored)
    (stored.folder / "back-ups" / "sessions-00000009.ddx").write_bytes(before)
    damaged = bytes(100) + stored.path.read_bytes()[100:]
    for accept in (False, True):
        stored.path.write_bytes(damaged)
        with pytest.raises(DamagedError, match="opens a back-up only"):
            stored.unlock(SECOND_PASSPHRASE, accept_older=accept)
        assert stored.path.read_bytes() == damaged
    with unlocked(stored) as store:
        assert labels(store) == {"Session 1", "Session 2", "Session 3"}
        assert [one.name for one in store.providers()] == ["Anna Mill"]


@pytest.mark.parametrize("accept", [False, True])
def test_a_slot_of_before_put_in_the_file_without_its_head_opens_nothing(
    stored: Stored,
    accept: bool,  # noqa: FBT001 - a case
) -> None:
    gone_on(stored)
    with raw(stored) as opened:
        slot = second_slot()
        opened.execute("INSERT INTO slot VALUES (?, ?)", (slot.id, slot.to_bytes()))
    without_head(stored)
    damaged = stored.path.read_bytes()
    with pytest.raises((DamagedError, NotOpenedError)):
        stored.unlock(SECOND_PASSPHRASE, accept_older=accept)
    assert stored.path.read_bytes() == damaged


@pytest.mark.parametrize(("end", "secret"), [(remove, SECOND_PASSPHRASE), (change, PASSPHRASE)])
def test_without_any_slot_a_back_up_of_before_is_used_by_choice_and_told_as_that(
    stored: Stored, end: Callable[[SessionStore], None], secret: str
) -> None:
    """Nobody can tell then who could unlock last; the file that was kept is never read by them."""
    before = gone_on(stored, end)
    without_back_ups(stored)
    (stored.folder / "back-ups" / "sessions-00000009.ddx").write_bytes(before)
    without_head(stored)
    with raw(stored) as opened:
        opened.execute("DELETE FROM slot")
    with pytest.raises(OlderStoreError, match=r"as of Nov 23, 2026\. Who could unlock then"):
        stored.unlock(secret)
    again = stored.unlock(secret, accept_older=True)
    assert "Who could unlock then can unlock now" in again.news[0].text
    assert labels(again.store) == {"Session 1", "Session 2"}
    assert "older_store_accepted" in [one.event for one in again.store.audit()]
    again.store.close()
    if end is remove:
        told = stored.unlock(PASSPHRASE)
        assert [one.kind for one in told.news] == ["older_accepted"]
        told.store.close()
