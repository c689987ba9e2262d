"""Ways in which true numbers mislead, each with what the pack that ships does against it.

The names are those of the evidence records: KET-TRAP-01 to -14, and traps 1 to 15 on therapy,
lifestyle and current care.
"""

import re
from collections.abc import Callable

import pytest
from decision_aid.content.checks.run import CHECKS, check_pack
from decision_aid.domain.about_you import AboutYou
from decision_aid.domain.pack import Pack
from decision_aid.domain.safety import about_medicines, findings, usually
from decision_aid.domain.session import Session

from tests.builders import TODAY
from tests.content.pack_texts import own_texts

BOTH = "ketamine_with_antidepressant"
ALONE = "ketamine_alone"
THERAPY = "talking_therapy"
LIFESTYLE = "lifestyle_changes"
STAY = "stay_with_current_care"


def cell(pack: Pack, option: str, question: str) -> str:
    one = pack.option(option).cell(question)
    return f"{one.text} {one.more}"


def card(pack: Pack, name: str) -> str:
    return " ".join(next(one for one in pack.cards if one.id == name).paragraphs)


def figures_of(pack: Pack, option: str) -> set[str]:
    one = pack.option(option)
    return {*one.headline_figures, *(name for each in one.cells for name in each.figures)}


def records_of(pack: Pack, option: str) -> set[str]:
    return {pack.study(pack.figure(one).study).record for one in figures_of(pack, option)}


def drawn_records(pack: Pack) -> set[str]:
    return {pack.study(one.study).record for one in pack.figures}


def with_and_without_a_tablet_were_never_compared(pack: Pack) -> None:
    assert any("against ketamine alone" in one for one in pack.not_compared)
    row = next(one for one in pack.questions if one.id == "how_many_better")
    assert row.caution


def the_trials_of_the_spray_compare_with_a_new_tablet_and_not_with_staying(pack: Pack) -> None:
    for name in ("transform_response", "transform_remission"):
        assert "new antidepressant" in pack.study(name).comparison
        assert "stayed on its old" in pack.study(name).caution
    assert not {"KET-EFF-01", "KET-EFF-02"} & records_of(pack, STAY)


def the_trial_that_went_best_is_not_shown_alone(pack: Pack) -> None:
    assert "KET-EFF-03" not in drawn_records(pack)
    told = card(pack, "what_ketamine_studies_show")
    assert "Japan" in told
    assert "65" in told
    assert "takahashi_2021" in pack.option(BOTH).cell("how_many_better").sources


def those_who_left_are_counted_first(pack: Pack) -> None:
    for name in ("transform_response", "transform_remission"):
        assert [one.id for one in pack.figure(name).readings] == ["everyone", "finishers"]


def that_people_could_feel_the_drug_is_said(pack: Pack) -> None:
    assert "feel" in pack.study("transform_response").certainty_reason
    assert "tell which spray" in cell(pack, BOTH, "how_many_better")
    assert "Hope and knowing" in card(pack, "what_ketamine_studies_show")


def every_study_says_when_it_was_measured(pack: Pack) -> None:
    for study in pack.studies:
        assert study.when, study.id
        assert study.weeks >= 0, study.id


def cut_offs_stand_beside_each_remission_and_are_never_pooled(pack: Pack) -> None:
    cut_offs = {
        one.study: (one.scale, one.at_most) for one in pack.figures if one.outcome == "remission"
    }
    assert cut_offs["transform_remission"] == ("MADRS", 12)
    assert cut_offs["quetiapine_week_8"] == ("MADRS", 10)
    for figure in pack.figures:
        if figure.outcome == "remission":
            assert (figure.scale, figure.at_most) == cut_offs[figure.study], figure.id


def the_way_to_the_relapse_trial_is_told(pack: Pack) -> None:
    study = pack.study("spray_kept_or_stopped")
    for number in ("705", "455", "297"):
        assert number in study.caution
    assert "KET-LT-02" not in drawn_records(pack)


def fast_is_not_for_most(pack: Pack) -> None:
    figure = pack.figure("next_day_response")
    (reading,) = figure.readings
    assert reading.comparison
    assert (reading.intervention.per_100, reading.comparison.per_100) == (17, 9)
    assert any("17 of 100" in one.explanation for one in pack.teach_backs)


def the_spray_the_drip_and_ketamine_at_home_are_three_things(pack: Pack) -> None:
    spray, drip, home = (card(pack, f"ketamine_{one}") for one in ("spray", "drip", "at_home"))
    assert "FDA has approved it" in spray
    assert "off-label" in drip
    assert "off-label" not in spray
    assert "FDA warned" in home


def with_fewer_than_two_tried_the_figures_are_not_about_you(pack: Pack) -> None:
    about = AboutYou(antidepressants_tried="one")
    said = Session(pack=pack.id, seed=1, started_on=TODAY, about=about)
    told = {one.rule.id: one.rule for one in findings(pack, said)}
    assert "not about you" in told["under_two_tried"].why
    assert {BOTH, ALONE} <= set(told["under_two_tried"].options)


def who_paid_for_the_trials_of_the_spray_is_told(pack: Pack) -> None:
    for name in ("turkoz_2021", "daly_2019", "reif_2023", "janik_2025", "heerlein_2021"):
        assert pack.source(name).funding, name


def no_line_about_a_medicine_makes_anyone_stop_it(pack: Pack) -> None:
    for rule in pack.rules:
        if about_medicines(pack, rule):
            assert usually(pack, rule).endswith(pack.keep_taking), rule.id


def it_is_not_said_to_prevent_suicide(pack: Pack) -> None:
    for option in (BOTH, ALONE):
        assert "not been shown to prevent suicide" in cell(pack, option, "serious_harm")
    assert any(one.number == "988" for one in pack.crisis.contacts)


def rows_that_mix_studies_say_so(pack: Pack) -> None:
    found = [one for one in check_pack(pack.id, today=TODAY) if one.code == "window_unsaid"]
    assert "window_unsaid" in {one.code for one in CHECKS}
    assert found == []


def both_groups_stand_wherever_a_study_had_two(pack: Pack) -> None:
    for figure in pack.figures:
        one_group = pack.study(figure.study).design == "one_group"
        assert all((one.comparison is None) == one_group for one in figure.readings), figure.id


def the_outlook_of_other_people_is_not_shown_to_these(pack: Pack) -> None:
    assert not {"nat-whiteford-2013", "trd-dunner-2006"} & drawn_records(pack)


def what_is_known_of_cbt_is_not_told_of_ipt(pack: Pack) -> None:
    told = cell(pack, THERAPY, "how_many_better")
    assert "CBT" in told
    assert "IPT had one small study" in told
    assert "one small study" in card(pack, "what_ipt_is")


def therapy_is_told_of_as_added(pack: Pack) -> None:
    assert "almost none for therapy in their place" in cell(pack, THERAPY, "combine")
    assert "add" in pack.option(THERAPY).summary


def exercise_is_not_said_to_do_as_well_as_anything(pack: Pack) -> None:
    assert "left out" in cell(pack, LIFESTYLE, "how_many_better")
    assert not {"ex-cochrane-2026-psy", "ex-cochrane-2026-drugs"} & drawn_records(pack)
    for text in own_texts(pack):
        assert not re.search(r"exercise\b.*\bas (well|good) as", text, re.IGNORECASE), text


def the_sum_of_four_steps_is_nowhere(pack: Pack) -> None:
    for text in own_texts(pack):
        assert "67 of 100" not in text


def changing_is_not_said_to_beat_staying(pack: Pack) -> None:
    assert any("changing a medicine with staying" in one for one in pack.not_compared)
    assert "No group stayed on the same one" in card(pack, "changing_medicine")


def harms_that_were_hardly_counted_are_not_told_as_none(pack: Pack) -> None:
    assert "few trials counted" in cell(pack, THERAPY, "serious_harm")
    assert "not counted well" in cell(pack, LIFESTYLE, "common_side_effects")


def those_who_finished_are_not_told_as_all(pack: Pack) -> None:
    assert "diet-smiles-2017" not in drawn_records(pack)
    assert "about half" in cell(pack, THERAPY, "how_long").lower()
    assert "half" in pack.figure("cbt_response_4_years").readings[0].name


def relapses_are_told_with_whom_they_are_about(pack: Pack) -> None:
    relapses = [one for one in pack.figures if one.outcome == "relapse"]
    assert relapses
    for figure in relapses:
        assert "well" in pack.study(figure.study).people, figure.id


def nothing_is_told_in_relative_numbers_alone(pack: Pack) -> None:
    assert "relative_effect" in {one.code for one in CHECKS}
    found = [one for one in check_pack(pack.id, today=TODAY) if one.code == "relative_effect"]
    assert found == []


def the_maker_behind_the_usual_care_figure_is_named(pack: Pack) -> None:
    assert "Janssen" in pack.source("heerlein_2021").funding


def no_order_of_a_guideline_ranks_the_options(pack: Pack) -> None:
    for text in own_texts(pack):
        assert not re.search(
            r"\b(first choice|should be first|ranked|recommends? \w+ first)\b", text
        )


def an_option_without_numbers_keeps_its_empty_place(pack: Pack) -> None:
    option = pack.option(LIFESTYLE)
    assert option.headline_figures == ()
    assert option.no_numbers
    assert option.cell("how_many_better").no_good_numbers


GUARDS: dict[str, Callable[[Pack], None]] = {
    "KET-TRAP-01": with_and_without_a_tablet_were_never_compared,
    "KET-TRAP-02": the_trials_of_the_spray_compare_with_a_new_tablet_and_not_with_staying,
    "KET-TRAP-03": the_trial_that_went_best_is_not_shown_alone,
    "KET-TRAP-04": those_who_left_are_counted_first,
    "KET-TRAP-05": that_people_could_feel_the_drug_is_said,
    "KET-TRAP-06": every_study_says_when_it_was_measured,
    "KET-TRAP-07": cut_offs_stand_beside_each_remission_and_are_never_pooled,
    "KET-TRAP-08": the_way_to_the_relapse_trial_is_told,
    "KET-TRAP-09": fast_is_not_for_most,
    "KET-TRAP-10": the_spray_the_drip_and_ketamine_at_home_are_three_things,
    "KET-TRAP-11": with_fewer_than_two_tried_the_figures_are_not_about_you,
    "KET-TRAP-12": who_paid_for_the_trials_of_the_spray_is_told,
    "KET-TRAP-13": no_line_about_a_medicine_makes_anyone_stop_it,
    "KET-TRAP-14": it_is_not_said_to_prevent_suicide,
    "trap 1": rows_that_mix_studies_say_so,
    "trap 2": both_groups_stand_wherever_a_study_had_two,
    "trap 3": the_outlook_of_other_people_is_not_shown_to_these,
    "trap 4": what_is_known_of_cbt_is_not_told_of_ipt,
    "trap 5": therapy_is_told_of_as_added,
    "trap 6": exercise_is_not_said_to_do_as_well_as_anything,
    "trap 7": the_sum_of_four_steps_is_nowhere,
    "trap 8": changing_is_not_said_to_beat_staying,
    "trap 9": harms_that_were_hardly_counted_are_not_told_as_none,
    "trap 10": those_who_finished_are_not_told_as_all,
    "trap 11": relapses_are_told_with_whom_they_are_about,
    "trap 12": nothing_is_told_in_relative_numbers_alone,
    "trap 13": the_maker_behind_the_usual_care_figure_is_named,
    "trap 14": no_order_of_a_guideline_ranks_the_options,
    "trap 15": an_option_without_numbers_keeps_its_empty_place,
}


@pytest.mark.parametrize("trap", GUARDS)
def test_each_way_to_mislead_with_true_numbers_is_guarded(pack: Pack, trap: str) -> None:
    GUARDS[trap](pack)
