from math import isfinite
from typing import Any

import pytest
from decision_aid.base.errors import InputError
from decision_aid.domain.answers import Rating
from decision_aid.domain.session import TradeOff
from decision_aid.weighing.appraisal import CloseReason
from decision_aid.weighing.engine import Weigher
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import (
    a_level_criterion,
    a_level_standing,
    a_pack,
    an_option,
    an_unknown_standing,
)
from tests.weighing.packs import Question, a_point_pack, a_question, questions


@pytest.mark.parametrize(
    ("options", "said", "missing"),
    [
        ((), {"help": 3}, "no_options"),
        ((), {}, "no_options"),
        (("stay",), {"help": 3}, "one_option"),
        (("stay",), {}, "one_option"),
        (("stay", "pill"), {}, "no_ratings"),
        (("stay", "pill"), {"elsewhere": 4}, "no_ratings"),
        (("stay", "pill"), {"help": 0, "driving": 0}, "nothing_matters"),
        (("stay", "pill"), {"help": "not_sure"}, None),
        (("stay", "pill"), {"help": 0, "driving": "not_sure"}, None),
    ],
)
def test_without_a_line_up_the_reason_is_told_and_there_are_no_fits(
    options: tuple[str, ...], said: dict[str, Any], missing: str | None
) -> None:
    appraisal = a_question(**said).appraise(options=options)
    assert appraisal.missing == missing
    assert bool(appraisal.fits) == (missing is None)
    assert missing is None or not appraisal.tipping
    assert missing is None or not appraisal.close_call


def test_without_a_line_up_it_is_still_said_what_was_left_out() -> None:
    appraisal = a_question(driving=0).appraise()
    assert appraisal.criteria == ("driving",)
    assert appraisal.left_out == ("help", "lasting")


ALIKE = {"one": (0.4, 0.4), "two": (0.7, 0.7), "three": (0.1, 0.9)}


@pytest.mark.parametrize(
    ("said", "alike"),
    [
        ({"one": 3}, True),
        ({"one": 3, "two": "not_sure"}, True),
        ({"one": 3, "three": 0}, True),
        ({"one": 3, "three": 1}, False),
        ({"three": "not_sure"}, False),
    ],
)
def test_where_nothing_that_matters_tells_the_options_apart_that_is_said(
    said: dict[str, Any], *, alike: bool
) -> None:
    appraisal = a_question(a_point_pack(**ALIKE), **said).appraise()
    assert appraisal.missing is None
    assert appraisal.all_equal is alike
    if alike:
        assert len({fit.score for fit in appraisal.fits}) == 1
        assert {fit.first_share for fit in appraisal.fits} == {0.5}
        assert CloseReason(kind="tie", option="bee") in appraisal.close_reasons


@pytest.mark.parametrize(
    ("ant", "bee", "alike"),
    [
        (None, None, True),
        (None, "middling", False),
        ("middling", "middling", True),
        ("good", "bad", False),
    ],
)
def test_unknown_and_known_are_not_alike_and_unknown_everywhere_is(
    ant: str | None, bee: str | None, *, alike: bool
) -> None:
    places = (
        a_level_standing(option, level) if level else an_unknown_standing(option)
        for option, level in (("ant", ant), ("bee", bee))
    )
    pack = a_pack(
        options=(an_option("ant"), an_option("bee")),
        criteria=(a_level_criterion("one", *places),),
    )
    assert a_question(pack, one=3).appraise().all_equal is alike


@pytest.mark.parametrize(
    ("said", "alone"),
    [
        ({"help": 3}, True),
        ({"help": 3, "driving": 0}, True),
        ({"help": "not_sure", "driving": 0}, True),
        ({"help": 3, "driving": 1}, False),
        ({"help": 0}, False),
        ({}, False),
    ],
)
def test_it_is_said_when_one_criterion_makes_all_of_the_line_up(
    said: dict[str, Any], *, alone: bool
) -> None:
    assert a_question(**said).appraise(draws=1).one_criterion is alone


ANYTHING = st.text("abcdefgh_é☂ ", max_size=6)


@settings(max_examples=60, deadline=None)
@given(questions(least_options=1), st.data())
def test_whatever_is_asked_of_it_a_weigher_answers_with_finite_numbers(
    question: Question, data: st.DataObject
) -> None:
    known = st.sampled_from((*question.criteria, "gone")) | ANYTHING
    importances: st.SearchStrategy[Any] = st.sampled_from((0, 1, 4, "not_sure"))
    rated = data.draw(st.dictionaries(known, importances, max_size=4))
    asked: dict[str, Any] = {
        "options": tuple(data.draw(st.lists(st.sampled_from(question.options), unique=True))),
        "criteria": tuple(data.draw(st.lists(st.sampled_from(question.criteria), unique=True))),
        "ratings": tuple(Rating(name, one) for name, one in rated.items()),
        "order": tuple(data.draw(st.lists(known, max_size=4))),
    }
    appraisal = question.appraise(draws=20, **asked)
    assert bool(appraisal.fits) == (appraisal.missing is None)
    answer = TradeOff(first=data.draw(known), second=data.draw(known), preferred="same")
    pairs = question.trade_offs(answer, draws=20, **asked)
    numbers = [
        *(one for fit in appraisal.fits for one in (fit.score, *fit.interval, *fit.rank_shares)),
        *(one for fit in appraisal.fits for _, one in (*fit.wins_over, *fit.central_weights)),
        *(one.standing for fit in appraisal.fits for one in fit.contributions),
        *(one.other_amount for one in appraisal.equivalents),
        *(one.tells for one in pairs),
    ]
    assert all(map(isfinite, numbers))


def test_one_criterion_alone_carries_the_whole_weight() -> None:
    appraisal = a_question(a_point_pack(one=(0.2, 0.9, 0.5)), one=1).appraise()
    assert [(fit.option, fit.score) for fit in appraisal.fits] == [
        ("bee", 0.9),
        ("cat", 0.5),
        ("ant", 0.2),
    ]
    assert [fit.band for fit in appraisal.fits] == ["well", "fairly", "less"]
    assert appraisal.fits[0].first_share == 1
    assert appraisal.fits[0].central_weights == (("one", 1.0),)
    assert appraisal.fits[1].central_weights == ()
    assert not appraisal.close_call


def test_a_paper_copy_can_be_worked_out_again() -> None:
    appraisal = a_question(help=3).appraise(draws=123)
    assert (appraisal.pack, appraisal.version) == ("small", "1")
    assert (appraisal.seed, appraisal.draws) == (7, 123)


def test_the_draws_are_the_packs_own_unless_others_are_asked_for() -> None:
    assert Weigher(a_pack(), seed=1, draws=None).draws == 2000


@pytest.mark.parametrize("draws", [0, -1, 100_001])
def test_too_few_or_too_many_draws_are_refused_in_a_sentence(draws: int) -> None:
    with pytest.raises(InputError, match="between 1 and 100,000"):
        Weigher(a_pack(), seed=1, draws=draws)


def test_the_interval_of_a_score_is_that_of_its_only_standing() -> None:
    fit = a_question(help=3).appraise(draws=20_000).fit("pill")  # 5, 15, 25 on a scale to 30
    assert fit is not None
    assert fit.interval == pytest.approx((5 / 30, 25 / 30), abs=0.01)
