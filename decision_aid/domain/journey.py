"""The walk: eight steps in order, each reachable at any time, none blocking except safety."""

import random
from string import ascii_uppercase
from typing import Final, get_args

from decision_aid.base.frozen import dataclass
from decision_aid.domain.options import Option
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import PROVIDERS, Session, StepId

STEPS: Final[tuple[StepId, ...]] = get_args(StepId)
"""The steps, in order."""


SHORTEST_VISIT: Final = 3
"""Minutes with which what matters comes first."""

_PATHS: Final[dict[int, tuple[StepId, ...]]] = {
    SHORTEST_VISIT: ("welcome", "matters", "options", "decide", "summary"),
    10: tuple(step for step in STEPS if step != "understand"),
}
"""Where "Next" leads with so many minutes; all steps with more, or where nobody said."""


@dataclass(frozen=True)
class LetteredOption:
    """An option and the letter it goes by in this session."""

    letter: str
    option: Option


@dataclass(frozen=True)
class Journey:
    """Where the walk stands.

    Attributes:
        visited: Steps opened so far.
        paused: Whether the safety card stands before everything else: item 9 asked for a talk and
            no provider has recorded what was done.
        accompanied: Whether a provider is here. Without one the aid asks and explains, and lines
            nothing up: what a line-up means is to be talked about when it is seen.
        path: The steps "Next" leads through, in its order. Every other step stays open.
    """

    visited: frozenset[StepId]
    paused: bool
    accompanied: bool
    path: tuple[StepId, ...] = STEPS

    @property
    def is_short(self) -> bool:
        """Whether the path leaves steps out."""
        return len(self.path) < len(STEPS)


def journey(session: Session) -> Journey:
    """Where the walk of this session stands."""
    asks = session.about.phq9.item_9_asks_for_talk
    return Journey(
        visited=frozenset(session.visited),
        paused=asks and session.safety_talk is None,
        accompanied=not set(PROVIDERS).isdisjoint(session.people),
        path=path(session.minutes),
    )


def path(minutes: int | None) -> tuple[StepId, ...]:
    """The steps "Next" leads through, from the first to the last.

    Args:
        minutes: How long there is: 3, 10 or 30; None where nobody said.
    """
    return STEPS if minutes is None else _PATHS.get(minutes, STEPS)


def onward(step: StepId, session: Session) -> StepId | None:
    """Where "Next" leads, None after the last step.

    From a step off the path it leads to the first of the path that comes later in the walk.
    """
    way = path(session.minutes)
    if step in way:
        return next(iter(way[way.index(step) + 1 :]), None)
    return next(one for one in way if STEPS.index(one) > STEPS.index(step))


def previous_step(step: StepId, session: Session) -> StepId | None:
    """Where "Back" leads, None before the first step.

    From a step off the path it leads to the one from which "Next" goes past it.
    """
    way = path(session.minutes)
    after = step if step in way else onward(step, session)
    place = way.index(after) if after else 0
    return way[place - 1] if place else None


def lettered(pack: Pack, seed: int) -> tuple[LetteredOption, ...]:
    """The options in the order of this session, with their letters.

    The order is drawn from the session's seed and kept on every screen and on paper, so that no
    option gains from its place; the order of the pack's file does not matter.

    Evidence on order effects is mixed; shuffling spreads a possible effect, it does not remove it.
    """
    options = sorted(pack.options, key=lambda option: option.id)
    random.Random(seed).shuffle(options)  # noqa: S311 - an order, not a secret
    return tuple(map(LetteredOption, ascii_uppercase, options))
