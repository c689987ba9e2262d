from dataclasses import replace
from itertools import pairwise

import pytest
from decision_aid.domain.about_you import AboutYou
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.journey import STEPS, journey, lettered, onward, path, previous_step
from decision_aid.domain.session import SafetyTalk, StepId
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, a_pack, a_session

seeds = st.integers(0, 2**32 - 1)


@given(seeds)
def test_the_order_of_options_depends_on_the_seed_and_not_on_the_packs_file(seed: int) -> None:
    pack = a_pack()
    turned = replace(pack, options=pack.options[::-1])
    order = lettered(pack, seed)
    assert order == lettered(turned, seed) == lettered(pack, seed)
    assert [one.letter for one in order] == ["A", "B", "C"]
    assert {one.option.id for one in order} == {"stay", "pill", "talk"}


def test_over_many_sessions_each_option_comes_first_about_equally_often() -> None:
    firsts = [lettered(a_pack(), seed)[0].option.id for seed in range(600)]
    assert all(150 < firsts.count(option) < 250 for option in ("stay", "pill", "talk"))


times = st.sampled_from([None, 3, 10, 30])
steps = st.sampled_from(STEPS)


@given(times, steps)
def test_next_from_any_step_ends_at_the_summary(minutes: int | None, step: StepId) -> None:
    session = a_session(minutes=minutes)
    walked = [step]
    while (after := onward(walked[-1], session)) is not None:
        walked.append(after)
        assert len(walked) <= len(STEPS)
    assert walked[-1] == STEPS[-1]


@given(times, steps)
def test_back_undoes_next(minutes: int | None, step: StepId) -> None:
    session = a_session(minutes=minutes)
    before, after = previous_step(step, session), onward(step, session)
    if step in path(minutes):
        assert after is None or previous_step(after, session) == step
        assert before is None or onward(before, session) == step
    else:  # it lies between the two, and is gone past
        assert before is not None
        assert after is not None
        assert onward(before, session) == after
        assert previous_step(after, session) == before


@given(times, steps)
def test_next_from_a_step_off_the_path_leads_to_a_later_one(
    minutes: int | None, step: StepId
) -> None:
    after = onward(step, a_session(minutes=minutes))
    if step not in path(minutes):
        assert after is not None
        assert STEPS.index(after) > STEPS.index(step)


def test_with_three_minutes_one_thing_that_matters_comes_first_and_then_the_options_on_it() -> None:
    assert path(3) == ("welcome", "matters", "options", "decide", "summary")


def test_with_ten_minutes_only_understand_is_left_out_and_safety_is_asked_about() -> None:
    assert [*path(10)] == [step for step in STEPS if step != "understand"]
    assert "about" in path(10)


@pytest.mark.parametrize("minutes", [None, 30])
def test_with_half_an_hour_or_where_nobody_said_next_leads_through_all_eight(
    minutes: int | None,
) -> None:
    assert path(minutes) == STEPS
    assert len(STEPS) == 8
    session = a_session(minutes=minutes)
    assert all(onward(before, session) == after for before, after in pairwise(STEPS))


@pytest.mark.parametrize(
    ("phq9", "asks"),
    [
        (Phq9(), False),
        (Phq9(answers=(3, 3, 3, 3, 3, 3, 3, 3, None)), False),
        (Phq9(answers=(3, 3, 3, 3, 3, 3, 3, 3, 0)), False),
        (Phq9(answers=(None,) * 8 + (1,)), True),
        (Phq9(answers=(0,) * 8 + (3,)), True),
        (Phq9(answers=(None,) * 9, rather_talk=True), True),
    ],
    ids=repr,
)
def test_the_walk_pauses_on_item_9_until_a_talk_is_recorded(phq9: Phq9, asks: object) -> None:
    session = a_session(about=AboutYou(phq9=phq9))
    talk = SafetyTalk(action="handed_over", initials="AB", on=TODAY)
    assert journey(session).paused == asks
    assert not journey(replace(session, safety_talk=talk)).paused


def test_the_journey_knows_the_steps_opened() -> None:
    assert journey(a_session(visited=("about", "weigh"))).visited == {"about", "weigh"}
