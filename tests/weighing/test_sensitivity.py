"""Closeness and tipping, held against every possibility tried one by one."""

from collections.abc import Iterator
from dataclasses import replace

from decision_aid.domain.criteria import Scale
from decision_aid.domain.plural_forms import PluralForms
from decision_aid.weighing.appraisal import CloseReason
from decision_aid.weighing.sensitivity import FLOOR
from hypothesis import given, settings

from tests.builders import a_pack, a_range_standing, a_scale_criterion, an_unknown_standing
from tests.weighing import plain
from tests.weighing.packs import Question, a_point_pack, a_question, questions

some = settings(max_examples=60, deadline=None)


def said(question: Question) -> dict[str, int]:
    return {one.criterion: plain.said(one) for one in question.ratings}


def newcomers(question: Question, scores: dict[str, float]) -> list[str]:
    before = plain.leaders(plain.scores_at(question.pack, said(question)))
    return sorted(plain.leaders(scores) - before)


def after_step(question: Question, criterion: str, step: int) -> list[str]:
    moved = said(question)
    moved[criterion] += step
    if not 0 <= moved[criterion] <= 4 or not any(moved.values()):
        return []
    return newcomers(question, plain.scores_at(question.pack, moved))


def of_kind(question: Question, kind: str) -> set[CloseReason]:
    reasons = question.appraise(draws=1).close_reasons
    assert len(set(reasons)) == len(reasons)
    return {reason for reason in reasons if reason.kind == kind}


@some
@given(questions())
def test_tipping_is_the_smallest_step_that_brings_another_option_first(question: Question) -> None:
    for tip in question.appraise(draws=1).tipping:
        assert tip.said == said(question)[tip.criterion]
        by_size = sorted(range(-4, 5), key=lambda step: (abs(step), -step))
        changing = (step for step in by_size if after_step(question, tip.criterion, step))
        assert tip.step == next(changing, None)
        if tip.step is not None:
            assert tip.option == after_step(question, tip.criterion, tip.step)[0]


@some
@given(questions())
def test_the_reasons_are_all_that_trying_everything_finds_and_no_others(
    question: Question,
) -> None:
    appraisal = question.appraise(draws=100)
    shares = {fit.option: fit.first_share for fit in appraisal.fits}
    told = appraisal.close_reasons
    assert len(set(told)) == len(told)
    assert set(told) == {
        *ties(question),
        *near_shares(question, shares),
        *single_steps(question),
        *geometric_means(question),
        *unknown_ends(question),
    }
    assert appraisal.close_call == bool(told)


def firsts(question: Question) -> list[str]:
    return sorted(plain.leaders(plain.scores_at(question.pack, said(question))))


def ties(question: Question) -> Iterator[CloseReason]:
    for option in firsts(question)[1:]:
        yield CloseReason(kind="tie", option=option)


def near_shares(question: Question, shares: dict[str, float]) -> Iterator[CloseReason]:
    first = firsts(question)[0]
    others = sorted(option for option in shares if option != first)
    rival = max(others, key=lambda option: shares[option])
    if shares[first] - shares[rival] < 0.15 - 1e-9:
        yield CloseReason(kind="shares", option=rival)


def single_steps(question: Question) -> Iterator[CloseReason]:
    for criterion in said(question):
        for step in (1, -1):
            for option in after_step(question, criterion, step):
                yield CloseReason(kind="one_step", option=option, criterion=criterion, step=step)


def geometric_means(question: Question) -> Iterator[CloseReason]:
    importances = said(question)
    total = sum(importances.values())
    means = dict.fromkeys(question.options, 1.0)
    for name, importance in importances.items():
        criterion = question.pack.criterion(name)
        for option in question.options:
            natural = plain.centre(criterion, criterion.standing(option))
            means[option] *= max(plain.worth(criterion, natural), FLOOR) ** (importance / total)
    for option in newcomers(question, means):
        yield CloseReason(kind="geometric", option=option)


def unknown_ends(question: Question) -> Iterator[CloseReason]:
    for name in said(question):
        criterion = question.pack.criterion(name)
        for standing in criterion.standings:
            for end in plain.ends(criterion, standing) if standing.unknown else ():
                put = {(standing.id, name): end}
                for option in newcomers(
                    question, plain.scores_at(question.pack, said(question), put)
                ):
                    yield CloseReason(kind="unknown", option=option, criterion=name)


def test_a_sum_that_forgives_one_bad_value_is_too_close_to_call() -> None:
    question = a_question(a_point_pack(one=(1, 0.6), two=(0, 0.35)), one=3, two=3)
    assert question.appraise().fits[0].option == "ant"
    assert of_kind(question, "geometric") == {CloseReason(kind="geometric", option="bee")}


def test_shares_near_each_other_are_a_reason_and_shares_apart_are_none() -> None:
    near = a_question(a_point_pack(one=(1, 0), two=(0, 0.99)), one=4, two=4).appraise()
    apart = a_question(a_point_pack(one=(0.9, 0.2), two=(0.8, 0.1)), one=4, two=4).appraise()
    first, second = (fit.first_share for fit in near.fits)
    assert abs(first - second) < 0.15
    assert CloseReason(kind="shares", option="bee") in near.close_reasons
    assert not apart.close_call
    assert [tip.step for tip in apart.tipping] == [None, None]


def test_first_place_at_the_centre_but_not_in_the_draws_is_too_close_to_call() -> None:
    # Bee is ahead at its middle, but its scale is cut off there: most of its draws count as less.
    lopsided = a_scale_criterion(
        "one",
        a_range_standing("ant", 0.48, 0.48, 0.48),
        a_range_standing("bee", 0, 0.5, 0.5),
        scale=Scale(worst=0, best=1, phrase=PluralForms(other="{n}")),
    )
    pack = replace(a_point_pack(one=(0, 0)), criteria=(lopsided,))
    appraisal = a_question(pack, one=2).appraise()
    assert appraisal.fits[0].option == "bee"
    assert appraisal.fits[1].first_share - appraisal.fits[0].first_share > 0.15
    assert [reason.kind for reason in appraisal.close_reasons] == ["shares"]


def test_it_depends_on_something_nobody_knows() -> None:
    pack = a_pack(
        criteria=(
            a_scale_criterion(
                "help",
                an_unknown_standing("stay", low=0, high=12),
                a_range_standing("pill", 10, 10, 10),
                a_range_standing("talk", 1, 1, 1),
            ),
        )
    )
    assert of_kind(a_question(pack, help=3), "unknown") == {
        CloseReason(kind="unknown", option="stay", criterion="help")
    }


def test_not_sure_starts_from_the_middle() -> None:
    pack = a_point_pack(one=(1, 0), two=(0, 0.9))
    tips = {
        tip.criterion: tip for tip in a_question(pack, one="not_sure", two=2).appraise().tipping
    }
    assert (tips["one"].said, tips["one"].step, tips["one"].option) == (2, -1, "bee")
    assert (tips["two"].step, tips["two"].option) == (1, "bee")


def test_of_two_equally_small_steps_the_one_up_is_told() -> None:
    # Bee has the most of the first criterion, cat none of it, ant something of each.
    pack = a_point_pack(one=(0.5, 1, 0), two=(0.55, 0, 1))
    question = a_question(pack, one=2, two=2)
    assert after_step(question, "one", 1) == ["bee"]
    assert after_step(question, "one", -1) == ["cat"]
    tips = {tip.criterion: (tip.step, tip.option) for tip in question.appraise().tipping}
    assert tips == {"one": (1, "bee"), "two": (1, "cat")}


def test_options_that_differ_by_a_rounding_error_stand_level() -> None:
    pack = a_point_pack(a=(0.1, 0.3), b=(0.2, 0.2), c=(0.3, 0.1))
    question = a_question(pack, a=1, b=1, c=1)
    first, second = question.appraise().fits
    assert first.score != second.score
    assert (first.option, second.option) == ("ant", "bee")
    assert of_kind(question, "tie") == {CloseReason(kind="tie", option="bee")}
