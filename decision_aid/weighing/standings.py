"""How an option stands on a criterion: its central place, its draws, and what they are worth."""

import numpy as np
from numpy.typing import NDArray

from decision_aid.domain.criteria import Criterion, Events, Scale, Standing
from decision_aid.domain.pack import Widening
from decision_aid.domain.risk import Frequency
from decision_aid.weighing.triangular import triangular

Floats = NDArray[np.float64]


def values(criterion: Criterion, standings: Floats) -> Floats:
    """What standings are worth: 0 at the worst anchor or beyond, 1 at the best or beyond.

    Args:
        criterion: The criterion, with its anchors and direction.
        standings: In natural units; for levels, places on the ordered scale from 0 (worst) up.

    Returns:
        Values of the same shape, 0 to 1.
    """
    worst, best = anchors(criterion)
    if criterion.scale is not None and criterion.scale.points:
        return _piecewise(criterion.scale, standings)
    clipped: Floats = np.clip((standings - worst) / (best - worst), 0.0, 1.0)
    return clipped


def _piecewise(scale: Scale, standings: Floats) -> Floats:
    towards_best = 1 if scale.best > scale.worst else -1
    at = np.array([towards_best * point.at for point in scale.points])
    worth = np.array([point.worth for point in scale.points])
    return np.asarray(np.interp(towards_best * standings, at, worth))


def anchors(criterion: Criterion) -> tuple[float, float]:
    """The worst and the best end of a criterion; the worst may be the larger number."""
    if criterion.scale is None:
        return 0.0, float(len(criterion.levels) - 1)
    return criterion.scale.worst, criterion.scale.best


def plausible_ends(criterion: Criterion, standing: Standing) -> tuple[float, float]:
    """The smaller and the larger end between which an unknown standing may lie."""
    unknown = standing.unknown
    if unknown is not None and unknown.low is not None and unknown.high is not None:
        return unknown.low, unknown.high
    worst, best = anchors(criterion)
    return min(worst, best), max(worst, best)


def central(criterion: Criterion, standing: Standing) -> float:
    """The standing at its central value, in natural units.

    That is its likeliest place, the place of the level, or for what nobody knows the middle between
    its ends.
    """
    if standing.central is not None:
        return standing.central
    if standing.level is not None:
        return _place(criterion, standing.level)
    low, high = plausible_ends(criterion, standing)
    return (low + high) / 2


def _place(criterion: Criterion, level: str) -> float:
    return float([step.id for step in criterion.levels].index(level))


def widened_by(standing: Standing, widening: Widening) -> float:
    """The factor by which a standing's spread grows because we are less than sure; 1 for none."""
    spread = standing.estimate.se if standing.estimate else 0.0
    if standing.range is not None:
        spread = standing.range.high - standing.range.low
    return widening.factor(standing.certainty) if spread else 1.0


def draw(
    criterion: Criterion,
    standing: Standing,
    widening: Widening,
    chance: np.random.Generator,
    draws: int,
) -> Floats:
    """Draws of what a standing is worth.

    Returns:
        Values of shape (draws,), 0 to 1. Draws beyond an anchor are put at the anchor.
    """
    factor = widened_by(standing, widening)
    return values(criterion, _natural(criterion, standing, factor, chance, draws))


def _natural(
    criterion: Criterion,
    standing: Standing,
    factor: float,
    chance: np.random.Generator,
    draws: int,
) -> Floats:
    if standing.range is not None:
        span = standing.range
        below, above = factor * (span.likely - span.low), factor * (span.high - span.likely)
        shape = triangular(span.likely - below, span.likely, span.likely + above)
        return shape.quantiles(chance.random(draws))
    if standing.estimate is not None:
        return chance.normal(standing.estimate.mean, factor * standing.estimate.se, draws)
    if standing.events is not None:
        return _difference(standing.events, chance, draws)
    if standing.level is not None:
        place = _place(criterion, standing.level)
        return chance.uniform(place - 0.5, place + 0.5, draws)
    return chance.uniform(*plausible_ends(criterion, standing), draws)


def _difference(events: Events, chance: np.random.Generator, draws: int) -> Floats:
    """People out of 100, less those of the other group where there is one."""
    people = _share(Frequency(events.count, events.of), chance, draws)
    other = _share(events.against, chance, draws) if events.against else 0.0
    return 100 * (people - other)


def _share(counted: Frequency, chance: np.random.Generator, draws: int) -> Floats:
    """Posterior of a share under Jeffreys' prior, which adds half a person to either side."""
    return chance.beta(counted.count + 0.5, counted.of - counted.count + 0.5, draws)
