"""What a visit left out is told in words, and silence is never taken for safety or an answer."""

from dataclasses import replace

import pytest
from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking
from decision_aid.domain.journey import STEPS
from decision_aid.domain.session import EarlierVisit, Session, StepId
from decision_aid.report.compose import compose
from decision_aid.report.document import PARTS, PartId
from decision_aid.report.note import note
from decision_aid.report.text import render
from decision_aid.workspace.changes.walk import BeginVisit
from decision_aid.workspace.not_opened import (
    NOTHING_CHECKED,
    TOPICS,
    is_unasked,
    not_opened,
    not_talked_about_sentence,
    safety_gap,
    unchecked_options,
)
from decision_aid.workspace.patient_view.comparing import options
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, a_session
from tests.report.hostile import a_gate
from tests.report.visits import a_full_pack

LATER = TODAY.replace(day=TODAY.day + 1)
NO = (ConditionAnswer(id="aneurysm", answer="no"),)
PAGES: tuple[PartId, ...] = ("person", "record", "options", "handover")
SHORT: tuple[StepId, ...] = ("welcome", "matters", "options", "decide", "summary")


def snapshot_of(session: Session) -> Snapshot:
    return Workspace(a_full_pack(rules=(a_gate(),)), session, draws=10).snapshot


def printed(snapshot: Snapshot, *parts: PartId) -> str:
    return " ".join(render(compose(snapshot, on=TODAY, parts=parts)).split())


def in_short(**said: object) -> Session:
    """Three minutes with a prescriber: only the steps of the short way were opened."""
    session = a_session(people=("prescriber",), minutes=3, visited=SHORT)
    return replace(session, **said)  # type: ignore[arg-type] # fields by name


@given(st.sets(st.sampled_from(STEPS), min_size=1))
def test_every_step_is_either_opened_or_told(visited: set[StepId]) -> None:
    session = a_session(visited=tuple(one for one in STEPS if one in visited))
    left = not_opened(snapshot_of(session))
    assert {*left} == {*TOPICS} - visited
    assert list(left) == [one for one in STEPS if one in left]
    sentence = not_talked_about_sentence(snapshot_of(session))
    assert all((TOPICS[one] in sentence) == (one in left) for one in TOPICS)


def test_nothing_is_told_of_a_session_that_was_in_no_window_yet() -> None:
    assert not_opened(snapshot_of(a_session(visited=()))) == ()


def test_a_step_at_which_something_was_said_counts_as_opened() -> None:
    session = in_short(about=AboutYou(helped_before="my dog"), feels_right="yes")
    assert not_opened(snapshot_of(session)) == ("understand",)


def test_a_new_visit_tells_what_was_not_opened_today() -> None:
    before = in_short(visited=STEPS, about=AboutYou(taking=(Taking(name="Nardil"),), conditions=NO))
    assert safety_gap(snapshot_of(before)) == ""
    today = BeginVisit(LATER).apply_to(before)
    assert {*not_opened(snapshot_of(today))} == {*TOPICS}
    assert "earlier visit" in safety_gap(snapshot_of(today))
    asked = replace(today, visited=("welcome", "about"))
    assert safety_gap(snapshot_of(asked)) == ""


def test_taking_a_new_visit_back_brings_back_the_steps_that_were_opened() -> None:
    workspace = Workspace(a_full_pack(), in_short(), draws=10)
    workspace.apply(BeginVisit(LATER))
    assert workspace.snapshot.session.visited == ("welcome",)
    workspace.undo()
    assert workspace.snapshot.session.visited == SHORT
    workspace.redo()
    assert workspace.snapshot.session.visited == ("welcome",)


@pytest.mark.parametrize(
    ("about", "told"),
    [
        (AboutYou(), NOTHING_CHECKED),
        (AboutYou(age="65_plus"), NOTHING_CHECKED),
        (AboutYou(taking=(Taking(name="Zoloft"),)), "no question about health conditions"),
        (AboutYou(conditions=NO), ""),
        (AboutYou(taking=(Taking(name="Zoloft"),), conditions=NO), ""),
    ],
    ids=["nothing", "age", "medicines", "conditions", "both"],
)
def test_what_could_not_be_checked_is_told(about: AboutYou, told: str) -> None:
    gap = safety_gap(snapshot_of(in_short(about=about)))
    assert told in gap
    assert bool(gap) == bool(told)


def test_no_option_that_a_check_can_hold_back_looks_cleared_while_nothing_was_told() -> None:
    gated = {one for rule in (a_gate(),) for one in rule.options}
    assert unchecked_options(snapshot_of(in_short())) == gated != set()
    assert unchecked_options(snapshot_of(in_short(about=AboutYou(conditions=NO)))) == frozenset()


def test_on_the_patient_screen_it_depends_on_no_answer_about_health() -> None:
    unasked = snapshot_of(in_short())
    assert is_unasked(unasked)
    assert NOTHING_CHECKED in repr(options(unasked))
    opened = in_short(visited=STEPS)
    views = [
        options(snapshot_of(replace(opened, about=AboutYou(conditions=one)))) for one in ((), NO)
    ]
    assert views[0] == views[1]


@pytest.mark.parametrize("people", [("prescriber",), ()], ids=["visit", "alone"])
def test_every_page_that_is_taken_home_or_kept_says_so(people: tuple[str, ...]) -> None:
    snapshot = snapshot_of(in_short(people=people))
    pages = {part: printed(snapshot, part) for part in PAGES}
    assert [part for part in PAGES if NOTHING_CHECKED not in pages[part]] == []
    assert not_talked_about_sentence(snapshot) in pages["person"]
    assert "medicines and health; depression and what can help" in pages["record"]
    assert NOTHING_CHECKED in " ".join(note(snapshot, TODAY).split())


def test_what_was_not_asked_about_never_reads_as_an_answer() -> None:
    text = printed(snapshot_of(in_short()), *PARTS)
    for claim in (
        "No medicines",
        "None of the safety rules",
        "None by the rules",
        "No check waits",
    ):
        assert claim not in text


def test_a_visit_on_which_all_was_opened_and_answered_says_nothing_of_it() -> None:
    about = AboutYou(taking=(Taking(name="Zoloft"),), conditions=NO)
    snapshot = snapshot_of(in_short(visited=STEPS, about=about))
    text = render(compose(snapshot, on=TODAY, parts=PARTS))
    assert "talked about" not in text
    assert "Safety was" not in text


def test_what_stays_from_an_earlier_visit_is_not_taken_for_todays() -> None:
    earlier = (EarlierVisit(on=TODAY),)
    session = in_short(started_on=LATER, earlier=earlier, about=AboutYou(conditions=NO))
    assert "about" in not_opened(snapshot_of(session))
