"""A day's work with a store on a disk whose Nth operation fails, for every N."""

import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final, Literal

from decision_aid.store.api import SessionId, SessionStore
from decision_aid.store.database import Database
from decision_aid.store.errors import StoreError

from tests.store.torture.apsw_dbapi import ApswDbapi
from tests.store.torture.faults import Faulty, Kind, Trouble
from tests.store.torture.subject import Acknowledged, Subject, is_as, said

Found = Literal["whole", "lost", "corrupt", "untyped", "misresolved", "came back"]
"""`misresolved`: it was read back as saved after an error, and is not there. `came back`: it was
read back as not saved, and is there after the next opening; nothing is lost by that."""

TROUBLES: Final[tuple[tuple[Kind, bool], ...]] = tuple(
    (kind, lasting) for kind in ("error", "full", "torn") for lasting in (False, True)
)
_LENGTH: Final = 3_000
_COPY: Final = "copy.ddx"


@dataclass
class _May:
    """How a session may be found: as one of these; and how it was told not to be."""

    be: list[Acknowledged]
    read_back: bool = False
    not_be: Acknowledged | None = None


@dataclass
class Day:
    """A day's work: what was acknowledged in it, and what may or may not have been saved.

    Attributes:
        may: How each session may be found.
        new: Sessions that may have been kept without an answer.
        untyped: Errors that were no `StoreError`.
        resolved: How often what had failed was read back.
        copied: Whether the copy was told to be made.
    """

    may: dict[SessionId, _May]
    new: list[Acknowledged] = field(default_factory=list)
    untyped: list[str] = field(default_factory=list)
    resolved: int = 0
    copied: bool = False

    def work(self, open_file: Callable[[], Database], subject: Subject) -> None:
        """Do what is done in a day; go on after each error, as the program would."""
        one, other, *_ = self.may
        file, store = self._open(open_file, subject)
        if store is not None:
            self._save(store, one, 1)
            self._save(store, one, 2)
            self._keep(store, 3)
            self._save(store, other, 4)
            self._delete(store, other)
            self._works(partial(store.set_keep_days, 365))
            self._works(store.close)
        file, store = self._open(open_file, subject)
        if store is not None and file is not None:
            self._works(partial(store.load, one))
            self._save(store, one, 5)
            self.copied = self._works(partial(file.copy_to, subject.folder / _COPY))
            self._keep(store, 6)
            self._save(store, one, 7)
            self._works(store.close)

    def _open(
        self, open_file: Callable[[], Database], subject: Subject
    ) -> tuple[Database | None, SessionStore | None]:
        """Open the store; once more where that failed."""
        file: list[Database] = []
        store: list[SessionStore] = []
        for _ in range(2):
            if self._works(lambda: file.append(open_file())):
                if self._works(lambda: store.append(subject.store_in(file[-1]))):
                    return file[-1], store[-1]
                file[-1].close()
        return None, None

    def _works(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except StoreError:
            return False
        except Exception as problem:  # noqa: BLE001 - that is what is looked for
            self.untyped.append(type(problem).__name__)
            return False
        return True

    def _save(self, store: SessionStore, which: SessionId, number: int) -> None:
        before = self.may[which].be[-1].revision
        change = Acknowledged(0, which, said(number, 0, _LENGTH), before + 1)
        self._change(store, change, lambda: store.save(which, before, said(number, 0, _LENGTH)))

    def _delete(self, store: SessionStore, which: SessionId) -> None:
        self._change(store, Acknowledged(0, which, None, 0), lambda: store.delete(which))

    def _keep(self, store: SessionStore, number: int) -> None:
        def keep() -> None:
            kept = store.keep(session)
            self.may[kept.id] = _May([Acknowledged(0, kept.id, session, 1)])

        session = said(number, 0, _LENGTH)
        if not self._works(keep):
            self.new.append(Acknowledged(0, SessionId(b""), session, 1))

    def _change(self, store: SessionStore, change: Acknowledged, do: Callable[[], object]) -> None:
        if self._works(do):
            self.may[change.which] = _May([change])
            return
        there: list[tuple[int, bytes] | None] = []
        self._works(lambda: there.append(store.revision_of(change.which)))
        may = self.may[change.which]
        if not there:
            may.be.append(change)
            return
        self.resolved += 1
        if (there[0][0] if there[0] else 0) == change.revision:
            self.may[change.which] = _May([change], read_back=True)
        else:
            may.not_be = change


@dataclass
class Result:
    """What was found, of how many faults, and how many changes in doubt were read back."""

    found: Counter[Found] = field(default_factory=Counter)
    faults: int = 0
    resolved: int = 0


def tried(
    base: Subject,
    folder: Path,
    system: Faulty,
    *,
    every: int = 1,
    instead: tuple[str, str] = ("", ""),
) -> Result:
    """A day for every (or every so manieth) operation that can fail, until none is left.

    `instead` has a setting of the store changed, for a control.
    """
    dbapi = ApswDbapi(system.name, instead)
    result = Result()
    for kind, lasting in TROUBLES:
        at = 1
        while True:
            trouble = Trouble(kind, at, lasting=lasting)
            system.trouble = Trouble()
            place = folder / f"{kind}-{lasting}-{at}"
            shutil.copytree(base.folder, place)
            _one_day(base.at(place), system, dbapi, trouble, result)
            shutil.rmtree(place)
            if not trouble.hits:
                break
            at += every
    return result


def _one_day(
    subject: Subject, system: Faulty, dbapi: ApswDbapi, trouble: Trouble, to: Result
) -> None:
    with subject.opened() as store:
        day = Day({one.id: _May([_as_it_is(store, one.id)]) for one in store.listed()})
    system.trouble = trouble
    opened: list[Database] = []

    def open_file() -> Database:
        opened.append(Database(subject.path, dbapi=dbapi))
        return opened[-1]

    day.work(open_file, subject)
    system.trouble = Trouble()
    for one in opened:
        with suppress(StoreError):
            one.close()
    to.faults += trouble.hits > 0
    to.resolved += day.resolved
    to.found[_judged(subject, day)] += trouble.hits > 0


def _as_it_is(store: SessionStore, which: SessionId) -> Acknowledged:
    kept = store.load(which)
    return Acknowledged(0, which, kept.session, kept.revision)


def _judged(subject: Subject, day: Day) -> Found:
    if day.untyped:
        return "untyped"
    try:
        with subject.opened() as store:
            if not store.verify().is_whole or (day.copied and not _is_whole_copy(subject)):
                return "corrupt"
            return _compared(store, day)
    except StoreError:
        return "corrupt"
    except Exception:  # noqa: BLE001 - that is what is looked for
        return "untyped"


def _is_whole_copy(subject: Subject) -> bool:
    place = subject.folder / "copied"
    place.mkdir()
    shutil.copy(subject.folder / _COPY, subject.at(place).path)
    with subject.at(place).opened() as store:
        return store.verify().is_whole


def _compared(store: SessionStore, day: Day) -> Found:
    came_back = False
    for may in day.may.values():
        if any(is_as(store, change) for change in may.be):
            continue
        if may.not_be is None or not is_as(store, may.not_be):
            return "misresolved" if may.read_back else "lost"
        came_back = True
    for extra in {one.id for one in store.listed()} - set(day.may):
        if store.load(extra).session not in [one.session for one in day.new]:
            return "corrupt"
    return "came back" if came_back else "whole"
