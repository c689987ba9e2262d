"""The pack that ships is easy to read, and equally easy for every option."""

import pytest
from decision_aid.domain.pack import Pack

from tests.content.reading_grade import grade, sentences, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("spray", 1),
        ("take", 1),
        ("table", 2),
        ("stopped", 1),
        ("needed", 2),
        ("medicine", 3),
        ("antidepressant", 5),
        ("serotonin", 4),
        ("100", 1),
    ],
)
def test_syllables_are_counted_about_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_plain_sentence_grades_lower_than_a_heavy_one() -> None:
    plain = "You can stop on any day. Tell your provider."
    heavy = (
        "Discontinuation of pharmacological interventions necessitates individualized supervision."
    )
    assert grade(plain) < 4
    assert grade(heavy) > 20


def test_the_cells_of_each_option_read_at_sixth_grade_or_lower(pack: Pack) -> None:
    grades = [
        grade(" ".join(f"{cell.text} {cell.more}" for cell in option.cells))
        for option in pack.options
    ]
    assert max(grades) <= 6
    assert max(grades) - min(grades) <= 2


def test_every_card_reads_at_eighth_grade_or_lower_and_all_together_at_sixth(pack: Pack) -> None:
    cards = [" ".join(card.paragraphs) for card in pack.cards]
    for card, text in zip(pack.cards, cards, strict=True):
        assert grade(text) <= 8, card.id
    assert grade(" ".join(cards)) <= 6


def test_the_safety_rules_read_at_sixth_grade_or_lower(pack: Pack) -> None:
    assert grade(" ".join(f"{rule.why} {rule.usually}" for rule in pack.rules)) <= 6


def test_cards_are_short(pack: Pack) -> None:
    for card in pack.cards:
        assert 2 <= len(card.paragraphs) <= 4, card.id
        assert max(len(sentences(one)) for one in card.paragraphs) <= 4, card.id
