"""What changed since earlier visits: told in words, all of it, and never judged."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from decision_aid.base.errors import NotAllowedError
from decision_aid.domain.about_you import AboutYou
from decision_aid.domain.answers import IMPORTANCE_WORDS, Rating
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.session import (
    MOST_EARLIER_VISITS,
    Concern,
    Decision,
    EarlierVisit,
    OwnPlace,
)
from decision_aid.workspace.changes.phq9 import AnswerPhq9
from decision_aid.workspace.changes.safety import RecordSafetyTalk
from decision_aid.workspace.changes.walk import BeginVisit
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.then_and_now import NO_LONGER_ASKED, NORMAL, Comparison, comparisons
from decision_aid.workspace.workspace import Workspace
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, a_pack, a_session
from tests.workspace.examples import A_TALK

THEN = date(2026, 10, 20)
ALL_TWOS = (2,) * 9
TALK = Decision(kind="option", option="talk")


def a_moment(*earlier: EarlierVisit, **now: Any) -> Snapshot:
    return Workspace(a_pack(), replace(a_session(**now), earlier=earlier), draws=5).snapshot


def compared(then: dict[str, Any], **now: Any) -> Comparison:
    """One earlier visit, with ratings as `help=3`, beside this one."""
    names = {one.name for one in fields(EarlierVisit)}
    ratings = tuple(Rating(name, said) for name, said in then.items() if name not in names)
    kept = {name: said for name, said in then.items() if name in names}
    (found,) = comparisons(a_moment(EarlierVisit(on=THEN, ratings=ratings, **kept), **now))
    return found


def told(found: Comparison) -> dict[str, tuple[str, ...]]:
    return {one.kind: one.lines for one in found.differences}


def a_concern(number: int, text: str, **places: Any) -> Concern:
    placed = tuple(OwnPlace(option=option, level=level) for option, level in places.items())
    return Concern(id=f"own_{number}", text=text, places=placed)


def test_a_session_without_earlier_visits_has_nothing_to_compare() -> None:
    assert comparisons(a_moment(help=3)) == ()


def test_the_newest_earlier_visit_comes_first() -> None:
    days = [THEN + timedelta(days=n) for n in range(5)]
    found = comparisons(a_moment(*(EarlierVisit(on=day) for day in days)))
    assert [one.on for one in found] == days[::-1]
    assert found[0].title == "Compared with Oct 24, 2026"


def test_ratings_that_moved_are_new_or_are_gone_are_told_from_what_to_what() -> None:
    found = compared({"help": 1, "driving": "not_sure"}, help=4, lasting=2)
    assert told(found) == {
        "What matters": (
            "Help: from “A little” to “Most”",
            "Lasting: “Some” now, not rated then",
            "Driving: “Not sure” then, not rated now",
        )
    }
    assert found.differences[0].short == "1 moved, 1 newly rated, 1 no longer rated"


@pytest.mark.parametrize(
    ("then", "now", "lines", "short"),
    [
        (("help",), ("driving", "help"), ("Then: 1. Help", "Now: 1. Driving; 2. Help"), "changed"),
        ((), ("help",), ("Then: not put in order", "Now: 1. Help"), "put in order now"),
        (("help",), (), ("Then: 1. Help", "Now: not put in order"), "no longer put in order"),
    ],
)
def test_another_order_is_told_as_it_was_and_as_it_is(
    then: tuple[str, ...], now: tuple[str, ...], lines: tuple[str, ...], short: str
) -> None:
    rated: dict[str, Any] = {"help": 2, "driving": 2}
    found = compared({**rated, "order": then}, **rated, order=now)
    assert told(found) == {"Order": lines}
    assert found.differences[0].short == short


def test_concerns_that_came_went_or_were_said_anew_are_told_in_their_words() -> None:
    then = (a_concern(1, "the winter"), a_concern(2, "my dog"), a_concern(3, "my job", stay="well"))
    now = (a_concern(2, "my old dog"), a_concern(3, "my job", stay="badly"), a_concern(4, "a <b>"))
    found = compared({"concerns": then}, concerns=now)
    assert told(found) == {
        "Own concerns": (
            "New: “a <b>”",
            "No longer there: “the winter”",
            "“my dog” is now “my old dog”",
            "“my job”: how the options do on it was said anew",
        )
    }


def test_no_word_that_was_typed_stands_in_the_short_lines() -> None:
    typed = "secretword"
    found = compared(
        {
            "own_1": 3,
            "concerns": (a_concern(1, f"{typed} a"),),
            "leaning": Decision(kind="something_else", words=typed),
            "decision": replace(TALK, words=typed),
        },
        concerns=(a_concern(1, f"{typed} b", stay="well"), a_concern(2, typed)),
        leaning=Decision(kind="something_else", words=f"{typed} now"),
    )
    assert {one.kind for one in found.differences} == {
        "What matters",
        "Own concerns",
        "Leaning",
        "Decision",
    }
    assert all(typed not in one.short for one in found.differences)
    assert all(any(typed in line for line in one.lines) for one in found.differences)


def test_the_rating_of_a_concern_that_is_gone_goes_by_its_words() -> None:
    found = compared({"own_1": 4, "concerns": (a_concern(1, "the winter"),)})
    assert told(found)["What matters"] == ("“the winter”: “Most” then, not rated now",)


def test_dealbreakers_taken_up_and_let_go_are_told() -> None:
    taken_up = compared({}, dealbreakers=("no_driving",))
    assert told(taken_up) == {"Dealbreakers": ("Taken up: “No driving after”",)}
    let_go = compared({"dealbreakers": ("no_driving",)})
    assert told(let_go) == {"Dealbreakers": ("Let go: “No driving after”",)}


@pytest.mark.parametrize(
    ("then", "now", "line"),
    [
        (ALL_TWOS, (1,) * 9, "18 of 27 then, 9 of 27 now: lower"),
        ((1,) * 9, ALL_TWOS, "9 of 27 then, 18 of 27 now: higher"),
        (ALL_TWOS, ALL_TWOS, "18 of 27 then, 18 of 27 now: the same"),
        (ALL_TWOS, (), "18 of 27 then; not answered now"),
        ((None,) * 9, ALL_TWOS, "18 of 27 now; not answered then"),
        ((None, *ALL_TWOS[1:]), ALL_TWOS, "18 of 27 now; not all nine questions answered then"),
    ],
)
def test_the_total_of_the_phq9_is_told_where_all_nine_were_answered(
    then: tuple[int | None, ...], now: tuple[int | None, ...], line: str
) -> None:
    about = AboutYou(phq9=Phq9(answers=now))
    assert told(compared({"phq9": Phq9(answers=then)}, about=about)) == {"PHQ-9 total": (line,)}


def test_item_9_is_never_told() -> None:
    asks = Phq9(answers=(None,) * 8 + (3,))
    talk = Phq9(answers=(1,) * 8 + (None,), rather_talk=True)
    assert compared({"phq9": asks}, about=AboutYou(phq9=talk)).differences == ()


def test_leaning_and_decision_are_told_as_they_were_and_as_they_are() -> None:
    found = compared(
        {"leaning": TALK, "decision": replace(TALK, words="first")},
        leaning=None,
        decision=replace(TALK, words="then again"),
    )
    letter = a_moment().letter("talk")
    assert told(found) == {
        "Leaning": (f"Then: Talk ({letter})", "Now: Nothing recorded"),
        "Decision": (f"Then: Talk ({letter}): first", f"Now: Talk ({letter}): then again"),
    }
    leaning, decision = (one.short for one in found.differences)
    assert leaning == f"from “Talk ({letter})” to “Nothing recorded”"
    assert decision == f"“Talk ({letter})”, in other words"


def test_that_nothing_changed_is_said() -> None:
    same: dict[str, Any] = {"help": 3, "order": ("help",), "leaning": TALK}
    found = compared(same, **same)
    assert (found.differences, found.closing) == ((), "Nothing changed.")
    found = compared({**same, "phq9": Phq9(answers=ALL_TWOS)}, **same)
    assert found.closing == "Nothing changed in the other answers."
    assert compared({"help": 3}, help=2).closing == ""


def test_what_this_version_no_longer_asks_about_is_passed_over_in_words() -> None:
    found = compared(
        {
            "gone": 3,
            "order": ("gone",),
            "dealbreakers": ("gone",),
            "leaning": Decision(kind="option", option="gone"),
        }
    )
    passed_over = "Something this version no longer asks about is passed over"
    assert told(found) == {
        "What matters": (passed_over,),
        "Order": (f"Then: 1. {NO_LONGER_ASKED}", "Now: not put in order"),
        "Dealbreakers": (passed_over,),
        "Leaning": (f"Then: {NO_LONGER_ASKED.capitalize()}", "Now: Nothing recorded"),
    }


ratings = st.dictionaries(
    st.sampled_from(("help", "driving", "lasting")), st.integers(0, 4) | st.just("not_sure")
)
totals = st.sampled_from((Phq9(), Phq9(answers=ALL_TWOS), Phq9(answers=(0,) * 9)))
JUDGING = ("better", "worse", "improved", "good", "bad", "progress", "right", "wrong")


@given(ratings, ratings, totals, totals)
@settings(max_examples=60, deadline=None)
def test_every_difference_is_told_once_and_none_is_judged(
    then: dict[str, Any], now: dict[str, Any], before: Phq9, after: Phq9
) -> None:
    found = compared({**then, "phq9": before}, **now, about=AboutYou(phq9=after))
    lines = told(found).get("What matters", ())
    differing = {one for one in {*then, *now} if then.get(one) != now.get(one)}
    assert sorted(line.split(":")[0].lower() for line in lines) == sorted(differing)
    assert ("PHQ-9 total" in told(found)) == (not before.total is after.total is None)
    words = " ".join((found.closing, *(line for one in told(found).values() for line in one)))
    for said in (*IMPORTANCE_WORDS, *(one.name for one in a_pack().criteria)):
        words = words.replace(said, "")
    assert not [one for one in JUDGING if one in words.lower()]
    assert not [one for one in JUDGING if one in NORMAL.lower()]


def test_a_new_visit_begins_with_nothing_changed_and_asks_anew_who_is_here() -> None:
    about = AboutYou(phq9=Phq9(answers=ALL_TWOS))
    session = a_session(help=3, about=about, people=("prescriber",), minutes=30, decision=TALK)
    workspace = Workspace(a_pack(), session, draws=5)
    workspace.apply(BeginVisit(TODAY + timedelta(days=30)))
    (found,) = comparisons(workspace.snapshot)
    assert told(found) == {"PHQ-9 total": ("18 of 27 then; not answered now",)}
    now = workspace.snapshot.session
    assert (now.people, now.minutes, now.decision) == ((), None, TALK)
    workspace.undo()
    assert workspace.snapshot.session == session


def test_taking_a_new_visit_back_brings_the_talk_of_the_old_one_back() -> None:
    workspace = Workspace(a_pack(), a_session(help=3), draws=5)
    paused = [workspace.snapshot.journey.paused]
    workspace.watch(lambda: paused.append(workspace.snapshot.journey.paused))
    workspace.apply(AnswerPhq9(9, 2))
    workspace.apply(RecordSafetyTalk(A_TALK))
    workspace.apply(BeginVisit(TODAY + timedelta(days=30)))
    workspace.apply(AnswerPhq9(9, 1))
    assert paused == [False, True, False, False, True]
    workspace.undo()
    workspace.undo()
    assert workspace.snapshot.session.safety_talk == A_TALK
    workspace.redo()
    workspace.redo()
    assert paused[5:] == [False, False, False, True]


def test_a_session_holds_no_more_visits_than_its_file_may() -> None:
    first = THEN - timedelta(days=200)
    visits = tuple(EarlierVisit(on=first + timedelta(days=n)) for n in range(MOST_EARLIER_VISITS))
    workspace = Workspace(a_pack(), a_session(help=3, earlier=visits[:-1]), draws=5)
    workspace.apply(BeginVisit(TODAY + timedelta(days=1)))
    full = workspace.snapshot.session
    assert len(full.earlier) == MOST_EARLIER_VISITS
    with pytest.raises(NotAllowedError, match=r"Nothing was changed\..* start fresh\."):
        workspace.apply(BeginVisit(TODAY + timedelta(days=2)))
    assert workspace.snapshot.session == full
