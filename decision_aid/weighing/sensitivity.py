"""How firm the first place is: why it is too close to call, and what would change it."""

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np

from decision_aid.domain.answers import MOST
from decision_aid.domain.pack import Pack
from decision_aid.weighing.appraisal import CloseReason, Tipping
from decision_aid.weighing.central import Central, weighted_sum
from decision_aid.weighing.standings import plausible_ends, values
from decision_aid.weighing.weights import to_weights

FLOOR: Final = 0.01
"""Least value in a geometric mean. A bare 0 would put an option last however little the criterion
matters; a hundredth of the scale still weighs on it, and finer than that no standing is known."""


Steps = Mapping[tuple[str, int], tuple[str, ...]]
"""By criterion and step, the options that come first anew when its importance moves so far."""


def after_steps(central: Central) -> Steps:
    """What every step of every importance brings about, within 0 and 4.

    A step after which nothing matters any more is left out: nothing comes first then.
    """
    said = central.importances.astype(int).tolist()
    moves = [
        (place, step)
        for place, importance in enumerate(said)
        for step in range(-importance, MOST - importance + 1)
        if sum(said) + step > 0
    ]
    moved = np.repeat(central.importances[:, np.newaxis], len(moves), axis=1)
    for case, (place, step) in enumerate(moves):
        moved[place, case] += step
    scores = weighted_sum(to_weights(moved), central.values)
    return {
        (central.criteria[place], step): _newcomers(central, case)
        for (place, step), case in zip(moves, scores.T.tolist(), strict=True)
    }


def close_reasons(
    pack: Pack, central: Central, steps: Steps, first_shares: Mapping[str, float]
) -> tuple[CloseReason, ...]:
    """Every reason why the first place is too close to call; empty when it is not.

    An option counts as taking the first place also when it comes to share it.

    Args:
        pack: Standings, and the number of points below which shares are close.
        central: The central values.
        steps: What every step brings about.
        first_shares: By option, the share of draws in which it ranks first.
    """
    reasons = (
        *_ties(central),
        *_near_shares(central, first_shares, pack.weighing.close_points / 100),
        *_one_step(central, steps),
        *_geometric(central),
        *_unknown(pack, central),
    )
    return tuple(dict.fromkeys(reasons))


def tipping(central: Central, steps: Steps, criterion: str) -> Tipping:
    """The smallest change of one importance that changes the first place; up, if equally small."""
    said = int(central.importances[central.criteria.index(criterion)])
    for step in sorted(range(-said, MOST - said + 1), key=lambda step: (abs(step), -step)):
        for option in steps.get((criterion, step), ()):
            return Tipping(criterion=criterion, said=said, step=step, option=option)
    return Tipping(criterion=criterion, said=said, step=None)


def _newcomers(central: Central, scores: list[float]) -> tuple[str, ...]:
    """Options that come first with these scores and do not at the central values."""
    return tuple(one for one in central.leaders_by(scores) if one not in central.leaders)


def _ties(central: Central) -> Iterator[CloseReason]:
    for option in central.leaders[1:]:
        yield CloseReason(kind="tie", option=option)


def _near_shares(
    central: Central, first_shares: Mapping[str, float], least_lead: float
) -> Iterator[CloseReason]:
    """Whether the option first at the central values leads the draws by too little, or not at all.

    Where it is first in the draws, too, its lead is the difference of the first two shares.
    """
    first = central.leaders[0]
    rival = max((one for one in central.options if one != first), key=first_shares.__getitem__)
    # Shares are counts over draws: a lead of exactly the threshold must not fall below it by a bit.
    if round(first_shares[first] - first_shares[rival], 9) < least_lead:
        yield CloseReason(kind="shares", option=rival)


def _one_step(central: Central, steps: Steps) -> Iterator[CloseReason]:
    for criterion in central.criteria:
        for step in (1, -1):
            for option in steps.get((criterion, step), ()):
                yield CloseReason(kind="one_step", option=option, criterion=criterion, step=step)


def _geometric(central: Central) -> Iterator[CloseReason]:
    """Whether a weighted geometric mean puts another option first.

    Source: Saint-Hilary 2018 (PMC6728751).
    """
    logs = np.log(np.maximum(central.values, FLOOR))
    for option in _newcomers(central, np.exp(weighted_sum(central.weights, logs)).tolist()):
        yield CloseReason(kind="geometric", option=option)


def _unknown(pack: Pack, central: Central) -> Iterator[CloseReason]:
    """Whether an unknown standing, put at either of its ends, changes the first place."""
    cases = list(_at_either_end(pack, central))
    if not cases:
        return
    moved = central.values[[row for row, _, _ in cases]]
    for case, (_, column, worth) in enumerate(cases):
        moved[case, column] = worth
    scores = weighted_sum(central.weights, moved).tolist()
    for (row, column, _), score in zip(cases, scores, strict=True):
        put = central.scores.tolist()
        put[row] = score
        for first in _newcomers(central, put):
            yield CloseReason(kind="unknown", option=first, criterion=central.criteria[column])


def _at_either_end(pack: Pack, central: Central) -> Iterator[tuple[int, int, float]]:
    """Row, column and what it is worth, for each end of each unknown standing."""
    for column, criterion in enumerate(map(pack.criterion, central.criteria)):
        for row, option in enumerate(central.options):
            standing = criterion.standing(option)
            if standing.unknown is not None:
                ends = np.array(plausible_ends(criterion, standing))
                yield from ((row, column, worth) for worth in values(criterion, ends).tolist())
