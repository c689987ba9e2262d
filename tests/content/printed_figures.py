"""What the records of the evidence print, typed from them and from nothing else.

A number of people stands as its record prints it: "41" where whole people out of 100 are printed,
"58.7" where a decimal is.
"""

Group = tuple[int, int, str]
"""People it happened to, people counted, and people out of 100 as printed."""

COUNTED: dict[tuple[str, str, str], tuple[Group, Group]] = {
    ("KET-EFF-01", "transform_response", "everyone"): ((182, 343, "53.1"), (94, 222, "42.3")),
    ("KET-EFF-01", "transform_response", "finishers"): ((182, 310, "58.7"), (94, 208, "45.2")),
    ("KET-EFF-02", "transform_remission", "everyone"): ((131, 343, "38.2"), (64, 222, "28.8")),
    ("KET-EFF-02", "transform_remission", "finishers"): ((131, 310, "42.3"), (64, 208, "30.8")),
    ("KET-EFF-05", "older_response", "finishers"): ((17, 63, "27.0"), (8, 60, "13.3")),
    ("KET-EFF-05", "older_remission", "finishers"): ((11, 63, "17.5"), (4, 60, "6.7")),
    ("KET-EFF-06", "relapse_spray_stopped", "all"): ((24, 90, "26.7"), (39, 86, "45.3")),
    ("KET-EFF-07", "relapse_better_spray_stopped", "all"): ((16, 62, "25.8"), (34, 59, "57.6")),
    ("KET-EFF-08", "quetiapine_week_8", "all"): ((91, 336, "27.1"), (60, 340, "17.6")),
    ("KET-EFF-08", "quetiapine_stayed_well", "all"): ((73, 336, "21.7"), (48, 340, "14.1")),
    ("KET-TIME-01", "next_day_response", "all"): ((55, 318, "17.3"), (19, 203, "9.4")),
    ("switch-vastd-2017", "add_aripiprazole", "all"): ((146, 505, "28.9"), (114, 511, "22.3")),
    ("switch-vastd-2017", "add_bupropion", "all"): ((136, 506, "26.9"), (114, 511, "22.3")),
}

SPRAY_GROUPS = (346, 222)
SPRAY_SIDE_EFFECTS: dict[str, tuple[int, str, int, str]] = {
    "dissociation": (142, "41", 21, "9"),
    "dizziness": (101, "29", 17, "8"),
    "nausea": (98, "28", 19, "9"),
    "sedation": (79, "23", 21, "9"),
    "vertigo": (78, "23", 6, "3"),
    "headache": (70, "20", 38, "17"),
    "altered_taste": (66, "19", 30, "14"),
    "numbness": (63, "18", 5, "2"),
    "anxiety": (45, "13", 14, "6"),
    "lethargy": (37, "11", 12, "5"),
    "blood_pressure": (36, "10", 6, "3"),
    "vomiting": (32, "9", 4, "2"),
    "insomnia": (29, "8", 16, "7"),
    "diarrhea": (23, "7", 13, "6"),
    "nasal_discomfort": (23, "7", 11, "5"),
    "throat_irritation": (23, "7", 9, "4"),
    "feeling_drunk": (19, "5", 1, "0.5"),
    "dry_mouth": (19, "5", 7, "3"),
    "euphoric_mood": (15, "4", 2, "1"),
    "slurred_speech": (15, "4", 0, "0"),
    "sweating": (14, "4", 5, "2"),
    "tremor": (12, "3", 2, "1"),
    "frequent_urination": (11, "3", 1, "0.5"),
    "fast_heartbeat": (6, "2", 1, "0.5"),
}
"""KET-AE-01, the whole table: people with the spray, out of 100; people without, out of 100."""

PERCENTAGES: dict[tuple[str, str], tuple[float, ...]] = {
    ("KET-EFF-09", "own_rating_better_week_8"): (49.4, 32.8),
    ("KET-EFF-09", "own_rating_well_week_8"): (19.3, 12.2),
    ("KET-EFF-09", "own_rating_better_week_32"): (58.9, 40.3),
    ("KET-EFF-09", "own_rating_well_week_32"): (34.8, 18.1),
    ("KET-EFF-10", "spray_alone_remission"): (22.5, 7.6),
    ("KET-EFF-21", "drip_response"): (46.5, 25.9),
    ("cbt-cobalt-response-6m", "cbt_response_6_months"): (46, 22),
    ("cbt-cobalt-response-46m", "cbt_response_4_years"): (43, 27),
    ("cbt-general-response-2023", "cbt_general_response"): (42, 19),
    ("switch-optimum-2023", "older_add_aripiprazole"): (28.9, 19.3),
    ("switch-optimum-2023", "older_add_bupropion"): (28.2, 19.3),
    ("ad-stone-2022", "antidepressant_large_gain"): (25, 10),
    ("ad-stop-antler-2021", "relapse_after_stopping"): (56, 39),
    ("ad-stop-henssler-2024", "symptoms_after_stopping"): (31, 17),
    ("ad-stop-henssler-2024", "severe_symptoms_after_stopping"): (2.8, 0.6),
    ("ad-se-sertraline-label", "sertraline_nausea"): (25, 11),
    ("ad-se-sertraline-label", "sertraline_insomnia"): (21, 11),
    ("ad-se-sertraline-label", "sertraline_diarrhea"): (20, 10),
    ("ad-se-sertraline-label", "sertraline_ejaculation_failure"): (14, 1),
    ("ad-se-sertraline-label", "sertraline_dry_mouth"): (14, 8),
    ("ad-se-sertraline-label", "sertraline_sleepiness"): (13, 7),
    ("ad-se-sertraline-label", "sertraline_dizziness"): (12, 7),
    ("ad-se-sertraline-label", "sertraline_tiredness"): (12, 7),
    ("ad-se-sertraline-label", "sertraline_tremor"): (8, 2),
    ("ad-se-sertraline-label", "sertraline_sweating"): (7, 2),
    ("ex-smile2-2007", "exercise_supervised"): (45, 31),
    ("ex-smile2-2007", "exercise_home"): (40, 31),
    ("sleep-triad-2016", "sleep_program"): (44, 36),
    ("trd-heerlein-2021", "usual_care_six_months"): (16.7,),
    ("trd-heerlein-2021", "usual_care_twelve_months"): (19.2,),
    ("stard-remission-by-step", "first_step"): (36.8,),
    ("stard-remission-by-step", "second_step"): (30.6,),
    ("stard-remission-by-step", "third_step"): (13.7,),
    ("stard-remission-by-step", "fourth_step"): (13.0,),
    ("psy-dropout-2015", "therapy_dropout"): (17.5,),
    ("ex-dropout-2016", "exercise_dropout"): (18.1,),
}

IN_WORDS: dict[str, tuple[str, tuple[float, ...]]] = {
    # of the trial that found less, which its record wants beside the two together: KET-EFF-04
    "transform_remission": ("KET-EFF-02", (36.0, 38.8, 30.6)),
    # sleepiness by scale, told beside what people reported: KET-AE-03
    "spray_side_effects": ("KET-AE-01", (48, 61)),
    "spray_asked_by_scale": ("KET-AE-03", (61, 75, 48)),
    "spray_severe_effects": ("KET-AE-02", (12.0, 3.6)),
    "spray_pressure_spikes": ("KET-AE-04", (8, 0.5)),
    "older_pressure": ("KET-AE-04", (17, 2)),
    "spray_alone_side_effects": ("KET-AE-05", (24.8, 24.3, 21.7, 19.0)),
    "drip_side_effects": ("KET-AE-07", (50,)),
    "stard_therapy_step_2": ("cbt-stard-step2", (31, 33, 27)),
    "therapy_worse": ("psy-deterioration-2018", (4, 10)),
    "lasting_bad_effects": ("psy-lasting-bad-effects", (5.2,)),
    "psychologist_openings": ("psy-wait-us", (56,)),
    "cbt_relapse": ("cbt-relapse-vittengl", (29, 54)),
    "young_adults_warning": ("ad-boxed-suicidality", (5, 6)),
    "sexual_effects": ("ad-se-sexual", (25.8, 80.3)),
    "quetiapine_week_32": ("KET-EFF-08", (21.7, 14.1)),
    "large_gain": ("ad-stone-2022", (25, 10)),
    "antler": ("ad-stop-antler-2021", (44, 21)),
    "sertraline_label": ("ad-se-sertraline-label", (6, 1, 2)),
}
"""Numbers told in words, of 100 (the boxed warning of 1,000), by the study that texts name."""
