"""Who says what, and exactly what the pack that ships must find, with where that comes from.

A source is a record of the evidence (KET-...), or the id of a source of the pack.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking
from decision_aid.domain.rules import Route
from decision_aid.domain.session import Session

VISIT: Final = date(2026, 11, 23)


@dataclass(frozen=True)
class Row:
    """A person, what is found, and why we expect it.

    Attributes:
        about: What the person said.
        found: Severity of each rule that fires; with a "?" where somebody has to find out first.
        sources: Records and sources.
    """

    about: AboutYou
    found: dict[str, str]
    sources: tuple[str, ...]

    @property
    def session(self) -> Session:
        return Session(pack="depression", seed=7, started_on=VISIT, about=self.about)

    def __str__(self) -> str:
        names = "+".join(one.name for one in self.about.taking)
        conditions = "+".join(f"{one.id}={one.answer}" for one in self.about.conditions)
        return "/".join(filter(None, (names, conditions, self.about.ketamine_form)))


def stopped(name: str, days_ago: int | None, **given: Any) -> Taking:
    """A medicine stopped so many days before the visit; None where nobody knows when."""
    on = None if days_ago is None else VISIT - timedelta(days=days_ago)
    return Taking(name=name, stopped=True, stopped_on=on, **given)


def by(route: Route, name: str, dose: str = "") -> Taking:
    return Taking(name=name, dose=dose, route=route)


def row(*taking: str | Taking, found: str = "", source: str, **said: Any) -> Row:
    """A row; a condition is said as `psychosis="yes"`, everything else as in `AboutYou`.

    Args:
        taking: What is taken, by name alone or whole.
        found: "gate: one two; caution: three; tell: four?", in any order.
        source: Sources, with blanks between.
        said: Conditions and other answers.
    """
    lines = tuple(Taking(name=one) if isinstance(one, str) else one for one in taking)
    whole = AboutYou(taking=lines)
    fields = {name: answer for name, answer in said.items() if hasattr(whole, name)}
    conditions = tuple(
        ConditionAnswer(id=name, answer=answer)
        for name, answer in said.items()
        if name not in fields
    )
    expected = {}
    for part in filter(None, found.split("; ")):
        severity, _, rules = part.partition(": ")
        for rule in rules.split():
            expected[rule.rstrip("?")] = severity + "?" * rule.endswith("?")
    return Row(replace(whole, conditions=conditions, **fields), expected, tuple(source.split()))


SSRI = "tell: ssri_snri coming_off"
MAOI_ALONE = "gate: maoi; tell: coming_off"

KETAMINE_AND_ONE = (
    # An SSRI or SNRI with ketamine is not red: what evidence there is, is told.
    row("sertraline", found=SSRI, source="KET-INT-01"),
    row("Zoloft 100 mg every morning", found=SSRI, source="KET-INT-01"),
    row("escitalopram", ketamine_form="drip", found=f"{SSRI} drip_off_label", source="KET-INT-01"),
    row(
        *("Effexor XR",),
        ketamine_form="spray",
        found=f"{SSRI} raises_pressure spray_program",
        source="KET-INT-01 KET-INT-15 KET-WARN-01",
    ),
    row("amitriptyline", found="tell: tricyclics coming_off", source="KET-INT-02"),
    row("Nardil", found=MAOI_ALONE, source="KET-INT-03 spravato_label"),
    row("Parnate", ketamine_form="spray", found=f"{MAOI_ALONE} spray_program", source="KET-INT-03"),
    row("isocarboxazid", found=MAOI_ALONE, source="KET-INT-03"),
    row("an MAO inhibitor", found=MAOI_ALONE, source="KET-INT-03"),
    row("Adderall", found="caution: stimulants", source="KET-INT-04 spravato_label"),
    row("Provigil", found="caution: stimulants", source="KET-INT-04"),
    row("Xanax", found="caution: benzodiazepines", source="KET-INT-05 feeney_2023"),
    row("Ambien", found="caution: benzodiazepines", source="KET-INT-05"),
    row("oxycodone", found="caution: opioids", source="KET-INT-06 ketamine_label"),
    row("beer", found="caution: alcohol", source="KET-INT-07"),
    row("weed", found="caution: cannabis", source="KET-INT-07"),
    row("gabapentin", found="caution: sedating", source="KET-INT-07"),
    row("lamotrigine", found="tell: lamotrigine", source="KET-INT-08 veraart_2021"),
    row("naltrexone", found="caution: naltrexone", source="KET-INT-09 williams_2018"),
    row(
        "Contrave",
        found="caution: naltrexone; tell: raises_pressure other_antidepressants coming_off",
        source="KET-INT-09 KET-INT-15",
    ),
    row("risperidone", found="tell: antipsychotics", source="KET-INT-10"),
    row("lithium", found="tell: lithium", source="KET-INT-10"),
    row("theophylline", found="gate: theophylline", source="KET-INT-13 ketamine_label"),
    row("Synthroid", found="caution: thyroid_hormone", source="KET-INT-14"),
    row("Sudafed", found="caution: decongestants", source="KET-INT-15 spravato_eu_label"),
    row("lisinopril", found="tell: blood_pressure_medicine", source="KET-INT-16"),
    row("memantine", found="caution: memantine", source="KET-INT-18 memantine_label"),
    row("ketamine troches", found="caution: ketamine_now", source="KET-ABU-03 fda_2023"),
)

PAIRS = (
    row(
        *("Nardil", "Zoloft"),
        found="gate: maoi_with_antidepressant maoi; tell: ssri_snri coming_off",
        source="KET-INT-03 zoloft_label",
    ),
    row(
        "sertraline, was told to add Nardil",
        found="gate: maoi_with_antidepressant maoi; tell: ssri_snri coming_off",
        source="KET-INT-03 zoloft_label",
    ),
    row(
        Taking(name="sertraline", dose="50 mg, and Nardil 15 mg"),
        found="gate: maoi_with_antidepressant maoi; tell: ssri_snri coming_off",
        source="KET-INT-03 zoloft_label",
    ),
    row(
        *("Zyvox", "Lexapro"),
        found="gate: maoi_with_antidepressant maoi; tell: ssri_snri coming_off",
        source="zoloft_label",
    ),
    row(
        *("Nardil", "Parnate"),
        found="gate: two_maois maoi; tell: coming_off",
        source="tranylcypromine_label",
    ),
    row(
        *("Parnate", "Imitrex"),
        found="gate: maoi_other maoi; tell: coming_off",
        source="tranylcypromine_label",
    ),
    row(
        *("Azilect", "tramadol"),
        found="gate: maoi_like_other maoi; caution: opioids",
        source="rasagiline_label",
    ),
    row(
        *("Azilect", "Imitrex"),
        found="gate: maoi; caution: maoi_like_check",
        source="rasagiline_label",
    ),
    row(
        *("St John's wort", "Zoloft"),
        found="caution: st_johns_wort_antidepressant enzyme_inducers_by_mouth; "
        "tell: ssri_snri coming_off",
        source="KET-INT-12 zoloft_label",
    ),
    row(
        *("Zoloft", "Lexapro"),
        found="tell: two_of_one_kind ssri_snri coming_off",
        source="zoloft_label",
    ),
    row(
        *("oxycodone", "Xanax"),
        found="caution: opioids benzodiazepines opioid_with_sedative",
        source="KET-INT-06 fda_2016",
    ),
    row(
        *("oxycodone", "naltrexone"),
        found="caution: opioids naltrexone opioid_with_naltrexone",
        source="naltrexone_label",
    ),
    row(
        *("lithium", "Zoloft"),
        found="tell: lithium_with_antidepressant lithium ssri_snri coming_off",
        source="KET-INT-10 zoloft_label",
    ),
)

# At least 14 days after an MAOI, 5 weeks after fluoxetine: on the last of them it counts no more.
STOPPED = (
    row(stopped("Nardil", 1), found="gate: recent_maoi", source="fluoxetine_label"),
    row(stopped("Nardil", 13), found="gate: recent_maoi", source="fluoxetine_label"),
    row(stopped("Nardil", 14), source="fluoxetine_label"),
    row(stopped("Nardil", None), found="gate: recent_maoi?", source="fluoxetine_label"),
    row(stopped("Nardil", 0), found=MAOI_ALONE, source="KET-INT-03"),
    row(stopped("Nardil", -7), found=MAOI_ALONE, source="KET-INT-03"),
    row(
        *(stopped("Nardil", 13), "Zoloft"),
        found="gate: after_maoi recent_maoi; tell: ssri_snri coming_off",
        source="fluoxetine_label",
    ),
    row(stopped("Nardil", 14), "Zoloft", found=SSRI, source="fluoxetine_label zoloft_label"),
    row(
        *(stopped("Nardil", None), "Zoloft"),
        found="gate: after_maoi? recent_maoi?; tell: ssri_snri coming_off",
        source="fluoxetine_label",
    ),
    row(
        *(stopped("Nardil", -7), "Zoloft"),
        found="gate: maoi_with_antidepressant maoi; tell: ssri_snri coming_off",
        source="KET-INT-03 zoloft_label",
    ),
    row(
        *(stopped("Parnate", 6), "Imitrex"),
        found="gate: after_maoi recent_maoi",
        source="tranylcypromine_label",
    ),
    row(
        *(stopped("Parnate", 6), "Benadryl"),
        found="gate: after_maoi recent_maoi; caution: sedating",
        source="tranylcypromine_label",
    ),
    row(
        *(stopped("Azilect", 13), "Zoloft"),
        found="gate: after_maoi_b recent_maoi; tell: ssri_snri coming_off",
        source="rasagiline_label",
    ),
    row(stopped("Azilect", 14), "Zoloft", found=SSRI, source="rasagiline_label zoloft_label"),
    row(
        *(stopped("Xadago", 5), "tramadol"),
        found="gate: after_maoi_b recent_maoi; caution: opioids",
        source="safinamide_label",
    ),
    row(
        stopped("Azilect", 5),
        "Benadryl",
        found="gate: recent_maoi; caution: sedating",
        source="rasagiline_label",
    ),
    row(stopped("Zyvox", 3), "Zoloft", found=SSRI, source="zoloft_label"),
    row(stopped("Prozac", 34), source="fluoxetine_label"),
    row(
        *(stopped("Prozac", 34), "Nardil"),
        found="gate: after_fluoxetine maoi; tell: coming_off",
        source="fluoxetine_label",
    ),
    row(stopped("Prozac", 35), "Nardil", found=MAOI_ALONE, source="fluoxetine_label KET-INT-03"),
    row(
        *(stopped("Symbyax", None), "Azilect"),
        found="gate: after_fluoxetine? maoi",
        source="rasagiline_label",
    ),
    row(stopped("Prozac", 3), "Zoloft", found=SSRI, source="KET-INT-01"),
    row(stopped("Zoloft", 3), source="KET-INT-01"),
    row(stopped("Xanax", None), source="KET-INT-05"),
)

ROUTES = (
    row("selegiline", found=MAOI_ALONE, source="KET-INT-03"),
    row(by("patch", "selegiline"), found=MAOI_ALONE, source="KET-INT-03"),
    row(by("mouth", "selegiline"), found="gate: maoi", source="KET-INT-03"),
    row("Eldepryl (selegiline)", found="gate: maoi", source="KET-INT-03"),
    row("selegiline (Emsam)", found=MAOI_ALONE, source="KET-INT-03"),
    row(by("mouth", "Emsam"), found=MAOI_ALONE, source="KET-INT-03"),
    row(
        *(by("mouth", "selegiline"), "Imitrex"),
        found="gate: maoi; caution: maoi_like_check",
        source="rasagiline_label",
    ),
    row(
        *(by("patch", "selegiline"), "Imitrex"),
        found="gate: maoi_other maoi; tell: coming_off",
        source="tranylcypromine_label",
    ),
    row(by("mouth", "phenylephrine"), found="caution: decongestants", source="KET-INT-15"),
    row(by("nose", "phenylephrine"), found="tell: nasal_sprays", source="KET-INT-17"),
    row("phenylephrine", found="caution: decongestants", source="KET-INT-15"),
    row(
        *("Azilect", by("nose", "phenylephrine")),
        found="gate: maoi; caution: maoi_like_check; tell: nasal_sprays",
        source="rasagiline_label",
    ),
    row(
        *("Azilect", by("mouth", "phenylephrine")),
        found="gate: maoi_like_other maoi; caution: decongestants",
        source="pseudoephedrine_label",
    ),
    row("Nizoral", found="caution: enzyme_inhibitors_by_mouth", source="KET-INT-11"),
    row(by("skin", "Nizoral"), source="KET-INT-11"),
    row("Nizoral shampoo", source="KET-INT-11"),
    row(
        by("skin", "ketoconazole", "and itraconazole pills"),
        found="caution: enzyme_inhibitors_by_mouth",
        source="KET-INT-11",
    ),
)

FORMS = (
    row(
        *("grapefruit juice",),
        ketamine_form="by_mouth",
        found="caution: ketamine_by_mouth enzyme_inhibitors_by_mouth",
        source="KET-INT-11 KET-ABU-03",
    ),
    row(
        *("clarithromycin",),
        ketamine_form="spray",
        found="tell: spray_program enzyme_inhibitors",
        source="KET-INT-11 KET-WARN-01",
    ),
    row(
        *("Tegretol",),
        ketamine_form="by_mouth",
        found="caution: ketamine_by_mouth enzyme_inducers_by_mouth",
        source="KET-INT-12 KET-ABU-03",
    ),
    row(
        *("rifampin",),
        ketamine_form="drip",
        found="tell: drip_off_label enzyme_inducers",
        source="KET-INT-12 KET-DOSE-02",
    ),
    row(
        *("Flonase",),
        ketamine_form="spray",
        found="tell: spray_program nasal_sprays",
        source="KET-INT-17 KET-WARN-01",
    ),
    row(
        *("Flonase",),
        ketamine_form="drip",
        found="tell: drip_off_label",
        source="KET-INT-17 KET-DOSE-02",
    ),
    row(
        *("Xanax",),
        ketamine_form="by_mouth",
        found="caution: ketamine_by_mouth by_mouth_breathing benzodiazepines",
        source="KET-INT-05 KET-ABU-03",
    ),
)

CONDITIONS = (
    row(aneurysm_or_avm="yes", found="gate: aneurysm_or_avm", source="KET-WARN-03"),
    row(aneurysm_or_avm="unsure", found="gate: aneurysm_or_avm?", source="KET-WARN-03"),
    row(aneurysm_or_avm="no", source="KET-WARN-03"),
    row(brain_bleed="unsure", found="gate: brain_bleed?", source="KET-WARN-03"),
    row(ketamine_allergy="yes", found="gate: ketamine_allergy", source="KET-WARN-03"),
    row(high_blood_pressure_uncontrolled="yes", found="gate: blood_pressure", source="KET-WARN-04"),
    row(unstable_heart="unsure", found="gate: unstable_heart?", source="KET-WARN-04"),
    row(
        recent_heart_attack_or_stroke="yes",
        found="gate: recent_heart_attack_or_stroke",
        source="KET-WARN-04 spravato_eu_label",
    ),
    row(
        raised_brain_pressure="unsure",
        found="gate: raised_brain_pressure?",
        source="spravato_eu_label",
    ),
    row(severe_liver_disease="yes", found="gate: severe_liver_disease", source="KET-WARN-05"),
    row(liver_disease="unsure", found="caution: liver_disease?", source="KET-WARN-05"),
    row(pregnant="unsure", found="gate: pregnancy?", source="KET-WARN-06"),
    row(breastfeeding="yes", found="gate: breastfeeding", source="KET-WARN-06"),
    row(psychosis="yes", found="gate: psychosis", source="KET-WARN-07"),
    row(substance_use="yes", found="caution: substance_use", source="KET-WARN-07"),
    row(
        *("Zoloft",),
        mania_or_bipolar="unsure",
        found="gate: mania_or_bipolar?; tell: mania_with_antidepressant? ssri_snri coming_off",
        source="KET-WARN-08 zoloft_label",
    ),
    row(
        *("Wellbutrin",),
        seizures="unsure",
        found="caution: seizure_risk? seizures?; "
        "tell: raises_pressure other_antidepressants coming_off",
        source="bupropion_ref ketamine_label",
    ),
    row(
        *("Zoloft",),
        recent_maoi="unsure",
        found="gate: after_maoi? recent_maoi?; tell: ssri_snri coming_off",
        source="fluoxetine_label",
    ),
    row(
        *(stopped("Nardil", 3),),
        recent_maoi="unsure",
        found="gate: recent_maoi",
        source="fluoxetine_label",
    ),
    row(
        *(stopped("Nardil", 30),),
        recent_maoi="yes",
        found="gate: recent_maoi",
        source="fluoxetine_label",
    ),
    row(no_ride_home="yes", found="caution: no_ride", source="KET-WARN-02"),
    row(alone_at_home="yes", found="tell: alone_at_home", source="KET-WARN-02"),
    row(
        alone_at_home="unsure",
        ketamine_form="by_mouth",
        found="caution: ketamine_by_mouth alone_at_home_by_mouth?",
        source="KET-ABU-03",
    ),
    row(dissociatives_before="yes", found="tell: dissociatives_before", source="KET-ABU-01"),
    row(other_drugs_before="yes", found="tell: other_drugs_before", source="KET-ABU-01"),
    row(other_drugs_before="rather_not", source="KET-ABU-01"),
    row("Zoloft", age="65_plus", found=f"{SSRI} older older_sodium", source="zoloft_label"),
)

TABLE: Final = (*KETAMINE_AND_ONE, *PAIRS, *STOPPED, *ROUTES, *FORMS, *CONDITIONS)
