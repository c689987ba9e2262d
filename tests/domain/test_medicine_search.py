from functools import cache
from string import ascii_lowercase

import pytest
from decision_aid.content.packs import load_pack
from decision_aid.domain.medicine_search import corrections, find_medicines
from decision_aid.domain.medicines import known_medicines
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Medicine
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_pack


@cache
def shipped() -> Pack:
    return load_pack("depression")


@cache
def every_name() -> tuple[tuple[Medicine, str], ...]:
    """Every name of the shipped pack, with its medicine."""
    return tuple((one, name) for one in shipped().medicines for name in (one.id, *one.brands))


def found(typed: str) -> list[tuple[str, str]]:
    return [(one.name, one.how) for one in find_medicines(shipped(), typed)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("zolft", "Zoloft"),
        ("setraline", "sertraline"),
        ("welbutrin", "Wellbutrin"),
        ("lexipro", "Lexapro"),
        ("prozak", "Prozac"),
        ("effexer", "Effexor"),
        ("citalapram", "citalopram"),
        ("lamictol", "Lamictal"),
        ("seraquel", "Seroquel"),
        ("klonipin", "Klonopin"),
        ("clonapin", "Klonopin"),
        ("trazadone", "trazodone"),
        ("burpropion", "bupropion"),
        ("spravado", "Spravato"),
        ("fenelzine", "phenelzine"),
        ("zanax", "Xanax"),
        ("vivance", "Vyvanse"),
        ("symbalta", "Cymbalta"),
        ("aderal", "Adderall"),
        ("saint johns wart", "Saint John's wort"),
    ],
)
def test_a_common_misspelling_is_asked_back(typed: str, name: str) -> None:
    assert (name, "near") in found(typed)[:2]


@pytest.mark.parametrize(
    ("typed", "name", "how"),
    [
        ("SERTRALIN", "sertraline", "prefix"),
        ("adderal", "Adderall", "prefix"),
        ("  zolo", "Zoloft", "prefix"),
        ("zo loft", "Zoloft", "prefix"),
        ("5htp", "5-HTP", "prefix"),
        ("théo 24", "Theo-24", "prefix"),
        ("saint johns", "Saint John's wort", "prefix"),
        ("john", "Saint John's wort", "word"),
    ],
)
def test_case_blanks_hyphens_and_accents_count_for_nothing(typed: str, name: str, how: str) -> None:
    assert found(typed)[0] == (name, how)


@pytest.mark.parametrize(
    "typed",
    [
        *("coffee", "vitamin", "multivitamin", "insulin", "metformin", "water", "yoga", "cocaine"),
        *("calcium", "magnesium", "melatonin", "atorvastatin", "lipitor", "omeprazole", "zyrtec"),
        *("loratadine", "prednisone", "amoxicillin", "celebrex", "topamax", "keppra", "warfarin"),
        *("furosemide", "atenolol", "viagra", "meloxicam", "ranitidine", "crestor", "estradiol"),
        *("feed", "need", "fine", "post", "nothing", "birth control", "heart pills", "x", ""),
    ],
)
def test_another_medicine_or_an_ordinary_word_is_taken_for_none(typed: str) -> None:
    assert [one for one in found(typed) if one[1] == "near"] == []


@given(st.text(ascii_lowercase, max_size=3))
def test_three_letters_are_never_taken_for_a_misspelling(typed: str) -> None:
    assert all(how != "near" for _, how in found(typed))


@pytest.mark.parametrize("typed", ["and", "xr", "with", "e"])
def test_words_that_name_nothing_find_nothing_by_a_later_word(typed: str) -> None:
    assert all(how == "prefix" for _, how in found(typed))


def test_every_name_finds_itself_first() -> None:
    for medicine, name in every_name():
        assert find_medicines(shipped(), name)[0].medicine == medicine, name


@given(st.data())
def test_each_beginning_of_a_name_from_three_letters_on_finds_it(data: st.DataObject) -> None:
    medicine, name = data.draw(st.sampled_from(every_name()))
    typed = name[: data.draw(st.integers(min(3, len(name)), len(name)))]
    begun = find_medicines(shipped(), typed, limit=len(every_name()))
    assert medicine in [one.medicine for one in begun]
    assert all(one.how != "near" for one in begun)
    assert find_medicines(shipped(), typed) == begun[:6]


@given(st.data())
def test_every_name_of_six_letters_is_found_with_one_letter_wrong(data: st.DataObject) -> None:
    long = [(one, name) for one, name in every_name() if len(name) >= 6]
    medicine, name = data.draw(st.sampled_from(long))
    at = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from(ascii_lowercase))
    swapped = name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]
    left_out, put_in = name[:at] + name[at + 1 :], name[:at] + letter + name[at:]
    other = name[:at] + letter + name[at + 1 :]
    typed = data.draw(st.sampled_from((left_out, put_in, other, swapped)))
    begun = [one for one in find_medicines(shipped(), typed) if one.how != "near"]
    assert begun or medicine in [one.medicine for one in find_medicines(shipped(), typed)]


def test_a_medicine_is_listed_once_generic_names_before_brands_before_later_words() -> None:
    medicines = (
        Medicine(id="nardin", classes=("ssri",)),
        Medicine(id="blue nard", classes=("ssri",)),
        Medicine(id="zzz", brands=("Nardo", "Nardo XR"), classes=("ssri",)),
        Medicine(id="nard", classes=("ssri",)),
    )
    matches = find_medicines(a_pack(medicines=medicines), "nard")
    assert [one.name for one in matches] == ["nard", "nardin", "Nardo", "blue nard"]
    assert len(find_medicines(a_pack(medicines=medicines), "nard", limit=2)) == 2


def test_something_that_begins_so_leaves_no_room_for_near_names() -> None:
    assert found("sertra") == [("sertraline", "prefix")]


def test_prose_in_a_line_is_looked_at_from_its_beginning_only() -> None:
    assert corrections(shipped(), "zolft " + "grandma " * 500)
    assert not corrections(shipped(), "grandma " * 500 + "zolft")


@given(st.data())
def test_a_line_with_a_correction_put_in_is_read(data: st.DataObject) -> None:
    _, name = data.draw(st.sampled_from([one for one in every_name() if len(one[1]) >= 6]))
    at = data.draw(st.integers(1, len(name) - 1))
    line = f"my {name[:at] + name[at + 1 :]} 5 mg"
    for one in corrections(shipped(), line):
        assert one.typed in line
        assert one.name in [name for _, name in every_name()]
        assert known_medicines(shipped(), one.line)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("zolft 50 mg", [("zolft", "Zoloft", "Zoloft 50 mg")]),
        ("xanax and PROZAK", [("PROZAK", "Prozac", "xanax and Prozac")]),
        ("st johns wart", [("st johns wart", "st. john's wort", "st. john's wort")]),
        ("a zolft b zolft", [("zolft", "Zoloft", "a Zoloft b zolft")]),
        ("old setraline stuff", [("setraline", "sertraline", "old sertraline stuff")]),
        ("lith", [("lith", "lithium", "lithium")]),
        ("saint johns 2x", [("saint johns", "Saint John's wort", "Saint John's wort 2x")]),
        ("Zoloft", []),
        ("Tylenol", []),
        ("codeine and acetaminophen 300", []),
        ("meth", []),
        ("foobarol", []),
        ("nar", []),
        ("tea & coffee", []),
    ],
)
def test_a_correction_puts_a_name_in_the_place_of_the_words_nobody_knows(
    line: str, wanted: list[tuple[str, str, str]]
) -> None:
    made = corrections(shipped(), line, limit=1)
    assert [(one.typed, one.name, one.line) for one in made] == wanted
