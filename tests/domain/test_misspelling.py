import pytest
from decision_aid.domain.misspelling import most_slips, slips
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("abc", "abc", 0),
        ("abc", "acb", 1),
        ("abc", "ab", 1),
        ("abc", "abxc", 1),
        ("abc", "xbc", 1),
        ("ca", "abc", None),
        ("abcd", "badc", 2),
        ("abc", "xyz", None),
        ("", "ab", 2),
        ("", "abc", None),
    ],
)
def test_slips_are_counted_up_to_the_most_allowed(one: str, other: str, wanted: int | None) -> None:
    assert slips(one, other, 2) == slips(other, one, 2) == wanted


@given(st.text("abc", max_size=7), st.text("abc", max_size=7))
def test_slips_are_no_fewer_than_the_letters_one_word_has_more(one: str, other: str) -> None:
    counted = slips(one, other, 9)
    assert counted is not None
    assert abs(len(one) - len(other)) <= counted <= max(len(one), len(other))
    assert (counted == 0) == (one == other)


@pytest.mark.parametrize(
    ("typed", "name", "most"),
    [
        ("zanax", "xanax", 1),
        ("vivance", "vyvanse", 2),
        ("rivanse", "vyvanse", 1),
        ("vyvans", "vyvanse", 1),
        ("suboxin", "suboxone", 2),
        ("clonapin", "klonopin", 2),
    ],
)
def test_long_names_bear_two_slips_and_short_ones_one(typed: str, name: str, most: int) -> None:
    assert most_slips(typed, name) == most_slips(name, typed) == most
