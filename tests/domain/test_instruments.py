from itertools import product
from typing import Any

import pytest
from decision_aid.domain.instruments import PHQ9_MOST, Phq9, phq9_band
from hypothesis import given, settings
from hypothesis import strategies as st

some_answers = st.tuples(*[st.none() | st.integers(0, 3)] * 9)
TALKS = {1, 2, 3}


@st.composite
def answers_of(draw: st.DrawFn, total: int) -> tuple[int, ...]:
    """Nine answers of a total: so many points, each on an item that has room for it."""
    answers = [0] * 9
    for _ in range(total):
        answers[draw(st.sampled_from([at for at in range(9) if answers[at] < 3]))] += 1
    return tuple(answers)


def test_every_way_to_answer_all_nine_has_its_sum_as_total_and_asks_by_item_9_alone() -> None:
    counts = [0] * (PHQ9_MOST + 1)
    for answers in product(range(4), repeat=9):
        phq9 = Phq9(answers=answers)
        expected = 0
        for one in answers:
            expected += one
        assert phq9.total == expected, answers
        assert phq9.item_9_asks_for_talk == (answers[8] in TALKS), answers
        counts[expected] += 1
    assert (sum(counts), counts[0], counts[1], counts[27]) == (4**9, 1, 9, 1)


@given(some_answers)
def test_a_total_stands_when_and_only_when_none_of_nine_is_missing(
    answers: tuple[int | None, ...],
) -> None:
    phq9 = Phq9(answers=answers)
    assert (phq9.total is None) == (None in answers)
    assert phq9.answered == 9 - answers.count(None)


@given(some_answers, st.booleans(), st.none() | st.integers(0, 3))
def test_neither_a_talk_nor_the_function_question_counts(
    answers: tuple[int | None, ...],
    talk: bool,  # noqa: FBT001 - drawn by Hypothesis
    difficulty: int | None,
) -> None:
    bare = Phq9(answers=answers)
    phq9 = Phq9(answers=answers, rather_talk=talk, difficulty=difficulty)
    assert (phq9.total, phq9.answered) == (bare.total, bare.answered)
    assert phq9.item_9_asks_for_talk == (talk or bare.item_9_asks_for_talk)


@pytest.mark.parametrize(
    ("low", "high", "band"),
    [
        (0, 4, "minimal"),
        (5, 9, "mild"),
        (10, 14, "moderate"),
        (15, 19, "moderately severe"),
        (20, 27, "severe"),
    ],
)
@given(data=st.data())
@settings(max_examples=25)
def test_both_borders_of_a_band_have_its_word_however_they_come_about(
    low: int, high: int, band: str, data: st.DataObject
) -> None:
    for border in (low, high):
        total = Phq9(answers=data.draw(answers_of(border))).total
        assert total == border
        assert phq9_band(total) == band
    assert {phq9_band(total) for total in range(low, high + 1)} == {band}


@given(st.lists(st.integers(0, 3), min_size=9, max_size=9), st.integers(0, 8))
def test_there_is_no_total_while_an_answer_is_missing(answers: list[int], gap: int) -> None:
    some: list[int | None] = [*answers]
    some[gap] = None
    assert Phq9(answers=tuple(some)).total is None


def test_there_is_no_total_of_what_was_not_begun() -> None:
    assert Phq9().total is None
    assert Phq9().answer(9) is None


def test_item_9_is_the_ninth_answer_and_no_other() -> None:
    phq9 = Phq9(answers=(1, 2, 3, 0, 1, 2, 3, 3, 0))
    assert phq9.item_9 == (0, False)
    assert not phq9.item_9_asks_for_talk
    assert [phq9.answer(item) for item in range(1, 10)] == list(phq9.answers)


@pytest.mark.parametrize(
    ("total", "band"),
    [
        (0, "minimal"),
        (4, "minimal"),
        (5, "mild"),
        (9, "mild"),
        (10, "moderate"),
        (14, "moderate"),
        (15, "moderately severe"),
        (19, "moderately severe"),
        (20, "severe"),
        (27, "severe"),
    ],
)
def test_bands_change_at_five_ten_fifteen_and_twenty(total: int, band: str) -> None:
    assert phq9_band(total) == band


@pytest.mark.parametrize("total", [-1, 28])
def test_a_total_that_cannot_be_has_no_band(total: int) -> None:
    with pytest.raises(ValueError, match="between 0 and 27"):
        phq9_band(total)


@pytest.mark.parametrize(
    "wrong",
    [
        {"answers": (0,) * 8},
        {"answers": (0,) * 10},
        {"answers": (4,) + (0,) * 8},
        {"answers": (-1,) + (0,) * 8},
        {"difficulty": 4},
    ],
)
def test_answers_that_cannot_be_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="PHQ-9"):
        Phq9(**wrong)
