"""Changes on About you."""

from dataclasses import dataclass, replace
from typing import Literal

from decision_aid.domain.answers import YesNoUnsure
from decision_aid.domain.session import AgeBand, ConditionAnswer, Session, Taking, Tried


@dataclass(frozen=True)
class SetAge:
    """The person's age band; None takes the answer back."""

    age: AgeBand | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this age."""
        return replace(session, about=replace(session.about, age=self.age))


@dataclass(frozen=True)
class SetAntidepressantsTried:
    """How many antidepressants were tried properly; None takes the answer back."""

    tried: Literal["none", "one", "two_or_more"] | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        return replace(session, about=replace(session.about, antidepressants_tried=self.tried))


@dataclass(frozen=True)
class SetTried:
    """The list of treatments tried."""

    tried: tuple[Tried, ...]
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this list."""
        return replace(session, about=replace(session.about, tried=self.tried))


@dataclass(frozen=True)
class SetTaking:
    """The list of medicines and substances now."""

    taking: tuple[Taking, ...]
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this list."""
        return replace(session, about=replace(session.about, taking=self.taking))


@dataclass(frozen=True)
class AnswerCondition:
    """An answer about one health condition; None takes it back.

    What a prescriber cleared for one answer is not cleared for another: a "not sure" may have
    become a "yes".
    """

    condition: str
    answer: YesNoUnsure | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer, and without clearances given for the one before it."""
        others = tuple(one for one in session.about.conditions if one.id != self.condition)
        mine = (ConditionAnswer(id=self.condition, answer=self.answer),) if self.answer else ()
        if set(mine) == set(session.about.conditions) - set(others):
            return session
        return replace(
            session,
            about=replace(session.about, conditions=(*others, *mine)),
            clearances=tuple(one for one in session.clearances if self.condition not in one.covers),
        )
