"""The safety rules and criteria of the pack that ships, on invented people."""

from datetime import date
from typing import Any

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.safety import findings, gated, offered_criteria, usually
from decision_aid.domain.session import AboutYou, ConditionAnswer, Session, Taking

KETAMINE = {"ketamine_with_antidepressant", "ketamine_alone"}
DO_NOT_STOP = "Do not stop or change anything without your prescriber."


def a_person(
    *taking: str, conditions: dict[str, Any] | None = None, age: Any = None, tried: Any = None
) -> Session:
    about = AboutYou(
        age=age,
        antidepressants_tried=tried,
        taking=tuple(Taking(name=name) for name in taking),
        conditions=tuple(
            ConditionAnswer(id=name, answer=answer) for name, answer in (conditions or {}).items()
        ),
    )
    return Session(pack="depression", seed=7, started_on=date(2026, 11, 23), about=about)


def fired(pack: Pack, session: Session) -> dict[str, str]:
    return {found.rule.id: found.rule.severity for found in findings(pack, session)}


def test_every_rule_about_a_medicine_ends_with_do_not_stop(pack: Pack) -> None:
    about_medicines = [rule for rule in pack.rules if rule.about_medicines]
    assert len(about_medicines) > 20
    for rule in about_medicines:
        assert usually(pack, rule).endswith(f". {DO_NOT_STOP}"), rule.id


def test_gates_shut_both_ketamine_options_and_no_other(pack: Pack) -> None:
    for rule in pack.rules:
        if rule.severity == "gate":
            assert set(rule.options) == KETAMINE, rule.id


@pytest.mark.parametrize(
    "condition",
    [
        "aneurysm_or_avm",
        "brain_bleed",
        "ketamine_allergy",
        "high_blood_pressure_uncontrolled",
        "recent_heart_attack_or_stroke",
        "psychosis",
        "mania_or_bipolar",
        "pregnant",
        "breastfeeding",
    ],
)
@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_a_dangerous_condition_shuts_ketamine(pack: Pack, condition: str, answer: Any) -> None:
    session = a_person(conditions={condition: answer})
    assert set(gated(pack, findings(pack, session))) == KETAMINE


@pytest.mark.parametrize("name", ["Nardil", "parnate", "isocarboxazid", "Emsam"])
def test_an_maoi_shuts_ketamine_and_the_pair_with_an_ssri_is_urgent(pack: Pack, name: str) -> None:
    assert fired(pack, a_person(name))["maoi"] == "gate"
    assert "maoi_with_antidepressant" not in fired(pack, a_person(name))
    pair = fired(pack, a_person(name, "Zoloft"))
    assert pair["maoi_with_antidepressant"] == "gate"
    assert "urgent" in next(r.why for r in pack.rules if r.id == "maoi_with_antidepressant")


@pytest.mark.parametrize("name", ["Flexeril", "5-HTP", "trazodone", "Demerol", "Delsym"])
def test_an_maoi_with_a_medicine_that_raises_serotonin_is_told(pack: Pack, name: str) -> None:
    assert fired(pack, a_person("Nardil", name))["maoi_other"] == "caution"
    assert fired(pack, a_person("sertraline", name))["serotonin_pairs"] == "caution"


def test_chest_pain_with_activity_is_an_emergency_and_not_a_call_to_the_clinic(pack: Pack) -> None:
    chest = [reason for reason in pack.call_reasons if "chest" in reason.text.lower()]
    assert [reason.urgency for reason in chest] == ["emergency"]
    assert "lifestyle_changes" in chest[0].options


def test_an_ssri_with_ketamine_is_told_calmly_and_shuts_nothing(pack: Pack) -> None:
    session = a_person("sertraline")
    assert fired(pack, session)["ssri_snri"] == "tell"
    assert gated(pack, findings(pack, session)) == {}


def test_st_johns_wort_with_an_antidepressant_stands_whatever_is_chosen(pack: Pack) -> None:
    for name in ("St. John's wort", "st johns wort"):
        assert fired(pack, a_person(name, "Effexor"))["st_johns_wort_antidepressant"] == "caution"
    rule = next(rule for rule in pack.rules if rule.id == "st_johns_wort_antidepressant")
    assert rule.options == ()


@pytest.mark.parametrize("tried", ["none", "one"])
def test_people_with_fewer_than_two_tried_are_told_the_figures_are_not_about_them(
    pack: Pack, tried: Any
) -> None:
    assert fired(pack, a_person(tried=tried))["under_two_tried"] == "caution"
    rule = next(rule for rule in pack.rules if rule.id == "under_two_tried")
    assert "not about you" in rule.why


def test_age_brings_its_own_findings(pack: Pack) -> None:
    assert "older" in fired(pack, a_person(age="65_plus"))
    assert "young" in fired(pack, a_person(age="under_25"))


def test_daily_side_effects_are_asked_of_people_on_an_antidepressant(pack: Pack) -> None:
    antidepressants = {one.id for one in pack.medicine_classes if one.antidepressant}
    assert set(pack.criterion("daily_side_effects").only_with_class) == antidepressants
    offered = {one.id for one in offered_criteria(pack, a_person("trazodone"))}
    assert "daily_side_effects" in offered
    assert "daily_side_effects" not in {one.id for one in offered_criteria(pack, a_person())}
