"""What a person may care about, and how each option stands on it."""

from itertools import pairwise
from typing import Final, Literal

from decision_aid.base.frozen import dataclass
from decision_aid.base.language import _
from decision_aid.base.locale_words import number_words
from decision_aid.domain.named import find
from decision_aid.domain.plural_forms import PluralForms
from decision_aid.domain.risk import Certainty, Frequency

FARTHEST: Final = 1_000_000_000
"""Nothing here is measured in larger numbers; sums with much larger ones break."""

LEAST: Final = 1e-6
"""A scale is at least so long; what a shorter one is worth would be lost in rounding."""

SHORT: Final = 20
"""A scale of at most so many units, as of weeks or hours, is told in halves."""


def _check_measured(*numbers: float) -> None:
    """Refuse what is not a number, infinite or too large, so that no sum ever breaks on it."""
    if not all(-FARTHEST <= one <= FARTHEST for one in numbers):  # never true of "not a number"
        raise ValueError(
            _("a measured number lies between {low} and {high}").format(
                low=number_words(-FARTHEST), high=number_words(FARTHEST)
            )
        )


@dataclass(frozen=True, kw_only=True)
class Point:
    """One corner of a piecewise linear value function.

    Attributes:
        at: A place on the criterion's natural scale.
        worth: Its value, 0 (worst) to 1 (best).
    """

    at: float
    worth: float

    def __post_init__(self) -> None:
        _check_measured(self.at, self.worth)


@dataclass(frozen=True, kw_only=True)
class Scale:
    """A natural scale with fixed anchors, so that gating an option shifts no weight.

    Attributes:
        worst: The end worth 0, in natural units; may be the larger number.
        best: The end worth 1.
        points: Corners of the value function, from worst to best; empty means a straight line.
        phrase: A value in words, with {n} for the rounded number: "{n} weeks".
        difference: So much between two values, whichever is better, as in "a difference of
            {n} of 100 people"; None where `phrase` says that, too.
    """

    worst: float
    best: float
    points: tuple[Point, ...] = ()
    phrase: PluralForms
    difference: PluralForms | None = None

    def __post_init__(self) -> None:
        _check_measured(self.worst, self.best)
        if abs(self.worst - self.best) < LEAST:
            raise ValueError(_("worst and best differ"))
        if self.points:
            self._check_points()

    @property
    def finest(self) -> float:
        """The finest difference that is told: halves on a short scale, whole units on a longer."""
        return 0.5 if abs(self.worst - self.best) <= SHORT else 1.0

    def _check_points(self) -> None:
        ends = (self.points[0].at, self.points[0].worth, self.points[-1].at, self.points[-1].worth)
        if ends != (self.worst, 0.0, self.best, 1.0):
            raise ValueError(_("the points run from worst, worth 0, to best, worth 1"))
        towards_best = 1 if self.best > self.worst else -1
        for before, after in pairwise(self.points):
            if (after.at - before.at) * towards_best <= 0 or after.worth < before.worth:
                raise ValueError(_("the points go on from worst to best and never lose worth"))


@dataclass(frozen=True, kw_only=True)
class Step:
    """One named place on an ordered scale.

    Attributes:
        id: Its id in the criterion.
        name: In words: "not until the next day".
    """

    id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Range:
    """5th percentile, most likely value and 95th percentile, in natural units."""

    low: float
    likely: float
    high: float

    def __post_init__(self) -> None:
        _check_measured(self.low, self.likely, self.high)
        if not self.low <= self.likely <= self.high:
            raise ValueError(_("a range runs low, likely, high"))


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """A mean and its standard error, in natural units."""

    mean: float
    se: float

    def __post_init__(self) -> None:
        _check_measured(self.mean, self.se)
        if self.se < 0:
            raise ValueError(_("a standard error is not negative"))


@dataclass(frozen=True, kw_only=True)
class Events:
    """People counted; with `against`, the difference of the two groups, in people out of 100."""

    count: int
    of: int
    against: Frequency | None = None

    def __post_init__(self) -> None:
        Frequency(self.count, self.of)

    @property
    def observed(self) -> float:
        """People out of 100, less those of the other group where there is one; -100 to 100."""
        other = self.against.count / self.against.of if self.against else 0.0
        return 100 * (self.count / self.of - other)


@dataclass(frozen=True, kw_only=True)
class Unknown:
    """Nobody knows; any value is as good as another, within what is plausible.

    Attributes:
        low: Smaller end of the plausible part in natural units; None means the whole scale.
        high: Larger end of it.
    """

    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        if (self.low is None) != (self.high is None):
            raise ValueError(_("a plausible part has both ends"))
        if self.low is not None and self.high is not None:
            _check_measured(self.low, self.high)
            if self.low >= self.high:
                raise ValueError(_("a plausible part runs from low to high"))


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How one option does on one criterion: exactly one of the five forms.

    Attributes:
        id: The option's id.
        range: Low, likely, high.
        estimate: Mean and standard error.
        events: People counted.
        level: The id of a step of the criterion's ordered scale.
        unknown: Nobody knows.
        certainty: How sure we are; widens `range` and `estimate`.
        sources: Where it comes from; may be empty for `unknown` only.
        derived_by: How it was read from the sources, so that it can be argued with.
    """

    id: str
    range: Range | None = None
    estimate: Estimate | None = None
    events: Events | None = None
    level: str | None = None
    unknown: Unknown | None = None
    certainty: Certainty
    sources: tuple[str, ...] = ()
    derived_by: str

    def __post_init__(self) -> None:
        forms = (self.range, self.estimate, self.events, self.level, self.unknown)
        if sum(form is not None for form in forms) != 1:
            raise ValueError(_("a standing has one of: range, estimate, events, level, unknown"))

    @property
    def central(self) -> float | None:
        """Its likeliest place on a natural scale; None for a level or what nobody knows.

        That is the most likely value, the mean, or the observed people out of 100.
        """
        if self.range is not None:
            return self.range.likely
        if self.estimate is not None:
            return self.estimate.mean
        return self.events.observed if self.events is not None else None


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """Something a person may care about.

    Attributes:
        id: Its id.
        group: What kind of thing it is; "own" for what the person added.
        scale: Its natural scale; or
        levels: its ordered scale, worst first. A criterion has one of the two.
        standings: One for every option of the pack.
        only_with_class: Offered only when the person takes a medicine of this list of classes;
            empty means always.
        name: What a person would want of it: "Feeling better soon".
        short: At most three words, for legends.
        explanation: One or two sentences: what is meant.
    """

    id: str
    group: Literal["benefit", "harm", "burden", "practical", "own"]
    scale: Scale | None = None
    levels: tuple[Step, ...] = ()
    standings: tuple[Standing, ...]
    only_with_class: tuple[str, ...] = ()
    name: str
    short: str
    explanation: str

    def __post_init__(self) -> None:
        if (self.scale is None) == (not self.levels):
            raise ValueError(_("a criterion has either a scale or levels"))
        if len(self.levels) == 1:
            raise ValueError(_("an ordered scale has at least two levels"))
        for standing in self.standings:
            if (standing.level is not None) and not self.levels:
                raise ValueError(
                    _("{id}: a level needs a criterion with levels").format(id=standing.id)
                )
            if self.levels and standing.level is None and standing.unknown is None:
                raise ValueError(
                    _("{id}: with levels, a standing is a level or unknown").format(id=standing.id)
                )

    def standing(self, option: str) -> Standing:
        """How an option stands on it."""
        return find(self.standings, option)


@dataclass(frozen=True, kw_only=True)
class Dealbreaker:
    """A person's "I would rule that out", as a rule on facts.

    Attributes:
        id: Its id.
        criterion: An ordered criterion.
        level: An option standing at this level or worse is ruled out.
        text: In the person's voice: "Anything I cannot drive home from".
    """

    id: str
    criterion: str
    level: str
    text: str
