from dataclasses import replace
from itertools import pairwise

import pytest
from decision_aid.domain.about_you import AboutYou
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.journey import STEPS, journey, lettered, next_step, onward, previous_step
from decision_aid.domain.session import SafetyTalk
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


def test_there_are_eight_steps_each_next_to_the_one_before() -> None:
    assert len(STEPS) == 8
    assert (previous_step(STEPS[0]), next_step(STEPS[-1])) == (None, None)
    for before, after in pairwise(STEPS):
        assert next_step(before) == after
        assert previous_step(after) == before


@pytest.mark.parametrize("minutes", [None, 3, 10, 30])
def test_only_with_three_minutes_next_leads_from_the_first_step_to_what_matters(
    minutes: int | None,
) -> None:
    session = a_session(minutes=minutes)
    assert onward("welcome", session) == ("matters" if minutes == 3 else "about")
    assert all(onward(step, session) == next_step(step) for step in STEPS[1:])


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
