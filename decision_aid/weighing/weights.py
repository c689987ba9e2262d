"""How much each criterion matters: importances at the centre and drawn, and their weights."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from decision_aid.domain.answers import MOST, NOT_SURE, Rating

Floats = NDArray[np.float64]

HALF_STEP: Final = 0.5
"""How far from the step said an importance may lie."""


def central_importance(rating: Rating) -> int:
    """The step said, 0 to 4; the middle of the five for "not sure"."""
    return MOST // 2 if rating.importance == NOT_SURE else rating.importance


def window(rating: Rating) -> tuple[float, float]:
    """The ends between which the importance is drawn uniformly, within 0 and 4.

    "Not at all" stays exactly 0; "not sure" may be anything.
    """
    if rating.importance == NOT_SURE:
        return 0.0, float(MOST)
    if rating.importance == 0:
        return 0.0, 0.0
    return rating.importance - HALF_STEP, min(rating.importance + HALF_STEP, float(MOST))


def usable_order(ratings: Mapping[str, Rating], order: tuple[str, ...]) -> tuple[str, ...]:
    """The part of an order that is about criteria weighed and rated with a step."""
    return tuple(one for one in order if one in ratings and ratings[one].importance != NOT_SURE)


def order_agrees(ratings: Mapping[str, Rating], order: tuple[str, ...]) -> bool:
    """Whether no criterion of a usable order stands before one rated higher."""
    steps = [central_importance(ratings[one]) for one in order]
    return all(before >= after for before, after in pairwise(steps))


def draw_importances(
    ratings: Mapping[str, Rating], uniforms: Mapping[str, Floats], order: tuple[str, ...]
) -> dict[str, Floats]:
    """Draws of the importances, keeping to an order that agrees with the ratings.

    Draws that break the order are to be left out. No draw need be thrown away for that. The windows
    of different steps only touch, so criteria rated differently are in order already. Criteria
    rated alike are drawn alike and independently, and such draws, given that they are in order, are
    distributed as the same draws sorted (the order statistics). So they are sorted.

    Args:
        ratings: By criterion.
        uniforms: By criterion, draws uniform on 0 to 1, all of shape (draws,).
        order: Criteria, most important first; a usable order that agrees, or empty.

    Returns:
        By criterion, importances 0 to 4 of shape (draws,).
    """
    drawn = {}
    for criterion, rating in ratings.items():
        low, high = window(rating)
        drawn[criterion] = low + (high - low) * uniforms[criterion]
    for step in {central_importance(ratings[one]) for one in order}:
        alike = [one for one in order if central_importance(ratings[one]) == step]
        falling = np.sort([drawn[one] for one in alike], axis=0)[::-1]
        drawn.update(zip(alike, falling, strict=True))
    return drawn


def to_weights(importances: Floats) -> Floats:
    """Importances divided by their sum.

    Args:
        importances: Shape (criteria,) or (criteria, draws), not negative, each sum above 0.

    Returns:
        Weights of the same shape; over the criteria they sum to 1.
    """
    # Added up one criterion after the other, so that the sums are the same for one draw and for
    # many; NumPy's own sum groups its terms by shape.
    total = sum(importances[1:], start=importances[0])
    return np.asarray(importances / total)
