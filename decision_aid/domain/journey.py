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
"""Minutes with which what matters is shown first; every other step stays open."""


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
    """

    visited: frozenset[StepId]
    paused: bool
    accompanied: bool


def journey(session: Session) -> Journey:
    """Where the walk of this session stands."""
    asks = session.about.phq9.item_9_asks_for_talk
    return Journey(
        visited=frozenset(session.visited),
        paused=asks and session.safety_talk is None,
        accompanied=not set(PROVIDERS).isdisjoint(session.people),
    )


def next_step(step: StepId) -> StepId | None:
    """The step after this one, None after the last."""
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None


def onward(step: StepId, session: Session) -> StepId | None:
    """Where "Next" leads: the next step, but with 3 minutes from the first to what matters."""
    if step == "welcome" and session.minutes == SHORTEST_VISIT:
        return "matters"
    return next_step(step)


def previous_step(step: StepId) -> StepId | None:
    """The step before this one, None before the first."""
    place = STEPS.index(step)
    return STEPS[place - 1] if place else None


def lettered(pack: Pack, seed: int) -> tuple[LetteredOption, ...]:
    """The options in the order of this session, with their letters.

    The order is drawn from the session's seed and kept on every screen and on paper, so that no
    option gains from its place; the order of the pack's file does not matter.

    Evidence on order effects is mixed; shuffling spreads a possible effect, it does not remove it.
    """
    options = sorted(pack.options, key=lambda option: option.id)
    random.Random(seed).shuffle(options)  # noqa: S311 - an order, not a secret
    return tuple(map(LetteredOption, ascii_uppercase, options))
