"""Saving as the window does, on a disk whose Nth operation fails: is what it tells true?"""

import shutil
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from decision_aid.store import saving
from decision_aid.store.api import SessionId
from decision_aid.store.database import Database
from decision_aid.store.errors import StoreError

from tests.store.torture.apsw_dbapi import ApswDbapi
from tests.store.torture.fault_runs import TROUBLES
from tests.store.torture.faults import Faulty, Trouble
from tests.store.torture.subject import Subject, said

Found = Literal["whole", "lost", "corrupt", "untyped", "twice"]
"""`twice`: a session was kept beside itself, though nobody else had changed it."""

_LENGTH: Final = 3_000
_SAVES: Final = 4


@dataclass
class Result:
    """What was found, of how many faults, and how many saves were told to have worked or not."""

    found: Counter[Found] = field(default_factory=Counter)
    faults: int = 0
    saved: int = 0
    told_unsure: int = 0


def tried(base: Subject, folder: Path, system: Faulty, *, every: int = 1) -> Result:
    """Begin to keep a session and save it, once for every operation that can fail."""
    result = Result()
    dbapi = ApswDbapi(system.name)
    for kind, lasting in TROUBLES:
        at = 1
        while True:
            trouble = Trouble(kind, at, lasting=lasting)
            place = folder / f"saving-{kind}-{lasting}-{at}"
            shutil.copytree(base.folder, place)
            found = _one(base.at(place), system, dbapi, trouble, result)
            shutil.rmtree(place)
            if not trouble.hits:
                break
            result.faults += 1
            result.found[found] += 1
            at += every
    return result


def _one(subject: Subject, system: Faulty, dbapi: ApswDbapi, trouble: Trouble, to: Result) -> Found:
    file = Database(subject.path, dbapi=dbapi)
    may_be: list[int] = []
    which = SessionId(b"")
    try:
        store = subject.store_in(file)
        before = len(store.listed())
        system.trouble = trouble
        with suppress(StoreError):
            copy = saving.begin(store, said(0, 0, _LENGTH), _at_once)
            which = copy.which
            may_be = _saved(copy, to)
    except Exception:  # noqa: BLE001 - that is what is looked for
        return "untyped"
    finally:
        system.trouble = Trouble()
        with suppress(StoreError):
            file.close()
    return _judged(subject, which, may_be, before)


def _saved(copy: saving.Copy, to: Result) -> list[int]:
    """Save some times; what the session may be in the end."""
    may_be = [0]
    for number in range(1, _SAVES + 1):
        try:
            copy.save(said(number, 0, _LENGTH))
        except StoreError:
            to.told_unsure += 1
            may_be.append(number)
        else:
            to.saved += 1
            may_be = [number]
    return may_be


def _judged(subject: Subject, which: SessionId, may_be: list[int], before: int) -> Found:
    try:
        with subject.opened() as store:
            if not store.verify().is_whole:
                return "corrupt"
            if len(store.listed()) > before + 1:
                return "twice"
            if not may_be:
                return "whole"
            kept = store.load(which).session
            return "whole" if kept in [said(one, 0, _LENGTH) for one in may_be] else "lost"
    except StoreError:
        return "corrupt"


def _at_once(_seconds: float) -> None:
    """Nobody waits in a test."""
