"""Changes on What matters."""

from dataclasses import replace
from itertools import count
from typing import Literal

from decision_aid.base.frozen import dataclass
from decision_aid.domain.answers import MOST, NOT_SURE, Rating
from decision_aid.domain.session import Concern, OwnPlace, Session, TradeOff


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
        """The session with this rating; the order never says otherwise than the ratings."""
        if self.voice == "provider":
            ratings = _rated(session.provider_ratings, self.criterion, self.importance)
            return replace(session, provider_ratings=ratings)
        ratings = _rated(session.ratings, self.criterion, self.importance)
        return replace(session, ratings=ratings, order=_agreeing(session.order, ratings))


@dataclass(frozen=True)
class PickMost:
    """One of the few things that matter most is picked, after those picked before, or let go."""

    criterion: str
    picked: bool
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with it rated "most" and last of those in order, or not rated."""
        if not self.picked:
            return SetImportance(self.criterion, None).apply_to(session)
        if session.rating(self.criterion) == Rating(self.criterion, MOST):
            return session
        before = [one.criterion for one in sorted_ratings(session) if one.importance == MOST]
        ratings = _rated(session.ratings, self.criterion, MOST)
        order = tuple(dict.fromkeys((*before, self.criterion, *session.order)))
        return replace(session, ratings=ratings, order=_agreeing(order, ratings))


def sorted_ratings(session: Session) -> list[Rating]:
    """Ratings by importance, then by the order given, then as they were rated; no "not sure"."""
    order = {criterion: place for place, criterion in enumerate(session.order)}
    last = len(order)
    sure = [one for one in session.ratings if one.importance != NOT_SURE]
    return sorted(sure, key=lambda one: (-int(one.importance), order.get(one.criterion, last)))


def _agreeing(order: tuple[str, ...], ratings: tuple[Rating, ...]) -> tuple[str, ...]:
    """The order less what has no importance, and with what matters more before what matters less.

    Draws have to keep the order, so one that says otherwise than the ratings could not be used.
    """
    said = {one.criterion: int(one.importance) for one in ratings if one.importance != NOT_SURE}
    return tuple(sorted((one for one in order if one in said), key=lambda one: -said[one]))


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

    concerns: tuple[Concern, ...]
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with these concerns; what was said of others that were there goes, too."""
        gone = {one.id for one in session.concerns} - {one.id for one in self.concerns}
        return replace(
            session,
            concerns=self.concerns,
            ratings=tuple(one for one in session.ratings if one.criterion not in gone),
            provider_ratings=tuple(
                one for one in session.provider_ratings if one.criterion not in gone
            ),
            order=tuple(one for one in session.order if one not in gone),
            trade_offs=tuple(
                one for one in session.trade_offs if not gone & {one.first, one.second}
            ),
        )


def concerns_of(session: Session, texts: tuple[str, ...]) -> tuple[Concern, ...]:
    """Concerns with these texts, line by line; a line that was there keeps its id and places.

    Args:
        session: What was said so far.
        texts: The lines. A line removed is one of the old ones left out; a line edited stands where
            it stood.
    """
    old = list(session.concerns)
    if len(texts) == len(old):
        return tuple(replace(one, text=text) for one, text in zip(old, texts, strict=True))
    earlier = (one for visit in session.earlier for one in visit.concerns)
    used = {one.id for one in (*old, *earlier)}
    fresh = (name for name in map("own_{}".format, count(1)) if name not in used)
    concerns = []
    for text in texts:
        there = next((one for one in old if one.text == text), None)
        concerns.append(there or Concern(id=next(fresh), text=text))
        if there:
            old.remove(there)
    return tuple(concerns)


@dataclass(frozen=True)
class PlaceOption:
    """How an option does on a concern of the person's own; None takes the answer back."""

    concern: str
    option: str
    level: Literal["badly", "so_so", "well", "unknown"] | None

    @property
    def gesture(self) -> str:
        """Moving one control back and forth is one gesture."""
        return f"place:{self.concern}:{self.option}"

    def apply_to(self, session: Session) -> Session:
        """The session with this place; an id that is no concern of theirs changes nothing."""
        concerns = tuple(
            replace(one, places=self._placed(one)) if one.id == self.concern else one
            for one in session.concerns
        )
        return replace(session, concerns=concerns)

    def _placed(self, concern: Concern) -> tuple[OwnPlace, ...]:
        places = {one.option: one for one in concern.places}
        if self.level is None:
            places.pop(self.option, None)
        else:
            places[self.option] = OwnPlace(option=self.option, level=self.level)
        return tuple(places.values())


@dataclass(frozen=True)
class AnswerTradeOff:
    """An answer to a trade-off question; None takes it back."""

    first: str
    second: str
    preferred: Literal["first", "second", "same"] | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer to the question on these two criteria."""
        pair = {self.first, self.second}
        others = tuple(one for one in session.trade_offs if {one.first, one.second} != pair)
        if self.preferred is None:
            return replace(session, trade_offs=others)
        mine = TradeOff(first=self.first, second=self.second, preferred=self.preferred)
        at = next(
            (i for i, one in enumerate(session.trade_offs) if {one.first, one.second} == pair),
            len(others),
        )
        return replace(session, trade_offs=(*others[:at], mine, *others[at:]))


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
