"""Changes that belong to the walk as a whole."""

from dataclasses import replace
from datetime import date
from typing import Literal

from decision_aid.base.errors import NotAllowedError
from decision_aid.base.frozen import dataclass
from decision_aid.base.language import ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.session import MOST_EARLIER_VISITS, EarlierVisit, Session, StepId


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
class BeginVisit:
    """A new visit on another day: what was said so far is kept as it was, and goes on from there.

    The questions about the last two weeks are asked anew: old answers do not stand for today, and
    neither does the talk that was held about them. Who is here and how long there is are asked
    anew, too: whether a prescriber is here decides what can be cleared. So are the steps opened:
    what was looked at then was not looked at today.
    """

    on: date
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session as a new visit; unchanged on a day that is not later.

        Raises:
            NotAllowedError: It holds as many visits as it can.
        """
        if self.on <= session.started_on:
            return session
        if len(session.earlier) >= MOST_EARLIER_VISITS:
            raise NotAllowedError(
                ngettext(
                    "Nothing was changed. This session holds {count} earlier visit, the most it "
                    "can. Go on with that visit, or start fresh.",
                    "Nothing was changed. This session holds {count} earlier visits, the most it "
                    "can. Go on with that visit, or start fresh.",
                    MOST_EARLIER_VISITS,
                ).format(count=number_words(MOST_EARLIER_VISITS))
            )
        kept = EarlierVisit(
            on=session.started_on,
            ratings=session.ratings,
            order=session.order,
            concerns=session.concerns,
            dealbreakers=session.dealbreakers,
            phq9=session.about.phq9,
            safety_talk=session.safety_talk,
            leaning=session.leaning,
            decision=session.decision,
        )
        return replace(
            session,
            started_on=self.on,
            people=(),
            minutes=None,
            about=replace(session.about, phq9=Phq9()),
            safety_talk=None,
            visited=("welcome",),
            earlier=(*session.earlier, kept),
        )


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
