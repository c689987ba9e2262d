"""One byte of a small store altered, every byte in turn, and everything in it read."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, Final, Literal

from decision_aid.store.api import SessionId, SessionStore
from decision_aid.store.database import Database
from decision_aid.store.errors import GoneError, StoreError
from decision_aid.store.folder import BESIDE

from tests.store.torture.subject import Subject, said

Found = Literal["refused", "no effect", "wrong", "untyped"]
"""`refused`: a `StoreError`, or the look through the store told of it. `no effect`: everything
reads as before. `wrong`: something else was read and taken for what was written."""

MASKS: Final = (0x01, 0x80, 0xFF)
_PAGE: Final = 512


def small_store(folder: Path) -> Subject:
    """A closed store with one session, in pages as small as can be."""
    subject = Subject.made(folder)
    with subject.opened() as store:
        store.keep(said(1, 1))
    with closing(sqlite3.connect(subject.path, isolation_level=None)) as raw:
        for statement in ("journal_mode = DELETE", f"page_size = {_PAGE}"):
            raw.execute(f"PRAGMA {statement}").fetchall()
        raw.execute("VACUUM")
        raw.execute("PRAGMA journal_mode = WAL").fetchall()
    return subject


def every_flip(size: int, every: int = 1) -> Iterable[tuple[int, int]]:
    """Offset and mask of every flip, or of every so manieth."""
    return [(number // 3, MASKS[number % 3]) for number in range(0, 3 * size, every)]


def tried(subject: Subject, place: Path, flips: Iterable[tuple[int, int]]) -> Counter[Found]:
    """What is found after each flip of a copy of the store in `place`."""
    place.mkdir()
    target, data = subject.at(place), subject.path.read_bytes()
    # Reading is written down in the audit, so only copies are looked at.
    target.path.write_bytes(data)
    with target.looked_at() as (file, store):
        ids = tuple(one.id for one in store.listed())
        before = _everything(file, store, ids)
    found: Counter[Found] = Counter()
    for at, mask in flips:
        for end in BESIDE:
            target.path.with_name(target.path.name + end).unlink(missing_ok=True)
        target.path.write_bytes(data[:at] + bytes((data[at] ^ mask,)) + data[at + 1 :])
        found[_judged(target, ids, before)] += 1
    return found


def _judged(subject: Subject, ids: tuple[SessionId, ...], before: dict[str, Any]) -> Found:
    try:
        with subject.looked_at() as (file, store):
            now = _everything(file, store, ids)
    except StoreError:
        return "refused"
    except Exception:  # noqa: BLE001 - that is what is looked for
        return "untyped"
    if now == before:
        return "no effect"
    is_refused = _is_told(now) and all(_is_less(now[name], before[name]) for name in now)
    return "refused" if is_refused else "wrong"


def _is_told(now: dict[str, Any]) -> bool:
    """Whether an error tells that something is wrong; that a session is gone would not do."""
    errors = [one for one in now.values() if isinstance(one, StoreError)]
    verdict, sound = now.pop("verify"), now.pop("sound")
    if any(not isinstance(one, GoneError) for one in errors):
        return True
    return not (sound and verdict.is_whole)


def _is_less(now: Any, before: Any) -> bool:
    """Whether something is as before, is not given out, or leaves out some of what was there.

    The list leaves out what is damaged, and the look through the store names it.
    """
    if isinstance(before, tuple) and isinstance(now, tuple):
        return set(now) <= set(before)
    if isinstance(before, list) and isinstance(now, list):
        return all(one in (None, other) for one, other in zip(now, before, strict=True))
    return isinstance(now, StoreError) or bool(now == before)


def _everything(file: Database, store: SessionStore, ids: tuple[SessionId, ...]) -> dict[str, Any]:
    """All that can be read; an error of ours stands in the place of what is not given out."""
    reads: dict[str, Callable[[], Any]] = {
        # As it is asked when a store is opened.
        "sound": file.is_sound,
        "list": store.listed,
        "providers": store.providers,
        "days": lambda: store.keep_days,
        "at work": store.at_work,
        "audit": store.audit,
        "sessions": lambda: [store.load(one) for one in ids],
        "revisions": lambda: [store.revision_of(one) for one in ids],
        "verify": store.verify,
    }
    return {name: _or_error(read) for name, read in reads.items()}


def _or_error(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except StoreError as problem:
        return problem
