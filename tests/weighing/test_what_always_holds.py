"""The properties the weighing keeps, whatever the pack and the answers."""

from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any

from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.answers import MOST, Rating
from decision_aid.domain.session import Concern, OwnPlace
from decision_aid.weighing.engine import Weigher
from decision_aid.workspace.workspace import Workspace
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.builders import a_pack, a_range_standing, a_scale_criterion, a_session
from tests.weighing.packs import (
    IMPORTANCES,
    OWN,
    Question,
    a_point_pack,
    a_question,
    own_criteria,
    questions,
)

few = settings(max_examples=30, deadline=None)
some = settings(max_examples=60, deadline=None)
places = st.lists(st.floats(0, 1).map(lambda x: round(x, 3)), min_size=3, max_size=3).map(tuple)


@few
@given(questions(), st.randoms(use_true_random=False))
def test_the_order_of_options_criteria_and_ratings_changes_no_bit(
    question: Question, chance: Random
) -> None:
    def shuffled(things: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(chance.sample(things, len(things)))

    other = question.appraise(
        options=shuffled(question.options),
        criteria=shuffled(question.criteria),
        ratings=shuffled(question.ratings),
    )
    assert repr(other) == repr(question.appraise())


@few
@given(questions())
def test_the_order_of_the_packs_options_and_criteria_changes_no_number(question: Question) -> None:
    pack = replace(
        question.pack, options=question.pack.options[::-1], criteria=question.pack.criteria[::-1]
    )
    turned, plain = replace(question, pack=pack).appraise(), question.appraise()
    assert turned.criteria == plain.criteria[::-1]
    for fit in plain.fits:
        mirrored = replace(
            fit,
            contributions=fit.contributions[::-1],
            central_weights=fit.central_weights[::-1],
        )
        assert repr(turned.fit(fit.option)) == repr(mirrored)
    assert set(turned.close_reasons) == set(plain.close_reasons)
    assert set(turned.tipping) == set(plain.tipping)
    assert turned.equivalents == plain.equivalents
    assert turned.all_equal == plain.all_equal


@few
@given(questions())
def test_the_same_answers_and_seed_give_the_same_result_to_the_last_bit(
    question: Question,
) -> None:
    weigher = Weigher(question.pack, seed=question.seed, draws=200)
    asked = {"options": question.options, "criteria": question.criteria}
    first = weigher.appraise(**asked, ratings=question.ratings, order=question.order)
    weigher.appraise(**asked, ratings=(), order=())
    again = weigher.appraise(**asked, ratings=question.ratings, order=question.order)
    assert again is not first
    assert repr(again) == repr(first) == repr(question.appraise(draws=200))


def test_another_seed_gives_other_draws() -> None:
    question = a_question(help=3, driving=2)
    assert replace(question, seed=8).appraise().fits != question.appraise().fits


@few
@given(questions(least_options=3))
def test_gating_one_option_changes_no_score_of_another(question: Question) -> None:
    everyone, fewer = question.appraise(), question.appraise(options=question.options[1:])
    assert fewer.fit(question.options[0]) is None
    for fit in fewer.fits:
        before = everyone.fit(fit.option)
        assert before is not None
        assert (fit.score, fit.interval) == (before.score, before.interval)
        assert fit.contributions == before.contributions
        assert set(fit.wins_over) <= set(before.wins_over)


@few
@given(
    st.dictionaries(st.sampled_from(("help", "driving", "lasting", "own_1")), IMPORTANCES),
    st.sets(st.sampled_from(("no_driving",))),
)
def test_a_gated_option_has_no_score_at_any_weights(said: dict[str, Any], held: set[str]) -> None:
    concern = Concern(id="own_1", text="my garden", places=(OwnPlace(option="pill", level="well"),))
    session = replace(
        a_session(),
        about=AboutYou(taking=(Taking(name="Nardil"),)),
        concerns=(concern,),
        ratings=tuple(Rating(*one) for one in said.items()),
        dealbreakers=tuple(held),
    )
    snapshot = Workspace(a_pack(), session, draws=20).snapshot
    assert "pill" in snapshot.gated
    assert snapshot.appraisal.fit("pill") is None
    assert all("pill" not in dict(fit.wins_over) for fit in snapshot.appraisal.fits)
    assert not any(reason.option == "pill" for reason in snapshot.appraisal.close_reasons)
    assert not any(tip.option == "pill" for tip in snapshot.appraisal.tipping)


@few
@given(questions())
def test_identical_options_tie(question: Question) -> None:
    twin, other = question.options[:2]
    for criterion in question.pack.criteria:
        copied = replace(criterion.standing(twin), id=other)
        question = question.with_standing(criterion.id, copied)
    appraisal = question.appraise()
    fit, same = appraisal.fit(twin), appraisal.fit(other)
    assert fit is not None
    assert same is not None
    assert (fit.score, fit.band) == (same.score, same.band)
    assert fit.contributions == same.contributions


def test_identical_options_without_chance_share_their_ranks_equally() -> None:
    pack = a_point_pack(one=(0.7, 0.7, 0.2), two=(0.4, 0.4, 0.1))
    appraisal = a_question(pack, one=3, two=1).appraise()
    shares = {fit.option: fit.rank_shares for fit in appraisal.fits}
    assert shares == {"ant": (0.5, 0.5, 0.0), "bee": (0.5, 0.5, 0.0), "cat": (0.0, 0.0, 1.0)}
    assert [reason.option for reason in appraisal.close_reasons if reason.kind == "tie"] == ["bee"]


@few
@given(questions())
def test_a_criterion_skipped_changes_no_number(question: Question) -> None:
    extra = a_scale_criterion("zz", *(a_range_standing(one, 1, 9, 20) for one in question.options))
    pack = replace(question.pack, criteria=(*question.pack.criteria, extra))
    with_it, without = replace(question, pack=pack).appraise(), question.appraise()
    assert "zz" in with_it.left_out
    assert repr(with_it.fits) == repr(without.fits)
    assert with_it.close_reasons == without.close_reasons


@few
@given(questions().filter(lambda question: OWN not in question.criteria), st.data())
def test_a_concern_of_ones_own_changes_no_number_until_it_is_rated(
    question: Question, data: st.DataObject
) -> None:
    own = data.draw(own_criteria(question.pack.options))
    pack = replace(question.pack, criteria=(*question.pack.criteria, own))
    with_it, without = replace(question, pack=pack).appraise(), question.appraise()
    assert OWN in with_it.left_out
    assert repr(with_it.fits) == repr(without.fits)
    assert with_it.close_reasons == without.close_reasons


@some
@given(questions(), st.integers(1, MOST))
def test_a_criterion_on_which_all_stand_equal_changes_no_ranking(
    question: Question, importance: int
) -> None:
    extra = a_scale_criterion("zz", *(a_range_standing(one, 9, 9, 9) for one in question.options))
    more = replace(
        question,
        pack=replace(question.pack, criteria=(*question.pack.criteria, extra)),
        ratings=(*question.ratings, Rating("zz", importance)),
    )
    with_it, without = more.appraise(), question.appraise()
    assert [fit.option for fit in with_it.fits] == [fit.option for fit in without.fits]


@some
@given(questions())
def test_a_dominated_option_is_never_first(question: Question) -> None:
    appraisal = question.appraise(draws=1)
    first = appraisal.fits[0]
    mine = [(one.weight, one.value) for one in first.contributions]
    for fit in appraisal.fits[1:]:
        pairs = zip(mine, (one.value for one in fit.contributions), strict=True)
        gains = [theirs - value for (weight, value), theirs in pairs if weight > 0]
        assert not (min(gains) >= 0 and max(gains) > 1e-6)


@some
@given(places, places, st.sampled_from((1, 2)), st.sampled_from((1, 2)))
def test_multiplying_all_importances_changes_nothing_at_the_centre(
    one: tuple[float, ...], two: tuple[float, ...], first: int, second: int
) -> None:
    pack = a_point_pack(one=one, two=two)
    single = a_question(pack, one=first, two=second)
    double = a_question(pack, one=2 * first, two=2 * second)
    assert double.scores() == single.scores()


@some
@given(questions(), st.data())
def test_raising_the_importance_an_option_is_best_on_never_lowers_its_place(
    question: Question, data: st.DataObject
) -> None:
    appraisal = question.appraise(draws=1)
    column = data.draw(st.integers(0, len(appraisal.criteria) - 1))
    criterion = appraisal.criteria[column]
    said = next(one for one in question.ratings if one.criterion == criterion).importance
    assume(said in range(MOST))
    best = max(appraisal.fits, key=lambda fit: fit.contributions[column].value).option
    raised = question.with_importance(criterion, int(said) + 1)
    assert _ahead_of(raised, best) <= _ahead_of(question, best)


def _ahead_of(question: Question, option: str) -> int:
    scores = question.scores()
    return sum(score > scores[option] + 1e-9 for score in scores.values())


@some
@given(questions())
def test_every_line_up_is_sound(question: Question) -> None:
    appraisal = question.appraise()
    for fit in appraisal.fits:
        assert 0 <= fit.score <= 1
        assert abs(sum(one.product for one in fit.contributions) - fit.score) < 1e-9
        assert abs(sum(one.weight for one in fit.contributions) - 1) < 1e-9
        assert abs(sum(fit.rank_shares) - 1) < 1e-9
        assert 0 <= fit.interval[0] <= fit.interval[1] <= 1
        assert bool(fit.central_weights) == (fit.first_share > 0)
        assert not fit.central_weights or abs(sum(dict(fit.central_weights).values()) - 1) < 1e-9
    by_rank = zip(*(fit.rank_shares for fit in appraisal.fits), strict=True)
    assert all(abs(sum(rank) - 1) < 1e-9 for rank in by_rank)
    scores = [fit.score for fit in appraisal.fits]
    assert all(after <= before + 1e-9 for before, after in pairwise(scores))


@few
@given(questions())
def test_of_two_options_either_one_wins_or_they_share_the_draw(question: Question) -> None:
    fits = question.appraise().fits
    wins = {(fit.option, other): share for fit in fits for other, share in fit.wins_over}
    assert all(abs(share + wins[other, one] - 1) < 1e-9 for (one, other), share in wins.items())


def test_ratings_of_criteria_not_offered_are_passed_over() -> None:
    question = a_question(help=3, driving=2)
    offered = question.appraise(criteria=("help", "lasting"))
    assert offered.criteria == ("help",)
    assert offered.left_out == ("lasting",)
