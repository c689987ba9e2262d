"""Every change a session can go through. Each is pure and says which gesture it belongs to."""

from dataclasses import dataclass, replace
from typing import Literal

from decision_aid.base.errors import NotAllowedError
from decision_aid.domain.answers import NOT_SURE, Rating, YesNoUnsure
from decision_aid.domain.instruments import PHQ9_ITEMS
from decision_aid.domain.session import (
    AgeBand,
    Clearance,
    ConditionAnswer,
    Decision,
    Involvement,
    NextStep,
    Role,
    SafetyTalk,
    Session,
    StepId,
    Taking,
    TeachBackAnswer,
    Tried,
)


@dataclass(frozen=True)
class VisitStep:
    """A step was opened."""

    step: StepId
    gesture: str = "visit"

    def apply_to(self, session: Session) -> Session:
        """The session with the step among those visited."""
        if self.step in session.visited:
            return session
        return replace(session, visited=(*session.visited, self.step))


@dataclass(frozen=True)
class SetText:
    """A text of the session's own was edited."""

    field: Literal["label", "review", "feels_missing"]
    text: str

    @property
    def gesture(self) -> str:
        """Typing in one field is one gesture."""
        return f"text:{self.field}"

    def apply_to(self, session: Session) -> Session:
        """The session with this text."""
        match self.field:
            case "label":
                return replace(session, label=self.text)
            case "review":
                return replace(session, review=self.text)
            case "feels_missing":
                return replace(session, feels_missing=self.text)


@dataclass(frozen=True)
class SetPeople:
    """Who is here besides the person."""

    people: tuple[Role, ...]
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with these people."""
        return replace(session, people=self.people)


@dataclass(frozen=True)
class SetMinutes:
    """How long they have: 3, 10 or 30 minutes."""

    minutes: int
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this time."""
        return replace(session, minutes=self.minutes)


@dataclass(frozen=True)
class SetInvolvement:
    """How much the person wants to decide themselves."""

    involvement: Involvement
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this wish."""
        return replace(session, involvement=self.involvement)


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
    """An answer about one health condition; None takes it back."""

    condition: str
    answer: YesNoUnsure | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        others = tuple(one for one in session.about.conditions if one.id != self.condition)
        mine = (ConditionAnswer(id=self.condition, answer=self.answer),) if self.answer else ()
        return replace(session, about=replace(session.about, conditions=(*others, *mine)))


@dataclass(frozen=True)
class AnswerPhq9:
    """An answer to one item of the PHQ-9, counted from 1; None takes it back.

    A new answer to item 9 asks for a talk anew, whatever was recorded before.
    """

    item: int
    answer: int | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        phq9 = session.about.phq9
        answers = list(phq9.answers or (None,) * PHQ9_ITEMS)
        answers[self.item - 1] = self.answer
        if self.item == PHQ9_ITEMS:
            changed = replace(phq9, answers=tuple(answers), rather_talk=False)
            session = session if changed == phq9 else replace(session, safety_talk=None)
        else:
            changed = replace(phq9, answers=tuple(answers))
        return replace(session, about=replace(session.about, phq9=changed))


@dataclass(frozen=True)
class RatherTalk:
    """Item 9 of the PHQ-9 answered with "I would rather talk about it"."""

    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer, asking for a talk."""
        phq9 = session.about.phq9
        if phq9.rather_talk:
            return session
        answers = (*(phq9.answers or (None,) * PHQ9_ITEMS)[:-1], None)
        changed = replace(phq9, answers=answers, rather_talk=True)
        return replace(session, about=replace(session.about, phq9=changed), safety_talk=None)


@dataclass(frozen=True)
class SetPhq9Difficulty:
    """The unscored function question of the PHQ-9."""

    difficulty: int | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        phq9 = replace(session.about.phq9, difficulty=self.difficulty)
        return replace(session, about=replace(session.about, phq9=phq9))


@dataclass(frozen=True)
class RecordSafetyTalk:
    """A provider recorded what was done after item 9."""

    talk: SafetyTalk
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this record.

        Raises:
            NotAllowedError: The initials are missing.
        """
        if not self.talk.initials.strip():
            raise NotAllowedError("Nothing was recorded yet. Please add the provider's initials.")
        return replace(session, safety_talk=self.talk)


@dataclass(frozen=True)
class ClearGate:
    """A prescriber clears a gate."""

    clearance: Clearance
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this clearance.

        Raises:
            NotAllowedError: Not a prescriber, or no initials, or no reason.
        """
        clearance = self.clearance
        if clearance.role != "prescriber" or "prescriber" not in session.people:
            raise NotAllowedError(
                "Nothing was changed. Only a prescriber who is here can clear this."
            )
        if not clearance.initials.strip() or not clearance.reason.strip():
            raise NotAllowedError("Nothing was changed. Please add a reason and initials.")
        return replace(session, clearances=(*session.clearances, clearance))


@dataclass(frozen=True)
class TakeBackClearance:
    """The clearances of one rule are taken back."""

    rule: str
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session without them."""
        kept = tuple(one for one in session.clearances if one.rule != self.rule)
        return replace(session, clearances=kept)


@dataclass(frozen=True)
class AnswerTeachBack:
    """An answer to a teach-back question."""

    teach_back: str
    choice: str
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        others = tuple(one for one in session.teach_backs if one.id != self.teach_back)
        mine = TeachBackAnswer(id=self.teach_back, choice=self.choice)
        return replace(session, teach_backs=(*others, mine))


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


@dataclass(frozen=True)
class SetFeelsRight:
    """The answer to "Does this feel right?"."""

    feels_right: Literal["yes", "not_quite", "something_missing"]
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        return replace(session, feels_right=self.feels_right)


@dataclass(frozen=True)
class Decide:
    """A leaning of the person or the provider, or what they decide together."""

    whose: Literal["leaning", "provider_leaning", "decision"]
    decision: Decision | None

    @property
    def gesture(self) -> str:
        """Editing the words of one decision is one gesture; choosing another is not."""
        if self.decision is None:
            return ""
        return f"{self.whose}:{self.decision.kind}:{self.decision.option}"

    def apply_to(self, session: Session) -> Session:
        """The session with it."""
        match self.whose:
            case "leaning":
                return replace(session, leaning=self.decision)
            case "provider_leaning":
                return replace(session, provider_leaning=self.decision)
            case "decision":
                return replace(session, decision=self.decision)


@dataclass(frozen=True)
class AnswerSure:
    """An answer to one item of the SURE test, counted from 1."""

    item: int
    answer: Literal["yes", "no"] | None
    items: int = 4
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        answers = list(session.sure or (None,) * self.items)
        answers[self.item - 1] = self.answer
        return replace(session, sure=tuple(answers))


@dataclass(frozen=True)
class SetNextSteps:
    """What happens next."""

    steps: tuple[NextStep, ...]
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with these steps."""
        return replace(session, next_steps=self.steps)


@dataclass(frozen=True)
class SetOpenQuestions:
    """Questions still open."""

    questions: tuple[str, ...]
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with these questions."""
        return replace(session, open_questions=self.questions)
