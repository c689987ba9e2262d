from dataclasses import replace

import pytest
from decision_aid.base import language
from decision_aid.domain.answers import Rating
from decision_aid.domain.criteria import Scale
from decision_aid.domain.plural_forms import PluralForms
from decision_aid.domain.rules import Medicine, MedicineClass
from decision_aid.weighing.appraisal import CloseReason, Equivalent, Tipping
from decision_aid.workspace.line_up_words import (
    close_sentence,
    tipping_sentence,
)
from decision_aid.workspace.ratings_words import equivalent_sentences
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import natural_words, read_as_words
from decision_aid.workspace.workspace import Workspace

from tests.builders import a_pack, a_scale_criterion, a_session


def not_sure_of_help() -> Snapshot:
    ratings = (Rating("help", "not_sure"), Rating("driving", 2))
    return Workspace(a_pack(), a_session(ratings=ratings), draws=50).snapshot


def test_what_would_change_it_counts_no_steps_from_an_answer_nobody_gave() -> None:
    tipping = Tipping(criterion="help", said=2, step=-2, option="stay")
    told = tipping_sentence(tipping, not_sure_of_help())
    assert told.startswith("If “Help” mattered “Not at all”, Stay (")


@pytest.mark.parametrize(("step", "way"), [(1, "more"), (-1, "less")])
def test_closeness_counts_no_steps_from_an_answer_nobody_gave(step: int, way: str) -> None:
    reason = CloseReason(kind="one_step", option="stay", criterion="help", step=step)
    told = close_sentence(reason, not_sure_of_help())
    assert told.startswith(f"If “Help” mattered a bit {way} than in the middle, Stay (")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Zoloft 50 mg", "sertraline (SSRI antidepressant)"),
        (" Sertraline", "SSRI antidepressant"),
        (
            "zoloft and nardil",
            "phenelzine (MAOI antidepressant); sertraline (SSRI antidepressant)",
        ),
        ("a tea", ""),
    ],
)
def test_a_line_is_told_by_the_generic_names_and_classes_it_was_read_as(
    typed: str, words: str
) -> None:
    assert read_as_words(a_pack(), typed) == words


def test_a_class_of_its_own_is_not_told_twice() -> None:
    lithium = Medicine(id="lithium", brands=("Lithobid",), classes=("lithium",))
    own = MedicineClass(id="lithium", name="Lithium")
    pack = a_pack(medicine_classes=(own,), medicines=(lithium,))
    assert read_as_words(pack, "Lithobid 300") == "lithium"
    assert read_as_words(pack, "lithium") == "Lithium"


WEEKS = PluralForms(one="{n} week", other="{n} weeks")
PEOPLE = PluralForms(other="{n} more of 100 people")
POLISH = PluralForms(
    one="{n} tydzień", few="{n} tygodnie", many="{n} tygodni", other="{n} tygodnia"
)


@pytest.mark.parametrize(
    ("language", "phrase", "at", "words"),
    [
        ("en", WEEKS, 1, "1 week"),
        ("en", WEEKS, -1, "-1 week"),
        ("en", WEEKS, 2, "2 weeks"),
        ("en", WEEKS, 1.4, "1.5 weeks"),
        ("en", WEEKS, 1.2, "1 week"),
        ("en", WEEKS, 0.5, "0.5 weeks"),
        ("en", PEOPLE, 1, "1 more of 100 people"),
        ("fr", PluralForms(one="{n} semaine", other="{n} semaines"), 1.5, "1.5 semaine"),
        ("pl", POLISH, 1, "1 tydzień"),
        ("pl", POLISH, 3, "3 tygodnie"),
        ("pl", POLISH, 11, "11 tygodni"),
        ("pl", POLISH, 1.5, "1.5 tygodnia"),
        ("tlh", WEEKS, 1, "1 weeks"),
    ],
)
def test_a_place_on_a_scale_is_told_in_the_form_its_language_has_for_the_number(
    language: str, phrase: PluralForms, at: float, words: str
) -> None:
    scale = Scale(worst=16, best=0, phrase=phrase)
    assert natural_words(a_scale_criterion("soon", scale=scale), at, language) == words


@pytest.mark.parametrize("spoken", ["en", "es"])
def test_a_number_takes_its_form_from_the_language_of_the_pack(spoken: str) -> None:
    language.speak(spoken)
    try:
        (told,) = worth_of(3, Scale(worst=16, best=0, phrase=POLISH), of_pack="pl")
    finally:
        language.speak()
    assert "a difference of 3 tygodnie in “Chance”" in told


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (5, "a difference of 5 of 100 people in “Chance”"),
        (1, "a difference of 1 of 100 people in “Chance”"),
    ],
)
def test_what_is_worth_as_much_is_told_as_a_difference_either_way(
    amount: float, words: str
) -> None:
    either_way = PluralForms(other="{n} of 100 people")
    people = Scale(worst=40, best=0, phrase=PEOPLE, difference=either_way)
    told = worth_of(amount, people, of_pack="en")
    soon = "a difference of 1 week in “Soon”"
    assert told == (f"By your ratings, {words} is worth about as much as {soon}.",)


def worth_of(amount: float, scale: Scale, of_pack: str) -> tuple[str, ...]:
    """What so much of a criterion is told to be worth, in a pack of that language."""
    weeks = Scale(worst=16, best=0, phrase=WEEKS)
    pack = a_pack(
        language=of_pack,
        criteria=(
            a_scale_criterion("chance", scale=scale),
            a_scale_criterion("soon", scale=weeks),
        ),
    )
    worth = Equivalent(criterion="chance", amount=amount, other="soon", other_amount=1.1)
    snapshot = Workspace(pack, a_session(), draws=20).snapshot
    appraisal = replace(snapshot.appraisal, equivalents=(worth,))
    return equivalent_sentences(replace(snapshot, weigh=lambda _: appraisal), "you")
