"""A pack as large as they come, weighed again and again, and the floor it is measured against."""

from time import perf_counter
from typing import Any

import numpy as np
from decision_aid.domain.answers import Rating
from decision_aid.domain.criteria import Criterion, Estimate, Events, Standing
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Frequency
from decision_aid.weighing.appraisal import Appraisal
from decision_aid.weighing.engine import Weigher

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


def big_pack() -> Pack:
    return a_pack(
        options=tuple(an_option(name) for name in OPTIONS),
        criteria=tuple(_criterion(number) for number in range(len(CRITERIA))),
    )


def asked(last: int) -> dict[str, Any]:
    """What is asked of a weigher, with this importance of the last criterion."""
    steps = (4, 3, 3, 2, 2, 2, 1, 1, 0, 4, 3, last)
    return {
        "options": OPTIONS,
        "criteria": CRITERIA,
        "ratings": tuple(Rating(*pair) for pair in zip(CRITERIA, steps, strict=True)),
        "order": (CRITERIA[0], CRITERIA[9], CRITERIA[1]),
    }


def appraise(weigher: Weigher, last: int) -> Appraisal:
    return weigher.appraise(**asked(last))


def floor_seconds() -> float:
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
