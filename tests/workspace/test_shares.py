"""Shares as whole counts: together never more than there were, and equal ones alike."""

from collections.abc import Sequence
from random import Random

import pytest
from decision_aid.workspace.shares import in_ten, largest_remainder, places_in_draws, times_in_ten
from hypothesis import given
from hypothesis import strategies as st

WORDS = {"never": 0, "hardly ever": 0, "nearly every time": 10, "every time": 10}


def of_a_whole(counts: Sequence[int]) -> tuple[float, ...]:
    return tuple(count / sum(counts) for count in counts)


shares = (
    st.lists(st.integers(0, 10_000), min_size=1, max_size=12)
    .filter(lambda counts: sum(counts) > 0)
    .map(of_a_whole)
)


def tenths(words: str) -> int:
    return WORDS[words] if words in WORDS else int(words.split()[1])


@given(shares)
def test_the_words_never_add_up_to_more_than_ten(parts: tuple[float, ...]) -> None:
    told = times_in_ten(parts)
    assert sum(map(tenths, told)) <= 10
    assert tuple(map(tenths, told)) == in_ten(parts)


@given(shares)
def test_no_share_is_told_a_whole_tenth_wrong(parts: tuple[float, ...]) -> None:
    for part, count in zip(parts, in_ten(parts), strict=True):
        assert abs(10 * part - count) < 1


@given(shares)
def test_equal_shares_are_told_alike_and_larger_ones_never_as_less(
    parts: tuple[float, ...],
) -> None:
    told = sorted(zip(parts, in_ten(parts), strict=True))
    counts = [count for _, count in told]
    assert counts == sorted(counts)
    assert len(set(told)) == len(set(parts))


@given(shares, st.randoms(use_true_random=False))
def test_the_order_of_the_options_changes_nothing(parts: tuple[float, ...], chance: Random) -> None:
    told = dict(zip(parts, times_in_ten(parts), strict=True))
    shuffled = list(parts)
    chance.shuffle(shuffled)
    assert times_in_ten(shuffled) == tuple(told[part] for part in shuffled)


@given(shares)
def test_never_and_every_time_are_said_of_nothing_else(parts: tuple[float, ...]) -> None:
    for part, words in zip(parts, times_in_ten(parts), strict=True):
        assert (words == "never") == (part == 0)
        assert (words == "every time") == (part == 1)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((1.0, 0.0), ("every time", "never")),
        ((0.97, 0.03), ("nearly every time", "hardly ever")),
        ((0.55, 0.45), ("about 5 times in 10", "about 4 times in 10")),
        ((0.25, 0.25, 0.25, 0.25), ("about 2 times in 10",) * 4),
        (
            (0.46, 0.33, 0.13, 0.06, 0.02),
            (
                "about 5 times in 10",
                "about 3 times in 10",
                "about 1 time in 10",
                "about 1 time in 10",
                "hardly ever",
            ),
        ),
    ],
)
def test_shares_are_told_in_tenths(parts: tuple[float, ...], words: tuple[str, ...]) -> None:
    assert times_in_ten(parts) == words


@given(shares, st.integers(1, 100_000))
def test_the_places_of_an_option_add_up_to_all_draws(parts: tuple[float, ...], draws: int) -> None:
    counts = places_in_draws(parts, draws)
    assert sum(counts) == draws
    for part, count in zip(parts, counts, strict=True):
        assert abs(draws * part - count) < 1 + 1e-6


@given(st.lists(st.floats(0, 1000), max_size=12))
def test_parts_add_up_to_their_rounded_sum(parts: list[float]) -> None:
    total = round(sum(round(part, 9) for part in parts), 9)
    assert abs(sum(largest_remainder(parts, alike=False)) - total) <= 0.5
