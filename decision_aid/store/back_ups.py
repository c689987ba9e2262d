"""Copies of the store beside it: made, looked through, thinned and deleted.

They are told apart by a number that grows by one with each, and that is their order, whatever the
clock says. When one was made is the time of its file: it shows to whoever sees the folder, as does
the time of the store's own file, and nothing in the folder hides that. A folder copied without the
times of its files makes all back-ups look as old as the copy; so that this costs none, back-ups go
only while there are more than are kept in the end, one for each one that comes.

A copy holds the key slots of its day: a passphrase that was changed, or the one of a provider who
was removed, opens older copies still. So does it with sessions that were deleted since. Whoever
wants them gone deletes the back-ups, too: `purge_back_ups`.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from decision_aid.base.language import _
from decision_aid.store.database import Database
from decision_aid.store.errors import DamagedError
from decision_aid.store.folder import BACK_UP, BACK_UPS, BESIDE, make_folder, told
from decision_aid.store.sealing import DAMAGED

OLD_ENOUGH: Final = timedelta(minutes=30)
"""A newer back-up than this is not followed by another one."""
MOST: Final = 12 + 10 + 9
"""Back-ups kept in the end: the last one of each of 12 days, 10 weeks and 9 months."""

_START, _END = BACK_UP
_PART: Final = ".part"


@dataclass(frozen=True, kw_only=True)
class BackUp:
    """A copy of the store.

    Attributes:
        path: Its file.
        number: From 1; a later one has a greater one.
        made_at: When it was made, UTC, by this computer's clock. Never used for order.
    """

    path: Path
    number: int
    made_at: datetime

    def count(self) -> int:
        """How many sessions are in it; 0 where it cannot be read. No key is needed."""
        with (
            contextlib.suppress(sqlite3.Error),
            contextlib.closing(
                sqlite3.connect(self.path.resolve().as_uri() + "?immutable=1", uri=True)
            ) as opened,
        ):
            return int(opened.execute("SELECT count(*) FROM session").fetchone()[0])
        return 0


def back_ups(folder: Path) -> tuple[BackUp, ...]:
    """All back-ups, the newest first.

    Args:
        folder: The folder of the store.
    """
    try:
        return _found(folder)
    except OSError:
        return ()


def _found(folder: Path) -> tuple[BackUp, ...]:
    found = []
    for path in (folder / BACK_UPS).iterdir():
        number = path.name.removeprefix(_START).removesuffix(_END)
        if path.name == _name(number) and number.isdecimal() and number.isascii():
            made_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            found.append(BackUp(path=path, number=int(number), made_at=made_at))
    return tuple(sorted(found, key=lambda one: one.number, reverse=True))


def is_due(folder: Path, now: datetime) -> bool:
    """Whether the newest back-up is too old, or of a time that is yet to come by this clock.

    Args:
        folder: The folder of the store.
        now: The time, UTC.
    """
    newest = back_ups(folder)[:1]
    return not (newest and timedelta() <= now - newest[0].made_at <= OLD_ENOUGH)


def make_back_up(
    folder: Path,
    database: Database,
    is_whole: Callable[[Path], bool],
    at: datetime | None = None,
) -> BackUp:
    """Copy the store, look through the copy, and only then call it a back-up.

    Then the back-ups before it are thinned.

    Args:
        folder: The folder of the store.
        database: The store's open file.
        is_whole: Opens a copy and tells whether all that is sealed in it is whole.
        at: When, UTC; None takes the time of the system.

    Raises:
        StoreError: It could not be made. Those before it are all there.
    """
    make_folder(folder / BACK_UPS)
    try:
        before = _found(folder)  # where they cannot be counted, none may be written over
    except OSError as problem:
        raise told(problem) from None
    number = before[0].number + 1 if before else 1
    target = folder / BACK_UPS / _name(f"{number:08}")
    part = target.with_name(target.name + _PART)
    try:
        _remove(part)
        database.copy_to(part)
        if not is_whole(part):
            raise DamagedError(_(DAMAGED))
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        if at is not None:
            os.utime(part, (at.timestamp(), at.timestamp()))
        part.rename(target)
    except OSError as problem:
        raise told(problem) from None
    finally:
        _remove(part)
    for one in surplus(back_ups(folder)):
        _remove(one.path)
    return BackUp(path=target, number=number, made_at=at or datetime.now(UTC))


def surplus(made: Iterable[BackUp]) -> tuple[BackUp, ...]:
    """Those that may go: the oldest ones that are not the last of a day, week or month kept.

    Args:
        made: All back-ups, the newest first.
    """
    rest = tuple(made)
    staying: set[BackUp] = set()
    for most, period in ((12, _day), (10, _week), (9, _month)):
        last: dict[tuple[int, ...], BackUp] = {}
        for one in rest:
            last.setdefault(period(one.made_at), one)
        staying.update(list(last.values())[:most])
    going = [one for one in reversed(rest) if one not in staying]
    return tuple(going[: max(0, len(rest) - MOST)])


def purge_back_ups(folder: Path) -> int:
    """Delete all back-ups; how many there were.

    Raises:
        StoreError: One could not be deleted.
    """
    made = back_ups(folder)
    try:
        for one in made:
            one.path.unlink()
    except OSError as problem:
        raise told(problem) from None
    return len(made)


def _name(number: str) -> str:
    return f"{_START}{number}{_END}"


def _remove(path: Path) -> None:
    for end in ("", *BESIDE):
        with contextlib.suppress(OSError):
            path.with_name(path.name + end).unlink(missing_ok=True)


def _day(when: datetime) -> tuple[int, ...]:
    return when.year, when.month, when.day


def _week(when: datetime) -> tuple[int, ...]:
    return tuple(when.isocalendar()[:2])


def _month(when: datetime) -> tuple[int, ...]:
    return when.year, when.month
