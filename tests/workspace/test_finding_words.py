"""Findings grouped by option: nothing is lost, nothing is told twice, the gravest comes first."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

import pytest
from decision_aid.domain.about_you import AboutYou, ConditionAnswer
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Condition, Rule
from decision_aid.domain.session import Clearance, SafetyTalk, Session
from decision_aid.workspace.finding_words import (
    EVERY,
    WHATEVER,
    earlier_sentence,
    finding_groups,
    gate_news,
    option_standings,
    talk_sentence,
)
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, a_pack, a_session

OPTIONS = ("stay", "pill", "talk")
Severity = Literal["gate", "caution", "tell"]
RANKS: tuple[Severity, ...] = ("gate", "caution", "tell")
FEW = settings(max_examples=40)


def a_rule(number: int, severity: Severity, options: tuple[str, ...]) -> Rule:
    first = a_pack().rules[0]
    when = ((f"condition:c{number}",),)
    made = replace(first, id=f"r{number}", severity=severity, options=options, when=when)
    return replace(made, title=f"Rule {number}")


def a_clearance(rule: str, on: date = TODAY) -> Clearance:
    number = rule.removeprefix("r")
    return Clearance(
        rule=rule, role="prescriber", initials="AB", reason="seen", on=on, covers=(f"c{number}",)
    )


def moment(
    rules: tuple[Rule, ...], cleared: frozenset[str] = frozenset(), seed: int = 7
) -> Snapshot:
    numbers = [one.id.removeprefix("r") for one in rules]
    conditions = tuple(Condition(id=f"c{one}", group="heart", text=f"C{one}") for one in numbers)
    said = tuple(ConditionAnswer(id=one.id, answer="yes") for one in conditions)
    session = a_session(
        seed=seed,
        about=AboutYou(conditions=said),
        clearances=tuple(map(a_clearance, sorted(cleared))),
    )
    pack: Pack = a_pack(rules=rules, conditions=conditions)
    return Workspace(pack, session).snapshot


@st.composite
def moments(draw: st.DrawFn) -> Snapshot:
    kinds = st.tuples(
        st.sampled_from(RANKS), st.lists(st.sampled_from(OPTIONS), unique=True, max_size=3)
    )
    drawn = draw(st.lists(kinds, max_size=8))
    rules = tuple(a_rule(at, how, tuple(which)) for at, (how, which) in enumerate(drawn))
    cleared = draw(st.frozensets(st.sampled_from([one.id for one in rules] or ["none"])))
    return moment(rules, cleared & {one.id for one in rules}, draw(st.integers(0, 50)))


@FEW
@given(moments())
def test_every_finding_stands_once_under_the_options_it_is_about(snapshot: Snapshot) -> None:
    groups = finding_groups(snapshot)
    told = [one.rule.id for group in groups for one in group.findings]
    assert sorted(told) == sorted(one.rule.id for one in snapshot.findings)
    for group in groups:
        assert all(set(one.rule.options) == set(group.options) for one in group.findings)
    assert len({group.options for group in groups}) == len(groups)


@FEW
@given(moments())
def test_gates_come_before_cautions_before_what_to_tell(snapshot: Snapshot) -> None:
    groups = [
        [RANKS.index(one.rule.severity) for one in group.findings]
        for group in finding_groups(snapshot)
    ]
    assert all(ranks == sorted(ranks) for ranks in groups)
    assert [ranks[0] for ranks in groups] == sorted(ranks[0] for ranks in groups)


@FEW
@given(moments())
def test_options_stand_in_the_order_of_the_session_everywhere(snapshot: Snapshot) -> None:
    order = [one.option.id for one in snapshot.options]
    for group in finding_groups(snapshot):
        assert list(group.options) == [one for one in order if one in group.options]
    letters = [one.letter for one in option_standings(snapshot) if one.letter]
    assert letters == ["A", "B", "C"]


@FEW
@given(moments())
def test_the_counts_of_an_option_are_those_of_its_findings(snapshot: Snapshot) -> None:
    standings = {one.letter: dict(one.counts) for one in option_standings(snapshot)}
    for lettered in snapshot.options:
        about = [one for one in snapshot.findings if lettered.option.id in one.rule.options]
        counts = standings[lettered.letter]
        assert sum(counts.values()) == len(about)
        assert counts.get("gate", 0) == len(snapshot.gated.get(lettered.option.id, ()))
        assert all(counts.values())
    always = sum(not one.rule.options for one in snapshot.findings)
    assert sum(standings.get("", {}).values()) == always


@FEW
@given(moments(), moments())
def test_the_news_of_gates_are_one_sentence_and_only_of_gates(
    before: Snapshot, after: Snapshot
) -> None:
    news = gate_news(before.findings, after.findings)
    was = {one.rule.id for one in before.findings if one.shuts}
    now = {one.rule.id for one in after.findings if one.shuts}
    assert bool(news) == (was != now)
    assert news.count(".") == bool(news)
    for one in after.findings:
        is_new = one.shuts and one.rule.id not in was
        assert not is_new or one.rule.title in news


def test_a_gate_is_told_when_it_arises_is_cleared_and_goes() -> None:
    gate = a_rule(1, "gate", ("pill",))
    none, shut, cleared = moment(()), moment((gate,)), moment((gate,), frozenset({"r1"}))
    assert gate_news(none.findings, shut.findings) == "Check first: Rule 1."
    assert gate_news(shut.findings, cleared.findings) == "Checked and cleared: Rule 1."
    assert gate_news(cleared.findings, shut.findings) == "Check first: Rule 1."
    assert gate_news(shut.findings, none.findings) == "No longer found: Rule 1."
    assert gate_news(cleared.findings, none.findings) == ""
    assert gate_news(shut.findings, shut.findings) == ""


def test_headings_name_the_options_or_say_that_it_is_about_all_or_none_of_them() -> None:
    rules = (
        a_rule(1, "tell", ("talk", "pill")),
        a_rule(2, "tell", ()),
        a_rule(3, "tell", OPTIONS),
    )
    snapshot = moment(rules)
    names = {group.findings[0].rule.id: group.heading for group in finding_groups(snapshot)}
    both = [one for one in snapshot.options if one.option.id in ("talk", "pill")]
    assert names["r1"] == " and ".join(f"{one.option.name} ({one.letter})" for one in both)
    assert names["r2"] == WHATEVER
    assert names["r3"] == EVERY
    assert finding_groups(snapshot)[-1].heading == WHATEVER


@pytest.mark.parametrize(("days", "told"), [(-1, True), (0, False), (1, False)])
def test_a_clearance_of_an_earlier_day_than_the_visit_says_so(days: int, told: bool) -> None:  # noqa: FBT001 - a case of the table
    assert bool(earlier_sentence(TODAY + timedelta(days), TODAY)) is told


def test_a_recorded_talk_is_told_by_day_and_initials_alone() -> None:
    session: Session = a_session()
    assert talk_sentence(session) == ""
    talk = SafetyTalk(action="emergency", initials="AB", on=TODAY)
    said = talk_sentence(replace(session, safety_talk=talk))
    assert said == "Talk recorded Nov 23, 2026, initials AB."
