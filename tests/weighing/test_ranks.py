from itertools import permutations

import numpy as np
from decision_aid.weighing.ranks import rank
from hypothesis import given
from hypothesis import strategies as st

scores = st.lists(st.lists(st.integers(0, 3), min_size=6, max_size=6), min_size=2, max_size=4).map(
    lambda rows: np.array(rows, dtype=np.float64)
)


@given(scores)
def test_ranks_are_the_mean_over_all_ways_to_break_ties(drawn: np.ndarray) -> None:
    options, draws = drawn.shape
    wanted = np.zeros((options, options))
    for column in drawn.T:
        ways = [
            way
            for way in permutations(range(options))
            if list(column[list(way)]) == sorted(column)[::-1]
        ]
        for way in ways:
            for place, option in enumerate(way):
                wanted[option, place] += 1 / len(ways) / draws
    ranks = rank(drawn)
    np.testing.assert_allclose(ranks.shares, wanted, atol=1e-9)
    np.testing.assert_allclose(ranks.firsts.mean(axis=1), wanted[:, 0], atol=1e-9)


def test_a_tie_is_half_a_win_for_either() -> None:
    ranks = rank(np.array([[1.0, 2.0, 3.0, 1.0], [1.0, 1.0, 4.0, 0.0]]))
    assert ranks.wins.tolist() == [[0, 0.625], [0.375, 0]]


def test_three_that_stand_level_have_a_third_each_to_the_last_bit() -> None:
    ranks = rank(np.array([[1.0], [1.0], [1.0], [0.5]]))
    assert ranks.firsts[:, 0].tolist() == [1 / 3, 1 / 3, 1 / 3, 0]
    assert ranks.shares[0].tolist() == [1 / 3, 1 / 3, 1 / 3, 0]
