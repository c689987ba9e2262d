"""Saves that are recorded, and every state a power failure could leave, opened and looked at."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, Literal

from decision_aid.store.api import SessionId, SessionStore
from decision_aid.store.database import Flush
from decision_aid.store.errors import StoreError

from tests.store.torture.apsw_dbapi import ApswDbapi
from tests.store.torture.power_loss import put, states
from tests.store.torture.recording import Operation, Recording
from tests.store.torture.subject import Acknowledged, Subject, is_as, said

Found = Literal["whole", "lost", "corrupt", "untyped"]
"""`lost`: an acknowledged change is not there. `corrupt`: it does not open, or is not whole."""

_LENGTH: Final = 3_000


@dataclass(frozen=True)
class Run:
    """Changes of a store, each acknowledged, and what they did to the disk."""

    store: Subject
    at_first: dict[str, bytes]
    done: tuple[Operation, ...]
    changes: tuple[Acknowledged, ...]


class _Changing:
    """Changes a store and notes what was acknowledged when."""

    def __init__(self, system: Recording) -> None:
        self._system = system
        self.changes: list[Acknowledged] = []

    def keep(self, store: SessionStore, number: int) -> None:
        kept = store.keep(said(number, 1, _LENGTH))
        self._note(kept.id, number, 1)

    def save(self, store: SessionStore, back: int) -> None:
        """Save the session that was changed so many changes ago, if it is still there."""
        last = self.changes[-back % len(self.changes)]
        there = store.revision_of(last.which)
        if there is None:
            return
        revision = store.save(last.which, there[0], said(last.number, there[0] + 1, _LENGTH))
        self._note(last.which, last.number, revision)

    def delete(self, store: SessionStore) -> None:
        oldest = store.listed()[-1].id
        store.delete(oldest)
        self.changes.append(Acknowledged(len(self._system.done), oldest, None, 0))

    def _note(self, which: SessionId, number: int, revision: int) -> None:
        what = said(number, revision, _LENGTH)
        self.changes.append(Acknowledged(len(self._system.done), which, what, revision, number))


def recorded(folder: Path, flush: Flush, rounds: int, name: str) -> Run:
    """Make a store and change it for some rounds, three changes each, on a recorded disk."""
    store = Subject.made(folder)
    system = Recording(name)
    changing = _Changing(system)
    with store.opened() as opened:
        for number in range(2):
            changing.keep(opened, number)
    at_first = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    for part in range(2):
        with store.opened(dbapi=ApswDbapi(name), flush=flush) as opened:
            for number in range(part * rounds, (part + 1) * rounds):
                changing.save(opened, 1 + number % 3)
                changing.save(opened, 1)
                if number % 3 == 2:
                    changing.keep(opened, 2 + number)
                    changing.delete(opened)
    system.unregister()
    return Run(store, at_first, tuple(system.done), tuple(changing.changes))


def counted(run: Run, folder: Path, *, seed: int = 1, every: int = 1) -> Counter[Found]:
    """What is found after each (or every so manieth) power failure."""
    found: Counter[Found] = Counter()
    for number, (over, state) in enumerate(
        islice(states(run.at_first, run.done, seed), None, None, every)
    ):
        place = folder / str(number)
        put(state, place)
        found[judged(run, place, over)] += 1
    return found


def judged(run: Run, place: Path, over: int) -> Found:
    """What is found where the power failed when so many operations were over."""
    try:
        with run.store.at(place).opened() as store:
            if not store.verify().is_whole:
                return "corrupt"
            return "whole" if _has_all(store, run.changes, over) else "lost"
    except StoreError:
        return "corrupt"
    except Exception:  # noqa: BLE001 - that is what is looked for
        return "untyped"


def _has_all(store: SessionStore, changes: tuple[Acknowledged, ...], over: int) -> bool:
    last = {one.which: one for one in changes if one.at <= over}
    next_one = next((one for one in changes if one.at > over), None)
    kept = {one.which for one in last.values() if one.session is not None}
    extra = {one.id for one in store.listed()} - kept
    if next_one is not None:
        extra.discard(next_one.which)
    return not extra and all(
        is_as(store, change)
        or (next_one is not None and next_one.which == which and is_as(store, next_one))
        for which, change in last.items()
    )
