"""The line-up at the central values: every standing and importance at its middle."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from decision_aid.domain.answers import Rating
from decision_aid.domain.pack import Pack
from decision_aid.weighing.standings import central, values
from decision_aid.weighing.weights import central_importance, to_weights

Floats = NDArray[np.float64]

_DIGITS: Final = 10
"""Scores that agree to this many decimals are level; what differs beyond is rounding."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Central:
    """Standings and importances at their central values.

    Attributes:
        options: Ids of the options, sorted.
        criteria: Ids of the criteria weighed, sorted.
        importances: Shape (criteria,), 0 to 4.
        standings: Shape (options, criteria), in natural units.
        values: What they are worth, same shape, 0 to 1.
    """

    options: tuple[str, ...]
    criteria: tuple[str, ...]
    importances: Floats
    standings: Floats
    values: Floats

    @cached_property
    def weights(self) -> Floats:
        """Shape (criteria,); they sum to 1."""
        return to_weights(self.importances)

    @cached_property
    def scores(self) -> Floats:
        """Shape (options,), 0 to 1."""
        return weighted_sum(self.weights, self.values)

    @cached_property
    def leaders(self) -> tuple[str, ...]:
        """The options that come first: one, or those that stand level."""
        return self.leaders_by(self.scores.tolist())

    def leaders_by(self, scores: list[float]) -> tuple[str, ...]:
        """The options that would come first with these scores."""
        near = [rounded(score) for score in scores]
        best = max(near)
        return tuple(one for one, score in zip(self.options, near, strict=True) if score == best)


def centre(pack: Pack, options: tuple[str, ...], ratings: Mapping[str, Rating]) -> Central:
    """The central values of these options on the criteria rated."""
    criteria = sorted((pack.criterion(one) for one in ratings), key=lambda one: one.id)
    standings = np.array(
        [[central(one, one.standing(option)) for one in criteria] for option in sorted(options)]
    )
    worth = [values(one, standings[:, place]) for place, one in enumerate(criteria)]
    return Central(
        options=tuple(sorted(options)),
        criteria=tuple(one.id for one in criteria),
        importances=np.array([float(central_importance(ratings[one.id])) for one in criteria]),
        standings=standings,
        values=np.stack(worth, axis=1),
    )


def alike(pack: Pack, central: Central) -> frozenset[str]:
    """The criteria that do not tell the options apart.

    On such a one all options have the same central value, and it is known of all of them or of
    none. One that nobody knows and another that stands just in the middle of what is possible are
    not alike.
    """
    return frozenset(
        one
        for column, one in enumerate(central.criteria)
        if len({rounded(value) for value in central.values[:, column].tolist()}) == 1
        and len({_is_known(pack, one, option) for option in central.options}) == 1
    )


def _is_known(pack: Pack, criterion: str, option: str) -> bool:
    return pack.criterion(criterion).standing(option).unknown is None


def all_alike(pack: Pack, central: Central) -> bool:
    """Whether nothing that matters tells the options apart."""
    mattering = (
        one for one, much in zip(central.criteria, central.importances, strict=True) if much > 0
    )
    return alike(pack, central).issuperset(mattering)


def weighted_sum(weights: Floats, worth: Floats) -> Floats:
    """Scores of the options, each added up by itself, one criterion after the other.

    So an option's score does not depend, even in its last bit, on which others are there.

    Args:
        weights: Shape (criteria,), or (criteria, cases) for several cases at once.
        worth: Shape (options, criteria).

    Returns:
        Shape (options,) or (options, cases).
    """
    scores = np.zeros((len(worth), *weights.shape[1:]))
    for place, weight in enumerate(weights):
        scores += np.multiply.outer(worth[:, place], weight)
    return scores


def rounded(score: float) -> float:
    """A score without the noise of its last bits, for comparing and sorting."""
    return round(score, _DIGITS)
