from typing import Any

import numpy as np
import pytest
from decision_aid.domain.criteria import (
    Criterion,
    Estimate,
    Events,
    Point,
    Range,
    Scale,
    Standing,
    Unknown,
)
from decision_aid.domain.pack import Widening
from decision_aid.domain.plural_forms import PluralForms
from decision_aid.domain.risk import Frequency
from decision_aid.weighing.chance import generator
from decision_aid.weighing.standings import Floats, central, draw, values, widened_by
from decision_aid.weighing.triangular import triangular
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_level_criterion, a_level_standing, a_scale_criterion
from tests.weighing.packs import a_form_standing, a_question

DRAWS = 20_000
NO_WIDENING = Widening(high=1, moderate=1, low=1, very_low=1)
WIDENING = Widening(high=1, moderate=1.25, low=1.75, very_low=2.5)
BARE = PluralForms(other="{n}")
WIDE = a_scale_criterion("wide", scale=Scale(worst=-500, best=500, phrase=BARE))
LEVELS = a_level_criterion("driving")
spans = st.lists(st.integers(-100, 100), min_size=3, max_size=3).map(sorted)


def drawn(
    standing: Standing, criterion: Criterion = WIDE, widening: Widening = NO_WIDENING
) -> Floats:
    return draw(criterion, standing, widening, generator(1, "test"), DRAWS)


def natural(standing: Standing, widening: Widening = NO_WIDENING) -> Floats:
    return drawn(standing, WIDE, widening) * 1000 - 500


@given(spans.filter(lambda span: span[0] < span[2]))
def test_five_of_a_hundred_lie_beyond_each_end_of_a_range(span: list[int]) -> None:
    shape = triangular(*span)
    low, high = shape.quantiles(np.array([0.05, 0.95]))
    assert (low, high) == pytest.approx((span[0], span[2]), abs=1e-6)
    assert shape.least <= shape.mode == span[1] <= shape.most


@given(spans.filter(lambda span: span[0] < span[2]), st.floats(0, 1))
def test_quantiles_of_a_triangle_undo_its_distribution(span: list[int], at: float) -> None:
    shape = triangular(*span)
    value = float(shape.quantiles(np.array([at]))[0])
    width, up, down = shape.most - shape.least, shape.mode - shape.least, shape.most - shape.mode
    if value <= shape.mode:
        share = (value - shape.least) ** 2 / (width * up)
    else:
        share = 1 - (shape.most - value) ** 2 / (width * down)
    assert share == pytest.approx(at, abs=1e-6)


@pytest.mark.parametrize("span", [(0, 0, 3), (2, 11, 22), (0, 3, 3), (10, 21, 33)])
def test_draws_of_a_range_have_its_ends_as_percentiles(span: tuple[float, ...]) -> None:
    low, likely, high = span
    standing = a_form_standing("ant", range=Range(low=low, likely=likely, high=high))
    got = np.percentile(natural(standing), (5, 95))
    assert got == pytest.approx((low, high), abs=0.03 * (high - low) + 1e-9)


def test_a_range_without_width_is_drawn_as_one_value() -> None:
    standing = a_form_standing("ant", range=Range(low=0, likely=0, high=0), certainty="very_low")
    assert set(natural(standing, WIDENING)) == {0.0}
    assert widened_by(standing, WIDENING) == 1


def test_less_certainty_widens_a_range_about_its_most_likely_value() -> None:
    standing = a_form_standing("ant", range=Range(low=10, likely=20, high=40), certainty="very_low")
    low, high = np.percentile(natural(standing, WIDENING), (5, 95))
    assert (low, high) == pytest.approx((20 - 2.5 * 10, 20 + 2.5 * 20), abs=1.5)


def test_less_certainty_widens_an_estimate_about_its_mean() -> None:
    standing = a_form_standing("ant", estimate=Estimate(mean=12, se=4), certainty="low")
    got = natural(standing, WIDENING)
    assert (got.mean(), got.std()) == pytest.approx((12, 7), abs=0.2)


def test_people_counted_are_drawn_from_a_beta_distribution() -> None:
    got = natural(a_form_standing("ant", events=Events(count=46, of=100)))
    mean = 100 * 46.5 / 101
    spread = 100 * (46.5 * 54.5 / (101**2 * 102)) ** 0.5
    assert (got.mean(), got.std()) == pytest.approx((mean, spread), abs=0.15)


def test_people_counted_against_a_group_are_drawn_as_a_difference() -> None:
    events = Events(count=46, of=100, against=Frequency(22, 100))
    got = natural(a_form_standing("ant", events=events))
    assert got.mean() == pytest.approx(100 * (46.5 - 22.5) / 101, abs=0.15)
    assert got.std() == pytest.approx(6.5, abs=0.3)


@pytest.mark.parametrize(("level", "low", "high"), [("bad", 0, 0.25), ("middling", 0.25, 0.75)])
def test_a_level_is_spread_by_half_a_level_within_the_scale(
    level: str, low: float, high: float
) -> None:
    got = drawn(a_level_standing("ant", level), LEVELS)
    assert (got.min(), got.max()) == pytest.approx((low, high), abs=1e-3)


@pytest.mark.parametrize(
    ("criterion", "unknown", "low", "high"),
    [
        (LEVELS, Unknown(), 0, 1),
        (a_scale_criterion("help"), Unknown(), 0, 1),
        (a_scale_criterion("help"), Unknown(low=6, high=15), 0.2, 0.5),
        (
            a_scale_criterion("soon", scale=Scale(worst=16, best=0, phrase=BARE)),
            Unknown(low=8, high=16),
            0,
            0.5,
        ),
    ],
)
def test_what_nobody_knows_is_anything_plausible(
    criterion: Criterion, unknown: Unknown, low: float, high: float
) -> None:
    got = drawn(a_form_standing("ant", unknown=unknown), criterion)
    assert (got.min(), got.max()) == pytest.approx((low, high), abs=1e-3)
    assert got.mean() == pytest.approx((low + high) / 2, abs=0.01)


@pytest.mark.parametrize(
    ("form", "criterion", "wanted"),
    [
        ({"range": Range(low=2, likely=11, high=22)}, WIDE, 11),
        ({"estimate": Estimate(mean=9, se=2)}, WIDE, 9),
        ({"events": Events(count=46, of=100)}, WIDE, 46),
        ({"events": Events(count=46, of=100, against=Frequency(11, 50))}, WIDE, 24),
        ({"level": "middling"}, LEVELS, 1),
        ({"unknown": Unknown()}, LEVELS, 1),
        ({"unknown": Unknown()}, WIDE, 0),
        ({"unknown": Unknown(low=8, high=16)}, WIDE, 12),
    ],
)
def test_the_centre_of_each_form(form: dict[str, Any], criterion: Criterion, wanted: float) -> None:
    assert central(criterion, a_form_standing("ant", **form)) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("at", "worth"), [(20, 0), (16, 0), (12, 0.15), (8, 0.3), (4, 0.45), (0, 1), (-3, 1), (1, 0.9)]
)
def test_a_bent_value_function_goes_through_its_points_also_when_less_is_better(
    at: float, worth: float
) -> None:
    corners = ((16, 0.0), (8, 0.3), (4, 0.45), (1, 0.9), (0, 1.0))
    points = tuple(Point(at=place, worth=value) for place, value in corners)
    soon = a_scale_criterion("soon", scale=Scale(worst=16, best=0, points=points, phrase=BARE))
    assert values(soon, np.array([at]))[0] == pytest.approx(worth)


def test_a_straight_value_function_stops_at_its_anchors() -> None:
    down = a_scale_criterion("sick", scale=Scale(worst=40, best=0, phrase=BARE))
    assert values(down, np.array([50, 40, 30, 0, -5])).tolist() == [0, 0, 0.25, 1, 1]


def test_what_was_unknown_and_what_was_widened_is_told() -> None:
    question = a_question(help=3, lasting=2)
    blurred = a_form_standing("pill", range=Range(low=5, likely=15, high=25), certainty="low")
    appraisal = question.with_standing("help", blurred).appraise()
    assert appraisal.unknown == (("stay", "lasting"),)
    assert [(one.option, one.criterion, one.factor) for one in appraisal.widened] == [
        ("pill", "help", 1.75)
    ]
