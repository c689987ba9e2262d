"""The result of the weighing, in plain numbers; how it is worked out is in `engine`."""

from dataclasses import dataclass
from typing import Literal

Band = Literal["well", "fairly", "less"]


@dataclass(frozen=True, kw_only=True)
class Contribution:
    """What one criterion adds to one option's score, at the central values.

    Attributes:
        criterion: Its id.
        weight: The criterion's weight, 0 to 1; the weights of a line-up sum to 1.
        standing: The option's central standing in natural units; for a level, its place on the
            ordered scale from 0 (worst) up.
        value: What that standing is worth, 0 to 1.
        product: weight x value; the products of an option sum to its score.
    """

    criterion: str
    weight: float
    standing: float
    value: float
    product: float


@dataclass(frozen=True, kw_only=True)
class OptionFit:
    """How one option lines up with what the person said.

    Attributes:
        option: Its id.
        score: Weighted sum at the central values, 0 to 1.
        band: The score in words.
        interval: 5th and 95th percentile of the score over the draws.
        contributions: By criterion, in the order of `Appraisal.criteria`.
        rank_shares: Share of draws in which it ranks 1st, 2nd, ...; sums to 1. Draws in which
            options tie are split between them.
        wins_over: Share of draws in which it beats each other option, as (option, share); a tie
            counts half.
        central_weights: Mean weights of the draws it wins, as (criterion, weight): the typical
            values of someone this option fits best. Empty when it never wins.

    Source: rank acceptability and central weights: Lahdelma 1998, Tervonen 2011
        (doi 10.1002/sim.4194).
    """

    option: str
    score: float
    band: Band
    interval: tuple[float, float]
    contributions: tuple[Contribution, ...]
    rank_shares: tuple[float, ...]
    wins_over: tuple[tuple[str, float], ...]
    central_weights: tuple[tuple[str, float], ...]

    @property
    def first_share(self) -> float:
        """Share of draws in which it fits best."""
        return self.rank_shares[0]


@dataclass(frozen=True, kw_only=True)
class CloseReason:
    """One reason why it is too close to call.

    Attributes:
        kind: "shares": the first two first-rank shares are near each other.
            "one_step": the first place changes when one importance moves one step.
            "geometric": a weighted geometric mean, which forgives a bad value less, puts another
            option first. "unknown": it depends on something nobody knows.
            "tie": two options stand level at the central values.
        option: The option that comes first or draws near instead.
        criterion: The criterion moved or unknown; "" for the other kinds.
        step: For "one_step": +1 or -1; otherwise 0.
    """

    kind: Literal["shares", "one_step", "geometric", "unknown", "tie"]
    option: str
    criterion: str = ""
    step: int = 0


@dataclass(frozen=True, kw_only=True)
class Tipping:
    """What it takes on one criterion to change the first place.

    Attributes:
        criterion: Its id.
        said: The importance said, 0 to 4; "not_sure" counts as 2.
        step: The smallest change of importance that changes the first place, in steps; None when
            none does.
        option: The option that would come first then; "" when none.
    """

    criterion: str
    said: int
    step: int | None
    option: str = ""


@dataclass(frozen=True, kw_only=True)
class Widened:
    """A standing that was widened because we are less than sure of it."""

    option: str
    criterion: str
    factor: float


@dataclass(frozen=True, kw_only=True)
class TradeOffPair:
    """Two criteria worth asking about: which of the two would the person rather have at its best?

    Attributes:
        first: A criterion's id.
        second: The other's.
        tells: Share of draws, 0 to 1, in which the first place changes when their weights are
            exchanged.
    """

    first: str
    second: str
    tells: float


@dataclass(frozen=True, kw_only=True)
class Equivalent:
    """Amounts of two criteria that are worth the same to the person, at the central values.

    Attributes:
        criterion: The criterion that matters at least as much.
        amount: So much of it, in natural units, above 0; better is where its scale says.
        other: The other criterion.
        other_amount: So much of the other is worth the same, in its natural units, above 0.
    """

    criterion: str
    amount: float
    other: str
    other_amount: float


Missing = Literal["not_accompanied", "no_ratings", "nothing_matters", "no_options", "one_option"]
"""Why there is no line-up: no provider is here, so nothing was weighed; nothing was rated;
everything rated "not at all"; every option is gated or ruled out; only one is left, so there is
nothing to line it up with."""


@dataclass(frozen=True, kw_only=True)
class Appraisal:
    """How the options line up with what the person said.

    Attributes:
        pack: The pack's id.
        version: The pack's version.
        seed: Seed of the draws.
        draws: Number of draws; 0 where nothing was weighed.
        missing: Why there is no line-up; None when there is one.
        fits: The options weighed, best score first, ties by id. Empty when something is missing.
        criteria: The criteria weighed, in the pack's order.
        left_out: Offered criteria the person skipped.
        unknown: (option, criterion) pairs where nobody knows.
        widened: Standings that were widened, and by how much.
        all_equal: Whether nothing that matters tells the options apart, so that there is no first
            place: see `weighing.central.all_alike`.
        order_kept: False when the order given contradicts the ratings, so it was not used.
        close_reasons: Why it is too close to call; empty when it is not.
        tipping: What would change the first place, by criterion weighed.
        equivalents: Amounts worth the same, of the criteria that matter most; at most three.
    """

    pack: str
    version: str
    seed: int
    draws: int
    missing: Missing | None = None
    fits: tuple[OptionFit, ...] = ()
    criteria: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    widened: tuple[Widened, ...] = ()
    all_equal: bool = False
    order_kept: bool = True
    close_reasons: tuple[CloseReason, ...] = ()
    tipping: tuple[Tipping, ...] = ()
    equivalents: tuple[Equivalent, ...] = ()

    @property
    def close_call(self) -> bool:
        """Whether it is too close to call."""
        return bool(self.close_reasons)

    @property
    def one_criterion(self) -> bool:
        """Whether there is a line-up and one criterion alone makes all of it."""
        counting = [one for fit in self.fits[:1] for one in fit.contributions if one.weight > 0]
        return len(counting) == 1

    def fit(self, option: str) -> OptionFit | None:
        """How one option lines up; None when it was not weighed."""
        return next((one for one in self.fits if one.option == option), None)
