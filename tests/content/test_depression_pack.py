"""The words of the pack that ships: honest, calm, short, balanced."""

import re
from datetime import date

import pytest
from decision_aid.base.resources import resources_dir
from decision_aid.content.checks.run import check_pack
from decision_aid.domain.pack import Pack

from tests.content.pack_texts import own_texts

LOADED = re.compile(
    r"\b(proven|breakthrough|miracle|amazing|cures?|only|just|natural|simpl[ey]|unfortunately)\b",
    re.IGNORECASE,
)


def words(text: str) -> int:
    return len(text.split())


def test_the_pack_has_five_options_and_one_of_them_is_staying(pack: Pack) -> None:
    assert [option.id for option in pack.options if option.status_quo] == ["stay_with_current_care"]
    assert len(pack.options) == 5


def test_no_warning_is_left_by_the_check() -> None:
    assert check_pack("depression", today=date(2026, 11, 23)) == ()


def test_nothing_praises_frightens_or_belittles(pack: Pack) -> None:
    assert [text for text in own_texts(pack) if LOADED.search(text)] == []


def test_no_text_holds_a_percent_sign_a_price_or_a_figure_that_misleads(pack: Pack) -> None:
    misleading = re.compile(r"%|\$|\b(67|73)\b|\bpercent\b|odds|relative risk|\bSMD\b")
    assert [text for text in own_texts(pack) if misleading.search(text)] == []


def test_a_cell_or_card_with_a_number_names_its_source(pack: Pack) -> None:
    for option in pack.options:
        for cell in option.cells:
            if re.search(r"\d", cell.text + cell.more):
                assert cell.sources, (option.id, cell.id)
    for card in pack.cards:
        assert card.sources, card.id


def test_cells_of_one_question_are_about_equally_long(pack: Pack) -> None:
    for question in pack.questions:
        cells = [option.cell(question.id) for option in pack.options]
        for part in ([words(one.text) for one in cells], [words(one.more) for one in cells]):
            assert max(part) <= 1.5 * min(part), question.id
        assert max(words(one.text) for one in cells) <= 12, question.id


def test_an_answer_opens_to_two_sentences_or_more(pack: Pack) -> None:
    for option in pack.options:
        for cell in option.cells:
            assert 2 <= len(re.findall(r"[.!?](?=\s|$)", cell.more)) <= 4, (option.id, cell.id)


QUESTIONS = {
    "what it is": "what_it_is",
    "what a person does": "what_i_do",
    "how long until it may help": "how_soon",
    "how many are helped": "how_many_better",
    "how long it lasts": "how_long",
    "what can go wrong": "common_side_effects",
    "rare but serious": "serious_harm",
    "who should not": "who_should_not",
    "what it is like for the body": "body",
    "what it is like for the mind": "mind",
    "what it is like for the days": "social",
    "time each week": "time_each_week",
    "what it asks": "what_it_asks",
    "cost": "cost",
    "who provides it": "who_provides",
    "if you stop": "if_i_stop",
    "can it be combined": "combine",
}


def test_every_option_answers_the_same_questions_in_the_same_order(pack: Pack) -> None:
    asked = list(QUESTIONS.values())
    assert [one.id for one in pack.questions] == asked
    for option in pack.options:
        assert [cell.id for cell in option.cells] == asked, option.id


def test_living_with_it_is_told_for_body_mind_and_days(pack: Pack) -> None:
    kinds = {one.id: one.kind for one in pack.questions}
    assert [kinds[one] for one in ("body", "mind", "social")] == ["body", "mind", "social"]


def test_rows_with_numbers_of_several_options_say_what_must_not_be_compared(pack: Pack) -> None:
    for question in pack.questions:
        cells = [option.cell(question.id) for option in pack.options]
        if sum(bool(cell.figures or cell.studies) for cell in cells) > 1:
            assert question.caution.endswith("."), question.id
            assert words(question.caution) <= 20, question.id


def test_every_criterion_has_questions_that_inform_it(pack: Pack) -> None:
    informed = {name for question in pack.questions for name in question.criteria}
    assert informed == {criterion.id for criterion in pack.criteria}


def test_sentences_are_short(pack: Pack) -> None:
    for text in own_texts(pack):
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            assert words(sentence) <= 21, sentence


LIKELIEST = {
    ("feel_better", "ketamine_with_antidepressant"): "transform_response",
    ("feel_better", "ketamine_alone"): "spray_alone_remission",
    ("feeling_unreal", "ketamine_with_antidepressant"): "spray_dissociation",
}


@pytest.mark.parametrize("place", LIKELIEST)
def test_a_likeliest_gap_is_that_of_the_groups_it_was_read_from(
    pack: Pack, place: tuple[str, str]
) -> None:
    reading = pack.figure(LIKELIEST[place]).readings[0]
    assert reading.comparison
    gap = reading.intervention.per_100 - reading.comparison.per_100
    assert pack.criterion(place[0]).standing(place[1]).central == gap


def test_any_of_three_effects_is_at_least_as_common_as_one_of_them(pack: Pack) -> None:
    standing = pack.criterion("sick_or_sleepy").standing("ketamine_with_antidepressant")
    for name in ("spray_dizziness", "spray_nausea", "spray_sedation"):
        (reading,) = pack.figure(name).readings
        assert reading.comparison
        assert standing.central is not None
        assert standing.central >= reading.intervention.per_100 - reading.comparison.per_100


@pytest.mark.parametrize("criterion", ["feeling_unreal", "how_soon", "sick_or_sleepy"])
def test_no_gap_is_made_where_no_trial_compared_with_and_without_a_tablet(
    pack: Pack, criterion: str
) -> None:
    both, alone = (
        pack.criterion(criterion).standing(one)
        for one in ("ketamine_with_antidepressant", "ketamine_alone")
    )
    assert both.central == alone.central


def test_the_first_seven_criteria_mix_all_kinds(pack: Pack) -> None:
    first = [criterion.group for criterion in pack.criteria[:7]]
    assert {"benefit", "harm", "burden", "practical"} == set(first)


def test_each_dealbreaker_rules_out_something_and_leaves_something(pack: Pack) -> None:
    for dealbreaker in pack.dealbreakers:
        criterion = pack.criterion(dealbreaker.criterion)
        hits = [one for one in criterion.standings if one.level == dealbreaker.level]
        assert 0 < len(hits) < len(pack.options), dealbreaker.id


def test_the_crisis_contacts_are_those_of_the_us_without_a_line_that_has_ended(pack: Pack) -> None:
    said = " ".join(
        (pack.crisis.line, *(one.number + " " + one.text for one in pack.crisis.contacts))
    )
    dialed = {one.id: one.dialed for one in pack.crisis.contacts}
    assert dialed["lifeline"] == "988"
    assert dialed["veterans"] == "988, then press 1"
    assert dialed["spanish"] == "988, then press 2"
    for needed in ("988", "911", "838255", "AYUDA", "press 1", "press 2"):
        assert needed in said
    assert "press 3" not in said.lower()
    assert pack.crisis.checked_on == date(2026, 11, 23)


def test_the_phq9_is_word_for_word_and_item_9_has_its_own_code(pack: Pack) -> None:
    phq9 = pack.instrument("phq9")
    assert phq9
    assert (len(phq9.items), len(phq9.answers)) == (9, 4)
    assert phq9.items[8].code == "44260-8"
    assert phq9.items[8].text.startswith("Thoughts that you would be better off dead")
    assert len({item.code for item in phq9.items}) == 9
    assert "44261-6" not in {item.code for item in phq9.items}
    assert "No permission required" in phq9.notice
    assert phq9.extra
    assert len(phq9.extra.answers) == 4


def test_each_questionnaire_has_its_own_terms_beside_it() -> None:
    for name in ("phq9", "sure"):
        assert (resources_dir() / "instruments" / name / "LICENSE.txt").is_file()


def test_the_pack_says_that_no_clinician_has_reviewed_it(pack: Pack) -> None:
    assert "No clinician has reviewed" in pack.provenance.review_note
