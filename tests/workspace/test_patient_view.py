"""What the patient screen shows: something at every step, and nothing that is not for it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking, Tried
from decision_aid.domain.answers import Rating
from decision_aid.domain.guidance import Prompt
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.journey import STEPS
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import (
    Clearance,
    Concern,
    Decision,
    NextStep,
    Role,
    SafetyTalk,
    Session,
    StepId,
)
from decision_aid.workspace.patient_view.blocks import Bars, PatientView
from decision_aid.workspace.patient_view.comparing import CHECK_FIRST, CHECKS_FIRST
from decision_aid.workspace.patient_view.view import NOT_ALONE, patient_view
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, a_pack, a_session
from tests.gui.sessions import empty_session, full_session, half_session, real_pack
from tests.report.reading import texts

WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(("<b>bold</b>", "&amp; %s {0}", "\u202eright to left", "x" * 90, "  ", "a\nb")),
)
SOME = WORDS.filter(str.strip)
DECISIONS = st.one_of(
    st.none(),
    st.builds(Decision, kind=st.just("option"), option=st.just("talk"), words=WORDS),
    st.builds(Decision, kind=st.just("something_else"), words=WORDS),
)
STOPPED = st.builds(Taking, name=SOME, stopped=st.just(value=True), stopped_on=st.just(TODAY))
TAKEN = st.builds(Taking, name=st.one_of(SOME, st.just("Nardil")), dose=WORDS)
PEOPLE = st.sampled_from(((), ("companion",), ("prescriber",), ("counselor", "companion")))
ABOUT = st.builds(
    AboutYou,
    taking=st.lists(st.one_of(TAKEN, STOPPED), max_size=2).map(tuple),
    tried=st.lists(st.builds(Tried, name=SOME, outcome=st.just("no")), max_size=2).map(tuple),
    helped_before=WORDS,
)
SESSIONS = st.builds(
    a_session,
    about=ABOUT,
    people=PEOPLE,
    ratings=st.sampled_from(((), (Rating("help", 3), Rating("driving", "not_sure")))),
    concerns=SOME.map(lambda text: (Concern(id="own_1", text=text),)),
    dealbreakers=st.sampled_from(((), ("no_driving",))),
    leaning=DECISIONS,
    decision=DECISIONS,
    next_steps=st.lists(st.builds(NextStep, what=SOME, who=WORDS), max_size=2).map(tuple),
    open_questions=st.lists(SOME, max_size=2).map(tuple),
    review=WORDS,
)
QUIET = settings(max_examples=25, deadline=None)
ASKS = Phq9(answers=(1, 2, None, None, None, None, None, None, 2))


def at(session: Session, pack: Pack | None = None) -> Snapshot:
    return Workspace(pack or a_pack(), session, draws=20).snapshot


def views(
    session: Session, pack: Pack | None = None, *, shown: bool = False
) -> dict[StepId, PatientView]:
    snapshot = at(session, pack)
    return {step: patient_view(snapshot, step, findings_shown=shown) for step in STEPS}


def said(value: object) -> str:
    return "\n".join(texts(value))


def with_rules(**given: Any) -> Pack:
    pack = a_pack()
    return replace(pack, rules=tuple(replace(one, **given) for one in pack.rules))


@pytest.mark.parametrize("session", [empty_session(), half_session(), full_session()])
@pytest.mark.parametrize("shown", [False, True])
def test_every_step_of_a_visit_shows_something(session: Session, shown: bool) -> None:  # noqa: FBT001 - a parameter
    for step, view in views(session, real_pack(), shown=shown).items():
        assert view.title, step
        assert view.sections, step
        assert all(section.parts for section in view.sections), step


@QUIET
@given(session=SESSIONS, words=SOME)
def test_nothing_that_a_provider_alone_wrote_is_ever_part_of_it(
    session: Session, words: str
) -> None:
    gated = replace(session.about, taking=(*session.about.taking, Taking(name="Nardil")))
    session = replace(session, about=gated, clearances=(cleared("AB", "stopped it"),))
    other = replace(
        session,
        label=words,
        clearances=(cleared(f"Q{words}", f"because {words}"),),
        safety_talk=SafetyTalk(action="emergency", initials=words, on=TODAY),
        provider_ratings=(Rating("help", 4),),
        provider_leaning=Decision(kind="something_else", words=words),
    )
    for shown in (False, True):
        assert views(other, shown=shown) == views(session, shown=shown)


def cleared(initials: str, reason: str) -> Clearance:
    return Clearance(
        rule="maoi",
        role="prescriber",
        initials=initials,
        reason=reason,
        on=TODAY,
        covers=("Nardil",),
    )


@QUIET
@given(
    session=SESSIONS,
    answers=st.lists(st.sampled_from((None, 0, 1, 2, 3)), min_size=8, max_size=8),
    difficulty=st.sampled_from((None, 0, 3)),
    words=SOME,
)
def test_health_mood_and_other_drugs_leave_no_trace_on_it(
    session: Session, answers: list[int | None], difficulty: int | None, words: str
) -> None:
    private = replace(
        session.about,
        age="65_plus",
        phq9=Phq9(answers=(*answers, 0), difficulty=difficulty),
        conditions=(ConditionAnswer(id="aneurysm", answer="yes"),),
        dissociatives_before="yes",
        other_drugs_before="rather_not",
        drugs_words=words,
    )
    assert views(replace(session, about=private)) == views(session)


@QUIET
@given(session=SESSIONS, shown=st.booleans(), step=st.sampled_from(STEPS))
def test_while_the_walk_is_paused_it_shows_the_same_calm_page_whatever_was_said(
    session: Session,
    shown: bool,  # noqa: FBT001 - drawn
    step: StepId,
) -> None:
    paused = replace(session, about=replace(session.about, phq9=ASKS))
    view = patient_view(at(paused), step, findings_shown=shown)
    plain = a_session(about=AboutYou(phq9=ASKS), people=session.people)
    assert view == patient_view(at(plain), "welcome", findings_shown=False)
    assert view.title == NOT_ALONE
    assert "988" in said(view)


@pytest.mark.parametrize("people", [("prescriber",), ("companion",)])
def test_the_calm_page_does_not_say_why(people: tuple[Role, ...]) -> None:
    session = replace(full_session(), people=people, safety_talk=None)
    told = said(views(session, real_pack())["matters"]).casefold()
    instrument = real_pack().instrument("phq9")
    assert instrument is not None
    assert instrument.items[8].text.casefold() not in told
    words = ("phq", "item", "question", "answer", "dead", "hurt", "initials", "score", "total")
    assert not [one for one in words if one in told]


@QUIET
@given(session=SESSIONS, words=SOME)
def test_what_the_safety_rules_found_is_not_on_it_until_it_is_shown(
    session: Session, words: str
) -> None:
    taking = (*session.about.taking, Taking(name="Nardil"))
    session = replace(session, about=replace(session.about, taking=taking))
    other = with_rules(title=f"Title {words}", why=f"Why {words}", usually=f"Usually {words}")
    assert views(session, other) == views(session)


def test_shown_findings_say_what_and_why_and_which_options_wait_for_them() -> None:
    session = a_session(help=3, about=AboutYou(taking=(Taking(name="Nardil"),)))
    hidden, shown = views(session), views(session, shown=True)
    assert "You take an MAOI" in said(shown["about"])
    assert "Blood pressure can rise." in said(shown["about"])
    assert CHECK_FIRST in said(hidden["weigh"])
    assert "You take an MAOI" in said(shown["weigh"])


@pytest.mark.parametrize("shown", [False, True])
def test_no_option_is_labeled_with_what_was_found(shown: bool) -> None:  # noqa: FBT001 - a parameter
    session = a_session(help=3, about=AboutYou(taking=(Taking(name="Nardil"),)))
    told = said(views(session, shown=shown)["options"])
    assert CHECK_FIRST in told
    assert "You take an MAOI" not in told


def test_where_every_option_waits_for_a_check_the_checks_are_not_named() -> None:
    pack = with_rules(options=("stay", "pill", "talk"))
    session = a_session(help=3, about=AboutYou(taking=(Taking(name="Nardil"),)))
    assert CHECKS_FIRST in said(views(session, pack)["weigh"])
    assert "You take an MAOI" in said(views(session, pack, shown=True)["weigh"])


def test_what_a_provider_may_ask_is_not_on_it() -> None:
    prompts = tuple(
        Prompt(id=f"p_{step}", step=step, roles=("prescriber",), text="Ask about mania")
        for step in STEPS
    )
    session = a_session(help=3, driving=2)
    assert views(session, a_pack(prompts=prompts), shown=True) == views(session, shown=True)
    real = "\n".join(said(one) for one in views(full_session(), real_pack(), shown=True).values())
    assert not [one.text for one in real_pack().prompts if one.text in real]


@QUIET
@given(session=SESSIONS)
def test_options_are_lined_up_only_while_a_provider_is_here(session: Session) -> None:
    snapshot = at(session)
    view = patient_view(snapshot, "weigh", findings_shown=False)
    bars = [part for one in view.sections for part in one.parts if isinstance(part, Bars)]
    assert not bars or snapshot.journey.accompanied
    shown = {bar.fit.option for one in bars for bar in one.bars}
    assert not shown & {*snapshot.gated, *snapshot.ruled_out}
    assert "not advice" in view.lead


def test_both_groups_of_a_figure_and_both_ways_to_tell_them_are_shown() -> None:
    told = said(views(empty_session(), real_pack())["options"])
    for one in ("46 of 100 felt", "54 of 100 did not", "22 of 100 felt", "Moderate certainty"):
        assert one in told


@QUIET
@given(session=SESSIONS)
def test_what_was_written_down_together_is_shown_as_it_was_typed(session: Session) -> None:
    told = views(session)
    for one in session.about.taking:
        assert one.name in said(told["about"])
    for step in session.next_steps:
        assert step.what in said(told["decide"])
        assert step.what in said(told["summary"])


def test_a_plan_to_stop_is_not_told_as_a_stop() -> None:
    days = (TODAY - timedelta(days=3), TODAY + timedelta(days=3))
    taking = tuple(Taking(name=f"P{day}", stopped=True, stopped_on=day) for day in days)
    told = said(views(a_session(about=AboutYou(taking=taking)))["about"])
    assert f"stopped on {day_words(days[0])}" in told
    assert f"to stop on {day_words(days[1])}" in told


def test_where_nothing_was_found_it_does_not_sound_like_safety() -> None:
    told = said(views(a_session(), shown=True)["about"])
    assert "Nothing found." in told
    assert "It is not a full check of your medicines" in told


PAIR = "maoi_with_antidepressant"


def test_findings_tell_what_is_usual_after_keep_taking_and_never_drugs_in_the_past() -> None:
    pack = real_pack()
    said = AboutYou(
        taking=(Taking(name="Nardil"), Taking(name="Zoloft")),
        dissociatives_before="yes",
        other_drugs_before="yes",
    )
    session = replace(empty_session(), about=said)
    view = views(session, pack, shown=True)["about"]
    rules = {one.id: one for one in pack.rules}
    told = list(texts(view.sections))
    assert told.index(pack.keep_taking) < told.index("Today. Check first: " + rules[PAIR].title)
    assert f"{rules[PAIR].usually} {pack.keep_taking}" in told
    assert f"{rules['maoi'].usually} {pack.keep_taking}" in told
    shown = "\n".join(told)
    assert rules["dissociatives_before"].title not in shown
    assert rules["other_drugs_before"].title not in shown
