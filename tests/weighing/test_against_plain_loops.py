from dataclasses import replace
from random import Random

import pytest
from decision_aid.domain.own_concerns import with_own_criteria
from decision_aid.domain.session import Concern, OwnPlace
from hypothesis import given, settings

from tests.weighing import plain
from tests.weighing.packs import Question, a_mixed_pack, a_question, questions

DRAWS = 4_000
SAMPLING_ERROR = 0.04
"""Over four standard errors of the difference of a share of so many draws and one of 20,000."""

FEW_DRAWS = 1_500
ROUGHLY = 0.07
"""Five standard errors of the difference of a share of so few draws and one of 10,000."""

OWN_CONCERN = Concern(
    id="own_1",
    text="my garden",
    places=(OwnPlace(option="stay", level="so_so"), OwnPlace(option="talk", level="badly")),
)


@settings(max_examples=60, deadline=None)
@given(questions())
def test_central_scores_are_those_of_plain_loops(question: Question) -> None:
    importances = {one.criterion: plain.said(one) for one in question.ratings}
    assert question.scores() == pytest.approx(plain.scores_at(question.pack, importances), abs=1e-9)


@pytest.mark.parametrize(
    "question",
    [
        a_question(a_mixed_pack(), help=3, soon=2, driving=1, effort=2),
        a_question(a_mixed_pack(), help=4, soon=0, driving="not_sure", effort=3),
        a_question(a_mixed_pack(), help=2, soon=2, driving=3, effort=2, order=("soon", "help")),
        a_question(with_own_criteria(a_mixed_pack(), (OWN_CONCERN,)), help=3, soon=2, own_1=4),
    ],
    ids=["rated", "not sure", "in order", "with a concern of one's own"],
)
def test_first_shares_are_those_of_plain_loops(question: Question) -> None:
    chance = Random(5)  # noqa: S311 - draws, not a secret
    wanted = plain.first_shares(question, DRAWS, chance)
    got = {fit.option: fit.first_share for fit in question.appraise(draws=20_000).fits}
    assert got == pytest.approx(wanted, abs=SAMPLING_ERROR)
    assert max(got.values()) < 0.95


@settings(max_examples=6, deadline=None)
@given(questions())
def test_first_shares_are_those_of_plain_loops_on_any_pack(question: Question) -> None:
    question = replace(question, order=())
    wanted = plain.first_shares(question, FEW_DRAWS, Random(7))  # noqa: S311 - no secret
    got = {fit.option: fit.first_share for fit in question.appraise(draws=10_000).fits}
    assert got == pytest.approx(wanted, abs=ROUGHLY)
