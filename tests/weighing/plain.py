"""The weighing once more, in plain loops and the standard library, to hold the fast one against."""

from itertools import combinations
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


def one_draw(
    question: Question, chance: Random
) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """Importances, and what each option is worth on each criterion.

    Importances that break the order are thrown away and drawn again.
    """
    pack = question.pack
    while True:
        drawn = {one.criterion: sampled_importance(one, chance) for one in question.ratings}
        in_order = [drawn[one] for one in question.order]
        if in_order == sorted(in_order, reverse=True):
            break
    worths: dict[str, dict[str, float]] = {}
    for option in question.options:
        worths[option] = {}
        for name in drawn:
            criterion = pack.criterion(name)
            natural = sampled(criterion, criterion.standing(option), pack.weighing.widening, chance)
            worths[option][name] = worth(criterion, natural)
    return drawn, worths


def sums(importances: dict[str, float], worths: dict[str, dict[str, float]]) -> dict[str, float]:
    return {
        option: sum(importance * one[name] for name, importance in importances.items())
        for option, one in worths.items()
    }


def first_shares(question: Question, draws: int, chance: Random) -> dict[str, float]:
    """Shares of first ranks."""
    wins = dict.fromkeys(question.options, 0.0)
    for _ in range(draws):
        scores = sums(*one_draw(question, chance))
        best = [option for option, score in scores.items() if score == max(scores.values())]
        for option in best:
            wins[option] += 1 / len(best)
    return {option: won / draws for option, won in wins.items()}


def changed_when_exchanged(
    first: str,
    second: str,
    importances: dict[str, float],
    worths: dict[str, dict[str, float]],
) -> bool:
    """Whether other options come first when two importances are exchanged."""
    exchanged = {**importances, first: importances[second], second: importances[first]}
    return not leaders(sums(importances, worths)) & leaders(sums(exchanged, worths))


def trade_off_share(
    question: Question, first: str, second: str, draws: int, chance: Random
) -> float:
    changed = 0
    for _ in range(draws):
        changed += changed_when_exchanged(first, second, *one_draw(question, chance))
    return changed / draws


def equivalents(question: Question) -> list[tuple[str, float, str, float]]:
    """Amounts of criteria on natural scales that are worth the same; the first three."""
    said_of = {
        one.criterion: int(one.importance)
        for one in question.ratings
        if one.importance not in (0, "not_sure") and slope(question, one.criterion)
    }
    found = []
    for one, other in combinations(sorted(said_of, key=lambda name: (-said_of[name], name)), 2):
        for amount in amounts(question, one):
            value = said_of[one] * slope(question, one) * amount
            as_much = value / (said_of[other] * slope(question, other))
            if step(question, other) / 2 - 1e-9 <= as_much <= width(question, other) + 1e-9:
                found.append((one, amount, other, as_much))
                break
    return found[:3]


def stand_alike(question: Question, name: str) -> bool:
    """Whether all options have one central value, known of all of them or of none."""
    criterion = question.pack.criterion(name)
    standings = [criterion.standing(option) for option in question.options]
    first = worth(criterion, centre(criterion, standings[0]))
    return all(
        abs(worth(criterion, centre(criterion, one)) - first) < 1e-9
        and (one.unknown is None) == (standings[0].unknown is None)
        for one in standings
    )


def width(question: Question, name: str) -> float:
    scale = question.pack.criterion(name).scale
    return abs(scale.best - scale.worst) if scale else 0.0


def known(question: Question, name: str) -> list[float]:
    """Where the options stand as far as it is known, put at an anchor if beyond it."""
    criterion = question.pack.criterion(name)
    scale = criterion.scale
    assert scale
    ends_of_scale = sorted((scale.worst, scale.best))
    return [
        min(max(centre(criterion, standing), ends_of_scale[0]), ends_of_scale[1])
        for standing in map(criterion.standing, question.options)
        if not standing.unknown
    ] or [scale.worst]


def slope(question: Question, name: str) -> float:
    criterion = question.pack.criterion(name)
    if criterion.scale is None:
        return 0.0
    places = (
        known(question, name)
        if criterion.scale.points
        else [criterion.scale.worst, criterion.scale.best]
    )
    low, high = min(places), max(places)
    return abs(worth(criterion, high) - worth(criterion, low)) / (high - low) if high > low else 0


def amounts(question: Question, name: str) -> list[float]:
    """The range between the options and a tenth of the scale, in whole or half units."""
    finest = step(question, name)
    places = known(question, name)
    both = (max(places) - min(places), width(question, name) / 10)
    halves_up = [int(one / finest + 0.5 + 1e-9) for one in both]  # sums leave a hair less
    return [many * finest for many in halves_up if many]


def step(question: Question, name: str) -> float:
    return 1 if width(question, name) > 20 else 0.5
