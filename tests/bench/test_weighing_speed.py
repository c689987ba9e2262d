"""How fast the weighing is, beside the bare NumPy product of the same size.

Run with `pytest tests/bench --benchmark-enable`. Not part of the default suite.
"""

from collections.abc import Callable
from itertools import cycle
from time import perf_counter
from typing import Any

import numpy as np
from decision_aid.domain.answers import Rating
from decision_aid.domain.criteria import Criterion, Estimate, Events, Standing
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Frequency
from decision_aid.weighing.appraisal import Appraisal
from decision_aid.weighing.engine import Weigher
from pytest_benchmark.fixture import BenchmarkFixture

from tests.builders import (
    a_level_criterion,
    a_level_standing,
    a_pack,
    a_range_standing,
    a_scale_criterion,
    an_option,
    an_unknown_standing,
)

OPTIONS = tuple(f"option-{number}" for number in range(6))
CRITERIA = tuple(f"criterion-{number:02}" for number in range(12))
DRAWS = 10_000


def _standing(option: int, criterion: int) -> Standing:
    """Every form in turn, as a pack has them side by side."""
    name = OPTIONS[option]
    counted = Events(count=20 + 3 * option, of=120, against=Frequency(count=15, of=118))
    source: dict[str, Any] = {"certainty": "low", "derived_by": "made up"}
    match (option + criterion) % 4:
        case 0:
            return a_range_standing(name, 2 + option, 9, 22 - option)
        case 1:
            return Standing(id=name, estimate=Estimate(mean=10 + option, se=3), **source)
        case 2:
            return Standing(id=name, events=counted, **source)
        case _:
            return an_unknown_standing(name)


def _criterion(number: int) -> Criterion:
    if number % 3 == 0:
        levels = ("bad", "middling", "good")
        places = (a_level_standing(name, levels[i % 3]) for i, name in enumerate(OPTIONS))
        return a_level_criterion(CRITERIA[number], *places)
    standings = (_standing(option, number) for option in range(len(OPTIONS)))
    return a_scale_criterion(CRITERIA[number], *standings)


def _big_pack() -> Pack:
    return a_pack(
        options=tuple(an_option(name) for name in OPTIONS),
        criteria=tuple(_criterion(number) for number in range(len(CRITERIA))),
    )


def _appraise(weigher: Weigher, last: int) -> Appraisal:
    steps = (4, 3, 3, 2, 2, 2, 1, 1, 0, 4, 3, last)
    ratings = tuple(Rating(*pair) for pair in zip(CRITERIA, steps, strict=True))
    order = (CRITERIA[0], CRITERIA[9], CRITERIA[1])
    return weigher.appraise(options=OPTIONS, criteria=CRITERIA, ratings=ratings, order=order)


def _floor_seconds() -> float:
    """Median time of the bare product of weights and values of the same size."""
    chance = np.random.default_rng(1)
    weights = chance.random((len(CRITERIA), DRAWS))
    values = chance.random((len(OPTIONS), len(CRITERIA), DRAWS))
    times = []
    for _ in range(50):
        start = perf_counter()
        np.einsum("cd,ocd->od", weights, values)
        times.append(perf_counter() - start)
    return float(np.median(times))


def _median_seconds(
    benchmark: BenchmarkFixture, run: Callable[[], Appraisal], *, rounds: int
) -> float | None:
    """Median time of a run; None where measuring is switched off."""
    benchmark.pedantic(run, rounds=rounds, warmup_rounds=2)  # type: ignore[no-untyped-call] # theirs
    return float(benchmark.stats.stats.median) if benchmark.stats else None


def test_one_importance_changed_is_weighed_within_a_frame(benchmark: BenchmarkFixture) -> None:
    weigher = Weigher(_big_pack(), seed=1, draws=DRAWS)
    steps = cycle((1, 2, 3, 4))
    _appraise(weigher, 0)
    median = _median_seconds(benchmark, lambda: _appraise(weigher, next(steps)), rounds=60)
    if median is not None:
        floor = _floor_seconds()
        print(  # noqa: T201 - the measure is what this is for
            f"\none importance: {1000 * median:.2f} ms, bare product {1000 * floor:.2f} ms, "
            f"ratio {median / floor:.1f}"
        )
        assert median < 0.016


def test_the_first_line_up_is_there_within_a_tenth_of_a_second(benchmark: BenchmarkFixture) -> None:
    pack = _big_pack()

    def first() -> Appraisal:
        return _appraise(Weigher(pack, seed=1, draws=DRAWS), 2)

    median = _median_seconds(benchmark, first, rounds=10)
    assert median is None or median < 0.1
