import pytest
from decision_aid.content.packs import load_pack
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.dose_words import unread_in_dose
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.workspace.workspace import Workspace

from tests.builders import TODAY


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("depression")


@pytest.mark.parametrize(
    ("dose", "unread"),
    [
        ("50 mg + Nardill", ("Nardill",)),
        ("50 mg + a foobarol", ("foobarol",)),
        ("sertralin 20", ("sertralin",)),
        ("with some bluepill & redpill", ("bluepill", "redpill")),
        ("50 mg and Tylenol", ("Tylenol",)),
    ],
)
def test_what_may_be_a_medicine_nobody_knows_is_told(
    pack: Pack, dose: str, unread: tuple[str, ...]
) -> None:
    assert unread_in_dose(pack, dose) == unread


@pytest.mark.parametrize(
    "dose",
    [
        *("", " ", "50 mg", "1-0-1", "in the morning with food", "when I feel low"),
        *("50 mg + MAO-B inhibitor", "50 mg + Nardil", "with breakfast and at lunch"),
        *("1 every other day and 2 on Sundays", "as needed for anxiety", "with a glass of water"),
        *("half a tablet with grapefruit juice", "25 mg slowly increasing to 50"),
        *("prn panic attacks", "10 units before meals", "at night with a light snack"),
        *("since March 2024", "for my back pain", "with or without food", "and sometimes more"),
        *("0.5 mg under the tongue", "150 XL in the morning and 75 at noon", "not sure"),
    ],
)
def test_ordinary_words_about_a_dose_frighten_nobody(pack: Pack, dose: str) -> None:
    assert unread_in_dose(pack, dose) == ()


def test_they_are_among_what_was_not_checked(pack: Pack) -> None:
    about = AboutYou(taking=(Taking(name="Zoloft", dose="50 mg + Nardill"),))
    session = Session(pack="depression", seed=7, started_on=TODAY, about=about)
    assert Workspace(pack, session).snapshot.unknown_medicines == ("Nardill",)
