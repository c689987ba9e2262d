"""The weighing beside other libraries of multi-criteria decision analysis.

They weigh what is certain, so the weighted sum is asked of them once for every draw. That is less
than one appraisal holds, which also ranks, tells how close it is and what would change it. A few
draws are measured and the time is scaled to all of them.
"""

from collections.abc import Callable
from itertools import cycle
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
import pytest
from decision_aid.domain.answers import Rating
from decision_aid.weighing.engine import Weigher
from decision_aid.weighing.kept_draws import KeptDraws
from numpy.typing import NDArray

from tests.bench.big_pack import (
    CRITERIA,
    DRAWS,
    OPTIONS,
    appraise,
    asked,
    big_pack,
    floor_seconds,
)

Floats = NDArray[np.float64]
Scoring = Callable[[Floats, Floats], Floats]
"""Scores of the options from weights, shape (criteria,), and values, shape (options, criteria)."""

MEASURED = 200

# What they warn of while they are imported is theirs to mend.
pytestmark = pytest.mark.filterwarnings("ignore")


def library(module: str, package: str) -> Any:
    """The library, or a sentence on why there is no measure of it."""
    reason = f"{package} is not installed; pip install -e '.[bench]' brings it."
    return pytest.importorskip(module, reason=reason)


def pymcdm() -> Scoring:
    methods = library("pymcdm.methods", "pymcdm")
    # Values have their scale already, so they are taken as they are.
    weighted_sum = methods.WSM(normalization_function=lambda column, cost: column)  # noqa: ARG005 - theirs
    types = np.ones(len(CRITERIA))
    return lambda weights, values: np.asarray(weighted_sum(values, weights, types))


def scikit_criteria() -> Scoring:
    skcriteria = library("skcriteria", "scikit-criteria")
    simple = library("skcriteria.agg.simple", "scikit-criteria")
    weighted_sum = simple.WeightedSumModel()
    objectives = [max] * len(CRITERIA)

    def scores(weights: Floats, values: Floats) -> Floats:
        matrix = skcriteria.mkdm(values, objectives, weights=weights)
        return np.asarray(weighted_sum.evaluate(matrix).e_.score)

    return scores


@pytest.mark.parametrize("theirs", [pymcdm, scikit_criteria])
def test_a_whole_appraisal_takes_less_than_the_sums_alone_elsewhere(
    theirs: Callable[[], Scoring],
) -> None:
    scoring = theirs()
    weights, values, wanted = the_sums()
    started = perf_counter()
    got = [scoring(*pair) for pair in zip(weights, values, strict=True)]
    seconds = (perf_counter() - started) * DRAWS / MEASURED
    assert np.array(got) == pytest.approx(wanted, abs=1e-9)
    ours, floor = our_seconds(), floor_seconds()
    print(  # noqa: T201 - the measure is what this is for
        f"\n{theirs.__name__}: {seconds:.2f} s for {DRAWS:,} sums (scaled from {MEASURED}); "
        f"{seconds / ours:.0f} times a whole appraisal of ours ({1000 * ours:.2f} ms), "
        f"{seconds / floor:.0f} times the bare product ({1000 * floor:.2f} ms)"
    )
    assert ours < seconds


def the_sums() -> tuple[Floats, Floats, Floats]:
    """Weights (draws, criteria), values (draws, options, criteria) and our scores of some draws."""
    kept = KeptDraws(big_pack(), 1, MEASURED)
    ratings: dict[str, Rating] = {one.criterion: one for one in asked(2)["ratings"]}
    weights = kept.weights(ratings, ())
    values = np.moveaxis(kept.worth(OPTIONS, CRITERIA), 2, 0)
    return weights.T, values, kept.scores(OPTIONS, CRITERIA, weights).T


def our_seconds() -> float:
    """Median time of a whole appraisal after one importance changed."""
    weigher, steps = Weigher(big_pack(), seed=1, draws=DRAWS), cycle((1, 2, 3, 4))
    appraise(weigher, 0)
    times = []
    for _ in range(30):
        started = perf_counter()
        appraise(weigher, next(steps))
        times.append(perf_counter() - started)
    return median(times)
