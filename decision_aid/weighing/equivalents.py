"""How much of one criterion is worth as much as how much of another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Final

import numpy as np

from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.domain.criteria import Criterion, Scale
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import whole
from decision_aid.weighing.appraisal import Equivalent
from decision_aid.weighing.central import Central
from decision_aid.weighing.standings import values

MOST_TOLD: Final = 3
"""More would be read by nobody."""

_NEAR: Final = 1e-9


@dataclass(frozen=True, kw_only=True)
class _Traded:
    """A criterion on a natural scale that matters.

    Attributes:
        id: Its id.
        importance: What was said, 1 to 4.
        width: Natural units between its anchors.
        step: The finest amount that is told of it.
        slope: What one natural unit is worth, above 0.
        amounts: Amounts worth telling about, the best first.
    """

    id: str
    importance: int
    width: float
    step: float
    slope: float
    amounts: tuple[float, ...]


def equivalents(
    pack: Pack, central: Central, ratings: Mapping[str, Rating]
) -> tuple[Equivalent, ...]:
    """Amounts that are worth the same at the central values, of what matters most; at most three.

    The amount is the whole range of the criterion across the options weighed, or, where the other
    criterion's scale has no room for what that is worth, a tenth of the criterion's scale. What
    would be told as nothing of the other is left out. So is "not sure": there is no importance yet
    that could be traded.

    Args:
        pack: The scales.
        central: The central values.
        ratings: By criterion, as in `central`.

    Source: trading one criterion for another at equal value: Thokala 2016 (good practice of
        multi-criteria decision analysis, part 1).
    """
    traded = [
        _traded(pack.criterion(one), central.options, rating.importance)
        for one, rating in ratings.items()
        if rating.importance != NOT_SURE and rating.importance > 0
    ]
    known = sorted(filter(None, traded), key=lambda one: (-one.importance, one.id))
    return tuple(islice(_pairs(known), MOST_TOLD))


def _pairs(known: list[_Traded]) -> Iterator[Equivalent]:
    for one, other in combinations(known, 2):
        for amount in one.amounts:
            worth_it = one.importance * one.slope * amount / (other.importance * other.slope)
            if whole(worth_it / other.step) and worth_it <= other.width + _NEAR:
                yield Equivalent(
                    criterion=one.id, amount=amount, other=other.id, other_amount=worth_it
                )
                break


def _traded(criterion: Criterion, options: tuple[str, ...], importance: int) -> _Traded | None:
    """The criterion as something to trade; None where it has no natural scale or no slope."""
    if criterion.scale is None:
        return None
    scale, width = criterion.scale, abs(criterion.scale.best - criterion.scale.worst)
    ends = _ends(criterion, scale, options)
    slope = _slope(criterion, scale, ends)
    if slope <= 0:
        return None
    wanted = (ends[1] - ends[0], width / 10)
    step = scale.finest
    rounded = dict.fromkeys(min(whole(one / step) * step, width) for one in wanted)
    return _Traded(
        id=criterion.id,
        importance=importance,
        width=width,
        step=step,
        slope=slope,
        amounts=tuple(one for one in rounded if one > 0),
    )


def _ends(criterion: Criterion, scale: Scale, options: tuple[str, ...]) -> tuple[float, float]:
    """The smallest and the largest central standing known of these options, within the anchors."""
    known = [at for one in options if (at := criterion.standing(one).central) is not None]
    low, high = sorted((scale.worst, scale.best))
    within = [min(max(at, low), high) for at in known]
    return (min(within), max(within)) if within else (low, low)


def _slope(criterion: Criterion, scale: Scale, ends: tuple[float, float]) -> float:
    """What one unit is worth: along a straight scale alike everywhere, else between the ends.

    On a bent scale on which the options do not differ it is not told: 0.
    """
    if not scale.points:
        return 1 / abs(scale.best - scale.worst)
    if ends[0] == ends[1]:
        return 0.0
    worth = values(criterion, np.array(ends))
    return float(abs(worth[1] - worth[0]) / (ends[1] - ends[0]))
