import pytest
from decision_aid.domain.answers import Rating
from decision_aid.domain.rules import Medicine, MedicineClass
from decision_aid.weighing.appraisal import CloseReason, Tipping
from decision_aid.workspace.line_up_words import close_sentence, tipping_sentence
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import read_as_words
from decision_aid.workspace.workspace import Workspace

from tests.builders import a_pack, a_session


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
