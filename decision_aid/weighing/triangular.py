"""The triangular distribution with a given mode and given 5th and 95th percentiles."""

from dataclasses import dataclass
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

TAIL: Final = 0.05
"""Probability below the low end of a range, and above its high end."""

_HALVINGS: Final = 100
"""Halvings of the search for the width; more than a double can resolve."""


@dataclass(frozen=True, kw_only=True)
class Triangular:
    """A triangle over `least` to `most` with its peak at `mode`, in natural units.

    It is of the PERT family (a least, a most likely and a most value), and the member whose
    percentiles can be met exactly in closed form, lopsided and one-sided ranges included.

    Source: Vose, Risk Analysis, 3rd edition, 2008: the "Trigen" distribution.
    """

    least: float
    mode: float
    most: float

    def quantiles(self, at: NDArray[np.float64]) -> NDArray[np.float64]:
        """The values below which these shares of the distribution lie.

        Args:
            at: Shares, each 0 to 1.
        """
        width = self.most - self.least
        if width == 0:
            return np.full_like(at, self.mode)
        up, down = self.mode - self.least, self.most - self.mode
        rising = self.least + np.sqrt(at * (width * up))
        falling = self.most - np.sqrt((1 - at) * (width * down))
        return np.where(at * width < up, rising, falling)


def triangular(low: float, likely: float, high: float) -> Triangular:
    """The triangle with its peak at `likely` and 5 % of its area beyond each end of the range.

    With u = likely - least, v = most - likely and the width s = u + v, five per cent below `low`
    means (u - (likely - low))^2 = 0.05 s u, and likewise for v. Each is a quadratic in u or v for a
    given s, so only s is searched for; u(s) + v(s) - s is concave and positive at 0, so there is
    exactly one.

    Args:
        low: 5th percentile.
        likely: Mode.
        high: 95th percentile; low <= likely <= high.
    """
    below, above = likely - low, high - likely
    narrow, wide = 0.0, 20 * (below + above)
    for _ in range(_HALVINGS):
        width = (narrow + wide) / 2
        if _side(below, width) + _side(above, width) > width:
            narrow = width
        else:
            wide = width
    return Triangular(
        least=likely - _side(below, narrow), mode=likely, most=likely + _side(above, narrow)
    )


def _side(reach: float, width: float) -> float:
    """How far one side of a triangle of this width goes on from the mode.

    Args:
        reach: Distance from the mode to the percentile on this side.
        width: Width of the whole triangle.
    """
    tail = TAIL * width
    return (2 * reach + tail + sqrt(tail * tail + 4 * reach * tail)) / 2
