"""Which rating is most worth another look."""

from dataclasses import replace
from typing import Any

from decision_aid.domain.answers import Rating
from decision_aid.domain.session import TradeOff
from decision_aid.weighing.appraisal import Tipping
from decision_aid.workspace.look_again import look_again
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

from tests.builders import a_pack, a_session


def weighed(*tipping: Tipping, **said: Any) -> Snapshot:
    """A snapshot with these tipping points, whatever the weighing would find."""
    snapshot = Workspace(a_pack(), a_session(**said), draws=20).snapshot
    appraisal = replace(snapshot.appraisal, tipping=tipping)
    return replace(snapshot, weigh=lambda _: appraisal)


def a_tipping(criterion: str, step: int | None) -> Tipping:
    return Tipping(criterion=criterion, said=2, step=step, option="" if step is None else "stay")


def looked_at(snapshot: Snapshot) -> str:
    look = look_again(snapshot)
    assert look is not None
    assert f"“{snapshot.pack.criterion(look.criterion).name}”" in look.why
    return look.criterion


def test_it_is_the_one_that_the_smallest_step_tips() -> None:
    tips = (a_tipping("help", -2), a_tipping("driving", 1), a_tipping("lasting", None))
    assert looked_at(weighed(*tips, help=4, driving=1, lasting=2)) == "driving"


def test_of_equal_steps_it_is_the_one_the_person_was_not_sure_about() -> None:
    tips = (a_tipping("help", 1), a_tipping("lasting", -1))
    assert looked_at(weighed(*tips, help=4, lasting="not_sure")) == "lasting"


def test_of_equal_steps_it_is_the_one_with_most_weight() -> None:
    tips = (a_tipping("driving", 1), a_tipping("help", -1))
    assert looked_at(weighed(*tips, help=4, driving=1)) == "help"


def test_where_no_step_tips_it_is_the_one_not_sure_about_then_the_weightiest() -> None:
    still = (a_tipping("help", None), a_tipping("driving", None))
    assert looked_at(weighed(*still, help=4, driving="not_sure")) == "driving"
    assert looked_at(weighed(*still, help=4, driving=1)) == "help"


def test_an_answer_to_a_trade_off_that_says_otherwise_comes_before_any_step() -> None:
    tips = (a_tipping("lasting", 1), a_tipping("help", 2), a_tipping("driving", 3))
    against = TradeOff(first="help", second="driving", preferred="second")
    said = {"help": 4, "driving": 1, "lasting": 3}
    look = look_again(weighed(*tips, **said, trade_offs=(against,)))
    assert look is not None
    assert look.criterion in ("help", "driving")
    assert "Either may be right: you decide." in look.why
    agreeing = TradeOff(first="help", second="driving", preferred="first")
    assert looked_at(weighed(*tips, **said, trade_offs=(agreeing,))) == "lasting"


def test_without_a_line_up_there_is_nothing_to_look_at() -> None:
    assert look_again(weighed()) is None
    assert look_again(weighed(ratings=(Rating("help", 0),))) is None
