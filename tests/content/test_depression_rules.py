"""The safety rules of the pack that ships, on invented people."""

from typing import Any

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.safety import findings, gated, offered_criteria, usually
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.people import a_person, fired

KETAMINE = {"ketamine_with_antidepressant", "ketamine_alone"}
DANGEROUS_PAIRS = {
    *("maoi_with_antidepressant", "two_maois", "maoi_other", "maoi_like_other"),
    *("after_maoi", "after_maoi_b", "after_fluoxetine"),
}
MAOI_CAUTIONS = {"maoi_check", "maoi_like_check"}
DO_NOT_STOP = "Do not stop or change any medicine without your prescriber."
FORMS = (None, "undecided", "spray", "drip", "by_mouth")
ROUTE_PAIRS = (
    ("enzyme_inhibitors", "enzyme_inhibitors_by_mouth"),
    ("enzyme_inducers", "enzyme_inducers_by_mouth"),
    ("spray_program", "drip_off_label"),
    ("spray_program", "ketamine_by_mouth"),
    ("drip_off_label", "ketamine_by_mouth"),
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


@pytest.mark.parametrize("name", ["Nardil", "parnate", "isocarboxazid", "Emsam"])
def test_an_maoi_shuts_ketamine_and_the_pair_with_an_ssri_is_urgent(pack: Pack, name: str) -> None:
    alone = a_person(name)
    assert fired(pack, alone)["maoi"] == "gate"
    assert not DANGEROUS_PAIRS & set(fired(pack, alone))
    assert set(gated(pack, findings(pack, alone))) == KETAMINE
    pair = a_person(name, "Zoloft")
    assert fired(pack, pair)["maoi_with_antidepressant"] == "gate"
    assert set(gated(pack, findings(pack, pair))) == {*KETAMINE, "stay_with_current_care"}


def test_an_maoi_that_is_not_named_is_an_maoi_and_not_a_second_one(pack: Pack) -> None:
    assert fired(pack, a_person("MAOI"))["maoi"] == "gate"
    assert fired(pack, a_person("an MAO inhibitor", "Zoloft"))["maoi_with_antidepressant"] == "gate"
    assert fired(pack, a_person("MAOI", "Imitrex"))["maoi_other"] == "gate"
    assert "two_maois" not in fired(pack, a_person("Nardil (MAOI)"))
    assert "two_maois" in fired(pack, a_person("MAOI", "Zyvox"))


@pytest.mark.parametrize(
    ("taking", "expected"),
    [
        (("Nardil", "Parnate"), {"two_maois": "gate"}),
        (("Nardil", "Zyvox"), {"two_maois": "gate"}),
        (("Zyvox", "Azilect"), {"two_maois": "gate"}),
        (("Zyvox", "Lexapro"), {"maoi_with_antidepressant": "gate"}),
        (("methylene blue", "Effexor"), {"maoi_with_antidepressant": "gate"}),
        (("Nardil", "Imitrex"), {"maoi_other": "gate"}),
        (("Nardil", "Ritalin"), {"maoi_other": "gate"}),
        (("Nardil", "Sudafed"), {"maoi_other": "gate"}),
        (("Nardil", "Wellbutrin"), {"maoi_other": "gate"}),
        (("Nardil", "Strattera"), {"maoi_other": "gate"}),
        (("Nardil", "morphine"), {"maoi_check": "caution"}),
        (("Nardil", "Provigil"), {"maoi_check": "caution"}),
        (("Nardil", "red wine"), {"maoi_check": "caution"}),
        (("Parnate", "Sinemet"), {"maoi_check": "caution"}),
        (("Parnate", "butalbital"), {"maoi_check": "caution"}),
        (("Parnate", "Tegretol"), {"maoi_other": "gate"}),
        (("Parnate", "Benadryl"), {"maoi_other": "gate"}),
        (("Parnate", "methyldopa"), {"maoi_other": "gate"}),
        (("Parnate", "Austedo"), {"maoi_other": "gate"}),
        (("Parnate", "Afrin"), {"maoi_other": "gate"}),
        (("Nardil", "St John's wort"), {"maoi_other": "gate"}),
        (("Nardil", "tramadol"), {"maoi_other": "gate"}),
        (("Nardil", "cocaine"), {"maoi_other": "gate"}),
        (("Azilect", "Delsym"), {"maoi_like_other": "gate"}),
        (("Azilect", "tramadol"), {"maoi_like_other": "gate"}),
        (("Azilect", "Demerol"), {"maoi_like_other": "gate"}),
        (("Azilect", "methadone"), {"maoi_like_other": "gate"}),
        (("Azilect", "Flexeril"), {"maoi_like_other": "gate"}),
        (("Azilect", "SJW"), {"maoi_like_other": "gate"}),
        (("Zyvox", "Trintellix"), {"maoi_like_other": "gate"}),
        (("Zyvox", "Viibryd"), {"maoi_like_other": "gate"}),
        (("Uribel", "Wellbutrin"), {"maoi_like_other": "gate"}),
        (("Xadago", "Adderall"), {"maoi_like_other": "gate"}),
        (("Azilect", "Sudafed"), {"maoi_like_other": "gate"}),
        (("Azilect", "Afrin"), {"maoi_like_check": "caution"}),
        (("Azilect", "Imitrex"), {"maoi_like_check": "caution"}),
        (("Azilect", "morphine"), {"maoi_like_check": "caution"}),
        (("oxycodone", "Xanax"), {"opioid_with_sedative": "caution"}),
        (("methadone", "Ambien"), {"opioid_with_sedative": "caution"}),
        (("codeine", "beer"), {"opioid_with_sedative": "caution"}),
        (("Norco", "gabapentin"), {"opioid_with_sedative": "caution"}),
        (("tramadol", "LDN"), {"opioid_with_naltrexone": "caution"}),
        (("Suboxone", "Lybalvi"), {"opioid_with_naltrexone": "caution"}),
        (("Remeron", "Zoloft"), {"serotonin_pairs": "caution"}),
        (("Zoloft", "Lexapro"), {"two_of_one_kind": "tell"}),
        (("Zoloft", "Effexor"), {"two_antidepressants": "caution"}),
        (("Zoloft", "Elavil"), {"two_antidepressants": "caution"}),
        (("Cymbalta", "Pamelor"), {"two_antidepressants": "caution"}),
        (("tramadol", "trazodone"), {"serotonin_pairs": "caution"}),
        (("Imitrex", "Zoloft"), {"triptans": "tell"}),
        (("Imitrex", "tramadol"), {"triptans": "tell"}),
        (("lithium", "Zoloft"), {"lithium_with_antidepressant": "tell"}),
        (("Eliquis", "Zoloft"), {"anti_inflammatory": "tell"}),
        (("Aleve", "duloxetine"), {"anti_inflammatory": "tell"}),
        (("St John's wort", "Imitrex"), {"st_johns_wort_antidepressant": "caution"}),
        (("St John's wort", "Remeron"), {"st_johns_wort_antidepressant": "caution"}),
    ],
)
def test_a_pair_of_medicines_is_told_whatever_is_chosen(
    pack: Pack, taking: tuple[str, str], expected: dict[str, str]
) -> None:
    together = fired(pack, a_person(*taking))
    apart = {name for one in taking for name in fired(pack, a_person(one))}
    assert expected.items() <= together.items()
    assert not set(expected) & apart
    for rule in pack.rules:
        if rule.id in expected and rule.severity != "gate":
            assert rule.options == ()


@pytest.mark.parametrize("name", ["Flexeril", "5-HTP", "trazodone", "Demerol", "Delsym", "SAM-e"])
def test_what_raises_serotonin_is_a_gate_with_an_maoi_and_a_caution_with_an_ssri(
    pack: Pack, name: str
) -> None:
    assert fired(pack, a_person("Nardil", name))["maoi_other"] == "gate"
    assert fired(pack, a_person("sertraline", name))["serotonin_pairs"] == "caution"
    assert "serotonin_pairs" not in fired(pack, a_person(name))


def test_melatonin_is_not_said_to_stop_breathing(pack: Pack) -> None:
    assert "opioid_with_sedative" not in fired(pack, a_person("melatonin", "oxycodone"))
    assert fired(pack, a_person("melatonin")) == {"sedating": "caution"}


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
    conditions=st.sampled_from((None, {"seizures": "yes"}, {"mania_or_bipolar": "unsure"})),
)


@settings(max_examples=60, deadline=None)
@given(person=PEOPLE)
def test_no_person_gets_both_members_of_a_pair_of_routes(pack: Pack, person: Any) -> None:
    told = fired(pack, person)
    assert [pair for pair in ROUTE_PAIRS if set(pair) <= set(told)] == []


@settings(max_examples=60, deadline=None)
@given(
    taking=st.lists(st.sampled_from(SAMPLE)),
    more=st.sampled_from(SAMPLE),
    form=st.sampled_from(FORMS),
)
def test_one_more_medicine_never_takes_a_finding_away(
    pack: Pack, taking: list[str], more: str, form: Any
) -> None:
    before = a_person(*taking, form=form)
    after = a_person(*taking, more, form=form)
    assert fired(pack, before).items() <= fired(pack, after).items()
    shut, still_shut = (set(gated(pack, findings(pack, one))) for one in (before, after))
    assert shut <= still_shut


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


def test_no_pair_with_an_maoi_is_told_with_two_urgencies(pack: Pack) -> None:
    kinds = {one.classes: one.id for one in pack.medicines}
    maois = [kinds[one] for one in kinds if {"maoi", "unnamed_maoi", "maoi_like"} & set(one)]
    assert len(maois) >= 3
    for maoi in maois:
        for other in kinds.values():
            told = fired(pack, a_person(maoi, other))
            twice = told.keys() & (DANGEROUS_PAIRS | MAOI_CAUTIONS)
            assert len(twice) < 2, (maoi, other)
            if twice:
                assert "st_johns_wort_antidepressant" not in told, (maoi, other)


@pytest.mark.parametrize("name", ["zuranolone", "Zulresso"])
def test_the_antidepressants_for_after_birth_set_off_no_alarm(pack: Pack, name: str) -> None:
    for other in ("Nardil", "Zyvox", "St John's wort", "Zoloft", "Prozac"):
        told = fired(pack, a_person(name, other)).keys() - fired(pack, a_person(other)).keys()
        assert told == {"other_antidepressants", "sedating"}


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


def test_an_maoi_or_fluoxetine_that_was_stopped_not_long_ago_still_counts(pack: Pack) -> None:
    maoi, fluoxetine = {"recent_maoi": "yes"}, {"recent_fluoxetine": "yes"}
    assert fired(pack, a_person(conditions=maoi)) == {"recent_maoi": "gate"}
    assert fired(pack, a_person(conditions=fluoxetine)) == {}
    for name in ("Zoloft", "Effexor", "Elavil", "Wellbutrin", "Flexeril", "Sudafed", "Parnate"):
        assert fired(pack, a_person(name, conditions=maoi))["after_maoi"] == "gate", name
    for name in ("Nardil", "MAOI", "Azilect"):
        assert fired(pack, a_person(name, conditions=fluoxetine))["after_fluoxetine"] == "gate"
    from_one_to_another = a_person("Zoloft", conditions=fluoxetine)
    assert fired(pack, from_one_to_another) == fired(pack, a_person("Zoloft"))


def test_an_maoi_with_ketamine_tells_of_an_antidepressant_on_top(pack: Pack) -> None:
    why = next(one.why for one in pack.rules if one.id == "maoi")
    assert "SSRI, SNRI or tricyclic" in why
    assert "life-threatening" in why
    assert "gap of weeks" in why


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
