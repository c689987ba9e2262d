"""Everything a person needs to know to choose has its place in the pack that ships."""

from typing import get_args

import pytest
from decision_aid.domain.guidance import Topic
from decision_aid.domain.pack import Pack

from tests.content.pack_texts import texts_of

# what must be told, in words that must stand there: where it is told
TOLD: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "how antidepressants are thought to work": (
        "cards",
        "how_antidepressants_work",
        ("serotonin", "norepinephrine", "not fully understood"),
    ),
    "SSRIs and SNRIs": ("cards", "kinds_of_antidepressants", ("SSRI", "SNRI", "tried first")),
    "tricyclics, MAOIs and others": (
        "cards",
        "older_antidepressants",
        ("TCA", "MAOI", "Bupropion", "overdose", "diet"),
    ),
    "how ketamine is thought to work": (
        "cards",
        "how_ketamine_works",
        ("glutamate", "BDNF", "new links", "surgery", "not settled"),
    ),
    "the approved spray": ("cards", "ketamine_spray", ("approved", "certified", "2 hours")),
    "the drip is off-label": ("cards", "ketamine_drip", ("off-label", "no dose")),
    "ketamine sent home": ("cards", "ketamine_at_home", ("FDA warned", "no one is there")),
    "a controlled substance": (
        "cards",
        "ketamine_misuse",
        ("controlled substance", "get high", "overdose", "bladder"),
    ),
    "supervision": ("cards", "why_watching", ("body and your mood", "trained staff")),
    "no driving until the next day": ("cards", "treatment_day", ("drive", "next day", "ride")),
    "serotonin syndrome": (
        "cards",
        "taking_both",
        ("agitation", "confusion", "racing heart", "single cases", "do not know the exact risk"),
    ),
    "blood pressure and sleepiness": (
        "cards",
        "pressure_and_sleepiness",
        ("blood pressure", "sleepiness", "change nothing on your own"),
    ),
    "the liver, by route": ("cards", "dose_timing_liver", ("liver", "spray or drip", "swallowed")),
    "dose and timing are the provider's": (
        "cards",
        "dose_timing_liver",
        ("sets the dose and the timing", "Never change them on your own"),
    ),
    "the provider's part": (
        "cards",
        "your_provider",
        ("history", "medicines", "body and your mood", "change the plan"),
    ),
    "getting ready": ("cards", "getting_ready", ("questions", "open about your history", "tried")),
    "CBT": ("cards", "what_cbt_is", ("thoughts", "about once a week", "practice")),
    "IPT": ("cards", "what_ipt_is", ("people in your life", "3 to 5 months", "one small study")),
    "therapy's time, cost and wait": (
        "cards",
        "starting_therapy",
        ("hour a week", "Cost", "Waits"),
    ),
    "activity, eating, sleep": ("cards", "what_lifestyle_is", ("Activity", "diet", "Sleep")),
    "self-care, support, joy": ("cards", "people_and_joy", ("Self-care", "lean on", "friend")),
    "what lifestyle steps cannot do": ("cards", "what_lifestyle_can_do", ("do not replace",)),
    "what therapy cannot do": ("cards", "what_therapy_is", ("does not help everyone", "worse")),
    "combining": ("cards", "combining", ("together", "Lifestyle", "Therapy")),
    "staying": ("cards", "staying", ("real choice", "set a date")),
    "changing a medicine, not weighed": (
        "cards",
        "changing_medicine",
        ("does not weigh", "another antidepressant", "second medicine"),
    ),
    "other treatments": ("cards", "no_one_plan", ("rTMS", "ECT", "do not all agree")),
}


def words_of(pack: Pack, kind: str, name: str) -> str:
    entry = next(one for one in getattr(pack, kind) if one.id == name)
    return " ".join(texts_of(entry))


@pytest.mark.parametrize("topic", TOLD)
def test_each_topic_is_told_in_its_place(pack: Pack, topic: str) -> None:
    kind, name, needed = TOLD[topic]
    told = words_of(pack, kind, name)
    assert [one for one in needed if one not in told] == []


def test_a_person_finds_questions_to_ask_on_every_topic_and_for_whoever_is_there(
    pack: Pack,
) -> None:
    assert len(pack.suggestions) >= 30
    assert {one.topic for one in pack.suggestions} == set(get_args(Topic))
    assert {one.ask for one in pack.suggestions} == {"prescriber", "counselor", "anyone"}
    for option in pack.options:
        assert any(option.id in one.options for one in pack.suggestions), option.id
    assert len({one.text for one in pack.suggestions}) == len(pack.suggestions)


def test_every_option_says_what_who_how_long_and_for_whom_it_is_not(pack: Pack) -> None:
    kinds = [one.kind for one in pack.questions]
    for kind in ("description", "benefit", "harm", "body", "mind", "social", "practical"):
        assert kind in kinds
    assert "who_should_not" in {one.id for one in pack.questions}
    for option in pack.options:
        assert all(one.text.strip() and one.more.strip() for one in option.cells), option.id


def test_a_person_has_at_least_twelve_things_that_may_matter(pack: Pack) -> None:
    assert len(pack.criteria) >= 12
    for criterion in pack.criteria:
        assert all(one.derived_by.strip() for one in criterion.standings), criterion.id
