"""Which passphrases are too easy to guess, and what is said of them."""

import pytest
from decision_aid.store.passphrases import weakness
from hypothesis import given
from hypothesis import strategies as st

WEAK = {
    "Use at least 12 characters": (
        *(
            "",
            "   ",
            "short",
            "Tr0ub4dor&3",
            "elevenchars",
            "  elevenchars  ",
            "a b c d",
            "ab ab ab ab",
        ),
    ),
    "again and again": (
        *("aaaaaaaaaaaa", "abcabcabcabc", "abcabcabcabc!", "the the the the", "121212121212"),
        *("happy happy happy", "aaaaaabbbbbb", "............", "tuesday9tuesday9"),
    ),
    "a row of the keyboard": (
        *("qwertyuiop12", "abcdefghijklm", "1234567890123", "0987654321098", "1q2w3e4r5t6y"),
        *("asdfghjklqwertyuiop", "poiuytrewq12", "aabbccddeeffgg", "qazwsxedcrfv", "zyxwvutsrqpo"),
        *("QWERTZUIOPAS", "azertyuiopqs", "!@#$%^&*()!@#"),
    ),
    "Many people use this one": (
        *("correct horse battery staple", "CorrectHorseBatteryStaple1", "passwordpassword"),
        *("I love you forever", "Let me in, let me in", "to be or not to be", "iloveyou1234"),
    ),
    "without your name": (
        *("Jane Miller 1984", "miller jane miller", "decision aid recovery", "password1234567"),
        *("ketamine clinic 2026", "JaneMiller!!!!", "1984 dr jane o'miller", "Passwort 2026!"),
    ),
    "at most 1,024": ("abc def " * 200,),
}
STRONG = (
    *("purple-lantern-47", "river tuesday glass kettle", "my dog ate seven socks"),
    *("gate window seven", "Zoë liked 3 small pears", "月亮太阳星星月亮山川河流", "x7#Lq!v92mPz"),
    *("Janes kettle sings at noon", "no password but 9 llamas", "keep the safe by lake Erie"),
    *("la la land is far away", "наш кот любит сметану", "horse staple garden Tuesday"),
)


@pytest.mark.parametrize(
    ("passphrase", "words"), [(one, words) for words, ones in WEAK.items() for one in ones]
)
def test_what_is_guessed_first_is_refused_with_what_to_do(passphrase: str, words: str) -> None:
    told = weakness(passphrase, name="Jane O'Miller") or "strong"
    assert words in told
    assert "Use " in told or "Add " in told
    assert "jane" not in told.casefold()


@pytest.mark.parametrize("passphrase", STRONG)
def test_words_that_only_one_person_would_put_together_are_taken(passphrase: str) -> None:
    assert weakness(passphrase, name="Jane O'Miller") is None


def test_the_name_counts_only_where_it_is_somebodys() -> None:
    assert weakness("alexandra smith 3", name="Alexandra Smith")
    assert weakness("alexandra smith 3", name="J. Doe") is None
    assert weakness("alexandra smith 3") is None


def test_the_same_passphrase_in_other_code_points_is_as_weak() -> None:
    wide = "".join(chr(ord(one) + 0xFEE0) for one in "qwertyuiop12")
    assert weakness(wide) == weakness("qwertyuiop12")
    assert weakness("QWERTYUIOP12") == weakness("qwertyuiop12")


@given(st.text(), st.text())
def test_any_text_is_taken_or_told_in_a_sentence(passphrase: str, name: str) -> None:
    told = weakness(passphrase, name=name)
    assert told is None or told.endswith(".")


@given(st.text(max_size=11).filter(lambda one: not one.split()[1:]))
def test_one_short_word_is_never_enough(passphrase: str) -> None:
    # Compatibility forms can spell one sign out in up to eighteen.
    assert weakness(passphrase) or not passphrase.isascii()
