from random import Random

import pytest
from hypothesis import given, settings

from tests.weighing import plain
from tests.weighing.packs import Question, a_mixed_pack, a_question, questions

DRAWS = 4_000
SAMPLING_ERROR = 0.04
"""Over four standard errors of the difference of two shares of so many draws each."""


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
    ],
    ids=["rated", "not sure", "in order"],
)
def test_first_shares_are_those_of_plain_loops(question: Question) -> None:
    chance = Random(5)  # noqa: S311 - draws, not a secret
    wanted = plain.first_shares(question, DRAWS, chance)
    got = {fit.option: fit.first_share for fit in question.appraise(draws=20_000).fits}
    assert got == pytest.approx(wanted, abs=SAMPLING_ERROR)
    assert max(got.values()) < 0.95
