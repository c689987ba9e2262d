"""Who can unlock a store, and who no more."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from decision_aid.store.api import LONGEST_NAME, MOST_PROVIDERS, SlotId
from decision_aid.store.errors import NotOpenedError, StoreError, WeakPassphraseError
from decision_aid.store.provider_slots import check_name, check_room
from decision_aid.store.sealed_store import SealedStore
from decision_aid.store.session_rows import row_of, session_key

from tests.builders import a_session
from tests.store.places import (
    NAME,
    PASSPHRASE,
    SECOND_NAME,
    SECOND_PASSPHRASE,
    InAFile,
    Place,
    second_slot,
)

THIRD_PASSPHRASE = "nine cold ponds at dawn"  # noqa: S105 - of stores that tests make


@pytest.fixture
def of_two(file: InAFile) -> Iterator[SealedStore]:
    """A store that two people can unlock, opened by the first."""
    with closing(file.make()) as store:
        file.add_second(store)
        yield store


def test_someone_added_unlocks_with_their_own_passphrase(place: Place) -> None:
    with closing(place.make()) as store:
        kept = store.keep(a_session(label="kept by the first"))
        added = store.add_provider(f" {SECOND_NAME} ", SECOND_PASSPHRASE)
        assert store.providers() == (store.provider, added)
    with closing(place.unlock(SECOND_PASSPHRASE)) as store:
        assert store.provider == added
        assert store.provider.name == SECOND_NAME
        assert store.load(kept.id).session.label == "kept by the first"
        assert store.audit()[-1].by == added.slot


def test_the_recovery_code_unlocks_and_names_nobody(place: Place) -> None:
    place.make().close()
    with closing(place.unlock(place.code.lower())) as store:
        assert store.provider.name == "Recovery code"
        assert [one.name for one in store.providers()] == [NAME]
        with pytest.raises(StoreError, match="recovery code"):
            store.change_passphrase(place.code, THIRD_PASSPHRASE)
        assert store.is_passphrase(place.code)
        assert not store.is_passphrase(PASSPHRASE)


def test_someone_removed_opens_the_old_copy_and_no_newer_one(
    of_two: SealedStore, file: InAFile, tmp_path: Path
) -> None:
    """What is promised, and what is not: the old copy stays readable with the old passphrase."""
    kept = of_two.keep(a_session(label="before"))
    of_two._access.forget_deleted()
    old = InAFile(tmp_path / "old")
    old.folder.mkdir()
    shutil.copy(file.path, old.path)
    of_two.remove_provider(second_slot().id)
    assert [one.name for one in of_two.providers()] == [NAME]
    assert of_two.save(kept.id, 1, a_session(label="after")) == 2
    of_two.close()
    with pytest.raises(NotOpenedError):
        file.unlock(SECOND_PASSPHRASE)
    for secret in (PASSPHRASE, file.code):
        with closing(file.unlock(secret)) as store:
            assert store.load(kept.id).session.label == "after"
            assert store.verify().is_whole
            assert [one.event for one in store.audit()][:4] == [
                *("store_made", "kept", "provider_removed", "changed"),
            ]
    with closing(old.unlock(SECOND_PASSPHRASE)) as store:
        assert store.load(kept.id).session.label == "before"


def test_what_is_saved_later_has_no_key_that_someone_removed_knew(
    of_two: SealedStore,
) -> None:
    """Each session gets a new key, so that an old copy opens nothing in a newer one."""
    kept = of_two.keep(a_session())

    def key() -> bytes:
        with of_two._access.reading() as unit:
            row = row_of(unit.connection, kept.id)
            assert row
            return session_key(unit.keys, row)

    before = key()
    of_two.remove_provider(second_slot().id)
    assert key() != before


def test_who_was_removed_is_still_named_in_the_audit(of_two: SealedStore) -> None:
    of_two.remove_provider(second_slot().id)
    with of_two._access.reading() as unit:
        assert [one.name for one in unit.head.former] == [SECOND_NAME]


@pytest.mark.parametrize("which", ["own", "nobody's", "recovery"])
def test_nobody_removes_themselves_or_who_is_not_there(of_two: SealedStore, which: str) -> None:
    with of_two._access.reading() as unit:
        recovery = next(one.slot for one in unit.head.ways if not one.name)
    slots = {"own": of_two.provider.slot, "nobody's": SlotId(bytes(16)), "recovery": recovery}
    with pytest.raises(StoreError):
        of_two.remove_provider(slots[which])
    assert len(of_two.providers()) == 2
    assert of_two.verify().is_whole


def test_the_last_one_stays_when_the_recovery_code_unlocked(place: Place) -> None:
    with closing(place.make()) as store:
        first = store.provider.slot
    with closing(place.unlock(place.code)) as store:
        with pytest.raises(StoreError, match="last one"):
            store.remove_provider(first)
        assert store.verify().is_whole


def no_new_head(action: int, table: str | None, *_: object) -> int:
    """The head is what is written last."""
    is_head = (action, table) == (sqlite3.SQLITE_UPDATE, "meta")
    return sqlite3.SQLITE_DENY if is_head else sqlite3.SQLITE_OK


def test_a_removal_that_does_not_reach_the_disk_changes_nothing(
    of_two: SealedStore, file: InAFile
) -> None:
    kept = of_two.keep(a_session(label="kept"))
    driver = of_two._access._database._driver
    driver.set_authorizer(no_new_head)
    with pytest.raises(StoreError):
        of_two.remove_provider(second_slot().id)
    driver.set_authorizer(None)
    assert of_two.load(kept.id).session.label == "kept"
    assert len(of_two.providers()) == 2
    of_two.close()
    with closing(file.unlock(SECOND_PASSPHRASE)) as store:
        assert store.verify().is_whole


def test_a_changed_passphrase_replaces_the_old_one_and_nothing_else(place: Place) -> None:
    with closing(place.make()) as store:
        who = store.provider
        with pytest.raises(NotOpenedError):
            store.change_passphrase("wrong from the start", THIRD_PASSPHRASE)
        with pytest.raises(WeakPassphraseError):
            store.change_passphrase(PASSPHRASE, "short")
        store.change_passphrase(PASSPHRASE, THIRD_PASSPHRASE)
    with pytest.raises(NotOpenedError):
        place.unlock(PASSPHRASE)
    with closing(place.unlock(THIRD_PASSPHRASE)) as store:
        assert store.provider == who
        assert store.verify().is_whole


def test_a_renewed_recovery_code_opens_and_the_old_one_does_not(place: Place) -> None:
    with closing(place.make()) as store:
        code = store.renew_recovery_code(PASSPHRASE)
    with pytest.raises(NotOpenedError):
        place.unlock(place.code)
    with closing(place.unlock(code)) as store:
        assert store.verify().is_whole


def test_a_damaged_slot_leaves_the_others_as_they_are(of_two: SealedStore, file: InAFile) -> None:
    of_two.close()
    with closing(sqlite3.connect(file.path)) as connection, connection:
        connection.execute("UPDATE slot SET value = zeroblob(9) WHERE id = ?", (second_slot().id,))
    with closing(file.unlock(PASSPHRASE)) as store:
        assert not store.verify().head_is_whole
        store.remove_provider(second_slot().id)
        assert store.verify().is_whole


@pytest.mark.parametrize(
    "name", ["", "  ", "\u200b", "a\nb", "x" * (LONGEST_NAME + 1), NAME.upper(), "recovery code"]
)
def test_a_name_that_will_not_do_is_refused(of_two: SealedStore, name: str) -> None:
    with pytest.raises(StoreError) as told:
        of_two.add_provider(name, THIRD_PASSPHRASE)
    assert not name.strip() or name not in str(told.value)
    assert len(of_two.providers()) == 2


def test_a_passphrase_too_easy_to_guess_is_refused(of_two: SealedStore) -> None:
    for weak in ("short", "passwordpassword", "bela ortiz ortiz"):
        with pytest.raises(WeakPassphraseError):
            of_two.add_provider("Bela Ortiz-Mann", weak)
    assert len(of_two.providers()) == 2


def test_no_more_people_than_slots(of_two: SealedStore) -> None:
    (one, _) = of_two.providers()
    check_room((one,) * (MOST_PROVIDERS - 1))
    with pytest.raises(StoreError):
        check_room((one,) * MOST_PROVIDERS)


def test_a_name_is_kept_as_it_was_given(of_two: SealedStore) -> None:
    assert check_name(" Zoë O’Neill ", of_two.providers()) == "Zoë O’Neill"
