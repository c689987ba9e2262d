"""Which two criteria are worth asking about, so that the ratings are looked at once more."""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.weighing.appraisal import TradeOffPair
from decision_aid.weighing.weights import central_importance

Floats = NDArray[np.float64]
Asked = tuple[str, str]

MOST_ASKED: Final = 3
MOST_OF_ONE: Final = 2
"""A criterion stands in at most so many questions."""

MOST_APART: Final = 2
"""Ratings further apart than so many steps have answered the question already."""

LEAST_TELLING: Final = 0.01
"""Below one draw in a hundred an answer would change nothing, and nobody is asked for it."""


def trade_offs(
    ratings: Mapping[str, Rating],
    weights: Floats,
    worth: Floats,
    *,
    alike: frozenset[str],
    answered: tuple[Asked, ...],
) -> tuple[TradeOffPair, ...]:
    """The pairs whose exchange of weights changes the first place most often, most telling first.

    Asking which of two things one would rather have at its best, with the other at its worst, is
    swing weighting with one pair at a time. A pair is worth asking about when the answer matters:
    when the first place would be another one had the two weights been said the other way round.

    What was answered stays, as long as both criteria are weighed, and takes the place that its
    share gives it. Answers change no weight, so the pairs stay the same while they are answered.

    Args:
        ratings: By criterion, sorted by id.
        weights: Draws of the weights, shape (criteria, draws), criteria as in `ratings`.
        worth: Draws of what standings are worth, shape (options, criteria, draws).
        alike: Criteria that do not tell the options apart; two of them are never asked about.
        answered: Pairs answered already, in any order.

    Returns:
        At most three pairs, no criterion in more than two; ties by id.

    Sources: swing weighting: Thokala 2016 (good practice of multi-criteria decision analysis, part
        1), Marsh 2016 (part 2).
    """
    kept = _kept(answered, ratings)
    fresh = [pair for pair in _fresh(ratings, kept) if not alike.issuperset(pair)]
    told = _told(fresh, tuple(ratings), weights, worth)
    chosen = _told(kept, tuple(ratings), weights, worth)
    for pair in sorted((one for one in told if one.tells >= LEAST_TELLING), key=_telling):
        if len(chosen) < MOST_ASKED and _has_room(pair, chosen):
            chosen.append(pair)
    return tuple(sorted(chosen, key=_telling))


def _telling(pair: TradeOffPair) -> tuple[float, str, str]:
    one, other = sorted((pair.first, pair.second))
    return -pair.tells, one, other


def _has_room(pair: TradeOffPair, chosen: Iterable[TradeOffPair]) -> bool:
    taken = [one for other in chosen for one in (other.first, other.second)]
    return all(taken.count(one) < MOST_OF_ONE for one in (pair.first, pair.second))


def _kept(answered: tuple[Asked, ...], ratings: Mapping[str, Rating]) -> list[Asked]:
    """The pairs answered of which both criteria are weighed, each once, as answered last."""
    pairs = {frozenset(pair): pair for pair in answered if set(pair) <= set(ratings)}
    return [pair for names, pair in pairs.items() if len(names) > 1][:MOST_ASKED]


def _fresh(ratings: Mapping[str, Rating], kept: list[Asked]) -> list[Asked]:
    """Pairs that may be asked about: both matter, and neither much more than the other."""
    held = [set(pair) for pair in kept]
    steps = {
        one: central_importance(rating)
        for one, rating in ratings.items()
        if rating.importance == NOT_SURE or rating.importance > 0
    }
    return [
        pair
        for pair in combinations(sorted(steps), 2)
        if abs(steps[pair[0]] - steps[pair[1]]) <= MOST_APART and set(pair) not in held
    ]


def _told(
    pairs: list[Asked], criteria: tuple[str, ...], weights: Floats, worth: Floats
) -> list[TradeOffPair]:
    """These pairs, each with how much it tells."""
    # One criterion after the other, so that an option's scores depend on no other option.
    scores = sum(weights[place] * worth[:, place] for place in range(len(criteria)))
    firsts, draws = _firsts(np.asarray(scores)), weights.shape[1]
    told = []
    for first, second in pairs:
        a, b = criteria.index(first), criteria.index(second)
        exchanged = scores + (weights[b] - weights[a]) * (worth[:, a] - worth[:, b])
        stays = (firsts & _firsts(exchanged)).any(axis=0)
        changed = draws - int(np.count_nonzero(stays))
        told.append(TradeOffPair(first=first, second=second, tells=changed / draws))
    return told


def _firsts(scores: Floats) -> NDArray[np.bool_]:
    """Which options are first, or share the first place, in each draw; shape (options, draws)."""
    return np.asarray(scores == scores.max(axis=0))
