"""PHQ-9 totals over the visits, oldest first, without those that have none."""

from dataclasses import replace
from datetime import date, timedelta

from decision_aid.domain.about_you import AboutYou
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.session import EarlierVisit, Session
from decision_aid.workspace.changes.phq9 import AnswerPhq9
from decision_aid.workspace.changes.walk import BeginVisit
from decision_aid.workspace.phq9_trend import (
    TrendPoint,
    left_out_sentence,
    phq9_trend,
    trend_sentence,
    without_total,
)
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_session

FIRST, SECOND, NOW = date(2026, 9, 1), date(2026, 10, 20), date(2026, 11, 23)
FULL = Phq9(answers=(2, 2, 2, 2, 2, 2, 2, 3, 0), difficulty=1)
SOME = replace(FULL, answers=(None, *FULL.answers[1:]))

full_answers = st.tuples(*[st.integers(0, 3)] * 9)
some_answers = st.tuples(*[st.none() | st.integers(0, 3)] * 9)
any_phq9 = (full_answers | some_answers).map(lambda answers: Phq9(answers=answers))


def session_with(now: Phq9, *earlier: EarlierVisit) -> Session:
    return a_session(started_on=NOW, about=AboutYou(phq9=now), earlier=earlier)


def test_every_visit_with_a_total_has_a_point_with_its_day_word_and_difficulty() -> None:
    session = session_with(
        replace(FULL, answers=(1,) * 9, difficulty=None),
        EarlierVisit(on=FIRST, phq9=FULL),
        EarlierVisit(on=SECOND, phq9=SOME),
    )
    points = phq9_trend(session)
    assert points == (
        TrendPoint(FIRST, 17, "moderately severe", 1),
        TrendPoint(NOW, 9, "mild", None),
    )
    assert trend_sentence(points) == "PHQ-9 total: 17 on Sep 1, 2026, 9 on Nov 23, 2026"
    assert without_total(session) == (SECOND,)
    assert "Oct 20, 2026" in left_out_sentence(session)


def test_what_is_left_out_is_named_by_its_day_this_visit_too_and_many_are_counted() -> None:
    assert left_out_sentence(session_with(FULL, EarlierVisit(on=FIRST, phq9=FULL))) == ""
    told = left_out_sentence(session_with(SOME, EarlierVisit(on=FIRST), EarlierVisit(on=SECOND)))
    assert told.endswith("Sep 1, 2026, Oct 20, 2026, and Nov 23, 2026.")
    many = (EarlierVisit(on=FIRST + timedelta(day)) for day in range(7))
    assert left_out_sentence(session_with(FULL, *many)).endswith(": 7 visits.")


def test_a_talk_in_place_of_item_9_leaves_a_visit_without_a_total() -> None:
    talk = Phq9(answers=(*FULL.answers[:8], None), rather_talk=True)
    session = session_with(FULL, EarlierVisit(on=FIRST, phq9=talk))
    assert [one.on for one in phq9_trend(session)] == [NOW]


def test_a_new_visit_keeps_the_point_of_the_old_one_and_has_none_until_it_is_answered() -> None:
    session = BeginVisit(NOW).apply_to(replace(session_with(FULL), started_on=FIRST))
    assert [one.on for one in phq9_trend(session)] == [FIRST]
    for item in range(1, 10):
        session = AnswerPhq9(item, 0).apply_to(session)
    assert (
        trend_sentence(phq9_trend(session)) == "PHQ-9 total: 17 on Sep 1, 2026, 0 on Nov 23, 2026"
    )


@given(st.lists(any_phq9, max_size=6), any_phq9)
def test_each_visit_is_either_a_point_in_its_place_or_left_out(
    earlier: list[Phq9], now: Phq9
) -> None:
    visits = [EarlierVisit(on=FIRST + timedelta(at), phq9=one) for at, one in enumerate(earlier)]
    session = session_with(now, *visits)
    points = phq9_trend(session)
    shown = {one.on: one.total for one in points}
    assert list(shown) == sorted(shown)
    expected = {one.on: one.phq9.total for one in visits if one.phq9.total is not None}
    if now.total is not None:
        expected[NOW] = now.total
    assert shown == expected
    days = [*(one.on for one in visits), NOW]
    assert sorted((*shown, *without_total(session))) == days
