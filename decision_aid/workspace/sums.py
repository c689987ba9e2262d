"""The whole calculation behind the line-up at the central values, to be checked by hand."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import number_words
from decision_aid.domain.answers import MOST, NOT_SURE
from decision_aid.domain.criteria import Criterion, Point, Scale, Standing
from decision_aid.domain.risk import whole
from decision_aid.weighing.appraisal import OptionFit
from decision_aid.workspace.shares import largest_remainder
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import (
    Importance,
    certainty_words,
    importance_words,
    natural_words,
    plain_number,
    standing_words,
)

HOW: Final = N_(
    "Weight: the step said (Not at all 0, A little 1, Some 2, A lot 3, Most 4; Not sure "
    "counts 2), divided by the sum of all the steps. Value: how good a standing is, from 0 "
    "(worst) to 1 (best); between the places named, on a straight line. Product: weight times "
    "value. The products of an option add up to its score, from 0 to 1. Numbers are rounded to "
    "three decimals. So that the products add up exactly, the last digit of one can be off by one."
)
_THOUSAND: Final = 1000


@dataclass(frozen=True, kw_only=True)
class SumWeight:
    """How much one criterion weighs.

    Attributes:
        criterion: Its id.
        name: Its name.
        said: What the person said of it.
        working: "4 ÷ 17".
        weight: The same as a decimal, 0 to 1.
        scale: What is worth 0 and what is worth 1.
    """

    criterion: str
    name: str
    said: str
    working: str
    weight: str
    scale: str


@dataclass(frozen=True, kw_only=True)
class SumLine:
    """What one criterion adds to one option.

    Attributes:
        criterion: The criterion's id.
        standing: How the option stands, in words.
        working: How the value follows from that.
        value: What that is worth, 0 to 1.
        product: Weight times value.
        sure: How sure that is, and by how much its range was widened.
        derived_by: How it was read.
        sources: Ids of the sources it was read from.
    """

    criterion: str
    standing: str
    working: str
    value: str
    product: str
    sure: str
    derived_by: str
    sources: tuple[str, ...]


def sum_weights(snapshot: Snapshot) -> tuple[SumWeight, ...]:
    """The criteria weighed, as they are listed in `sum_lines`."""
    parts = snapshot.appraisal.fits[0].contributions
    said = {one.criterion: _said(one.criterion, snapshot) for one in parts}
    total = sum(map(_step, said.values()))
    return tuple(
        SumWeight(
            criterion=one.criterion,
            name=snapshot.pack.criterion(one.criterion).name,
            said=importance_words(said[one.criterion]),
            working=f"{number_words(_step(said[one.criterion]))} ÷ {number_words(total)}",
            weight=decimals(one.weight),
            scale=_scale(snapshot.pack.criterion(one.criterion), snapshot.pack.language),
        )
        for one in parts
    )


def sum_lines(fit: OptionFit, snapshot: Snapshot) -> tuple[SumLine, ...]:
    """A line for every criterion; the printed products add up to the printed score."""
    widened = {(one.option, one.criterion): one.factor for one in snapshot.appraisal.widened}
    thousandths = largest_remainder(
        [_THOUSAND * one.product for one in fit.contributions], alike=False
    )
    lines = []
    for part, product in zip(fit.contributions, thousandths, strict=True):
        criterion = snapshot.pack.criterion(part.criterion)
        standing = criterion.standing(fit.option)
        lines.append(
            SumLine(
                criterion=part.criterion,
                standing=standing_words(criterion, fit.option, snapshot.pack.language),
                working=_working(criterion, standing, part.standing),
                value=decimals(part.value),
                product=decimals(product / _THOUSAND),
                sure=_sure(standing, widened.get((fit.option, part.criterion))),
                derived_by=standing.derived_by,
                sources=standing.sources,
            )
        )
    return tuple(lines)


def score_words(fit: OptionFit) -> str:
    """The sum of an option's products as printed: its score."""
    parts = [_THOUSAND * one.product for one in fit.contributions]
    return decimals(sum(largest_remainder(parts, alike=False)) / _THOUSAND)


def decimals(number: float) -> str:
    """A weight, value, product or score with three decimals; never like a count of people."""
    return number_words(whole(_THOUSAND * number) / _THOUSAND, 3)


def _said(criterion: str, snapshot: Snapshot) -> Importance:
    rating = snapshot.session.rating(criterion)
    return rating.importance if rating is not None else 0


def _step(said: Importance) -> int:
    return MOST // 2 if said == NOT_SURE else int(said)


def _sure(standing: Standing, factor: float | None) -> str:
    if standing.unknown is not None:
        return _("Nobody knows: anything plausible was tried")
    sure = certainty_words(standing.certainty)
    if factor is None:
        return sure
    told = _("{certainty}: the range tried was {factor} times as wide")
    return told.format(certainty=sure, factor=plain_number(factor))


def _scale(criterion: Criterion, language: str) -> str:
    if criterion.scale is None:
        names = "; ".join(step.name for step in criterion.levels)
        return _("Steps, worst first: {steps}.").format(steps=names)
    # Translators: what a place on a scale is worth: "8 weeks is worth 0".
    told = _("{place} is worth {value}")
    corners = (
        told.format(place=natural_words(criterion, one.at, language), value=plain_number(one.worth))
        for one in _corners(criterion.scale)
    )
    return f"{'; '.join(corners)}."


def _working(criterion: Criterion, standing: Standing, at: float) -> str:
    """How the value follows from the standing, with the numbers as they were used."""
    if criterion.scale is None:
        working = _on_steps(len(criterion.levels), at)
    else:
        working = _on_scale(criterion.scale, at)
    if standing.unknown is None:
        return working
    return _("the middle of what is plausible: {working}").format(working=working)


def _on_steps(count: int, at: float) -> str:
    told = _("step {step} of {count}: {working}")
    working = f"{_plain(at)} ÷ {number_words(count - 1)}"
    return told.format(step=_plain(at + 1), count=number_words(count), working=working)


def _on_scale(scale: Scale, at: float) -> str:
    for before, after in pairwise(_corners(scale)):
        if min(before.at, after.at) <= at <= max(before.at, after.at):
            return _between(before, after, at)
    return _("{number} lies beyond the end of the scale").format(number=_plain(at))


def _corners(scale: Scale) -> tuple[Point, ...]:
    """The places whose worth is said; on a straight scale, its ends."""
    return scale.points or (Point(at=scale.worst, worth=0.0), Point(at=scale.best, worth=1.0))


def _between(before: Point, after: Point, at: float) -> str:
    """On a straight line between two corners."""
    part = f"({_plain(at)} − {_plain(before.at)}) ÷ ({_plain(after.at)} − {_plain(before.at)})"
    rise = after.worth - before.worth
    if rise != 1:
        part = f"{_plain(rise)} × {part}"
    return f"{_plain(before.worth)} + {part}" if before.worth else part


def _plain(number: float) -> str:
    """A number as it is used, without digits that say nothing."""
    return plain_number(number).replace("-", "−")
