"""The weighing once more, in plain loops and the standard library, to hold the fast one against."""

from random import Random

from decision_aid.domain.answers import Rating
from decision_aid.domain.criteria import Criterion, Scale, Standing
from decision_aid.domain.pack import Pack, Widening
from decision_aid.weighing.triangular import triangular

from tests.weighing.packs import Question


def said(rating: Rating) -> int:
    return 2 if rating.importance == "not_sure" else rating.importance


def worth(criterion: Criterion, natural: float) -> float:
    scale = criterion.scale
    if scale is None:
        return min(max(natural / (len(criterion.levels) - 1), 0.0), 1.0)
    if not scale.points:
        return min(max((natural - scale.worst) / (scale.best - scale.worst), 0.0), 1.0)
    return between_points(scale, natural)


def between_points(scale: Scale, natural: float) -> float:
    beyond = (natural - scale.worst) / (scale.best - scale.worst)
    if not 0 < beyond < 1:
        return 0.0 if beyond <= 0 else 1.0
    for left, right in zip(scale.points, scale.points[1:], strict=False):
        part = (natural - left.at) / (right.at - left.at)
        if 0 <= part <= 1:
            return left.worth + part * (right.worth - left.worth)
    raise AssertionError("the points cover the scale")


def place(criterion: Criterion, level: str) -> int:
    return [step.id for step in criterion.levels].index(level)


def ends(criterion: Criterion, standing: Standing) -> tuple[float, float]:
    assert standing.unknown is not None
    if standing.unknown.low is not None:
        assert standing.unknown.high is not None
        return standing.unknown.low, standing.unknown.high
    if criterion.scale is None:
        return 0, len(criterion.levels) - 1
    return criterion.scale.worst, criterion.scale.best


def centre(criterion: Criterion, standing: Standing) -> float:
    if standing.range:
        return standing.range.likely
    if standing.estimate:
        return standing.estimate.mean
    if standing.events:
        events, other = standing.events, standing.events.against
        return 100 * events.count / events.of - (100 * other.count / other.of if other else 0)
    if standing.level is not None:
        return place(criterion, standing.level)
    return sum(ends(criterion, standing)) / 2


def scores_at(
    pack: Pack, importances: dict[str, int], moved: dict[tuple[str, str], float] | None = None
) -> dict[str, float]:
    """Central scores with these importances, some standings put elsewhere."""
    total = sum(importances.values())
    result = {}
    for option in pack.options:
        score = 0.0
        for name, importance in importances.items():
            criterion = pack.criterion(name)
            natural = centre(criterion, criterion.standing(option.id))
            natural = (moved or {}).get((option.id, name), natural)
            score += importance / total * worth(criterion, natural)
        result[option.id] = score
    return result


def leaders(scores: dict[str, float]) -> set[str]:
    return {option for option, score in scores.items() if score >= max(scores.values()) - 1e-9}


def sampled(criterion: Criterion, standing: Standing, widening: Widening, chance: Random) -> float:
    factor = widening.factor(standing.certainty)
    if standing.range:
        low, likely, high = standing.range.low, standing.range.likely, standing.range.high
        if low == high:
            return likely
        shape = triangular(
            likely - factor * (likely - low), likely, likely + factor * (high - likely)
        )
        return chance.triangular(shape.least, shape.most, shape.mode)
    if standing.estimate:
        return chance.gauss(standing.estimate.mean, factor * standing.estimate.se)
    if standing.events:
        events, other = standing.events, standing.events.against
        share = chance.betavariate(events.count + 0.5, events.of - events.count + 0.5)
        if other:
            share -= chance.betavariate(other.count + 0.5, other.of - other.count + 0.5)
        return 100 * share
    if standing.level is not None:
        return place(criterion, standing.level) + chance.uniform(-0.5, 0.5)
    return chance.uniform(*ends(criterion, standing))


def sampled_importance(rating: Rating, chance: Random) -> float:
    if rating.importance == "not_sure":
        return chance.uniform(0, 4)
    if rating.importance == 0:
        return 0
    return chance.uniform(rating.importance - 0.5, min(rating.importance + 0.5, 4))


def first_shares(question: Question, draws: int, chance: Random) -> dict[str, float]:
    """Shares of first ranks; draws that break the order are thrown away and drawn again."""
    pack, kept = question.pack, 0
    wins = dict.fromkeys(question.options, 0.0)
    while kept < draws:
        drawn = {one.criterion: sampled_importance(one, chance) for one in question.ratings}
        in_order = [drawn[one] for one in question.order]
        if in_order != sorted(in_order, reverse=True):
            continue
        kept += 1
        scores = {
            option.id: sum(
                importance
                * worth(
                    pack.criterion(name),
                    sampled(
                        pack.criterion(name),
                        pack.criterion(name).standing(option.id),
                        pack.weighing.widening,
                        chance,
                    ),
                )
                for name, importance in drawn.items()
            )
            for option in pack.options
        }
        best = [option for option, score in scores.items() if score == max(scores.values())]
        for option in best:
            wins[option] += 1 / len(best)
    return {option: won / draws for option, won in wins.items()}
