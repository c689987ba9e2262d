"""Keeping 1,000 sessions sealed, beside the same bytes written in clear in the same run."""

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from decision_aid.domain.session import Session
from decision_aid.store.api import SessionId
from decision_aid.store.sealed_store import SealedStore
from decision_aid.store.session_bytes import packed

from tests.builders import TODAY, a_session
from tests.store.places import InAFile

SESSIONS = 1000
ROUNDS = 30
LARGE = a_session(open_questions=tuple(f"Question {n}: " + "why? " * 24 for n in range(140)))
"""Some 20 kB, as a session at the end of a long visit."""


def milliseconds(*what: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, ...]:
    """The median of each, all in turn; the first round is not counted."""
    took = [[seconds(one) * 1000 for one in what] for _ in range(rounds + 1)][1:]
    return tuple(statistics.median(each) for each in zip(*took, strict=True))


def seconds(what: Callable[[], object]) -> float:
    started = time.perf_counter()
    what()
    return time.perf_counter() - started


def numbered(n: int) -> Session:
    return replace(LARGE, label=f"Label {n}", started_on=TODAY - timedelta(days=n % 300))


class InClear:
    """The same bytes in one table, flushed to the disk as ours are."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(path, isolation_level=None)
        for setting in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
            self._file.execute(f"PRAGMA {setting}").fetchall()
        self._file.execute("CREATE TABLE session (id INTEGER PRIMARY KEY, label TEXT, body BLOB)")

    def save(self, which: int, session: Session) -> None:
        given = (which, session.label, packed(session))
        self._file.execute("REPLACE INTO session VALUES (?, ?, ?)", given)

    def load(self, which: int) -> object:
        return self._file.execute("SELECT body FROM session WHERE id = ?", (which,)).fetchone()

    def listed(self) -> object:
        return self._file.execute("SELECT id, label FROM session").fetchall()

    def read_all(self) -> int:
        return sum(len(body) for (body,) in self._file.execute("SELECT body FROM session"))

    def close(self) -> None:
        self._file.close()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> InAFile:
    made = InAFile(tmp_path_factory.mktemp("store"))
    with closing(made.make()) as store:
        for n in range(SESSIONS):
            store.keep(numbered(n))
    return made


@pytest.fixture
def store(place: InAFile) -> Iterator[SealedStore]:
    with closing(place.open()) as opened:
        yield opened


@pytest.fixture(scope="module")
def clear(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InClear]:
    with closing(InClear(tmp_path_factory.mktemp("clear") / "clear.db")) as made:
        for n in range(SESSIONS):
            made.save(n, numbered(n))
        yield made


def told(what: str, ours: float, beside: float) -> None:
    print(f"\n{what}: sealed {ours:.2f} ms, in clear {beside:.2f} ms, {ours / beside:.1f} times")  # noqa: T201


def any_one(store: SealedStore) -> SessionId:
    return store.listed()[SESSIONS // 2].id


def test_saving_takes_less_than_100_ms(store: SealedStore, clear: InClear) -> None:
    which = any_one(store)
    revision = store.load(which).revision

    def save() -> None:
        nonlocal revision
        revision = store.save(which, revision, replace(LARGE, label=f"Revision {revision}"))

    ours, beside = milliseconds(save, lambda: clear.save(7, LARGE))
    told("saving one of 1,000", ours, beside)
    assert ours < 100
    assert ours < 12 * beside


def test_loading_takes_less_than_100_ms(store: SealedStore, clear: InClear) -> None:
    which = any_one(store)
    ours, beside = milliseconds(lambda: store.load(which), lambda: clear.load(7))
    told("loading one of 1,000", ours, beside)
    assert ours < 100


def test_listing_takes_less_than_100_ms(store: SealedStore, clear: InClear) -> None:
    ours, beside = milliseconds(store.listed, clear.listed)
    told("listing 1,000", ours, beside)
    assert ours < 100


def test_opening_takes_less_than_100_ms(place: InAFile) -> None:
    """Without the derivation, which is as slow as it should be."""

    def open_and_close() -> None:
        place.open().close()

    (ours,) = milliseconds(open_and_close)
    print(f"\nopening and closing 1,000: {ours:.2f} ms")  # noqa: T201
    assert ours < 100


def test_looking_through_all_takes_at_most_half_a_second(
    store: SealedStore, clear: InClear
) -> None:
    ours, beside = milliseconds(store.verify, clear.read_all, rounds=5)
    told("looking through 1,000", ours, beside)
    assert store.verify().sessions == SESSIONS
    assert ours <= 500


def test_a_new_master_key_takes_less_than_5_s(place: InAFile) -> None:
    with closing(place.open()) as store:
        place.add_second(store)
        second = next(one for one in store.providers() if one != store.provider)
        took = seconds(lambda: store.remove_provider(second.slot))
        assert store.verify().is_whole
    print(f"\nsealing 1,000 anew under another master key: {took * 1000:.0f} ms")  # noqa: T201
    assert took < 5
