"""Rows on what was stopped, on the form of ketamine and on conditions.

See `tests.content.safety_rows`.
"""

from tests.content.safety_rows import MAOI_ALONE, SSRI, by, row, stopped

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
        found="gate: after_antidepressant maoi; tell: coming_off",
        source="fluoxetine_label",
    ),
    row(
        *(stopped("Prozac", 3), "Nardil"),
        found="gate: after_antidepressant maoi; tell: coming_off",
        source="fluoxetine_label",
    ),
    row(
        *(stopped("Zoloft", 13), "Nardil"),
        found="gate: after_antidepressant maoi; tell: coming_off",
        source="zoloft_ca_label",
    ),
    row(stopped("Zoloft", 14), "Nardil", found=MAOI_ALONE, source="zoloft_ca_label KET-INT-03"),
    row(
        *(stopped("Paxil", 13), by("mouth", "selegiline")),
        found="gate: after_antidepressant maoi",
        source="selegiline_label",
    ),
    row(
        *(stopped("Wellbutrin", None), "Parnate"),
        found="gate: after_antidepressant? maoi; tell: coming_off",
        source="tranylcypromine_label",
    ),
    row(
        *("Parnate",),
        recent_antidepressant="unsure",
        found="gate: after_antidepressant? maoi; tell: coming_off",
        source="tranylcypromine_label",
    ),
    row(stopped("Prozac", 35), "Nardil", found=MAOI_ALONE, source="fluoxetine_label KET-INT-03"),
    row(
        *(stopped("Symbyax", None), "Azilect"),
        found="gate: after_antidepressant? maoi",
        source="rasagiline_label",
    ),
    row(stopped("Prozac", 3), "Zoloft", found=SSRI, source="KET-INT-01"),
    row(stopped("Zoloft", 3), source="KET-INT-01"),
    row(stopped("Xanax", None), source="KET-INT-05"),
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
    # What was typed beside a name counts, whatever the list of conditions says.
    row(
        *(stopped("Nardil", 3),),
        recent_maoi="no",
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
