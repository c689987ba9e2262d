from itertools import pairwise

import numpy as np
import pytest
from decision_aid.domain.answers import Rating
from decision_aid.weighing.weights import (
    Floats,
    draw_importances,
    order_agrees,
    to_weights,
    usable_order,
    window,
)

from tests.weighing.packs import a_point_pack, a_question

DRAWS = 40_000


def rated(**said: int | str) -> dict[str, Rating]:
    return {name: Rating(name, one) for name, one in said.items()}  # type: ignore[arg-type] # a word


def uniforms(names: tuple[str, ...]) -> dict[str, Floats]:
    chance = np.random.default_rng(3)
    return {name: chance.random(DRAWS) for name in names}


@pytest.mark.parametrize(
    ("importance", "ends"),
    [
        (0, (0, 0)),
        (1, (0.5, 1.5)),
        (2, (1.5, 2.5)),
        (3, (2.5, 3.5)),
        (4, (3.5, 4)),
        ("not_sure", (0, 4)),
    ],
)
def test_an_importance_lies_within_half_a_step_of_what_was_said(
    importance: int | str, ends: tuple[float, float]
) -> None:
    ratings = rated(one=importance)
    assert window(ratings["one"]) == ends
    got = draw_importances(ratings, uniforms(("one",)), ())["one"]
    assert (got.min(), got.max()) == pytest.approx(ends, abs=1e-3)


def test_weights_are_shares_of_the_importances() -> None:
    assert to_weights(np.array([4.0, 0.0, 1.0, 3.0])).tolist() == [0.5, 0, 0.125, 0.375]
    drawn = to_weights(np.random.default_rng(1).random((4, 100)))
    assert drawn.sum(axis=0) == pytest.approx(np.ones(100))


def test_only_criteria_rated_with_a_step_stand_in_an_order() -> None:
    ratings = rated(one=2, two="not_sure", three=4)
    assert usable_order(ratings, ("three", "two", "gone", "one")) == ("three", "one")


@pytest.mark.parametrize(
    "order",
    [(), ("a",), ("a", "b", "c"), ("b", "a", "c"), ("a", "d")],
)
def test_an_order_that_goes_from_higher_to_lower_ratings_agrees(order: tuple[str, ...]) -> None:
    assert order_agrees(rated(a=3, b=3, c=2, d=0), order)


@pytest.mark.parametrize("order", [("a", "c", "b"), ("d", "a")])
def test_an_order_with_a_lower_rating_before_a_higher_does_not_agree(
    order: tuple[str, ...],
) -> None:
    assert not order_agrees(rated(a=3, b=3, c=2, d=0), order)


def test_an_order_is_kept_in_every_draw() -> None:
    ratings = rated(a=3, b=3, c=2, d=3, e=2)
    order = ("d", "a", "c", "e")
    got = draw_importances(ratings, uniforms(tuple(ratings)), order)
    for first, second in pairwise(order):
        assert (got[first] >= got[second]).all()
    assert window(ratings["d"])[0] <= got["d"].min()


def test_draws_in_order_are_those_left_when_draws_out_of_order_are_thrown_away() -> None:
    ratings = rated(a=2, b=2, c=2, d=3)
    order = ("c", "a", "b")
    kept = draw_importances(ratings, uniforms(tuple(ratings)), order)
    free = draw_importances(ratings, uniforms(tuple(ratings)), ())
    right = (free["c"] >= free["a"]) & (free["a"] >= free["b"])
    assert right.mean() == pytest.approx(1 / 6, abs=0.01)
    at = (5, 25, 50, 75, 95)
    for name in ratings:
        wanted = np.percentile(free[name][right], at)
        assert np.percentile(kept[name], at) == pytest.approx(wanted, abs=0.02)


def test_an_order_that_contradicts_the_ratings_is_not_used_and_that_is_told() -> None:
    pack = a_point_pack(one=(1, 0), two=(0, 1))
    against = a_question(pack, one=2, two=3, order=("one", "two")).appraise()
    without = a_question(pack, one=2, two=3).appraise()
    assert not against.order_kept
    assert without.order_kept
    assert against.fits == without.fits


def test_an_order_among_equals_decides_the_draws() -> None:
    pack = a_point_pack(one=(1, 0), two=(0, 1))
    appraisal = a_question(pack, one=3, two=3, order=("one", "two")).appraise()
    shares = {fit.option: fit.first_share for fit in appraisal.fits}
    assert appraisal.order_kept
    assert shares == {"ant": 1.0, "bee": 0.0}
