from typing import Any

import pytest
from decision_aid.domain.instruments import Phq9, phq9_band
from hypothesis import given
from hypothesis import strategies as st


@given(st.lists(st.integers(0, 3), min_size=9, max_size=9))
def test_the_total_is_the_sum_of_nine_answers(answers: list[int]) -> None:
    assert Phq9(answers=tuple(answers)).total == sum(answers)


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
