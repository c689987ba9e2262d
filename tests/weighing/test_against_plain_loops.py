from random import Random

import pytest
from decision_aid.domain.criteria import Estimate, Events, Point, Range, Scale
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Frequency
from hypothesis import given, settings

from tests.builders import (
    a_level_criterion,
    a_level_standing,
    a_pack,
    a_scale_criterion,
    an_unknown_standing,
)
from tests.weighing import plain
from tests.weighing.packs import Question, a_form_standing, a_question, questions

DRAWS = 6_000
SAMPLING_ERROR = 0.04
"""Over four standard errors of the difference of two shares of so many draws each."""


def a_mixed_pack() -> Pack:
    """Every form of standing, so placed that no option wins nearly every draw."""
    corners = ((16, 0.0), (8, 0.3), (4, 0.6), (0, 1.0))
    soon = Scale(
        worst=16, best=0, points=tuple(Point(at=x, worth=y) for x, y in corners), phrase="{n}"
    )
    return a_pack(
        criteria=(
            a_scale_criterion(
                "help",
                an_unknown_standing("stay", low=0, high=15),
                a_form_standing("pill", range=Range(low=2, likely=11, high=22), certainty="low"),
                a_form_standing(
                    "talk", events=Events(count=95, of=206, against=Frequency(46, 213))
                ),
            ),
            a_scale_criterion(
                "soon",
                an_unknown_standing("stay", low=8, high=16),
                a_form_standing("pill", range=Range(low=0, likely=2, high=4)),
                a_form_standing("talk", estimate=Estimate(mean=8, se=2), certainty="moderate"),
                scale=soon,
            ),
            a_level_criterion(
                "driving",
                a_level_standing("stay", "good"),
                a_level_standing("pill", "bad"),
                a_level_standing("talk", "middling"),
            ),
            a_level_criterion(
                "effort",
                a_level_standing("stay", "good"),
                an_unknown_standing("pill"),
                a_level_standing("talk", "bad"),
            ),
        )
    )


@settings(max_examples=100, deadline=None)
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
