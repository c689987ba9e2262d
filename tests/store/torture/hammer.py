"""A program that opens a store again and again, saves some times, and closes it.

Its input is one line: saves per opening, saves in all, and the store. It prints
how often it saved, how often it was told that the session was changed meanwhile, how often the
store was in use, and the longest time until it was told so, in milliseconds.
"""

import sys
import time
from dataclasses import dataclass, replace

from decision_aid.store.api import SessionId, SessionStore
from decision_aid.store.errors import ChangedMeanwhileError, InUseError

from tests.store.torture.subject import Subject


@dataclass
class Counts:
    """What happened."""

    saved: int = 0
    changed_meanwhile: int = 0
    in_use: int = 0
    longest_ms: float = 0.0


def save_once(store: SessionStore, which: SessionId, known: int, counts: Counts) -> int:
    """Count the session's seed up by one; first as it was known here, then as it is now."""
    kept = store.load(which)
    following = replace(kept.session, seed=kept.session.seed + 1)
    try:
        known = store.save(which, known, following)
    except ChangedMeanwhileError:
        counts.changed_meanwhile += 1
        known = store.save(which, kept.revision, following)
    counts.saved += 1
    return known


def hammer(subject: Subject, at_a_time: int, times: int) -> Counts:
    counts, known = Counts(), 1
    while counts.saved < times:
        begun = time.monotonic()
        try:
            with subject.opened() as store:
                which = store.listed()[0].id
                for _ in range(min(at_a_time, times - counts.saved)):
                    known = save_once(store, which, known, counts)
        except InUseError:
            counts.in_use += 1
            counts.longest_ms = max(counts.longest_ms, (time.monotonic() - begun) * 1000)
    return counts


def main() -> None:
    at_a_time, times, subject = sys.stdin.readline().split(" ", 2)
    counts = hammer(Subject.from_words(subject), int(at_a_time), int(times))
    print(*vars(counts).values())  # noqa: T201 - its answer


if __name__ == "__main__":
    main()
