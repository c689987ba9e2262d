"""Changes on What matters."""

from dataclasses import dataclass, replace
from typing import Literal

from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.domain.session import Session


def _rated(
    ratings: tuple[Rating, ...], criterion: str, importance: int | Literal["not_sure"] | None
) -> tuple[Rating, ...]:
    """The ratings with one of them set, in its old place, or taken out."""
    mine = () if importance is None else (Rating(criterion, importance),)
    at = next((i for i, one in enumerate(ratings) if one.criterion == criterion), len(ratings))
    return (*ratings[:at], *mine, *ratings[at + 1 :])


@dataclass(frozen=True)
class SetImportance:
    """How much a criterion matters, to the person or to the provider; None skips it."""

    criterion: str
    importance: int | Literal["not_sure"] | None
    voice: Literal["person", "provider"] = "person"

    @property
    def gesture(self) -> str:
        """Moving one control back and forth is one gesture."""
        return f"importance:{self.voice}:{self.criterion}"

    def apply_to(self, session: Session) -> Session:
        """The session with this rating; a criterion no longer rated leaves the order, too."""
        if self.voice == "provider":
            ratings = _rated(session.provider_ratings, self.criterion, self.importance)
            return replace(session, provider_ratings=ratings)
        ratings = _rated(session.ratings, self.criterion, self.importance)
        rated = {one.criterion for one in ratings if one.importance != NOT_SURE}
        order = tuple(one for one in session.order if one in rated)
        return replace(session, ratings=ratings, order=order)


@dataclass(frozen=True)
class SetOrder:
    """The criteria that matter most, in order; an empty order takes it back."""

    order: tuple[str, ...]
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this order."""
        return replace(session, order=self.order)


@dataclass(frozen=True)
class SetConcerns:
    """The person's own concerns."""

    concerns: tuple[str, ...]
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with these concerns."""
        return replace(session, concerns=self.concerns)


@dataclass(frozen=True)
class HoldDealbreaker:
    """A dealbreaker is held to, or let go."""

    dealbreaker: str
    held: bool
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with or without it."""
        others = tuple(one for one in session.dealbreakers if one != self.dealbreaker)
        held = (*others, self.dealbreaker) if self.held else others
        if set(held) == set(session.dealbreakers):
            return session
        return replace(session, dealbreakers=held)
