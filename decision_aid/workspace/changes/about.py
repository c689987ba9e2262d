"""Changes on About you."""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Literal

from decision_aid.base.frozen import dataclass
from decision_aid.domain.about_you import (
    AgeBand,
    ConditionAnswer,
    KetamineForm,
    Taking,
    Tried,
    YesNoRatherNot,
)
from decision_aid.domain.answers import YesNoUnsure
from decision_aid.domain.safety import is_of_line
from decision_aid.domain.session import Clearance, Session


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
    """The list of medicines and substances now, and of those stopped not long ago.

    What a prescriber cleared for a line is not cleared for it once its dose or the way it is taken
    is another, it is stopped, or it is taken off the list and put on it again; neither is what was
    read where its dose goes.
    """

    taking: tuple[Taking, ...]
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this list, and clearances that cover no more than they did."""
        lists = (session.about.taking, self.taking)
        before, after = ({(one.name, _how(one)) for one in lines} for lines in lists)
        otherwise = {name for name, _answer in before ^ after}
        changed = {
            because
            for one in session.clearances
            for because in one.covers
            if any(is_of_line(because, name) for name in otherwise)
        }
        return replace(
            session,
            about=replace(session.about, taking=self.taking),
            clearances=tuple(_without(changed, one) for one in session.clearances),
        )


def _how(taking: Taking) -> tuple[object, ...]:
    return tuple(taking.dose.split()), taking.route, taking.stopped, taking.stopped_on


@dataclass(frozen=True)
class SetDrugsBefore:
    """Whether drugs of one kind were ever taken; None takes the answer back."""

    kind: Literal["dissociatives", "other"]
    answer: YesNoRatherNot | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        if self.kind == "dissociatives":
            about = replace(session.about, dissociatives_before=self.answer)
        else:
            about = replace(session.about, other_drugs_before=self.answer)
        return replace(session, about=about)


@dataclass(frozen=True)
class SetAboutText:
    """A text of About you was edited."""

    field: Literal["helped_before", "drugs_words"]
    text: str

    @property
    def gesture(self) -> str:
        """Typing in one field is one gesture."""
        return f"text:{self.field}"

    def apply_to(self, session: Session) -> Session:
        """The session with this text."""
        if self.field == "helped_before":
            about = replace(session.about, helped_before=self.text)
        else:
            about = replace(session.about, drugs_words=self.text)
        return replace(session, about=about)


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
            clearances=tuple(_without({self.condition}, one) for one in session.clearances),
        )


@dataclass(frozen=True)
class NoToTheRest:
    """No to those of these conditions that have no answer yet; what was answered stays."""

    conditions: tuple[str, ...]
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session in which all of them are answered."""
        answered = {one.id for one in session.about.conditions}
        rest = (one for one in self.conditions if one not in answered)
        no = tuple(ConditionAnswer(id=one, answer="no") for one in rest)
        about = replace(session.about, conditions=(*session.about.conditions, *no))
        return replace(session, about=about)


def _without(changed: AbstractSet[str], clearance: Clearance) -> Clearance:
    """A clearance that stays on record and covers everything it did but what has changed."""
    covers = tuple(one for one in clearance.covers if one not in changed)
    return replace(clearance, covers=covers)
