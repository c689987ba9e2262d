"""Changes on Decide."""

from dataclasses import replace
from typing import Literal

from decision_aid.base.frozen import dataclass
from decision_aid.domain.session import Decision, NextStep, Session


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
