"""How each option lines up: central score, interval, ranks, wins and central weights."""

import numpy as np
from numpy.typing import NDArray

from decision_aid.domain.pack import WeighingSettings
from decision_aid.weighing.appraisal import Band, Contribution, OptionFit
from decision_aid.weighing.central import Central, rounded
from decision_aid.weighing.ranks import rank

Floats = NDArray[np.float64]


def option_fits(
    settings: WeighingSettings,
    central: Central,
    in_pack_order: tuple[str, ...],
    weights: Floats,
    scores: Floats,
) -> tuple[OptionFit, ...]:
    """The options, best central score first, level ones by id.

    Args:
        settings: The thresholds of the bands.
        central: The central values.
        in_pack_order: The criteria weighed, as contributions are to be listed.
        weights: Draws of the weights, shape (criteria, draws).
        scores: Draws of the scores, shape (options, draws).
    """
    ranks = rank(scores)
    # Weights that add up to a hair more than 1 must not lead out of the scale.
    intervals = np.clip(np.percentile(scores, (5, 95), axis=1).T, 0.0, 1.0)
    fits = []
    for row, option in enumerate(central.options):
        score = float(central.scores[row])
        fits.append(
            OptionFit(
                option=option,
                score=score,
                band=_band(score, settings),
                interval=(float(intervals[row, 0]), float(intervals[row, 1])),
                contributions=_contributions(central, row, in_pack_order),
                rank_shares=tuple(ranks.shares[row].tolist()),
                wins_over=_wins_over(central.options, row, ranks.wins[row]),
                central_weights=_central_weights(
                    central, in_pack_order, weights, ranks.firsts[row]
                ),
            )
        )
    return tuple(sorted(fits, key=lambda fit: (-rounded(fit.score), fit.option)))


def _band(score: float, settings: WeighingSettings) -> Band:
    if rounded(score) >= settings.fits_well:
        return "well"
    return "fairly" if rounded(score) >= settings.fits_fairly else "less"


def _contributions(
    central: Central, row: int, in_pack_order: tuple[str, ...]
) -> tuple[Contribution, ...]:
    weights = central.weights.tolist()
    standings, values = central.standings[row].tolist(), central.values[row].tolist()
    columns = map(central.criteria.index, in_pack_order)
    return tuple(
        Contribution(
            criterion=central.criteria[column],
            weight=weights[column],
            standing=standings[column],
            value=values[column],
            product=weights[column] * values[column],
        )
        for column in columns
    )


def _wins_over(options: tuple[str, ...], row: int, wins: Floats) -> tuple[tuple[str, float], ...]:
    others = zip(options, wins.tolist(), strict=True)
    return tuple((other, share) for other, share in others if other != options[row])


def _central_weights(
    central: Central, in_pack_order: tuple[str, ...], weights: Floats, firsts: Floats
) -> tuple[tuple[str, float], ...]:
    """Mean weights of the draws an option wins; a draw it shares counts in part."""
    won = float(firsts.sum())
    if won == 0:
        return ()
    means = ((weights * firsts).sum(axis=1) / won).tolist()
    return tuple((one, means[central.criteria.index(one)]) for one in in_pack_order)
