"""Draws that depend on pack and seed only: made once, when first asked for, and kept."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from decision_aid.domain.answers import Rating
from decision_aid.domain.pack import Pack
from decision_aid.weighing.chance import generator
from decision_aid.weighing.standings import draw
from decision_aid.weighing.weights import draw_importances, to_weights

Floats = NDArray[np.float64]


class KeptDraws:
    """What standings are worth, and the uniform numbers behind importances.

    Uniform numbers are kept so that a change of one importance only moves and rescales what was
    drawn: nothing jumps by chance, and nothing need be drawn again.

    Args:
        pack: What is known.
        seed: The session's seed.
        draws: How often to draw.
    """

    def __init__(self, pack: Pack, seed: int, draws: int) -> None:
        self._pack = pack
        self._seed = seed
        self._draws = draws
        self._values: dict[tuple[str, str], Floats] = {}
        self._uniforms: dict[str, Floats] = {}

    def weights(self, ratings: Mapping[str, Rating], order: tuple[str, ...]) -> Floats:
        """Draws of the weights, shape (criteria, draws), criteria as in `ratings`.

        Args:
            ratings: By criterion; at least one says that it matters.
            order: A usable order that agrees with them, or empty.
        """
        uniforms = {one: self._uniform(one) for one in ratings}
        drawn = draw_importances(ratings, uniforms, order)
        return to_weights(np.stack([drawn[one] for one in ratings]))

    def scores(
        self, options: tuple[str, ...], criteria: tuple[str, ...], weights: Floats
    ) -> Floats:
        """Scores in every draw, shape (options, draws), each option added up by itself.

        Args:
            options: Ids.
            criteria: Ids, as in the rows of `weights`.
            weights: Shape (criteria, draws).
        """
        scores = np.zeros((len(options), self._draws))
        product = np.empty(self._draws)
        for row, option in enumerate(options):
            for criterion, weight in zip(criteria, weights, strict=True):
                np.multiply(weight, self._worth(option, criterion), out=product)
                scores[row] += product
        return scores

    def worth(self, options: tuple[str, ...], criteria: tuple[str, ...]) -> Floats:
        """What standings are worth in every draw, shape (options, criteria, draws).

        Args:
            options: Ids.
            criteria: Ids.
        """
        return np.array([[self._worth(one, other) for other in criteria] for one in options])

    def _worth(self, option: str, criterion: str) -> Floats:
        key = (option, criterion)
        if key not in self._values:
            asked = self._pack.criterion(criterion)
            chance = generator(self._seed, "standing", option, criterion)
            widening = self._pack.weighing.widening
            self._values[key] = draw(asked, asked.standing(option), widening, chance, self._draws)
        return self._values[key]

    def _uniform(self, criterion: str) -> Floats:
        if criterion not in self._uniforms:
            chance = generator(self._seed, "importance", criterion)
            # Above 0 and up to 1, so that even where all is "not sure" no draw has only zeros.
            self._uniforms[criterion] = 1 - chance.random(self._draws)
        return self._uniforms[criterion]
