"""Changes on About you."""

from dataclasses import dataclass, replace
from typing import Literal

from decision_aid.domain.answers import YesNoUnsure
from decision_aid.domain.session import (
    AgeBand,
    Clearance,
    ConditionAnswer,
    KetamineForm,
    Session,
    Taking,
    Tried,
)


@dataclass(frozen=True)
class SetAge:
    """The person's age band; None takes the answer back."""

    age: AgeBand | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this age."""
        return replace(session, about=replace(session.about, age=self.age))


@dataclass(frozen=True)
class SetKetamineForm:
    """The form of ketamine they talk about; None takes the answer back."""

    form: KetamineForm | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this form."""
        return replace(session, about=replace(session.about, ketamine_form=self.form))


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
        """The session with this answer, which no clearance given before covers."""
        others = tuple(one for one in session.about.conditions if one.id != self.condition)
        mine = (ConditionAnswer(id=self.condition, answer=self.answer),) if self.answer else ()
        if set(mine) == set(session.about.conditions) - set(others):
            return session
        return replace(
            session,
            about=replace(session.about, conditions=(*others, *mine)),
            clearances=tuple(_without(self.condition, one) for one in session.clearances),
        )


def _without(condition: str, clearance: Clearance) -> Clearance:
    """A clearance that stays on record and covers everything it did but this condition."""
    covers = tuple(one for one in clearance.covers if one != condition)
    return replace(clearance, covers=covers)
