from typing import Any

import pytest
from decision_aid.base.errors import InputError
from decision_aid.weighing.engine import Weigher

from tests.builders import a_pack
from tests.weighing.packs import a_point_pack, a_question


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
    with pytest.raises(InputError, match="between 1 and 100000"):
        Weigher(a_pack(), seed=1, draws=draws)


def test_the_interval_of_a_score_is_that_of_its_only_standing() -> None:
    fit = a_question(help=3).appraise(draws=20_000).fit("pill")  # 5, 15, 25 on a scale to 30
    assert fit is not None
    assert fit.interval == pytest.approx((5 / 30, 25 / 30), abs=0.01)
