"""What each circle of an icon array says, alike on screen and on paper. No toolkit."""

from typing import Final, Literal

from decision_aid.domain.risk import Arm, whole

SIDE: Final = 10
"""Circles in a row, and rows."""

PEOPLE: Final = SIDE * SIDE

Mark = Literal["filled", "unsure_filled", "unsure_open", "open"]
"""What one circle says. The two in the middle lie within the 95 % interval: "it may be fewer" and
"it may be more"."""


def marks(filled: int, low: int | None = None, high: int | None = None) -> tuple[Mark, ...]:
    """What each of the hundred circles says, from the first row's left on.

    Args:
        filled: How many people, 0 to 100.
        low: Smaller end of the 95 % interval; None where there is none.
        high: Larger end of it.
    """
    least = filled if low is None else min(low, filled)
    most = filled if high is None else max(high, filled)
    runs: tuple[tuple[Mark, int], ...] = (
        ("filled", least),
        ("unsure_filled", filled - least),
        ("unsure_open", most - filled),
        ("open", PEOPLE - most),
    )
    return tuple(mark for mark, length in runs for _each in range(length))


def ends(arm: Arm, *, event: bool = True) -> tuple[int, int] | None:
    """The interval's ends in whole people, of those the array fills; None where there is none.

    Args:
        arm: The group.
        event: True fills the people it happened to, False the others.
    """
    if arm.interval is None:
        return None
    low, high = whole(arm.interval.low), whole(arm.interval.high)
    return (low, high) if event else (PEOPLE - high, PEOPLE - low)
