"""Ranks over the draws: how often each option comes first, second, ..., and beats each other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Ranks:
    """What the scores of all draws say about the order of the options.

    Attributes:
        shares: Shape (options, options): share of draws in which option i ranks k-th. Options that
            tie in a draw share the ranks they take up equally; rows and columns sum to 1.
        wins: Shape (options, options): share of draws in which option i beats option k, a tie
            counting half; the diagonal is 0.
        firsts: Shape (options, draws): 1 where option i ranks first, a part of 1 where it shares
            the first rank, else 0.

    Source: Lahdelma 1998; Tervonen 2011 (doi 10.1002/sim.4194).
    """

    shares: Floats
    wins: Floats
    firsts: Floats


def rank(scores: Floats) -> Ranks:
    """The ranks of these scores.

    Args:
        scores: Shape (options, draws).
    """
    options, draws = scores.shape
    better = np.zeros((options, draws), dtype=np.int16)  # how many others are ahead
    level = np.ones((options, draws), dtype=np.int16)  # how many share its place, itself too
    wins = np.zeros((options, options))
    for one in range(options):
        for other in range(one + 1, options):
            above, below = scores[one] > scores[other], scores[one] < scores[other]
            tied = ~(above | below)
            better[other] += above
            better[one] += below
            level[one] += tied
            level[other] += tied
            half = np.count_nonzero(tied) / 2
            wins[one, other] = (np.count_nonzero(above) + half) / draws
            wins[other, one] = (np.count_nonzero(below) + half) / draws
    shares = np.array(
        [_shares(ahead, same, options) for ahead, same in zip(better, level, strict=True)]
    )
    return Ranks(shares=shares, wins=wins, firsts=np.divide(better == 0, level, dtype=np.float64))


def _shares(better: NDArray[np.int16], level: NDArray[np.int16], options: int) -> Floats:
    """Shares of the ranks of one option, from how many are ahead and how many share its place."""
    counts = np.zeros(options)
    for size in range(1, int(level.max()) + 1):
        ahead = better[level == size]
        for offset in range(size):
            counts += np.bincount(ahead + offset, minlength=options) / size
    return counts / len(better)
