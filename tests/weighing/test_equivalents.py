"""Amounts that are worth the same, by hand and against plain loops."""

from dataclasses import replace
from typing import Any

import pytest
from decision_aid.domain.criteria import Criterion, Events, Scale
from decision_aid.domain.pack import Pack
from decision_aid.domain.plural_forms import PluralForms
from decision_aid.domain.risk import Frequency
from hypothesis import given, settings

from tests.builders import (
    a_level_criterion,
    a_level_standing,
    a_pack,
    a_range_standing,
    a_scale_criterion,
    an_option,
    an_unknown_standing,
)
from tests.weighing import plain
from tests.weighing.packs import (
    BENT,
    OPTIONS,
    UP,
    Question,
    a_form_standing,
    a_question,
    questions,
)

PEOPLE = Scale(worst=0, best=40, phrase=PluralForms(other="{n} more of 100 people"))
WEEKS = Scale(worst=16, best=0, phrase=PluralForms(other="{n} weeks"))


def a_criterion(name: str, scale: Scale, *places: float | None) -> Criterion:
    standings = (
        an_unknown_standing(option) if at is None else a_range_standing(option, at, at, at)
        for option, at in zip(OPTIONS, places, strict=False)
    )
    return a_scale_criterion(name, *standings, scale=scale)


def a_pack_of(*criteria: Criterion) -> Pack:
    options = tuple(an_option(one.id) for one in criteria[0].standings)
    return a_pack(options=options, criteria=criteria)


def told(pack: Pack, **said: Any) -> list[Any]:
    equivalents = a_question(pack, **said).appraise(draws=1).equivalents
    return [(one.criterion, one.amount, one.other, one.other_amount) for one in equivalents]


def test_the_range_between_the_options_is_traded_at_equal_value() -> None:
    # 10 of 40 people, weighed 2, is worth 0.5; so is 0.5 of the scale of weeks, weighed 1.
    pack = a_pack_of(a_criterion("help", PEOPLE, 5, 15), a_criterion("soon", WEEKS, 2, 12))
    assert told(pack, help=2, soon=1) == [("help", 10, "soon", pytest.approx(8))]


def test_with_no_room_on_the_other_scale_a_tenth_of_the_scale_is_traded() -> None:
    # 30 of 40 people, weighed 4, is worth more than all the weeks, weighed 1; a tenth is 4 people.
    pack = a_pack_of(a_criterion("help", PEOPLE, 0, 30), a_criterion("soon", WEEKS, 2, 12))
    assert told(pack, help=4, soon=1) == [("help", 4, "soon", pytest.approx(6.4))]


# 12 of 40 people less 3 of 40 is 22.5 of 100, which the sum gives as 22.499999999999996.
COUNTED = a_form_standing("bee", events=Events(count=12, of=40, against=Frequency(3, 40)))


def test_half_a_person_is_rounded_up_also_where_the_sum_comes_out_a_hair_less() -> None:
    none = a_range_standing("ant", 0, 0, 0)
    pack = a_pack_of(
        a_scale_criterion("help", none, COUNTED, scale=PEOPLE), a_criterion("other", PEOPLE, 0, 0)
    )
    assert told(pack, help=3, other=3) == [("help", 23, "other", pytest.approx(23))]
    # 4.1 less 0.6 is 3.5, which the sum gives as 3.4999999999999996.
    pack = a_pack_of(a_criterion("help", PEOPLE, 0.6, 4.1), a_criterion("other", PEOPLE, 0, 0))
    assert told(pack, help=3, other=3) == [("help", 4, "other", pytest.approx(4))]


def test_room_is_looked_for_what_is_told_and_not_for_a_hair_less() -> None:
    # 22.5 people are told as 23. Weighed 4, as many are worth 30.7 of the other, weighed 3, and
    # there are but 30. For 22 there would have been room.
    none = a_range_standing("ant", 0, 0, 0)
    pack = a_pack_of(
        a_scale_criterion("help", none, COUNTED, scale=UP), a_criterion("other", UP, 0, 0)
    )
    assert told(pack, help=4, other=3) == [("help", 3, "other", pytest.approx(4))]
    assert plain.equivalents(a_question(pack, help=4, other=3)) == told(pack, help=4, other=3)


def test_options_that_stand_alike_leave_a_tenth_of_the_scale() -> None:
    pack = a_pack_of(a_criterion("help", PEOPLE, 9, 9), a_criterion("soon", WEEKS, 2, 12))
    assert told(pack, help=3, soon=3) == [("help", 4, "soon", pytest.approx(1.6))]


def test_on_a_bent_scale_the_slope_is_that_between_the_options() -> None:
    # From 16 to 8 weeks the value rises by 0.3, so a week is worth 0.0375, weighed 1; a tenth of
    # the people is worth 0.1, weighed 3.
    pack = a_pack_of(a_criterion("help", PEOPLE, 0, 30), a_criterion("soon", BENT, 8, 16))
    assert told(pack, help=3, soon=1) == [("help", 4, "soon", pytest.approx(8))]
    # From 8 to 0 weeks it rises by 0.7: a week is worth 0.0875.
    pack = a_pack_of(a_criterion("help", PEOPLE, 0, 30), a_criterion("soon", BENT, 0, 8))
    assert told(pack, help=3, soon=1) == [("help", 4, "soon", pytest.approx(0.3 / 0.0875))]


@pytest.mark.parametrize("places", [(4, 4), (None, None), (4, None)])
def test_a_bent_scale_without_a_known_difference_is_not_traded(
    places: tuple[float | None, ...],
) -> None:
    pack = a_pack_of(a_criterion("help", PEOPLE, 0, 30), a_criterion("soon", BENT, *places))
    assert told(pack, help=3, soon=3) == []


def test_what_would_be_more_than_the_whole_other_scale_is_not_told() -> None:
    flat = Scale(
        worst=16,
        best=0,
        points=(BENT.points[0], replace(BENT.points[1], worth=0.1), BENT.points[2]),
        phrase=PluralForms(other="{n} weeks"),
    )
    pack = a_pack_of(a_criterion("help", PEOPLE, 0, 30), a_criterion("soon", flat, 8, 16))
    assert told(pack, help=4, soon=1) == []


def test_what_would_be_told_as_nothing_of_the_other_is_not_told() -> None:
    # One person of 40 is worth 0.025; as much is 0.2 hours of 8, which would be told as none.
    hours = Scale(worst=8, best=0, phrase=PluralForms(other="{n} hours"))
    pack = a_pack_of(a_criterion("help", PEOPLE, 5, 6), a_criterion("travel", hours, 1, 4))
    assert told(pack, help=3, travel=3) == [("help", 4, "travel", pytest.approx(0.8))]


def test_what_nobody_knows_is_no_end_of_the_range() -> None:
    pack = a_pack_of(a_criterion("help", PEOPLE, 5, 9, None), a_criterion("soon", WEEKS, 2, 12, 12))
    assert told(pack, help=3, soon=3) == [("help", 4, "soon", pytest.approx(1.6))]


@pytest.mark.parametrize(("help_", "soon"), [("not_sure", 3), (3, "not_sure"), (0, 3), (3, 0)])
def test_without_an_importance_of_both_nothing_is_traded(help_: int | str, soon: int | str) -> None:
    pack = a_pack_of(a_criterion("help", PEOPLE, 5, 15), a_criterion("soon", WEEKS, 2, 12))
    assert told(pack, help=help_, soon=soon) == []


def test_steps_of_an_ordered_scale_are_not_traded() -> None:
    levels = (a_level_standing("ant", "good"), a_level_standing("bee", "bad"))
    pack = a_pack_of(a_criterion("help", PEOPLE, 5, 15), a_level_criterion("cost", *levels))
    assert told(pack, help=3, cost=3) == []


def test_what_matters_most_comes_first_and_three_are_enough() -> None:
    pack = a_pack_of(*(a_criterion(name, PEOPLE, 0, 10) for name in "abcd"))
    pairs = [(one, other) for one, _, other, _ in told(pack, a=1, b=3, c=4, d=3)]
    assert pairs == [("c", "b"), ("c", "d"), ("c", "a")]


@settings(max_examples=60, deadline=None)
@given(questions())
def test_equivalents_are_those_of_plain_loops(question: Question) -> None:
    got: list[Any] = [
        (one.criterion, one.amount, one.other, pytest.approx(one.other_amount, abs=1e-9))
        for one in question.appraise(draws=1).equivalents
    ]
    assert plain.equivalents(question) == got


@settings(max_examples=60, deadline=None)
@given(questions())
def test_both_amounts_weigh_the_same_where_scales_are_straight(question: Question) -> None:
    appraisal = question.appraise(draws=1)
    weights = {one.criterion: one.weight for one in appraisal.fits[0].contributions}
    for told_of in appraisal.equivalents:
        sides = (
            gain(question, told_of.criterion, told_of.amount, weights),
            gain(question, told_of.other, told_of.other_amount, weights),
        )
        if None not in sides:
            assert sides[0] == pytest.approx(sides[1], abs=1e-9)


def gain(question: Question, name: str, amount: float, weights: dict[str, float]) -> float | None:
    """What so much more than the worst adds to a score; None on a bent scale."""
    criterion = question.pack.criterion(name)
    scale = criterion.scale
    assert scale
    if scale.points:
        return None
    way = 1 if scale.best > scale.worst else -1
    return weights[name] * plain.worth(criterion, scale.worst + way * amount)
