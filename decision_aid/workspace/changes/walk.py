"""Changes that belong to the walk as a whole."""

from dataclasses import dataclass, replace
from typing import Literal

from decision_aid.domain.session import Session, StepId


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
