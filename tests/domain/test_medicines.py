import pytest
from decision_aid.content.packs import load_pack
from decision_aid.domain.medicines import known_medicines, named_medicines, unread_words
from decision_aid.domain.rules import Medicine
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_pack


def named(typed: str) -> list[str]:
    return [one.id for one in known_medicines(a_pack(), typed)]


@pytest.mark.parametrize(
    "typed",
    [
        "phenelzine",
        "Phenelzine",
        " NARDIL ",
        "nardil",
        "Nardil 15 mg",
        "phenelzine, (45mg/day)",
        "phenelzine sulfate",
        "Nardil15mg",
        "\uff2e\uff41\uff52\uff44\uff49\uff4c",  # as wide letters
        "Nardil (phenelzine)",
        "my old nardil",
    ],
)
def test_a_medicine_is_known_by_a_name_of_it_wherever_it_stands_in_the_line(typed: str) -> None:
    assert named(typed) == ["phenelzine"]


def test_a_medicine_of_two_names_is_one_and_both_are_told() -> None:
    ((medicine, names),) = named_medicines(a_pack(), "Nardil (phenelzine) 15 mg")
    assert medicine.id == "phenelzine"
    assert names == {"phenelzine", "Nardil"}


def test_a_sign_that_shows_nothing_is_no_word_left_unread() -> None:
    typed = "Nar\N{SOFT HYPHEN}dil 15\N{NO-BREAK SPACE}mg, foo\N{SOFT HYPHEN}barol and Zo\u0301loft"
    assert unread_words(a_pack(), typed) == ("foo\N{SOFT HYPHEN}barol",)
    assert named(typed) == ["phenelzine", "sertraline"]


def test_two_medicines_in_one_line_both_count() -> None:
    assert named("Zoloft and Nardil") == ["phenelzine", "sertraline"]


@pytest.mark.parametrize("typed", ["", "nard", "nardilux", "aspirin", "  "])
def test_a_name_the_pack_does_not_have_is_not_guessed(typed: str) -> None:
    assert named(typed) == []


def test_a_line_that_is_one_name_means_this_one_and_not_those_inside_it() -> None:
    both = Medicine(id="sertraline and lithium", classes=("ssri",))
    pack = a_pack(medicines=(*a_pack().medicines, both))
    assert known_medicines(pack, "Sertraline and lithium") == (both,)
    assert known_medicines(pack, "sertraline and lithium 5 mg") == (both,)
    assert len(known_medicines(pack, "sertraline and lithium, sertraline")) == 2


@pytest.mark.parametrize(
    ("typed", "unread"),
    [
        ("sertraline", ()),
        ("Zoloft 50mg tablets, twice daily (generic)", ()),
        ("my old Nardil 15 mg, and sertraline ER 37.5 MG at bedtime", ()),
        ("phenelzine sulfate 45mg/day", ()),
        ("sertraline 50 µg, 2x per day as prescribed by my doctor", ()),
        ("sertraline and foobarol", ("foobarol",)),
        ("phenelzine, bluepill", ("bluepill",)),
        ("Zoloft + Green tea, Redpill", ("Green tea", "Redpill")),
        ("sertraline & sleeping pills", ("sleeping",)),
        ("sertraline and a water pill", ("water",)),
        ("sertraline hydrochloride", ()),
        ("sertraline and potassium", ("potassium",)),
        ("sertraline, magnesium", ("magnesium",)),
        ("sertraline, vitamin B12", ("vitamin B12",)),
        ("<b>Grandma's</b> drops", ("b", "Grandma", "b")),
        ("zolft 50 mg", ("zolft",)),
        ("K", ("K",)),
        ("50 mg", ()),
        ("", ()),
    ],
)
def test_what_is_no_known_name_and_no_everyday_word_is_left_unread(
    typed: str, unread: tuple[str, ...]
) -> None:
    assert unread_words(a_pack(), typed) == unread


def test_no_name_of_the_shipped_pack_is_left_unread() -> None:
    pack = load_pack("depression")
    for name in [name for one in pack.medicines for name in (one.id, *one.brands)]:
        for line in ("{}", "my {}", "{} 5 mg", "{}, one daily"):
            assert known_medicines(pack, line.format(name))
            assert unread_words(pack, line.format(name)) == ()


@given(st.text("ab5 ,+-é'", max_size=20))
def test_whatever_is_typed_each_unread_part_stands_in_it_in_order(typed: str) -> None:
    at = 0
    for part in unread_words(a_pack(), f"sertraline {typed}"):
        at = f"sertraline {typed}".index(part, at) + len(part)
