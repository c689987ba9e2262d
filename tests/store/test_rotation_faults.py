"""Removing someone on a disk that fails meanwhile: all of it is done, or none of it."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from decision_aid.store.access import Access
from decision_aid.store.database import Database
from decision_aid.store.errors import DamagedError, StoreError
from decision_aid.store.sealed_store import SealedStore

from tests.builders import a_session
from tests.store.places import PASSPHRASE, InAFile, founding, second_slot
from tests.store.torture.apsw_dbapi import ApswDbapi
from tests.store.torture.fault_runs import TROUBLES
from tests.store.torture.faults import Faulty, Trouble

LABELS = ["one", "three", "two"]
EVERY = 131
"""Every so manieth operation fails; with 1 it is each of some 380, which takes two minutes."""


@pytest.fixture
def system() -> Iterator[Faulty]:
    made = Faulty("rotation")
    yield made
    made.unregister()


def base(folder: Path) -> InAFile:
    folder.mkdir()
    file = InAFile(folder)
    with closing(file.make()) as store:
        file.add_second(store)
        for label in LABELS:
            store.keep(a_session(label=label))
    return file


def opened(file: InAFile, system: Faulty) -> SealedStore:
    first = founding()[0]
    return SealedStore(
        Access(Database(file.path, dbapi=ApswDbapi(system.name)), first.master, first.by)
    )


def is_as_it_should_be(store: SealedStore) -> bool:
    labels = sorted(one.label for one in store.listed())
    loaded = [store.load(one.id).session.label for one in store.listed()]
    return store.verify().is_whole and labels == sorted(loaded) == LABELS


def opened_again(file: InAFile) -> SealedStore:
    try:
        return file.open()
    except DamagedError:
        return file.unlock(PASSPHRASE)


def removed_meanwhile(file: InAFile, system: Faulty, trouble: Trouble) -> str:
    store = opened(file, system)
    told = "done"
    system.trouble = trouble
    try:
        store.remove_provider(second_slot().id)
    except StoreError:
        told = "failed"
    system.trouble = Trouble()
    try:
        assert is_as_it_should_be(store), "in the same window"
    finally:
        with suppress(StoreError):
            store.close()
    with closing(opened_again(file)) as store:
        assert is_as_it_should_be(store), "in the next window"
        left = len(store.providers())
    assert left == 1 or told == "failed"
    return f"{told}, {left} left"


def test_removing_someone_on_a_failing_disk_is_done_or_not_done(
    tmp_path: Path, system: Faulty
) -> None:
    whole = base(tmp_path / "base")
    found: Counter[str] = Counter()
    for kind, lasting in TROUBLES:
        for at in range(1, 10_000, EVERY):
            trouble = Trouble(kind, at, lasting=lasting)
            file = InAFile(tmp_path / f"{kind}-{lasting}-{at}")
            shutil.copytree(whole.folder, file.folder)
            found[removed_meanwhile(file, system, trouble)] += 1
            shutil.rmtree(file.folder)
            if not trouble.hits:
                break
    assert found["failed, 2 left"] >= len(TROUBLES)
    assert found["done, 1 left"] >= len(TROUBLES)
