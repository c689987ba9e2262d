"""What proves a number in a text: the figures and studies that the text's owner names."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from decision_aid.content.checks.stated import TOTALS, Stated
from decision_aid.domain.risk import Arm, Figure, Study, whole

RATIO_SLACK: Final = 3
"""How far a share in small numbers may be from the one it stands for, in people out of 100."""


@dataclass(frozen=True)
class Proof:
    """Numbers of people that may stand in a text.

    Attributes:
        numbers: Numbers out of 100 or 1,000 that studies list.
        pairs: The two groups of each reading; one group where there was no other.
    """

    numbers: frozenset[int]
    pairs: tuple[tuple[Arm, ...], ...]

    def holds(self, one: Stated) -> bool:
        """Whether a number is among them, as it is, as its complement or as the gap of a pair."""
        if one.ratio:
            share = 100 * one.count / one.of
            near = chain(self.numbers, *(_shares(arm, 100) for arm in self._arms()))
            return any(abs(number - share) <= RATIO_SLACK for number in near)
        if one.of in TOTALS and one.count in self.numbers:
            return True
        if one.gap:
            return any(one.count in _gaps(pair, one.of) for pair in self.pairs)
        return any(one.count in _shares(arm, one.of) for arm in self._arms())

    def lacks_partner(self, one: Stated, told: Container[int]) -> bool:
        """Whether a number is that of one of two groups, and the other's is not told with it.

        Args:
            one: The number.
            told: All numbers that are told together with it.
        """
        if one.gap or one.ratio or (one.of in TOTALS and one.count in self.numbers):
            return False
        held = [
            pair for pair in self.pairs if any(one.count in _shares(arm, one.of) for arm in pair)
        ]
        return bool(held) and not any(all(_is_told(arm, told) for arm in pair) for pair in held)

    def beside(self, numbers: Iterable[int]) -> Proof:
        """The same with further numbers."""
        return replace(self, numbers=self.numbers | set(numbers))

    def _arms(self) -> Iterator[Arm]:
        return chain.from_iterable(self.pairs)


def proof(studies: Iterable[Study], figures: Iterable[Figure]) -> Proof:
    """What some studies and figures prove.

    Args:
        studies: Studies named, each with the numbers it lists.
        figures: Figures named.
    """
    return Proof(
        numbers=frozenset(number for study in studies for number in study.numbers),
        pairs=tuple(
            tuple(filter(None, (reading.intervention, reading.comparison)))
            for figure in figures
            for reading in figure.readings
        ),
    )


def _shares(arm: Arm, of: int) -> tuple[int, ...]:
    """The people of a group this happened to, and those it did not happen to.

    Counts as they are where the text gives the group's own size, and otherwise out of `of`.
    """
    if arm.counted and arm.counted.of == of:
        return arm.counted.count, of - arm.counted.count
    if of not in TOTALS:
        return ()
    rounded = whole(arm.share * of / 100)
    return rounded, of - rounded


def _is_told(arm: Arm, told: Container[int]) -> bool:
    """Whether a group's number is told, as counted or out of any total, or it is nobody."""
    counted = (arm.counted.count,) if arm.counted else ()
    shares = [share for of in TOTALS for share in _shares(arm, of)]
    return arm.per_100 == 0 or any(one in told for one in (*counted, *shares))


def _gaps(pair: tuple[Arm, ...], of: int) -> tuple[int, ...]:
    """The difference of two groups, rounded at the end or at the beginning."""
    if len(pair) == 1:
        return ()
    one, other = (arm.share * of / 100 for arm in pair)
    return whole(abs(one - other)), abs(whole(one) - whole(other))
