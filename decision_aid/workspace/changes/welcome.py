"""Changes on Welcome: who is here, for how long, and how they want to decide."""

from dataclasses import replace

from decision_aid.base.frozen import dataclass
from decision_aid.domain.session import Involvement, Role, Session


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
