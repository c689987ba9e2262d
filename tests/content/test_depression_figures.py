"""The figures of the pack that ships are those of their records, with both groups."""

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Arm, whole

from tests.content.printed_figures import (
    COUNTED,
    IN_WORDS,
    PERCENTAGES,
    SPRAY_GROUPS,
    SPRAY_SIDE_EFFECTS,
)

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
FOR_OTHER_PEOPLE = {"nat-whiteford-2013", "trd-dunner-2006", "trd-fekadu-2009"}
WORDS_ONLY = {
    *("KET-AE-02", "KET-AE-03", "KET-AE-04", "KET-AE-05", "KET-AE-07", "KET-LT-01", "KET-LT-02"),
    *("KET-EFF-03", "KET-EFF-25", "KET-EFF-26", "cbt-stard-step2", "diet-smiles-2017"),
    *("psy-deterioration-2018", "psy-lasting-bad-effects", "psy-wait-us", "cbt-relapse-vittengl"),
    *("ad-se-sexual", "ad-boxed-suicidality"),
}
"""Not named as safe to draw, or not one fair comparison: told in words or not at all."""


def test_a_treated_group_never_stands_without_its_comparison_unless_there_was_one_group(
    pack: Pack,
) -> None:
    for figure in pack.figures:
        one_group = pack.study(figure.study).design == "one_group"
        for reading in figure.readings:
            assert (reading.comparison is None) == one_group, figure.id
        if one_group:
            assert "no other group" in pack.study(figure.study).comparison


def test_nothing_comes_from_an_unconfirmed_record_or_from_other_people(pack: Pack) -> None:
    assert not (UNCONFIRMED | FOR_OTHER_PEOPLE) & {study.record for study in pack.studies}


def test_what_is_told_in_words_alone_is_not_drawn(pack: Pack) -> None:
    assert not WORDS_ONLY & {pack.study(figure.study).record for figure in pack.figures}


NEW_TABLET = {"KET-EFF-01", "KET-EFF-02", "KET-EFF-05", "KET-AE-01", "KET-TIME-01"}


def test_the_comparison_of_the_four_week_spray_trials_is_a_new_antidepressant(pack: Pack) -> None:
    spray = [study for study in pack.studies if study.record in NEW_TABLET]
    assert {study.record for study in spray} == NEW_TABLET
    for study in spray:
        assert study.comparison == "a placebo spray with a new antidepressant"
        assert "new antidepressant" in study.caution
        assert "current care" not in study.comparison


def test_staying_borrows_no_figure_from_people_who_changed_or_began_a_tablet(pack: Pack) -> None:
    cell = pack.option("stay_with_current_care").cell("how_many_better")
    assert cell.figures == ("usual_care_six_months", "usual_care_twelve_months")


def printed_counts() -> dict[tuple[str, str, str], tuple[int, ...]]:
    table = {
        key: tuple(one for group in groups for one in group[:2]) for key, groups in COUNTED.items()
    }
    for name, (spray, _, placebo, _) in SPRAY_SIDE_EFFECTS.items():
        there = (spray, SPRAY_GROUPS[0], placebo, SPRAY_GROUPS[1])
        table["KET-AE-01", f"spray_{name}", "all"] = there
    return table


def counts(*arms: Arm | None) -> tuple[int, ...]:
    kept = [arm.counted for arm in arms if arm and arm.counted]
    return tuple(number for one in kept for number in (one.count, one.of))


def test_every_counted_figure_has_the_counts_of_its_record_and_none_is_missing(pack: Pack) -> None:
    shown = {
        (pack.study(figure.study).record, figure.id, one.id): counts(
            one.intervention, one.comparison
        )
        for figure in pack.figures
        for one in figure.readings
        if one.intervention.counted
    }
    assert shown == printed_counts()


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


def as_printed(count: int, of: int, printed: str) -> str:
    """A share with as many decimals as its record prints."""
    return f"{100 * count / of:.{len(printed.partition('.')[2])}f}"


@pytest.mark.parametrize("key", COUNTED)
def test_the_counts_give_the_percentages_that_are_printed(key: tuple[str, str, str]) -> None:
    for count, of, printed in COUNTED[key]:
        assert as_printed(count, of, printed) == printed


def test_the_counts_of_side_effects_give_the_percentages_that_are_printed() -> None:
    for name, (spray, spray_printed, placebo, placebo_printed) in SPRAY_SIDE_EFFECTS.items():
        assert as_printed(spray, SPRAY_GROUPS[0], spray_printed) == spray_printed, name
        assert as_printed(placebo, SPRAY_GROUPS[1], placebo_printed) == placebo_printed, name


def test_the_numbers_told_in_words_are_those_of_their_records(pack: Pack) -> None:
    told = {one.id: (one.record, one.numbers) for one in pack.studies if one.numbers}
    typed = {
        name: (record, tuple(whole(number) for number in numbers))
        for name, (record, numbers) in IN_WORDS.items()
    }
    assert told == typed


def test_every_study_stands_behind_a_figure_or_behind_words(pack: Pack) -> None:
    named = {one.study for one in pack.figures}
    named |= {name for option in pack.options for cell in option.cells for name in cell.studies}
    named |= {name for card in pack.cards for name in card.studies}
    named |= {name for rule in pack.rules for name in rule.studies}
    assert [one.id for one in pack.studies if one.id not in named] == []


def test_every_figure_opens_from_a_cell(pack: Pack) -> None:
    opened = {name for option in pack.options for cell in option.cells for name in cell.figures}
    assert [one.id for one in pack.figures if one.id not in opened] == []


CUT_OFFS = {
    "transform_remission": ("MADRS", 12),
    "older_adults": ("MADRS", 12),
    "spray_alone": ("MADRS", 12),
    "quetiapine_week_8": ("MADRS", 10),
    "quetiapine_week_32": ("MADRS", 10),
    "own_rating_week_8": ("PHQ-9", 4),
    "own_rating_week_32": ("PHQ-9", 4),
    "vast_d": ("QIDS-C", 5),
    "smile_2": ("HAM-D", 7),
    "stard_steps": ("QIDS-SR", None),
    # the records name no scale, or one that was not confirmed
    "optimum": ("", None),
    "triad": ("", None),
    "usual_care_26_weeks": ("", None),
    "usual_care_52_weeks": ("", None),
}


def test_what_counts_as_well_is_told_with_the_scale_of_the_record(pack: Pack) -> None:
    well = [one for one in pack.figures if one.outcome == "remission"]
    assert {one.study: (one.scale, one.at_most) for one in well} == CUT_OFFS


LABELS = {
    "cbt_response_4_years": "about half who could still be reached",
    "older_response": "age 65",
    "exercise_supervised": "not a study of failed medicines",
    "sleep_program": "starting a medicine",
    "cbt_general_response": "general depression trials",
    "antidepressant_large_gain": "general depression trials",
    "symptoms_after_stopping": "too low",
    "relapse_after_stopping": "who are well",
    "relapse_spray_stopped": "297",
    "add_aripiprazole": "No group stayed",
    "usual_care_six_months": "began a new treatment",
    "second_step": "dispute",
    "therapy_dropout": "people in trials",
    "exercise_dropout": "people in trials",
    "sertraline_ejaculation_failure": "men alone",
}
"""Words that the record asks for wherever the figure stands."""


@pytest.mark.parametrize("name", LABELS)
def test_a_figure_carries_the_label_that_its_record_asks_for(pack: Pack, name: str) -> None:
    figure = pack.figure(name)
    study = pack.study(figure.study)
    readings = [one.name for one in figure.readings]
    said = " ".join((figure.question, figure.event, study.people, study.caution, *readings))
    assert LABELS[name] in said


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


def test_nobody_knows_how_long_a_gain_of_ketamine_alone_lasts(pack: Pack) -> None:
    assert pack.criterion("lasting").standing("ketamine_alone").unknown
    assert pack.option("ketamine_alone").cell("how_long").no_good_numbers


def test_a_cell_without_good_numbers_opens_no_figure_borrowed_from_elsewhere(pack: Pack) -> None:
    honest = [cell for option in pack.options for cell in option.cells if cell.no_good_numbers]
    assert len(honest) >= 5
    assert [cell.id for cell in honest if cell.figures] == []


def test_lifestyle_has_no_headline_borrowed_from_other_people(pack: Pack) -> None:
    option = pack.option("lifestyle_changes")
    assert option.headline_figures == ()
    assert "do not have good numbers" in option.no_numbers
    assert option.cell("how_many_better").no_good_numbers
