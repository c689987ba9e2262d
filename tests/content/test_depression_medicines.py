"""The medicines of the pack that ships: many, found by every name, and none by mistake."""

import re
from collections import Counter

import pytest
from decision_aid.domain.about_you import Taking
from decision_aid.domain.medicines import known_medicines
from decision_aid.domain.pack import Pack
from decision_aid.domain.safety import classes_by, route_of


def classes_of(pack: Pack, typed: str) -> set[str]:
    line = Taking(name=typed)
    return {
        name
        for one in known_medicines(pack, typed)
        for name in classes_by(one, route_of(pack, line, one))
    }


def names_of(pack: Pack) -> list[tuple[str, str]]:
    """Every name, with the medicine it stands for."""
    return [
        (name, medicine.id)
        for medicine in pack.medicines
        for name in (medicine.id, *medicine.brands)
    ]


def test_there_are_many_medicines_with_generic_and_brand_names(pack: Pack) -> None:
    assert len(pack.medicines) >= 250
    assert len(names_of(pack)) >= 500


def test_every_medicine_is_found_by_each_of_its_names(pack: Pack) -> None:
    for name, medicine in names_of(pack):
        for typed in (name, name.upper(), f" {name}."):
            assert [one.id for one in known_medicines(pack, typed)] == [medicine], typed
        assert medicine in {one.id for one in known_medicines(pack, f"{name} 20 mg at night")}


def test_two_medicines_in_one_pill_are_one_line_with_the_classes_of_both(pack: Pack) -> None:
    found = known_medicines(pack, "olanzapine and fluoxetine 6 mg")
    assert [one.id for one in found] == ["olanzapine and fluoxetine"]
    assert {"ssri", "antipsychotic"} <= classes_of(pack, "olanzapine and fluoxetine 6 mg")
    named = {one.id: set(one.classes) for one in pack.medicines}
    for name, medicine in names_of(pack):
        for part in filter(None, re.split(r" and |/", name)):
            inner = named.get(part.casefold(), set())
            assert inner <= named[medicine], (name, part)


def test_no_name_stands_for_two_medicines(pack: Pack) -> None:
    words = {(tuple(re.findall(r"\w+", name.casefold())), one) for name, one in names_of(pack)}
    assert [name for name, count in Counter(name for name, _ in words).items() if count > 1] == []


def test_generic_names_are_in_lower_case_save_for_the_unnamed_maoi(pack: Pack) -> None:
    odd = [one.id for one in pack.medicines if one.id != one.id.lower()]
    assert odd == ["an MAOI"]


def test_every_class_is_asked_for_by_a_rule_or_a_washout_and_has_a_medicine(pack: Pack) -> None:
    facts = {fact for rule in pack.rules for group in rule.when for fact in group}
    asked = {fact.split(":")[1] for fact in facts if fact.startswith(("class:", "two_of:"))}
    asked |= {name for washout in pack.washouts for name in washout.classes}
    filled = {name for medicine in pack.medicines for name in medicine.classes}
    assert asked == filled == {one.id for one in pack.medicine_classes}


def test_no_medicine_names_a_class_twice(pack: Pack) -> None:
    assert [one.id for one in pack.medicines if len(set(one.classes)) < len(one.classes)] == []


@pytest.mark.parametrize(
    "typed",
    [
        "Grandma's calming drops",
        "a vitamin my PCP told me to take",
        "something from my friend Molly",
        "pills for stomach acid",
        "Coke Zero",
        "birth control",
        "ice cream every night",
        "thyroid pills",
        "sleep aid",
        "Claritin",
        "Same dose for years",
        "a pot of coffee",
        "energy drinks",
        "Tylenol 3 times a day",
        "",
    ],
)
def test_ordinary_words_are_not_taken_for_a_medicine(pack: Pack, typed: str) -> None:
    assert known_medicines(pack, typed) == ()


@pytest.mark.parametrize(
    ("typed", "classes"),
    [
        ("Auvelity", {"atypical_antidepressant", "glutamate_blocker", "raises_serotonin"}),
        ("Symbyax", {"ssri", "antipsychotic"}),
        ("perphenazine/amitriptyline", {"tca", "antipsychotic"}),
        ("Limbitrol", {"tca", "benzodiazepine"}),
        ("Emsam patch", {"maoi"}),
        ("Zyvox", {"maoi_like"}),
        ("Contrave", {"naltrexone", "atypical_antidepressant"}),
        ("Lybalvi", {"naltrexone", "antipsychotic"}),
        ("Tegretol", {"carbamazepine", "enzyme_inducer"}),
        ("Paxlovid", {"enzyme_inhibitor"}),
        ("Plavix", {"blood_thinner", "enzyme_inhibitor"}),
        ("diltiazem", {"blood_pressure_medicine", "enzyme_inhibitor"}),
        ("Ultracet", {"maoi_opioid", "raises_serotonin", "seizure_risk"}),
        ("NyQuil", {"glutamate_blocker", "raises_serotonin", "sedating", "antihistamine"}),
        ("Theraflu", {"glutamate_blocker", "raises_serotonin", "decongestant"}),
        ("Advil PM", {"anti_inflammatory", "sedating", "antihistamine"}),
        ("Seglentis", {"maoi_opioid", "raises_serotonin", "anti_inflammatory"}),
        ("Percodan", {"opioid", "anti_inflammatory"}),
        ("Tylenol No. 3", {"opioid"}),
        ("tianeptine", {"opioid"}),
        ("Uro-MP", {"maoi_like"}),
        ("Zelapar", {"maoi_like", "maoi_b"}),
        ("Sinemet", {"levodopa"}),
        ("Remeron", {"atypical_antidepressant", "raises_serotonin", "sedating"}),
        ("Skelaxin", {"raises_serotonin", "sedating"}),
        ("Afrin", {"nasal_spray", "nasal_decongestant"}),
        ("LDN", {"naltrexone"}),
        ("DXM", {"glutamate_blocker", "raises_serotonin"}),
        ("5HTP", {"raises_serotonin"}),
        ("SJW", {"st_johns_wort"}),
        ("Xcopri", {"enzyme_inducer", "sedating"}),
        ("Multaq", {"enzyme_inhibitor"}),
        ("ecstasy", {"recreational_drug", "raises_serotonin", "stimulant"}),
        ("Belsomra", {"sedating"}),
        ("zuranolone", {"neurosteroid", "sedating"}),
        ("Strattera", {"raises_pressure"}),
        ("Desoxyn", {"stimulant"}),
        ("crystal meth", {"stimulant", "recreational_drug"}),
        ("CBD oil", {"cannabis"}),
        ("kratom", {"opioid"}),
        ("SAM-e", {"raises_serotonin"}),
        ("Claritin-D", {"decongestant"}),
        ("NP Thyroid", {"thyroid_hormone"}),
    ],
)
def test_a_name_brings_all_classes_a_rule_needs(pack: Pack, typed: str, classes: set[str]) -> None:
    assert classes_of(pack, typed) >= classes
    expected_extra = {"raises_pressure", "seizure_risk", "bupropion"}
    assert classes_of(pack, typed) - classes <= expected_extra


@pytest.mark.parametrize(
    ("generics", "name"),
    [
        ("sertraline escitalopram fluoxetine paroxetine citalopram fluvoxamine", "ssri"),
        ("venlafaxine duloxetine desvenlafaxine levomilnacipran milnacipran", "snri"),
        ("amitriptyline nortriptyline clomipramine amoxapine maprotiline doxepin", "tca"),
        ("tranylcypromine phenelzine selegiline isocarboxazid", "maoi"),
        ("alprazolam estazolam flurazepam quazepam midazolam clobazam", "benzodiazepine"),
        ("zolpidem zaleplon eszopiclone", "z_drug"),
        ("buprenorphine oxymorphone levorphanol butorphanol pentazocine", "opioid"),
        ("tramadol methadone meperidine fentanyl tapentadol", "maoi_opioid"),
        ("amphetamine methylphenidate phentermine solriamfetol cocaine mdma", "stimulant"),
        ("modafinil armodafinil", "wakefulness"),
        ("hydroxyzine promethazine cyproheptadine doxylamine meclizine", "antihistamine"),
        ("methyldopa reserpine tetrabenazine deutetrabenazine", "maoi_forbids"),
        ("clozapine maprotiline clomipramine tapentadol meperidine bupropion", "seizure_risk"),
        ("phenibut meprobamate", "sedating"),
        ("etizolam flunitrazepam", "benzodiazepine"),
        ("pimavanserin chlorpromazine fluphenazine iloperidone risperidone", "antipsychotic"),
        ("ketoconazole ritonavir cobicistat erythromycin verapamil grapefruit", "enzyme_inhibitor"),
        ("rifampin phenytoin phenobarbital primidone efavirenz rifabutin", "enzyme_inducer"),
        (
            "sumatriptan rizatriptan zolmitriptan eletriptan naratriptan almotriptan frovatriptan",
            "triptan",
        ),
        ("gabapentin pregabalin promethazine suvorexant carisoprodol kava", "sedating"),
        ("melatonin ramelteon", "sleep_aid"),
        (
            "lisinopril losartan metoprolol amlodipine clonidine prazosin furosemide doxazosin",
            "blood_pressure_medicine",
        ),
        ("warfarin apixaban rivaroxaban", "blood_thinner"),
        ("amantadine dextromethorphan", "glutamate_blocker"),
        ("memantine Namzaric", "memantine"),
        ("cocaine mdma lsd psilocybin heroin", "recreational_drug"),
    ],
)
def test_the_medicines_of_a_class_are_in_it(pack: Pack, generics: str, name: str) -> None:
    missing = [one for one in generics.split() if name not in classes_of(pack, one)]
    assert missing == []
