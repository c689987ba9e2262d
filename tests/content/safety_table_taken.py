"""Rows on what is taken, and in which way. See `tests.content.safety_rows`."""

from decision_aid.domain.about_you import Taking

from tests.content.safety_rows import MAOI_ALONE, SSRI, by, row

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
