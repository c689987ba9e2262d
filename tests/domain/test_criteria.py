from collections.abc import Callable
from typing import Any

import pytest
from decision_aid.domain.answers import Rating
from decision_aid.domain.criteria import (
    Criterion,
    Estimate,
    Events,
    Point,
    Range,
    Scale,
    Standing,
    Step,
    Unknown,
)
from decision_aid.domain.pack import Widening
from decision_aid.domain.plural_forms import PluralForms
from decision_aid.domain.risk import Frequency

from tests.builders import (
    a_level_criterion,
    a_level_standing,
    a_range_standing,
    a_scale_criterion,
    an_unknown_standing,
)

A_SCALE = Scale(worst=16, best=0, phrase=PluralForms(other="{n} weeks"))
STEPS = (Step(id="bad", name="bad"), Step(id="good", name="good"))


def points(*corners: tuple[float, float]) -> tuple[Point, ...]:
    return tuple(Point(at=at, worth=worth) for at, worth in corners)


@pytest.mark.parametrize(
    "corners",
    [
        ((16, 0), (0, 1)),
        ((16, 0), (8, 0.3), (4, 0.3), (0, 1)),
    ],
)
def test_points_run_from_worst_to_best(corners: tuple[tuple[float, float], ...]) -> None:
    assert Scale(worst=16, best=0, points=points(*corners), phrase=PluralForms(other="{n}")).points


@pytest.mark.parametrize(
    "given_scale",
    [
        {"worst": 3, "best": 3},
        {"points": points((0, 0), (16, 1))},
        {"points": points((16, 0.1), (0, 1))},
        {"points": points((16, 0), (0, 0.9))},
        {"points": points((16, 0), (4, 0.5), (8, 0.6), (0, 1))},
        {"points": points((16, 0), (8, 0.5), (8, 0.6), (0, 1))},
        {"points": points((16, 0), (8, 0.6), (4, 0.5), (0, 1))},
    ],
)
def test_a_scale_that_makes_no_sense_is_refused(given_scale: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"worst|points"):
        Scale(**{"worst": 16, "best": 0, "phrase": PluralForms(other="{n}"), **given_scale})


@pytest.mark.parametrize(
    "forms",
    [
        {},
        {"level": "bad", "unknown": Unknown()},
        {"range": Range(low=0, likely=1, high=2), "estimate": Estimate(mean=1, se=1)},
    ],
)
def test_a_standing_has_exactly_one_form(forms: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="a standing has one of"):
        Standing(id="ant", certainty="low", derived_by="read", **forms)


@pytest.mark.parametrize(("low", "likely", "high"), [(2, 1, 3), (0, 4, 3), (3, 2, 1)])
def test_a_range_runs_low_likely_high(low: float, likely: float, high: float) -> None:
    with pytest.raises(ValueError, match="low, likely, high"):
        Range(low=low, likely=likely, high=high)


def test_a_standard_error_is_not_negative() -> None:
    with pytest.raises(ValueError, match="not negative"):
        Estimate(mean=1, se=-0.1)


@pytest.mark.parametrize("part", [{"low": 1}, {"high": 1}, {"low": 2, "high": 2}])
def test_a_plausible_part_has_two_ends_the_smaller_first(part: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="a plausible part"):
        Unknown(**part)


@pytest.mark.parametrize(
    "given_criterion",
    [
        {"scale": None},
        {"levels": STEPS},
        {"scale": None, "levels": STEPS[:1]},
        {"standings": (a_level_standing("ant", "bad"),)},
    ],
)
def test_a_criterion_has_a_scale_or_levels_and_standings_to_match(
    given_criterion: dict[str, Any],
) -> None:
    words = {"id": "one", "group": "harm", "name": "n", "short": "s", "explanation": "e"}
    first: dict[str, Any] = {**words, "scale": A_SCALE, "standings": ()}
    with pytest.raises(ValueError, match="level"):
        Criterion(**{**first, **given_criterion})


def test_with_levels_a_standing_is_a_level_or_unknown() -> None:
    known = a_level_criterion("one", a_level_standing("ant", "bad"), an_unknown_standing("bee"))
    assert known.standing("bee").unknown == Unknown()
    with pytest.raises(ValueError, match="ant: with levels"):
        a_level_criterion("one", a_range_standing("ant", 1, 2, 3))


def test_a_standing_that_is_not_there_is_not_made_up() -> None:
    with pytest.raises(KeyError, match="bee"):
        a_scale_criterion("one", a_range_standing("ant", 1, 2, 3)).standing("bee")


@pytest.mark.parametrize("importance", [-1, 5])
def test_an_importance_has_five_steps(importance: int) -> None:
    with pytest.raises(ValueError, match="whole number from 0 to 4"):
        Rating("one", importance)


def a_standing(**form: object) -> Standing:
    return Standing(id="pill", certainty="high", sources=("book",), derived_by="read", **form)  # type: ignore[arg-type] # one of the forms


@pytest.mark.parametrize(
    ("standing", "at"),
    [
        (a_standing(range=Range(low=1, likely=4, high=9)), 4),
        (a_standing(estimate=Estimate(mean=2.5, se=1)), 2.5),
        (a_standing(events=Events(count=30, of=120)), 25),
        (a_standing(events=Events(count=30, of=120, against=Frequency(10, 100))), 15),
        (a_level_standing("pill", "good"), None),
        (an_unknown_standing("pill"), None),
    ],
    ids=["range", "estimate", "events", "difference", "level", "unknown"],
)
def test_the_likeliest_place_of_each_form(standing: Standing, at: float | None) -> None:
    assert standing.central == at


NO_NUMBERS = (float("nan"), float("inf"), float("-inf"), 1e10, -1e308)


@pytest.mark.parametrize("number", NO_NUMBERS)
@pytest.mark.parametrize(
    "made",
    [
        lambda x: Point(at=x, worth=0),
        lambda x: Point(at=0, worth=x),
        lambda x: Scale(worst=x, best=0, phrase=PluralForms(other="{n}")),
        lambda x: Scale(worst=0, best=x, phrase=PluralForms(other="{n}")),
        lambda x: Range(low=x, likely=x, high=x),
        lambda x: Range(low=0, likely=1, high=x),
        lambda x: Estimate(mean=x, se=1),
        lambda x: Estimate(mean=1, se=x),
        lambda x: Unknown(low=x, high=1),
        lambda x: Unknown(low=0, high=x),
    ],
)
def test_what_is_no_number_or_too_large_a_one_never_gets_into_a_criterion(
    made: Callable[[float], object], number: float
) -> None:
    with pytest.raises(ValueError, match="a measured number lies between"):
        made(number)


@pytest.mark.parametrize("number", NO_NUMBERS[:2])
def test_an_importance_that_is_no_number_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="importance"):
        Rating("help", number)  # type: ignore[arg-type] # what a type checker would have caught


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 101])
def test_nothing_is_widened_without_end(number: float) -> None:
    with pytest.raises(ValueError, match="widened"):
        Widening(high=1, moderate=1.25, low=1.75, very_low=number)


def test_a_scale_too_short_to_be_told_from_none_is_refused() -> None:
    with pytest.raises(ValueError, match="worst and best differ"):
        Scale(worst=0, best=5e-324, phrase=PluralForms(other="{n}"))
