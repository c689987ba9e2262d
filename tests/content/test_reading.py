"""The US school grade: syllables against the CMU Pronouncing Dictionary, sentences by hand."""

import re
from pathlib import Path

import pytest
from decision_aid.content.nodes import texts
from decision_aid.content.pack_reading import read_pack
from decision_aid.content.reading import Counted, counted, sentences, word_count
from decision_aid.content.syllables import by_rule, exceptions, syllables
from hypothesis import example, given
from hypothesis import strategies as st

COUNTED = Path(__file__).parent / "cmudict_counts.txt"

# Words of the shipped pack that are not in the dictionary, counted by hand as they are spoken.
BY_HAND = {
    **dict.fromkeys(("wort",), 1),
    **dict.fromkeys(("ketamine", "naltrexone", "opioids", "phenelzine", "rifampin"), 3),
    **dict.fromkeys(("sertraline", "spravato", "trazodone", "tricyclic", "tricyclics"), 3),
    **dict.fromkeys(("bupropion", "duloxetine", "esketamine", "midazolam", "mirtazapine"), 4),
    **dict.fromkeys(("nortriptyline", "quetiapine", "theophylline", "ticlopidine"), 4),
    **dict.fromkeys(("venlafaxine",), 4),
    **dict.fromkeys(("aripiprazole", "escitalopram", "norepinephrine"), 5),
    **dict.fromkeys(("electroconvulsive",), 6),
}


def spoken() -> dict[str, int]:
    """The words of the shipped pack with their syllables."""
    rows = [line.split() for line in COUNTED.read_text("utf-8").splitlines() if line[0] != "#"]
    return {word: int(count) for count, *words in rows for word in words} | BY_HAND


def test_syllables_are_right_for_99_of_100_words_of_the_shipped_pack() -> None:
    words = spoken()
    wrong = {word: count for word, count in words.items() if syllables(word) != count}
    assert len(words) > 1000
    assert len(wrong) <= 0.01 * len(words), wrong


def test_the_list_of_counted_words_is_still_that_of_the_shipped_pack() -> None:
    told = " ".join(one.value or "" for one in texts(read_pack("depression").texts)).lower()
    words = set(re.findall("[a-z]{2,}", told))
    known = {word for word in words if word in spoken()}
    assert len(known) > 0.75 * len(words), sorted(words - known)


def test_no_word_is_listed_that_the_rule_gets_right() -> None:
    assert len(exceptions()) > 8000
    assert [word for word, count in exceptions().items() if by_rule(word) == count] == []


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("spray", 1), ("take", 1), ("stopped", 1), ("eyes", 1), ("don't", 1), ("didn't", 2)),
        *(("table", 2), ("needed", 2), ("noses", 2), ("placebo", 3), ("medicine", 3)),
        *(("reactions", 3), ("provider's", 3), ("serotonin", 4), ("antidepressant", 5)),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("You can stop on any day. Tell your provider.", Counted(9, 2, 12)),
        ("Ask about St. John's wort. It helped 17 of 100!", Counted(10, 2, 11)),
        ("It costs 1,000 to 10.5 dollars; ask first: some plans pay.", Counted(11, 1, 12)),
        ("The U.S. label says no. “Why?” Nobody knows, e.g. your doctor.", Counted(11, 3, 17)),
        ("Two well-known SSRIs\nOne FDA check-in", Counted(6, 2, 13)),
        ("Nothing ends at a: colon, 24/7, or (here. In brackets.)", Counted(11, 2, 14)),
        ("Is it safe? No. Ask first.", Counted(6, 3, 6)),
        ("—", Counted(0, 1, 0)),
    ],
)
def test_words_sentences_and_syllables_are_those_counted_by_hand(text: str, count: Counted) -> None:
    assert counted(text) == count


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        # 0.39 * 9 / 2 + 11.8 * 12 / 9 - 15.59, worked out on paper
        ("You can stop on any day. Tell your provider.", 1.9),
        # 0.39 * 7 + 11.8 * 28 / 7 - 15.59
        (
            "Discontinuation of pharmacological interventions necessitates individualized care.",
            34.3,
        ),
    ],
)
def test_the_grade_is_that_of_the_formula(text: str, grade: float) -> None:
    assert counted(text).grade == grade


def test_a_name_counts_as_one_short_word_and_no_other_word_does() -> None:
    text = "Esketamines, the SSRI's and St. John's wort. Ketamine-like medicines."
    names = ("ketamine", "esketamine", "SSRI", "St. John's wort")
    assert counted(text, names) == counted("It, the It and It. It-like medicines.")


def test_two_texts_are_counted_together_as_one_after_the_other() -> None:
    first, other = "You may stop. Ask why.", "Nobody knows."
    assert counted(first) + counted(other) == counted(f"{first}\n{other}")


@given(st.text(alphabet="aeE.?! \n'’\"“”-,:0123UXs", max_size=80) | st.text(max_size=80))
@example("e.g.")
def test_any_text_has_a_grade(text: str) -> None:
    found = counted(text, ("e", "U.S."))
    assert found.words <= found.syllables or not found.words
    assert isinstance(found.grade, float)
    assert sum(map(word_count, sentences(text))) == word_count(text)
