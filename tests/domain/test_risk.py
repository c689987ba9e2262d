from typing import Any

import pytest
from decision_aid.domain.risk import MOST_PEOPLE, Arm, Frequency, Interval, whole
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_people_out_of_100_are_whole_people_rounded_half_up(counted: tuple[int, int]) -> None:
    count, of = counted
    arm = Arm(counted=Frequency(count, of))
    assert arm.per_100 == (200 * count + of) // (2 * of)


@pytest.mark.parametrize(
    ("arm", "per_100"),
    [
        (Arm(counted=Frequency(1, 200)), 1),
        (Arm(counted=Frequency(1, 201)), 0),
        (Arm(percent=46.5), 47),
        (Arm(percent=0), 0),
        (Arm(percent=100), 100),
    ],
)
def test_people_out_of_100_at_the_edges(arm: Arm, per_100: int) -> None:
    assert arm.per_100 == per_100


@pytest.mark.parametrize(
    ("number", "rounded"),
    [
        (100 * (12 / 40 - 3 / 40), 23),  # 22.499999999999996
        (4.1 - 0.6, 4),  # 3.4999999999999996
        (0.49999999999999994, 1),
        (-(4.1 - 0.6), -3),
        (0.4999, 0),
        (2.5, 3),
        (-2.5, -2),
    ],
)
def test_a_half_is_rounded_up_also_where_a_sum_left_a_hair_less(
    number: float, rounded: int
) -> None:
    assert whole(number) == rounded


def test_what_is_less_than_half_a_person_of_100_is_never_rounded_up() -> None:
    # Of all that can be counted, this comes nearest to 99.5 of 100 and stays below.
    count, of = 994_999_999, MOST_PEOPLE - 1
    assert 200 * count == 199 * of - 1
    assert Arm(counted=Frequency(count, of)).per_100 == 99


@pytest.mark.parametrize(("count", "of"), [(-1, 10), (11, 10), (0, 0), (1, -1)])
def test_a_frequency_that_cannot_be_is_refused(count: int, of: int) -> None:
    with pytest.raises(ValueError, match=r"lie between|at least one person"):
        Frequency(count, of)


@pytest.mark.parametrize(
    "given_arm",
    [
        {},
        {"counted": Frequency(1, 2), "percent": 50},
        {"percent": 101},
        {"percent": -1},
        {"percent": 50, "interval": Interval(low=51, high=60)},
        {"percent": 50, "interval": Interval(low=40, high=49)},
    ],
)
def test_an_arm_that_cannot_be_is_refused(given_arm: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"an arm|a percentage|an interval"):
        Arm(**given_arm)


@pytest.mark.parametrize(("low", "high"), [(5, 4), (-1, 4), (5, 101)])
def test_an_interval_runs_upwards_within_0_and_100(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="from low to high"):
        Interval(low=low, high=high)
