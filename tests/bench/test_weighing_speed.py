"""How fast the weighing is, beside the bare NumPy product of the same size."""

from collections.abc import Callable
from itertools import cycle

from decision_aid.weighing.engine import Weigher
from pytest_benchmark.fixture import BenchmarkFixture

from tests.bench.big_pack import DRAWS, appraise, asked, big_pack, floor_seconds


def _median_seconds(
    benchmark: BenchmarkFixture, run: Callable[[], object], *, rounds: int
) -> float | None:
    """Median time of a run; None where measuring is switched off."""
    benchmark.pedantic(run, rounds=rounds, warmup_rounds=2)  # type: ignore[no-untyped-call] # theirs
    return float(benchmark.stats.stats.median) if benchmark.stats else None


def _tell(what: str, median: float) -> None:
    floor = floor_seconds()
    print(  # noqa: T201 - the measure is what this is for
        f"\n{what}: {1000 * median:.2f} ms, bare product {1000 * floor:.2f} ms, "
        f"ratio {median / floor:.1f}"
    )


def test_one_importance_changed_is_weighed_within_a_frame(benchmark: BenchmarkFixture) -> None:
    weigher = Weigher(big_pack(), seed=1, draws=DRAWS)
    steps = cycle((1, 2, 3, 4))
    appraise(weigher, 0)
    median = _median_seconds(benchmark, lambda: appraise(weigher, next(steps)), rounds=60)
    if median is not None:
        _tell("one importance changed", median)
        assert median < 0.016


def test_the_first_line_up_is_there_within_a_tenth_of_a_second(benchmark: BenchmarkFixture) -> None:
    pack = big_pack()
    first = lambda: appraise(Weigher(pack, seed=1, draws=DRAWS), 2)  # noqa: E731 - a run
    median = _median_seconds(benchmark, first, rounds=10)
    if median is not None:
        _tell("the first line-up", median)
        assert median < 0.1


def test_the_trade_off_questions_are_there_within_a_frame(benchmark: BenchmarkFixture) -> None:
    weigher = Weigher(big_pack(), seed=1, draws=DRAWS)
    steps = cycle((1, 2, 3, 4))
    weigher.trade_offs(**asked(0))
    median = _median_seconds(benchmark, lambda: weigher.trade_offs(**asked(next(steps))), rounds=30)
    if median is not None:
        _tell("the trade-off questions", median)
        assert median < 0.016
