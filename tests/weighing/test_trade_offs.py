"""Trade-off questions: which are asked, that they stay, and that asking changes no number."""

from dataclasses import replace
from itertools import combinations
from random import Random
from typing import Any

import numpy as np
import pytest
from decision_aid.domain.answers import Rating
from decision_aid.domain.session import TradeOff
from decision_aid.weighing.appraisal import TradeOffPair
from decision_aid.weighing.engine import Weigher
from decision_aid.weighing.kept_draws import KeptDraws
from decision_aid.weighing.trade_offs import LEAST_TELLING
from decision_aid.workspace.changes.matters import AnswerTradeOff
from decision_aid.workspace.workspace import Workspace
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import (
    a_level_criterion,
    a_level_standing,
    a_pack,
    a_range_standing,
    a_scale_criterion,
    a_session,
    an_unknown_standing,
)
from tests.weighing import plain
from tests.weighing.packs import DRAWS, Question, a_mixed_pack, a_point_pack, a_question, questions

few = settings(max_examples=25, deadline=None)
SAMPLING_ERROR = 0.08
"""Over four standard errors of the difference of two shares of a thousand draws or more each."""


def names(pairs: tuple[TradeOffPair, ...]) -> list[tuple[str, str]]:
    return [(one.first, one.second) for one in pairs]


def an_answer(pair: TradeOffPair) -> TradeOff:
    return TradeOff(first=pair.first, second=pair.second, preferred="first")


def shares_in_loops(question: Question) -> dict[tuple[str, str], float]:
    """How often the first place changes, for every pair, over the very draws of the weigher."""
    rated = {one.criterion: one for one in sorted(question.ratings, key=lambda one: one.criterion)}
    kept = KeptDraws(question.pack, question.seed, DRAWS)
    weights = kept.weights(rated, ()).T.tolist()
    worth = np.moveaxis(kept.worth(question.options, tuple(rated)), 2, 0).tolist()
    changed = dict.fromkeys(combinations(rated, 2), 0)
    for drawn, standings in zip(weights, worth, strict=True):
        importances = dict(zip(rated, drawn, strict=True))
        worths = {
            option: dict(zip(rated, row, strict=True))
            for option, row in zip(question.options, standings, strict=True)
        }
        for pair in changed:
            changed[pair] += plain.changed_when_exchanged(*pair, importances, worths)
    return {pair: count / DRAWS for pair, count in changed.items()}


def may_be_asked(question: Question, pair: tuple[str, str]) -> bool:
    first, second = map(question.rating, pair)
    mattering = first.importance != 0 and second.importance != 0
    near = abs(plain.said(first) - plain.said(second)) <= 2
    return mattering and near and not all(plain.stand_alike(question, one) for one in pair)


def the_best(shares: dict[tuple[str, str], float]) -> list[tuple[str, str]]:
    """The pairs that tell most, one after the other, no criterion in more than two."""
    chosen: list[tuple[str, str]] = []
    for pair in sorted(shares, key=lambda pair: (-shares[pair], pair)):
        used = [one for other in chosen for one in other]
        if len(chosen) < 3 and all(used.count(one) < 2 for one in pair):
            chosen.append(pair)
    return chosen


@settings(max_examples=25, deadline=None)
@given(questions())
def test_the_pairs_asked_are_those_that_plain_loops_over_the_draws_find(
    question: Question,
) -> None:
    question = replace(question, order=())
    shares = {
        pair: share
        for pair, share in shares_in_loops(question).items()
        if may_be_asked(question, pair) and share >= LEAST_TELLING
    }
    if question.appraise(draws=1).all_equal:
        shares = {}
    asked = question.trade_offs()
    assert names(asked) == the_best(shares)
    for one in asked:
        assert one.tells == pytest.approx(shares[one.first, one.second], abs=1e-9)


def test_what_a_pair_tells_is_what_plain_loops_draw_by_themselves() -> None:
    question = a_question(a_mixed_pack(), help=3, soon=2, driving=2, effort="not_sure")
    chance = Random(11)  # noqa: S311 - draws, not a secret
    asked = question.trade_offs(draws=10_000)
    assert asked
    for one in asked:
        wanted = plain.trade_off_share(question, one.first, one.second, 1_500, chance)
        assert one.tells == pytest.approx(wanted, abs=SAMPLING_ERROR)


@few
@given(questions())
def test_asking_changes_no_number_of_the_appraisal(question: Question) -> None:
    weigher = Weigher(question.pack, seed=question.seed, draws=200)
    weigher.trade_offs(**question.asked)
    assert repr(weigher.appraise(**question.asked)) == repr(question.appraise(draws=200))


@few
@given(questions(), st.randoms(use_true_random=False))
def test_the_order_of_options_criteria_and_ratings_changes_no_pair(
    question: Question, chance: Random
) -> None:
    def shuffled(things: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(chance.sample(things, len(things)))

    asked = question.trade_offs()
    again = question.trade_offs(
        options=shuffled(question.options),
        criteria=shuffled(question.criteria),
        ratings=shuffled(question.ratings),
    )
    turned = replace(
        question.pack, options=question.pack.options[::-1], criteria=question.pack.criteria[::-1]
    )
    assert repr(asked) == repr(again) == repr(replace(question, pack=turned).trade_offs())


@few
@given(questions(), st.data())
def test_the_questions_stay_where_they_are_while_they_are_answered(
    question: Question, data: st.DataObject
) -> None:
    asked = question.trade_offs()
    answered = data.draw(st.permutations(asked))
    for count in range(len(answered) + 1):
        answers = [an_answer(one) for one in answered[:count]]
        assert question.trade_offs(*answers) == asked


@few
@given(questions(), st.data())
def test_what_was_answered_stays_when_a_rating_changes(
    question: Question, data: st.DataObject
) -> None:
    answers = [an_answer(one) for one in question.trade_offs()]
    other = data.draw(st.sampled_from(question.ratings)).criterion
    moved = question.with_importance(other, data.draw(st.integers(0, 4)))
    appraisal = moved.appraise(draws=1)
    if not appraisal.missing and not appraisal.all_equal:
        kept = {(one.first, one.second) for one in answers}
        asked = moved.trade_offs(*answers)
        assert kept <= set(names(asked))
        assert len(asked) <= 3


@few
@given(questions())
def test_a_pair_on_which_all_options_stand_equal_is_never_asked(question: Question) -> None:
    # Alike, whether they are certain, or somewhere around a step, or nobody knows.
    level = [
        a_scale_criterion("xx", *(a_range_standing(one, 9, 9, 9) for one in question.options)),
        a_level_criterion("yy", *(a_level_standing(one, "good") for one in question.options)),
        a_scale_criterion("zz", *map(an_unknown_standing, question.options)),
    ]
    pack = replace(question.pack, criteria=(*question.pack.criteria, *level))
    ratings = (*question.ratings, Rating("xx", 3), Rating("yy", 2), Rating("zz", 4))
    asked = replace(question, pack=pack, ratings=ratings).trade_offs()
    assert not {("xx", "yy"), ("xx", "zz"), ("yy", "zz")} & set(names(asked))


def test_ratings_more_than_two_steps_apart_have_answered_already() -> None:
    pack = a_point_pack(one=(1, 0), two=(0, 1))
    assert not a_question(pack, one=4, two=1).trade_offs()
    assert names(a_question(pack, one=3, two=1).trade_offs()) == [("one", "two")]


def test_a_criterion_said_not_to_matter_is_not_asked_about() -> None:
    pack = a_point_pack(one=(1, 0), two=(0, 1))
    assert not a_question(pack, one=2, two=0).trade_offs()


def test_where_one_is_not_sure_it_may_be_asked() -> None:
    pack = a_point_pack(one=(1, 0), two=(0, 1))
    assert names(a_question(pack, one="not_sure", two=4).trade_offs()) == [("one", "two")]


def test_no_criterion_stands_in_more_than_two_questions() -> None:
    # Ant is ahead as soon as its one criterion matters as much as any of the three of bee.
    pack = a_point_pack(one=(1, 0), two=(0, 0.3), three=(0, 0.3), four=(0, 0.3))
    question = a_question(pack, one=2, two=3, three=3, four=3)
    shares = shares_in_loops(question)
    assert min(share for pair, share in shares.items() if "one" in pair) > 0.5
    assert sum("one" in pair for pair in names(question.trade_offs())) == 2


def test_an_answer_keeps_its_own_first_and_second() -> None:
    question = a_question(a_point_pack(one=(1, 0), two=(0, 1)), one=3, two=2)
    answer = TradeOff(first="two", second="one", preferred="second")
    assert names(question.trade_offs(answer)) == [("two", "one")]


def test_an_answer_given_twice_or_about_one_thing_alone_is_one_question_or_none() -> None:
    question = a_question(a_point_pack(one=(1, 0), two=(0, 1)), one=3, two=2)
    twice = (
        TradeOff(first="one", second="two", preferred="first"),
        TradeOff(first="two", second="one", preferred="first"),
        TradeOff(first="one", second="one", preferred="same"),
    )
    assert names(question.trade_offs(*twice)) == [("two", "one")]


def test_an_answer_about_a_criterion_no_longer_rated_is_not_asked_again() -> None:
    pack = a_point_pack(one=(1, 0), two=(0, 1), three=(0, 1))
    answer = TradeOff(first="one", second="three", preferred="first")
    assert names(a_question(pack, one=3, two=2).trade_offs(answer)) == [("one", "two")]


@pytest.mark.parametrize(
    ("said", "options"),
    [({}, ("ant", "bee")), ({"one": 3}, ("ant", "bee")), ({"one": 3, "two": 3}, ("ant",))],
    ids=["nothing rated", "one criterion", "one option"],
)
def test_without_two_criteria_or_a_line_up_nothing_is_asked(
    said: dict[str, Any], options: tuple[str, ...]
) -> None:
    question = a_question(a_point_pack(one=(1, 0), two=(0, 1)), **said)
    assert question.trade_offs(options=options) == ()


def test_a_snapshot_asks_once_and_answers_change_no_number() -> None:
    workspace = Workspace(a_pack(), a_session(help=3, driving=3, lasting=2), draws=500)
    before = workspace.snapshot
    assert before.trade_offs
    assert before.trade_offs is before.trade_offs
    for one in before.trade_offs:
        workspace.apply(AnswerTradeOff(one.first, one.second, "second"))
        assert workspace.snapshot.trade_offs == before.trade_offs
    assert len(workspace.snapshot.session.trade_offs) == len(before.trade_offs)
    assert repr(workspace.snapshot.appraisal) == repr(before.appraisal)


def test_a_snapshot_without_a_line_up_asks_nothing() -> None:
    assert Workspace(a_pack(), a_session()).snapshot.trade_offs == ()
