"""The figures of the pack that ships are those of their records, with both groups."""

from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Arm

UNCONFIRMED = {
    "KET-EFF-NEG-02",
    "KET-EFF-22",
    "cbt-cobalt-remission-6m",
    "cbt-cobalt-12m",
    "psy-general-2021",
    "stard-relapse",
    "ex-treaduk-2012",
    "cbt-relapse-hollon-2005",
}


def test_a_treated_group_never_stands_without_its_comparison_unless_there_was_one_group(
    pack: Pack,
) -> None:
    for figure in pack.figures:
        one_group = pack.study(figure.study).design == "one_group"
        for reading in figure.readings:
            assert (reading.comparison is None) == one_group, figure.id
        if one_group:
            assert "no other group" in pack.study(figure.study).comparison


def test_no_figure_comes_from_an_unconfirmed_record(pack: Pack) -> None:
    assert not UNCONFIRMED & {study.record for study in pack.studies}


NEW_TABLET = {"KET-EFF-01", "KET-EFF-02", "KET-EFF-05", "KET-AE-01", "KET-TIME-01"}


def test_the_comparison_of_the_four_week_spray_trials_is_a_new_antidepressant(pack: Pack) -> None:
    spray = [study for study in pack.studies if study.record in NEW_TABLET]
    assert {study.record for study in spray} == NEW_TABLET
    for study in spray:
        assert study.comparison == "a placebo spray with a new antidepressant"
        assert "new antidepressant" in study.caution
        assert "current care" not in study.comparison


COUNTS = {
    ("KET-EFF-01", "transform_response", "everyone"): (182, 343, 94, 222),
    ("KET-EFF-01", "transform_response", "finishers"): (182, 310, 94, 208),
    ("KET-EFF-02", "transform_remission", "everyone"): (131, 343, 64, 222),
    ("KET-EFF-02", "transform_remission", "finishers"): (131, 310, 64, 208),
    ("KET-EFF-05", "older_response", "finishers"): (17, 63, 8, 60),
    ("KET-EFF-05", "older_remission", "finishers"): (11, 63, 4, 60),
    ("KET-EFF-06", "relapse_spray_stopped", "all"): (24, 90, 39, 86),
    ("KET-EFF-08", "quetiapine_week_8", "all"): (91, 336, 60, 340),
    ("KET-TIME-01", "next_day_response", "all"): (55, 318, 19, 203),
    ("KET-AE-01", "spray_dissociation", "all"): (142, 346, 21, 222),
    ("KET-AE-01", "spray_dizziness", "all"): (101, 346, 17, 222),
    ("KET-AE-01", "spray_nausea", "all"): (98, 346, 19, 222),
    ("KET-AE-01", "spray_sedation", "all"): (79, 346, 21, 222),
    ("KET-AE-01", "spray_vertigo", "all"): (78, 346, 6, 222),
    ("KET-AE-01", "spray_headache", "all"): (70, 346, 38, 222),
    ("KET-AE-01", "spray_altered_taste", "all"): (66, 346, 30, 222),
    ("KET-AE-01", "spray_numbness", "all"): (63, 346, 5, 222),
    ("KET-AE-01", "spray_anxiety", "all"): (45, 346, 14, 222),
    ("KET-AE-01", "spray_lethargy", "all"): (37, 346, 12, 222),
    ("KET-AE-01", "spray_blood_pressure", "all"): (36, 346, 6, 222),
    ("KET-AE-01", "spray_vomiting", "all"): (32, 346, 4, 222),
    ("KET-AE-01", "spray_insomnia", "all"): (29, 346, 16, 222),
    ("KET-AE-01", "spray_feeling_drunk", "all"): (19, 346, 1, 222),
    ("KET-AE-01", "spray_frequent_urination", "all"): (11, 346, 1, 222),
    ("switch-vastd-2017", "add_aripiprazole", "all"): (146, 505, 114, 511),
    ("switch-vastd-2017", "add_bupropion", "all"): (136, 506, 114, 511),
}
PERCENTAGES = {
    ("KET-EFF-10", "spray_alone_remission"): (22.5, 7.6),
    ("KET-EFF-21", "drip_response"): (46.5, 25.9),
    ("cbt-cobalt-response-6m", "cbt_response_6_months"): (46, 22),
    ("cbt-cobalt-response-46m", "cbt_response_4_years"): (43, 27),
    ("cbt-general-response-2023", "cbt_general_response"): (42, 19),
    ("switch-optimum-2023", "older_add_aripiprazole"): (28.9, 19.3),
    ("switch-optimum-2023", "older_add_bupropion"): (28.2, 19.3),
    ("ad-stop-antler-2021", "relapse_after_stopping"): (56, 39),
    ("ad-stop-henssler-2024", "symptoms_after_stopping"): (31, 17),
    ("ad-se-sertraline-label", "sertraline_nausea"): (25, 11),
    ("ad-se-sertraline-label", "sertraline_insomnia"): (21, 11),
    ("ad-se-sertraline-label", "sertraline_diarrhea"): (20, 10),
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
    ("stard-remission-by-step", "second_step"): (30.6,),
    ("stard-remission-by-step", "third_step"): (13.7,),
    ("psy-dropout-2015", "therapy_dropout"): (17.5,),
    ("ex-dropout-2016", "exercise_dropout"): (18.1,),
}


NOT_TO_BE_DRAWN = {"KET-AE-04", "KET-EFF-25", "KET-EFF-26", "cbt-stard-step2", "diet-smiles-2017"}
"""Confirmed, and yet told in words: not named as safe to draw, or not one fair comparison."""


def test_what_is_told_in_words_alone_is_not_drawn(pack: Pack) -> None:
    assert not NOT_TO_BE_DRAWN & {study.record for study in pack.studies}


def test_staying_borrows_no_figure_from_people_who_changed_or_began_a_tablet(pack: Pack) -> None:
    cell = pack.option("stay_with_current_care").cell("how_many_better")
    assert cell.figures == ("usual_care_six_months", "usual_care_twelve_months")


def counts(*arms: Arm | None) -> tuple[int, ...]:
    kept = [arm.counted for arm in arms if arm and arm.counted]
    return tuple(number for one in kept for number in (one.count, one.of))


def test_every_counted_figure_has_the_counts_of_its_record(pack: Pack) -> None:
    shown = {
        (pack.study(figure.study).record, figure.id, one.id): counts(
            one.intervention, one.comparison
        )
        for figure in pack.figures
        for one in figure.readings
        if one.intervention.counted
    }
    assert shown == COUNTS


def test_every_other_figure_has_the_published_percentages_of_its_record(pack: Pack) -> None:
    shown = {
        (pack.study(figure.study).record, figure.id): tuple(
            arm.percent for arm in (one.intervention, one.comparison) if arm
        )
        for figure in pack.figures
        for one in figure.readings
        if not one.intervention.counted
    }
    assert shown == PERCENTAGES


def test_the_very_wide_ranges_of_the_drip_are_kept(pack: Pack) -> None:
    interval = pack.figure("drip_response").readings[0].intervention.interval
    assert interval
    assert (interval.low, interval.high) == (25.9, 68.4)
    assert pack.study("drip_response").certainty == "very_low"


def test_ketamine_alone_never_opens_a_figure_of_ketamine_with_a_tablet(pack: Pack) -> None:
    option = pack.option("ketamine_alone")
    opened = {figure for cell in option.cells for figure in cell.figures}
    records = {pack.study(pack.figure(one).study).record for one in opened}
    assert records == {"KET-EFF-10", "KET-EFF-21"}


def test_a_cell_without_good_numbers_opens_no_figure_borrowed_from_elsewhere(pack: Pack) -> None:
    honest = [cell for option in pack.options for cell in option.cells if cell.no_good_numbers]
    assert len(honest) >= 5
    assert [cell.id for cell in honest if cell.figures] == []


def test_lifestyle_has_no_headline_borrowed_from_other_people(pack: Pack) -> None:
    option = pack.option("lifestyle_changes")
    assert option.headline_figures == ()
    assert "do not have good numbers" in option.no_numbers
    assert option.cell("how_many_better").no_good_numbers
