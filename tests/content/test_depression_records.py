"""Every interaction and warning of the evidence has its rule, for each medicine it names."""

from typing import Any

import pytest
from decision_aid.base.resources import resources_dir
from decision_aid.content.sessions import load_session
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session

from tests.content.people import a_person, fired

INTERACTIONS: dict[str, list[tuple[str, dict[str, str]]]] = {
    "KET-INT-01": [
        ("sertraline escitalopram fluoxetine paroxetine citalopram", {"ssri_snri": "tell"}),
        ("venlafaxine duloxetine desvenlafaxine", {"ssri_snri": "tell"}),
    ],
    "KET-INT-02": [("amitriptyline nortriptyline clomipramine", {"tricyclics": "tell"})],
    "KET-INT-03": [("tranylcypromine phenelzine selegiline isocarboxazid", {"maoi": "gate"})],
    "KET-INT-04": [
        ("amphetamine methylphenidate modafinil armodafinil", {"stimulants": "caution"})
    ],
    "KET-INT-05": [("lorazepam diazepam zolpidem eszopiclone", {"benzodiazepines": "caution"})],
    "KET-INT-06": [("oxycodone buprenorphine tramadol", {"opioids": "caution"})],
    "KET-INT-07": [
        ("alcohol", {"alcohol": "caution"}),
        ("cannabis", {"cannabis": "caution"}),
        ("diphenhydramine gabapentin pregabalin tizanidine", {"sedating": "caution"}),
    ],
    "KET-INT-08": [("lamotrigine Lamictal", {"lamotrigine": "tell"})],
    "KET-INT-09": [("naltrexone Contrave", {"naltrexone": "caution"})],
    "KET-INT-10": [
        ("risperidone haloperidol clozapine olanzapine", {"antipsychotics": "tell"}),
        ("lithium", {"lithium": "tell"}),
    ],
    "KET-INT-11": [
        (
            "ticlopidine clarithromycin ketoconazole itraconazole ritonavir grapefruit",
            {"enzyme_inhibitors_by_mouth": "caution"},
        )
    ],
    "KET-INT-12": [
        ("rifampin rifampicin carbamazepine phenytoin", {"enzyme_inducers_by_mouth": "caution"}),
        ("hypericum", {"enzyme_inducers_by_mouth": "caution"}),
    ],
    "KET-INT-13": [("theophylline aminophylline", {"theophylline": "gate"})],
    "KET-INT-14": [("levothyroxine liothyronine", {"thyroid_hormone": "caution"})],
    "KET-INT-15": [
        ("pseudoephedrine phenylephrine ephedrine", {"decongestants": "caution"}),
        ("ergotamine venlafaxine bupropion", {"raises_pressure": "tell"}),
    ],
    "KET-INT-16": [("lisinopril amlodipine", {"blood_pressure_medicine": "tell"})],
    "KET-INT-17": [("oxymetazoline Nasonex", {"nasal_sprays": "tell"})],
    "KET-INT-18": [
        ("Auvelity amantadine", {"glutamate_blockers": "tell"}),
        ("memantine", {"memantine": "caution"}),
    ],
}

WARNINGS: dict[str, list[tuple[dict[str, Any], dict[str, str]]]] = {
    "KET-WARN-01": [
        ({"form": "spray"}, {"spray_program": "tell"}),
        ({"age": "under_25"}, {"young": "tell"}),
        ({"conditions": {"substance_use": "yes"}}, {"substance_use": "caution"}),
        ({"conditions": {"breathing_trouble": "yes"}}, {"breathing": "caution"}),
    ],
    "KET-WARN-02": [
        ({"conditions": {"no_ride_home": "yes"}}, {"no_ride": "caution"}),
        ({"conditions": {"drives_for_work": "yes"}}, {"no_ride": "caution"}),
    ],
    "KET-WARN-03": [
        ({"conditions": {"aneurysm_or_avm": "yes"}}, {"aneurysm_or_avm": "gate"}),
        ({"conditions": {"brain_bleed": "yes"}}, {"brain_bleed": "gate"}),
        ({"conditions": {"ketamine_allergy": "yes"}}, {"ketamine_allergy": "gate"}),
    ],
    "KET-WARN-04": [
        ({"conditions": {"high_blood_pressure_uncontrolled": "yes"}}, {"blood_pressure": "gate"}),
        (
            {"conditions": {"recent_heart_attack_or_stroke": "yes"}},
            {"recent_heart_attack_or_stroke": "gate"},
        ),
        ({"conditions": {"unstable_heart": "yes"}}, {"unstable_heart": "gate"}),
        ({"conditions": {"heart_disease": "yes"}}, {"heart_disease": "caution"}),
    ],
    "KET-WARN-05": [
        ({"conditions": {"liver_disease": "yes"}}, {"liver_disease": "caution"}),
        ({"conditions": {"severe_liver_disease": "yes"}}, {"severe_liver_disease": "gate"}),
        ({"form": "drip"}, {"drip_off_label": "tell"}),
    ],
    "KET-WARN-06": [
        ({"conditions": {"pregnant": "yes"}}, {"pregnancy": "gate"}),
        ({"conditions": {"breastfeeding": "yes"}}, {"breastfeeding": "gate"}),
    ],
    "KET-WARN-07": [
        ({"conditions": {"psychosis": "yes"}}, {"psychosis": "gate"}),
        ({"conditions": {"substance_use": "yes"}}, {"substance_use": "caution"}),
        ({"conditions": {"memory_trouble": "yes"}}, {"memory": "tell"}),
        ({"conditions": {"bladder_trouble": "yes"}}, {"bladder": "caution"}),
    ],
    "KET-WARN-08": [({"conditions": {"mania_or_bipolar": "yes"}}, {"mania_or_bipolar": "gate"})],
    "KET-AE-04": [({"age": "65_plus"}, {"older": "tell"})],
    "KET-AE-08": [({"conditions": {"bladder_trouble": "yes"}}, {"bladder": "caution"})],
    "KET-ABU-01": [({"conditions": {"substance_use": "unsure"}}, {"substance_use": "caution"})],
    "KET-ABU-02": [({"form": "spray"}, {"spray_program": "tell"})],
    "KET-ABU-03": [({"form": "by_mouth"}, {"ketamine_by_mouth": "caution"})],
    "KET-TRAP-11": [({"tried": "one"}, {"under_two_tried": "caution"})],
}


def test_no_interaction_and_no_warning_is_left_out() -> None:
    assert set(INTERACTIONS) == {f"KET-INT-{number:02}" for number in range(1, 19)}
    assert {f"KET-WARN-{number:02}" for number in range(1, 9)} <= set(WARNINGS)


@pytest.mark.parametrize("record", INTERACTIONS)
def test_each_medicine_of_an_interaction_fires_its_rule(pack: Pack, record: str) -> None:
    for names, expected in INTERACTIONS[record]:
        for name in names.split():
            assert expected.items() <= fired(pack, a_person(name)).items(), name


@pytest.mark.parametrize("record", WARNINGS)
def test_each_person_a_warning_is_about_is_told(pack: Pack, record: str) -> None:
    for said, expected in WARNINGS[record]:
        assert fired(pack, a_person(**said)) == expected, said


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (a_person("ketamine troches"), {"ketamine_now": "caution"}),
        (a_person("Spravato"), {"ketamine_now": "caution"}),
        (a_person("magic mushrooms"), {"recreational_drugs": "caution"}),
        (
            a_person("cocaine"),
            {"recreational_drugs": "caution", "stimulants": "caution"},
        ),
        (a_person("heroin"), {"recreational_drugs": "caution", "opioids": "caution"}),
        (a_person("valproic acid"), {"mood_stabilizers": "tell"}),
        (
            a_person("Remeron"),
            {"other_antidepressants": "tell", "coming_off": "tell", "sedating": "caution"},
        ),
        (a_person(conditions={"movement_limits": "yes"}), {"movement_limits": "tell"}),
        (a_person(conditions={"hard_to_get_to_visits": "yes"}), {"visits": "tell"}),
        (a_person(conditions={"seizures": "yes"}), {"seizures": "caution"}),
        (a_person(conditions={"overactive_thyroid": "unsure"}), {"overactive_thyroid": "caution"}),
        (a_person(conditions={"brain_bleed": "no", "pregnant": "no"}), {}),
        (a_person("Grandma's calming drops", age="25_to_64", tried="two_or_more"), {}),
    ],
)
def test_what_no_record_has_of_its_own_is_told_too(
    pack: Pack, said: Session, expected: dict[str, str]
) -> None:
    assert fired(pack, said) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "after-three-antidepressants",
            {
                "benzodiazepines": "caution",
                "no_ride": "caution",
                "ssri_snri": "tell",
                "coming_off": "tell",
            },
        ),
        (
            "on-an-maoi",
            {"maoi": "gate", "thyroid_hormone": "caution", "coming_off": "tell", "older": "tell"},
        ),
        (
            "no-medicines",
            {"mania_or_bipolar": "gate", "under_two_tried": "caution", "young": "tell"},
        ),
        (
            "with-a-counselor",
            {
                "recent_maoi": "gate",
                "blood_pressure": "gate",
                "sedating": "caution",
                "no_ride": "caution",
                "dissociatives_before": "tell",
            },
        ),
    ],
)
def test_the_example_sessions_get_the_findings_they_were_written_for(
    pack: Pack, name: str, expected: dict[str, str]
) -> None:
    session = load_session(resources_dir() / "examples" / f"{name}.yaml", pack)
    assert fired(pack, session) == expected


def test_tramadol_is_told_for_its_serotonin_and_its_seizures_too(pack: Pack) -> None:
    session = a_person("tramadol", "Zoloft", conditions={"seizures": "yes"})
    assert {"opioids", "serotonin_pairs", "seizure_risk"} <= set(fired(pack, session))


def test_severities_stay_below_what_would_scare_people_off_an_ssri(pack: Pack) -> None:
    for name in ("sertraline", "venlafaxine", "amitriptyline", "lamotrigine", "lithium"):
        assert set(fired(pack, a_person(name)).values()) == {"tell"}, name


def test_the_words_of_a_rule_say_how_sure_its_evidence_is(pack: Pack) -> None:
    why = {rule.id: rule.why for rule in pack.rules}
    for rule, words in {
        "ssri_snri": "single cases",
        "maoi": "one small study",
        "benzodiazepines": "low quality",
        "lamotrigine": "may weaken",
        "naltrexone": "not settled",
        "antipsychotics": "mixed results",
        "cannabis": "little research",
        "raises_pressure": "may raise",
        "glutamate_blockers": "no good study",
        "memantine": "no good study",
        "bladder": "one case",
        "seizures": "little research",
        "triptans": "rare",
    }.items():
        assert words in why[rule], rule
