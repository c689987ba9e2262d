"""Shares of the draws as whole counts that never add up to more than there were draws."""

from collections.abc import Sequence
from math import floor
from typing import Final

from decision_aid.base.language import _, ngettext
from decision_aid.base.locale_words import number_words

_NOISE: Final = 9
"""Parts that agree to this many decimals are alike; what differs beyond is rounding."""


def largest_remainder(parts: Sequence[float], *, alike: bool) -> tuple[int, ...]:
    """Parts as whole numbers that add up to the rounded sum of the parts.

    Each is rounded down, and what is left goes to those that lost most by it.

    Args:
        parts: Not negative.
        alike: Equal parts get equal numbers, even where the sum falls short by that. Otherwise
            the first of equal parts gets what is left, and the sum is met.

    Source: the method of largest remainders (Hamilton 1792).
    """
    exact = [round(part, _NOISE) for part in parts]
    counts = [floor(part) for part in exact]
    lost = [round(part - count, _NOISE) for part, count in zip(exact, counts, strict=True)]
    left = floor(round(sum(exact), _NOISE) + 0.5) - sum(counts)
    for rest in sorted(set(lost) - {0.0}, reverse=True):
        group = [place for place, one in enumerate(lost) if one == rest]
        if alike and len(group) > left:
            break
        for place in group[:left]:
            counts[place] += 1
        left -= len(group[:left])
    return tuple(counts)


def in_ten(shares: Sequence[float]) -> tuple[int, ...]:
    """Shares that sum to 1 as whole tenths; together 10 at most, equal ones alike.

    Args:
        shares: Of the options, or of the places of one option, each 0 to 1.
    """
    return largest_remainder([10 * share for share in shares], alike=True)


def times_in_ten(shares: Sequence[float]) -> tuple[str, ...]:
    """Shares that sum to 1 in words: "about 5 times in 10"; together 10 at most.

    Args:
        shares: Of all the options, each 0 to 1: one alone cannot be rounded so that the sum holds.
    """
    return tuple(map(_times, shares, in_ten(shares)))


def _times(share: float, tenths: int) -> str:
    share = round(share, _NOISE)
    if share == 0:
        # Translators: how often an option came first in the draws.
        return _("never")
    if share == 1:
        return _("every time")
    if tenths == 0:
        return _("hardly ever")
    if tenths == 10:
        return _("nearly every time")
    told = ngettext("about {count} time in 10", "about {count} times in 10", tenths)
    return told.format(count=number_words(tenths))


def places_in_draws(shares: Sequence[float], draws: int) -> tuple[int, ...]:
    """Shares of the places of one option as numbers of draws that add up to all of them.

    Args:
        shares: Of the 1st place, the 2nd and so on; they sum to 1. Ties were split between those
            that tie, so that a number of draws need not be whole.
        draws: How many draws there were.
    """
    return largest_remainder([draws * share for share in shares], alike=False)
