"""The sums can be checked by hand: what is printed adds up to what is printed."""

import re
from fractions import Fraction
from typing import Literal

import pytest
from decision_aid.domain.answers import Rating
from decision_aid.domain.criteria import Point, Scale
from decision_aid.domain.plural_forms import PluralForms
from decision_aid.domain.session import Concern, OwnPlace
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.sums import decimals, score_words, sum_lines, sum_weights
from decision_aid.workspace.workspace import Workspace
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_pack, a_range_standing, a_scale_criterion, a_session
from tests.gui.sessions import full_session, real_pack

Importance = int | Literal["not_sure"]
importances = st.one_of(st.integers(0, 4), st.just("not_sure"))


def weighed(ratings: tuple[Rating, ...]) -> Snapshot:
    return Workspace(a_pack(), a_session(ratings=ratings), draws=20).snapshot


@given(st.tuples(importances, importances, importances))
def test_the_printed_products_add_up_to_the_printed_score(said: tuple[Importance, ...]) -> None:
    names = ("help", "driving", "lasting")
    snapshot = weighed(tuple(Rating(*one) for one in zip(names, said, strict=True)))
    for fit in snapshot.appraisal.fits:
        printed = [Fraction(one.product) for one in sum_lines(fit, snapshot)]
        assert sum(printed) == Fraction(score_words(fit))
        assert abs(float(score_words(fit)) - fit.score) <= 0.0005 + 1e-9


def assert_can_be_checked_by_hand(snapshot: Snapshot) -> None:
    weights = {one.criterion: one for one in sum_weights(snapshot)}
    for fit in snapshot.appraisal.fits:
        for line in sum_lines(fit, snapshot):
            weight = by_hand(weights[line.criterion].working)
            assert decimals(weight) == weights[line.criterion].weight
            value = by_hand(line.working)
            assert abs(value - float(line.value)) <= 0.0011
            assert abs(weight * value - float(line.product)) <= 0.0015


def by_hand(working: str) -> float:
    """What a person gets who types the working into a calculator."""
    if "beyond the end" in working:
        pytest.fail(working)
    typed = working.rsplit(": ", 1)[-1].replace("÷", "/").replace("×", "*").replace("−", "-")
    assert re.fullmatch(r"[0-9.()/*+\- ]+", typed), typed
    return float(eval(typed))  # noqa: S307 - digits and signs only, as just checked


def test_weights_values_and_products_of_the_shipped_pack_follow_by_hand() -> None:
    assert_can_be_checked_by_hand(Workspace(real_pack(), full_session(), draws=20).snapshot)


def test_a_bent_scale_and_an_own_concern_follow_by_hand_too() -> None:
    bent = Scale(
        worst=16,
        best=0,
        points=(Point(at=16, worth=0), Point(at=4, worth=0.6), Point(at=0, worth=1)),
        phrase=PluralForms(other="{n} weeks"),
    )
    places = [
        a_range_standing(one, at, at, at) for one, at in (("stay", 10), ("pill", 4), ("talk", 1))
    ]
    soon = a_scale_criterion("soon", *places, scale=bent)
    garden = Concern(id="own_1", text="my garden", places=(OwnPlace(option="talk", level="so_so"),))
    session = a_session(
        ratings=(Rating("soon", 3), Rating("own_1", 4), Rating("help", "not_sure")),
        concerns=(garden,),
    )
    pack = a_pack()
    snapshot = Workspace(a_pack(criteria=(*pack.criteria, soon)), session, draws=20).snapshot
    assert_can_be_checked_by_hand(snapshot)
    lines = {one.criterion: one for one in sum_lines(snapshot.appraisal.fits[0], snapshot)}
    assert lines["own_1"].derived_by == "You said so."


def test_it_is_told_where_a_standing_is_from_and_by_how_much_it_was_widened() -> None:
    snapshot = Workspace(real_pack(), full_session(), draws=20).snapshot
    factors = {(one.option, one.criterion): one.factor for one in snapshot.appraisal.widened}
    assert factors
    for fit in snapshot.appraisal.fits:
        for line in sum_lines(fit, snapshot):
            standing = snapshot.pack.criterion(line.criterion).standing(fit.option)
            assert (line.derived_by, line.sources) == (standing.derived_by, standing.sources)
            factor = factors.get((fit.option, line.criterion))
            assert (factor is not None) == line.sure.endswith("times as wide")
            if factor is not None:
                assert f"{factor:g} times as wide" in line.sure


def test_a_half_is_rounded_up_as_by_hand() -> None:
    assert decimals(1 / 16) == "0.063"
    assert decimals(0.0005) == "0.001"
