from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import ByRoute, Medicine, Rule, Washout
from decision_aid.domain.safety import (
    Fact,
    facts,
    findings,
    gated,
    known_facts,
    offered_criteria,
    ruled_out,
    usually,
)
from decision_aid.domain.session import Clearance, Session

from tests.builders import TODAY, a_pack, a_session


def about(*names: str, **given: Any) -> AboutYou:
    return AboutYou(taking=tuple(Taking(name=name) for name in names), **given)


def a_pack_with_a_second_maoi() -> Pack:
    second = Medicine(id="second maoi", classes=("maoi",))
    return a_pack(medicines=(*a_pack().medicines, second))


def a_rule(name: str, *when: tuple[str, ...], **given: Any) -> Rule:
    first: dict[str, Any] = {"severity": "gate", "options": ("pill",), "sources": ("book",)}
    words = {"title": name, "why": "why", "usually": "usually"}
    return Rule(id=name, when=when, **{**first, **words, **given})


def a_clearance(*covers: str, **given: Any) -> Clearance:
    clearance = Clearance(
        rule="maoi",
        role="prescriber",
        initials="AB",
        reason="two weeks off it",
        on=TODAY,
        covers=covers,
    )
    return replace(clearance, **given)


def shut(session: Session) -> set[str]:
    return set(gated(a_pack(), findings(a_pack(), session)))


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (about(), []),
        (about("Zoloft"), [Fact("class:ssri", "Zoloft")]),
        (about("a tea"), []),
        (
            about(conditions=(ConditionAnswer(id="aneurysm", answer="yes"),)),
            [Fact("condition:aneurysm", "aneurysm")],
        ),
        (
            about(conditions=(ConditionAnswer(id="aneurysm", answer="unsure"),)),
            [Fact("condition:aneurysm", "aneurysm", sure=False)],
        ),
        (about(conditions=(ConditionAnswer(id="aneurysm", answer="no"),)), []),
        (about(age="under_25"), [Fact("age:under_25", "under_25")]),
        (about(age="25_to_64"), []),
        (about(age="65_plus"), [Fact("age:65_plus", "65_plus")]),
        (about(antidepressants_tried="none"), [Fact("tried:under_two", "none")]),
        (about(antidepressants_tried="one"), [Fact("tried:under_two", "one")]),
        (about(antidepressants_tried="two_or_more"), []),
        (
            about("Nardil", "a second MAOI"),
            [
                Fact("class:maoi", "Nardil"),
                Fact("class:maoi", "a second MAOI"),
                Fact("two_of:maoi", "Nardil"),
                Fact("two_of:maoi", "a second MAOI"),
            ],
        ),
        (
            about("Nardil", "phenelzine"),
            [Fact("class:maoi", "Nardil"), Fact("class:maoi", "phenelzine")],
        ),
    ],
)
def test_facts_are_what_was_said(said: AboutYou, wanted: list[Fact]) -> None:
    found = list(facts(a_pack_with_a_second_maoi(), said, TODAY))
    assert found == [*wanted, Fact("form:open", "")]
    assert {fact.name for fact in found} <= known_facts(a_pack())


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        (None, Fact("form:open", "")),
        ("undecided", Fact("form:open", "")),
        ("by_mouth", Fact("form:by_mouth", "by_mouth")),
        ("spray", Fact("form:spray", "spray")),
        ("drip", Fact("form:drip", "drip")),
    ],
)
def test_the_form_of_ketamine_is_a_fact_also_while_it_is_open(form: Any, wanted: Fact) -> None:
    assert list(facts(a_pack(), about(ketamine_form=form), TODAY)) == [wanted]
    assert wanted.name in known_facts(a_pack())


def a_pack_with_ways() -> Pack:
    """Phenelzine that is an SSRI as a patch; brand Nardil goes by mouth, and an MAOI lasts."""
    ways = (
        ByRoute(route="patch", classes=("ssri",)),
        ByRoute(route="mouth", classes=("maoi",), brands=("Nardil",)),
        ByRoute(route="skin"),
    )
    maoi, *others = a_pack().medicines
    washout = Washout(
        id="maoi", condition="aneurysm", classes=("maoi",), days=14, sources=("book",)
    )
    return a_pack(medicines=(replace(maoi, by_route=ways), *others), washouts=(washout,))


def names_of_facts(*taking: Taking, day: date = TODAY) -> list[tuple[str, bool]]:
    said = facts(a_pack_with_ways(), AboutYou(taking=taking), day)
    return [(one.name, one.sure) for one in said if one.name != "form:open"]


@pytest.mark.parametrize(
    ("taking", "classes"),
    [
        (Taking(name="phenelzine"), ["maoi"]),
        (Taking(name="phenelzine", route="nose"), ["maoi"]),
        (Taking(name="phenelzine", route="patch"), ["ssri"]),
        (Taking(name="phenelzine", route="skin"), []),
        (Taking(name="Nardil", route="patch"), ["maoi"]),  # name and answer differ
        (Taking(name="phenelzine", dose="Nardil 15 mg"), ["maoi"]),
        (Taking(name="phenelzine and Zoloft", route="skin"), ["maoi", "ssri"]),
        (Taking(name="phenelzine", dose="with Zoloft", route="skin"), ["maoi", "ssri"]),
    ],
    ids=repr,
)
def test_the_way_a_medicine_is_taken_decides_what_it_is_where_it_is_plain(
    taking: Taking, classes: list[str]
) -> None:
    assert names_of_facts(taking) == [(f"class:{one}", True) for one in classes]


@pytest.mark.parametrize(
    ("days_ago", "wanted"),
    [
        (-1, ("class:maoi", True)),
        (0, ("class:maoi", True)),
        (1, ("condition:aneurysm", True)),
        (13, ("condition:aneurysm", True)),
        (14, None),
        (None, ("condition:aneurysm", False)),
    ],
)
def test_a_medicine_is_taken_through_its_last_day_and_then_acts_for_its_washout(
    days_ago: int | None, wanted: tuple[str, bool] | None
) -> None:
    on = None if days_ago is None else TODAY - timedelta(days=days_ago)
    found = names_of_facts(Taking(name="Nardil", stopped=True, stopped_on=on))
    assert found == ([wanted] if wanted else [])


def test_a_washout_that_the_way_of_taking_has_not_is_none() -> None:
    yesterday = TODAY - timedelta(days=1)
    patch = Taking(name="phenelzine", route="patch", stopped=True, stopped_on=yesterday)
    assert names_of_facts(patch) == []


def test_drugs_taken_before_are_a_fact_only_where_the_answer_is_yes() -> None:
    said = about(dissociatives_before="yes", other_drugs_before="yes")
    names = [one.name for one in facts(a_pack(), said, TODAY)]
    assert names == ["form:open", "drugs:dissociatives", "drugs:other"]
    rather_not = about(dissociatives_before="rather_not", other_drugs_before="no")
    assert [one.name for one in facts(a_pack(), rather_not, TODAY)] == ["form:open"]


def test_a_fact_nobody_said_is_no_reason_given() -> None:
    rule = replace(a_pack().rules[0], when=(("class:maoi",), ("form:open",)))
    (finding,) = findings(a_pack(rules=(rule,)), a_session(about=about("Nardil")))
    assert finding.because == ("Nardil",)


def test_what_is_usual_about_a_medicine_ends_with_changing_nothing_alone() -> None:
    pack = a_pack()
    aneurysm = replace(pack.rules[0], when=(("condition:aneurysm",),))
    pair = replace(pack.rules[0], when=(("condition:aneurysm", "two_of:maoi"),))
    assert usually(pack, pack.rules[0]).endswith(f". {pack.keep_taking}")
    assert usually(pack, pair).endswith(f". {pack.keep_taking}")
    assert usually(pack, aneurysm) == aneurysm.usually


def test_each_of_two_medicines_in_one_line_counts() -> None:
    assert shut(a_session(about=about("Zoloft + Nardil"))) == {"pill"}


def test_a_medicine_written_where_the_dose_goes_is_looked_at_too() -> None:
    taking = (Taking(name="Zoloft", dose="50 mg, and Nardil 15 mg"),)
    session = a_session(about=AboutYou(taking=taking))
    assert shut(session) == {"pill"}


def test_taking_the_medicine_shuts_the_option_and_says_why() -> None:
    (finding,) = findings(a_pack(), a_session(about=about("Zoloft", "Nardil")))
    assert (finding.rule.id, finding.because, finding.sure) == ("maoi", ("Nardil",), True)
    assert finding.shuts
    assert gated(a_pack(), (finding,)) == {"pill": (finding,)}


@pytest.mark.parametrize(
    ("clearance", "open_again"),
    [
        (a_clearance("Nardil"), True),
        (a_clearance("Nardil", "something else"), True),
        (a_clearance(), False),
        (a_clearance("phenelzine"), False),
        (a_clearance("Nardil", rule="other"), False),
        (a_clearance("Nardil", role="counselor"), False),
        (a_clearance("Nardil", role="helper"), False),
        (a_clearance("Nardil", initials=" "), False),
        (a_clearance("Nardil", reason=" "), False),
        (a_clearance("Nardil", initials="\N{ZERO WIDTH SPACE}"), False),
        (a_clearance("Nardil", reason="\N{NO-BREAK SPACE}."), False),
    ],
    ids=repr,
)
def test_only_a_full_clearance_by_a_prescriber_for_this_very_thing_opens_a_gate(
    clearance: Clearance, open_again: object
) -> None:
    session = a_session(about=about("Nardil"), clearances=(clearance,))
    assert (shut(session) == set()) == open_again


def test_the_newest_clearance_that_holds_is_the_one_told() -> None:
    older, newer = a_clearance("Nardil"), a_clearance("Nardil", reason="new level is low")
    wrong = a_clearance("Nardil", role="helper")
    session = a_session(about=about("Nardil"), clearances=(older, newer, wrong))
    assert findings(a_pack(), session)[0].clearance == newer


def test_a_second_medicine_of_the_class_shuts_the_option_again() -> None:
    session = a_session(about=about("Nardil", "phenelzine"), clearances=(a_clearance("Nardil"),))
    assert shut(session) == {"pill"}


def test_a_rule_of_two_parts_fires_only_when_each_part_holds() -> None:
    pack = replace(
        a_pack(), rules=(a_rule("both", ("class:maoi", "class:ssri"), ("condition:aneurysm",)),)
    )
    unsure = (ConditionAnswer(id="aneurysm", answer="unsure"),)
    assert not findings(pack, a_session(about=about("Zoloft")))
    assert not findings(pack, a_session(about=about(conditions=unsure)))
    (finding,) = findings(pack, a_session(about=about("Zoloft", conditions=unsure)))
    assert finding.because == ("Zoloft", "aneurysm")
    assert not finding.sure


def test_a_gate_on_a_not_sure_shuts_all_the_same() -> None:
    pack = replace(a_pack(), rules=(a_rule("vessel", ("condition:aneurysm",)),))
    unsure = (ConditionAnswer(id="aneurysm", answer="unsure"),)
    (finding,) = findings(pack, a_session(about=about(conditions=unsure)))
    assert finding.shuts
    assert not finding.sure


def test_gates_come_first_then_cautions_then_what_to_tell_each_in_the_packs_order() -> None:
    severities = ("tell", "gate", "caution", "gate", "caution")
    rules = tuple(
        a_rule(f"rule-{place}", ("class:ssri",), severity=severity)
        for place, severity in enumerate(severities)
    )
    found = findings(replace(a_pack(), rules=rules), a_session(about=about("Zoloft")))
    assert [one.rule.id for one in found] == ["rule-1", "rule-3", "rule-2", "rule-4", "rule-0"]
    assert [one.shuts for one in found] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("held", "level", "out"),
    [
        ((), "bad", set()),
        (("no_driving",), "bad", {"pill"}),
        (("no_driving",), "middling", {"pill"}),
        (("no_driving",), "good", {"stay", "pill", "talk"}),
    ],
)
def test_a_dealbreaker_rules_out_what_stands_at_its_level_or_worse(
    held: tuple[str, ...], level: str, out: set[str]
) -> None:
    pack = a_pack()
    dealbreaker = replace(pack.dealbreakers[0], level=level)
    pack = replace(pack, dealbreakers=(dealbreaker,))
    assert set(ruled_out(pack, a_session(dealbreakers=held))) == out


def test_a_criterion_about_a_class_is_offered_to_those_who_take_it() -> None:
    pack = a_pack()
    tied = replace(pack.criteria[1], only_with_class=("ssri",))
    pack = replace(pack, criteria=(pack.criteria[0], tied, pack.criteria[2]))
    without = offered_criteria(pack, a_session(about=about("Nardil")))
    taking = offered_criteria(pack, a_session(about=about("Nardil", "Zoloft")))
    assert [one.id for one in without] == ["help", "lasting"]
    assert [one.id for one in taking] == ["help", "driving", "lasting"]
