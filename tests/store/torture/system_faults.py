"""Opening, saving, backing up and closing while the system refuses the Nth thing it is asked.

What Python asks the system for is heard by an audit hook: opening, renaming, deleting and making
files and folders. What SQLite asks for is not heard here; see `fault_runs`.
"""

import errno
import shutil
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, Literal

from decision_aid.domain.session import Session
from decision_aid.store.errors import StoreError

from tests.store.stores import Stored
from tests.store.torture.subject import said

Found = Literal["whole", "lost", "corrupt", "untyped"]

ERRORS: Final = (errno.EIO, errno.ENOSPC, errno.EACCES)
_LENGTH: Final = 3_000
_LATER: Final = timedelta(hours=1)


@dataclass
class Refusal:
    """Which of the things asked for is refused, and why.

    Attributes:
        root: Only what is below this folder counts; "" for nothing.
        at: Which, from 1.
        number: The error's number.
        lasting: Whether all after it are, too.
        seen: How many were asked for.
        hits: How many were refused.
    """

    root: str = ""
    at: int = 0
    number: int = errno.EIO
    lasting: bool = False
    seen: int = 0
    hits: int = 0

    def hear(self, event: str, told: tuple[Any, ...]) -> None:
        if not self.root or not (event == "open" or event.startswith("os.")):
            return
        if not any(isinstance(one, str | Path) and str(one).startswith(self.root) for one in told):
            return
        self.seen += 1
        if self.seen == self.at or (self.lasting and self.seen > self.at):
            self.hits += 1
            raise OSError(self.number, "refused by the test")


REFUSAL: Final = Refusal()
# A hook stays for good; it does nothing while nothing is refused.
sys.addaudithook(REFUSAL.hear)


@dataclass
class Result:
    """What was found, of how many refusals."""

    found: Counter[Found] = field(default_factory=Counter)
    refusals: int = 0


def tried(folder: Path, *, every: int = 1) -> Result:
    """A day for every (or every so manieth) thing the system may refuse."""
    base, result = Stored(folder / "base"), Result()
    base.keep(*(said(number, 0, _LENGTH) for number in range(3)))
    for number in ERRORS:
        for lasting in (False, True):
            at, found = 1, _one_day(base, folder / "day", 1, number, lasting=lasting)
            while found:
                result.refusals += 1
                result.found[found] += 1
                at += every
                found = _one_day(base, folder / "day", at, number, lasting=lasting)
    return result


def _one_day(base: Stored, place: Path, at: int, number: int, *, lasting: bool) -> Found | None:
    """What is found after a day; None where nothing was refused."""
    shutil.copytree(base.root, place)
    stored = Stored(place)
    # So that a back-up is due.
    stored.clock.now += _LATER
    vars(REFUSAL).update(vars(Refusal(str(place), at, number, lasting)))
    may_be, is_typed = [said(0, 0, _LENGTH)], True
    try:
        _work(stored, may_be)
    except StoreError:
        pass
    except Exception:  # noqa: BLE001 - that is what is looked for
        is_typed = False
    REFUSAL.root = ""
    found = _judged(stored, may_be) if is_typed else "untyped"
    shutil.rmtree(place)
    return found if REFUSAL.hits else None


def _work(stored: Stored, may_be: list[Session]) -> None:
    """Open it, which backs it up, save one session some times, and close it."""
    store = stored.open().store
    try:
        which = next(one.id for one in store.listed() if one.label == may_be[0].label)
        revision = store.revision_of(which) or (0, b"")
        for number in range(1, 4):
            following = replace(may_be[-1], seed=number)
            may_be.append(following)
            store.save(which, revision[0] + number - 1, following)
            may_be[:] = [following]
    finally:
        store.close()


def _judged(stored: Stored, may_be: list[Session]) -> Found:
    try:
        opened = stored.open()
        try:
            kept = [opened.store.load(one.id).session for one in opened.store.listed()]
            if not opened.store.verify().is_whole:
                return "corrupt"
        finally:
            opened.store.close()
    except StoreError:
        return "corrupt"
    others = [said(number, 0, _LENGTH) for number in (1, 2)]
    is_there = len(kept) == 3 and all(one in kept for one in others)
    return "whole" if is_there and any(one in kept for one in may_be) else "lost"
