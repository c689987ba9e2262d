"""Saving without end, to be killed in the midst of it, and what is found afterwards."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from decision_aid.store import saving
from decision_aid.store.api import SessionId, SessionStore
from decision_aid.store.errors import StoreError

from tests.store.torture.kills import killer
from tests.store.torture.subject import Subject, said

_SUBJECT: Final = "subject"
_NOTES: Final = "notes"
_LENGTH: Final = 3_000
_MODULE: Final = __name__

Save = Callable[[SessionStore, SessionId, int, int], object]
"""Saves the revision after a known one."""


class Notes:
    """What a writer begins and what is acknowledged to it, each written down at once.

    What is written is in the system's memory, which outlives a killed program.
    """

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / _NOTES, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def begins(self, number: int, revision: int) -> None:
        os.write(self._file, f"? {number} {revision}\n".encode())

    def has(self, number: int, revision: int) -> None:
        os.write(self._file, f"! {number} {revision}\n".encode())


def store_saver(folder: Path, begun: Callable[[], object]) -> None:
    """Saves as the store does."""
    _work(
        folder,
        begun,
        lambda store, which, number, known: store.save(
            which, known, said(number, known + 1, _LENGTH)
        ),
    )


def copy_saver(folder: Path, begun: Callable[[], object]) -> None:
    """Saves as the window does, by way of `saving`."""
    _work(
        folder,
        begun,
        lambda store, which, number, known: saving.Copy(store, which, known).save(
            said(number, known + 1, _LENGTH)
        ),
    )


def hasty_saver(folder: Path, begun: Callable[[], object]) -> None:
    """A control: it tells each change to be saved before it is."""
    _work(folder, begun, None)


def _work(folder: Path, begun: Callable[[], object], save: Save | None) -> None:
    notes = Notes(folder)
    with Subject.from_words((folder / _SUBJECT).read_text()).opened() as store:
        there = {_number(one.label): (one.id, one.revision) for one in store.listed()}
        begun()
        while True:
            for number, (which, revision) in list(there.items())[:5]:
                notes.begins(number, revision + 1)
                if save is None:
                    notes.has(number, revision + 1)
                    store.save(which, revision, said(number, revision + 1, _LENGTH))
                else:
                    save(store, which, number, revision)
                    notes.has(number, revision + 1)
                there[number] = which, revision + 1
            _replace_one(store, there, notes)


def _replace_one(
    store: SessionStore, there: dict[int, tuple[SessionId, int]], notes: Notes
) -> None:
    """Keep one session more and delete the oldest."""
    newest, oldest = max(there) + 1, min(there)
    notes.begins(newest, 1)
    kept = store.keep(said(newest, 1, _LENGTH))
    notes.has(newest, 1)
    there[newest] = kept.id, 1
    notes.begins(oldest, 0)
    store.delete(there.pop(oldest)[0])
    notes.has(oldest, 0)


def _number(label: str) -> int:
    return int(label.removeprefix("Session "))


@dataclass
class Result:
    """What was found after all kills.

    Attributes:
        kills: How many.
        acknowledged: Changes that were.
        lost: Of them.
        not_whole: Stores that did not open, or were not as they were written.
        reopened_ms: How long each opening took until the list was there.
    """

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    not_whole: int = 0
    reopened_ms: list[float] = field(default_factory=list)


def killed(folder: Path, saver: str, times: int, sessions: int) -> Result:
    """Kill a writer so often, each after 0 to 60 ms, and look through the store each time."""
    subject = Subject.made(folder / "store")
    with subject.opened() as store:
        for number in range(sessions):
            store.keep(said(number, 1, _LENGTH))
    (folder / _SUBJECT).write_text(subject.as_words())
    random = Random(7)  # noqa: S311 - the same moments at each run
    expected = dict.fromkeys(range(sessions), 1)
    result = Result(kills=times)
    with killer(f"{_MODULE}:{saver}") as at_work:
        for _ in range(times):
            (folder / _NOTES).unlink(missing_ok=True)
            at_work.kill(folder, random.randrange(60_000))
            _look(subject, (folder / _NOTES).read_text().splitlines(), expected, result)
    return result


def _look(subject: Subject, notes: list[str], expected: dict[int, int], to: Result) -> None:
    in_doubt: tuple[int, int] | None = None
    touched = set()
    for mark, number, revision in (line.split() for line in notes):
        in_doubt = (int(number), int(revision)) if mark == "?" else None
        touched.add(int(number))
        if mark == "!":
            to.acknowledged += 1
            expected[int(number)] = int(revision)
    begun = time.perf_counter()
    try:
        with subject.opened() as store:
            listed = store.listed()
            to.reopened_ms.append((time.perf_counter() - begun) * 1000)
            to.not_whole += not store.verify().is_whole
            there = {_number(one.label): (one.id, one.revision) for one in listed}
            to.lost += _lost(store, there, expected, in_doubt, touched)
    except StoreError:
        to.not_whole += 1
        return
    # What was in doubt is known now.
    expected.clear()
    expected.update({number: revision for number, (_, revision) in there.items()})


def _lost(
    store: SessionStore,
    there: dict[int, tuple[SessionId, int]],
    expected: dict[int, int],
    in_doubt: tuple[int, int] | None,
    touched: set[int],
) -> int:
    """How many sessions are not as they were acknowledged, nor as what was being done."""
    lost = 0
    for number in set(expected) | set(there):
        which, revision = there.get(number, (SessionId(b""), 0))
        is_known = revision == expected.get(number, 0) or (number, revision) == in_doubt
        if is_known and revision and number in touched:
            is_known = store.load(which).session == said(number, revision, _LENGTH)
        lost += not is_known
    return lost
