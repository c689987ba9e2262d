"""The safety rules of the pack that ships, on invented people."""

from typing import Any

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.safety import findings, gated, offered_criteria, usually
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.people import DANGEROUS_PAIRS, KETAMINE, a_person, fired

DO_NOT_STOP = "Do not stop or change any medicine without your prescriber."
FORMS = (None, "undecided", "spray", "drip", "by_mouth")
ROUTE_PAIRS = (
    ("enzyme_inhibitors", "enzyme_inhibitors_by_mouth"),
    ("enzyme_inducers", "enzyme_inducers_by_mouth"),
    ("spray_program", "drip_off_label"),
    ("spray_program", "ketamine_by_mouth"),
    ("drip_off_label", "ketamine_by_mouth"),
    ("alone_at_home", "alone_at_home_by_mouth"),
)
SAMPLE = (
    *("Nardil", "Zyvox", "Zoloft", "Effexor", "amitriptyline", "trazodone", "St John's wort"),
    *("tramadol", "Imitrex", "lithium", "grapefruit", "rifampin", "Flonase", "Xanax", "Adderall"),
    *("Sudafed", "theophylline", "Advil", "Grandma's calming drops"),
)


def test_every_rule_about_a_medicine_ends_with_do_not_stop(pack: Pack) -> None:
    about_medicines = [rule for rule in pack.rules if rule.about_medicines]
    assert len(about_medicines) > 40
    for rule in about_medicines:
        assert usually(pack, rule).endswith(f". {DO_NOT_STOP}"), rule.id
        assert DO_NOT_STOP not in rule.usually, rule.id


def test_a_gate_shuts_ketamine_and_a_dangerous_pair_staying_as_it_is_too(pack: Pack) -> None:
    for rule in pack.rules:
        if rule.id in DANGEROUS_PAIRS:
            assert rule.severity == "gate"
            assert set(rule.options) == {*KETAMINE, "stay_with_current_care"}, rule.id
            assert "urgent" in rule.why
            assert "call 911" in rule.usually
            assert "Before the next dose" in rule.usually
            assert "Poison Help at 1-800-222-1222" in rule.usually
        elif rule.severity == "gate":
            assert set(rule.options) == KETAMINE, rule.id


def test_every_gate_rests_on_a_label(pack: Pack) -> None:
    gates = [rule for rule in pack.rules if rule.severity == "gate"]
    assert len(gates) >= 14
    assert [one.id for one in gates if not any("label" in name for name in one.sources)] == []


def test_every_rule_has_a_source_and_fires_for_someone(pack: Pack) -> None:
    for rule in pack.rules:
        assert rule.sources, rule.id
        assert rule.id in fired(pack, a_person_with(pack, [group[0] for group in rule.when]))


def a_person_with(pack: Pack, facts: list[str]) -> Any:
    """Someone for whom all these facts are so."""
    kinds = [fact.split(":") for fact in facts]
    taking = [
        one.id
        for kind, name in kinds
        if kind in ("class", "two_of")
        for one in [one for one in pack.medicines if name in one.classes][: len(kind) - 3]
    ]
    conditions = {name: "yes" for kind, name in kinds if kind == "condition"}
    fields = {"age": "age", "form": "form", "drugs": "drugs_before"}
    chosen = {fields[kind]: name for kind, name in kinds if kind in fields}
    tried = "one" if ["tried", "under_two"] in kinds else None
    return a_person(*taking, conditions=conditions, tried=tried, **chosen)


@pytest.mark.parametrize(
    "condition",
    [
        *("aneurysm_or_avm", "brain_bleed", "ketamine_allergy", "high_blood_pressure_uncontrolled"),
        *("recent_heart_attack_or_stroke", "raised_brain_pressure", "psychosis"),
        *("unstable_heart", "recent_maoi"),
        *("mania_or_bipolar", "pregnant", "breastfeeding", "severe_liver_disease"),
    ],
)
@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_a_dangerous_condition_shuts_ketamine(pack: Pack, condition: str, answer: Any) -> None:
    session = a_person(conditions={condition: answer})
    assert set(gated(pack, findings(pack, session))) == KETAMINE
    assert findings(pack, session)[0].sure == (answer == "yes")


@pytest.mark.parametrize("condition", ["liver_disease", "heart_disease", "overactive_thyroid"])
def test_a_condition_that_needs_care_shuts_nothing(pack: Pack, condition: str) -> None:
    session = a_person(conditions={condition: "yes"})
    assert fired(pack, session) == {condition: "caution"}
    assert gated(pack, findings(pack, session)) == {}


def test_an_ssri_with_ketamine_is_told_calmly_and_shuts_nothing(pack: Pack) -> None:
    session = a_person("sertraline")
    assert fired(pack, session) == {"ssri_snri": "tell", "coming_off": "tell"}
    assert gated(pack, findings(pack, session)) == {}


def test_nobody_is_told_to_stop_a_medicine_at_once(pack: Pack) -> None:
    said = {rule.id: f"{rule.why} {rule.usually}" for rule in pack.rules}
    assert "Stopping at once can be dangerous" in said["benzodiazepines"]
    assert "Stopping some of them at once can be dangerous" in said["sedating"]
    assert "Stopping one at once can be dangerous" in said["opioid_with_sedative"]
    for rule in ("substance_use", "recreational_drugs"):
        assert "Stopping alcohol or calming drugs at once can be dangerous" in said[rule]
    assert "needs a slow plan" in said["lamotrigine"]
    assert "stopping at once can be unsafe" in said["alcohol"]
    assert "Stopping could raise the risk" in said["naltrexone"]


@pytest.mark.parametrize(
    ("taking", "spray", "drip", "by_mouth"),
    [
        ("ketoconazole", "enzyme_inhibitors", "enzyme_inhibitors", "enzyme_inhibitors_by_mouth"),
        (
            "grapefruit juice",
            "enzyme_inhibitors",
            "enzyme_inhibitors",
            "enzyme_inhibitors_by_mouth",
        ),
        ("rifampin", "enzyme_inducers", "enzyme_inducers", "enzyme_inducers_by_mouth"),
        ("St John's wort", "enzyme_inducers", "enzyme_inducers", "enzyme_inducers_by_mouth"),
        ("Flonase", "nasal_sprays", None, None),
    ],
)
def test_the_form_of_ketamine_decides_what_is_said_of_a_medicine(
    pack: Pack, taking: str, spray: str, drip: str | None, by_mouth: str | None
) -> None:
    told: dict[Any, str | None] = {"spray": spray, "drip": drip, "by_mouth": by_mouth}
    for form, rule in told.items():
        because = set(fired(pack, a_person(taking, form=form))) - set(
            fired(pack, a_person(form=form))
        )
        assert because == ({rule} if rule else set()), form
    while_open = set(fired(pack, a_person(taking)))
    assert while_open == {by_mouth or spray}


def test_by_mouth_is_a_caution_and_each_supervised_form_is_told_its_standing(pack: Pack) -> None:
    assert fired(pack, a_person(form="by_mouth")) == {"ketamine_by_mouth": "caution"}
    assert fired(pack, a_person(form="spray")) == {"spray_program": "tell"}
    assert fired(pack, a_person(form="drip")) == {"drip_off_label": "tell"}
    assert fired(pack, a_person()) == fired(pack, a_person(form="undecided")) == {}


PEOPLE = st.builds(
    a_person,
    st.sampled_from(SAMPLE),
    st.sampled_from(SAMPLE),
    form=st.sampled_from(FORMS),
    age=st.sampled_from((None, "under_25", "65_plus")),
    conditions=st.sampled_from((None, {"alone_at_home": "yes"}, {"mania_or_bipolar": "unsure"})),
)


@settings(max_examples=60, deadline=None)
@given(person=PEOPLE)
def test_no_person_gets_both_members_of_a_pair_of_routes(pack: Pack, person: Any) -> None:
    told = fired(pack, person)
    assert [pair for pair in ROUTE_PAIRS if set(pair) <= set(told)] == []


@pytest.mark.parametrize("tried", ["none", "one"])
def test_people_with_fewer_than_two_tried_are_told_the_figures_are_not_about_them(
    pack: Pack, tried: Any
) -> None:
    assert fired(pack, a_person(tried=tried)) == {"under_two_tried": "caution"}
    rule = next(rule for rule in pack.rules if rule.id == "under_two_tried")
    assert "not about you" in rule.why
    assert fired(pack, a_person(tried="two_or_more")) == {}


def test_age_brings_its_own_findings(pack: Pack) -> None:
    assert fired(pack, a_person(age="65_plus")) == {"older": "tell"}
    assert fired(pack, a_person(age="under_25")) == {"young": "tell"}
    assert fired(pack, a_person("Zoloft", age="65_plus"))["older_sodium"] == "tell"


def test_bipolar_and_seizures_meet_the_medicines_they_matter_to(pack: Pack) -> None:
    bipolar = {"mania_or_bipolar": "yes"}
    assert (
        fired(pack, a_person("Prozac", conditions=bipolar))["mania_with_antidepressant"] == "tell"
    )
    assert "mania_with_antidepressant" not in fired(pack, a_person("Latuda", conditions=bipolar))
    for name in ("Wellbutrin", "tramadol"):
        session = a_person(name, conditions={"seizures": "yes"})
        assert fired(pack, session)["seizure_risk"] == "caution"


def test_chest_pain_with_activity_is_an_emergency_and_not_a_call_to_the_clinic(pack: Pack) -> None:
    chest = [reason for reason in pack.call_reasons if "chest" in reason.text.lower()]
    assert [reason.urgency for reason in chest] == ["emergency"]
    assert chest[0].options == ()


def test_what_is_an_emergency_is_one_whatever_was_chosen(pack: Pack) -> None:
    told = {one.id: one for one in pack.call_reasons}
    assert "1-800-222-1222" in told["overdose"].text
    assert " and a racing heart" not in told["serotonin_signs"].text
    for reason in pack.call_reasons:
        if reason.urgency == "emergency":
            assert reason.options == (), reason.id


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "said", ["oxycodone", "tramadol", "Xanax", "Ambien", "Lyrica", "beer", "breathing_trouble"]
)
def test_at_home_nobody_watches_the_breathing(pack: Pack, form: Any, said: str) -> None:
    conditions = {said: "yes"} if said == "breathing_trouble" else {}
    person = a_person(*([] if conditions else [said]), form=form, conditions=conditions)
    assert ("by_mouth_breathing" in fired(pack, person)) == (form == "by_mouth")


def test_no_rule_promises_someone_at_home_that_staff_watch(pack: Pack) -> None:
    for rule in pack.rules:
        if not any(fact == "form:spray" for group in rule.when for fact in group):
            for words in ("staff watch", "staff may watch"):
                before, found, _ = rule.usually.partition(words)
                assert not found or before.endswith("In a clinic, "), rule.id


@pytest.mark.parametrize(
    ("name", "condition", "rule"),
    [
        ("Elavil", "heart_disease", "tricyclic_heart"),
        ("Elavil", "unstable_heart", "tricyclic_heart"),
        ("Pamelor", "recent_heart_attack_or_stroke", "tricyclic_heart"),
        ("Contrave", "eating_disorder", "bupropion_eating_disorder"),
        ("Auvelity", "eating_disorder", "bupropion_eating_disorder"),
        ("clozapine", "seizures", "seizure_risk"),
        ("Anafranil", "seizures", "seizure_risk"),
        ("Demerol", "seizures", "seizure_risk"),
    ],
)
def test_a_medicine_meets_the_condition_it_matters_to(
    pack: Pack, name: str, condition: str, rule: str
) -> None:
    conditions = {condition: "yes"}
    assert fired(pack, a_person(name, conditions=conditions))[rule] == "caution"
    assert rule not in {
        **fired(pack, a_person(name)),
        **fired(pack, a_person(conditions=conditions)),
    }


def test_daily_side_effects_are_asked_of_people_on_an_antidepressant(pack: Pack) -> None:
    antidepressants = {one.id for one in pack.medicine_classes if one.antidepressant}
    assert set(pack.criterion("daily_side_effects").only_with_class) == antidepressants
    offered = {one.id for one in offered_criteria(pack, a_person("trazodone"))}
    assert "daily_side_effects" in offered
    assert "daily_side_effects" not in {one.id for one in offered_criteria(pack, a_person())}
