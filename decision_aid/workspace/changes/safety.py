"""Changes only a provider makes: what was done for safety, and gates cleared."""

from dataclasses import dataclass, replace

from decision_aid.base.errors import NotAllowedError
from decision_aid.domain.session import PROVIDERS, Clearance, SafetyTalk, Session, is_written


@dataclass(frozen=True)
class RecordSafetyTalk:
    """A provider recorded what was done after item 9."""

    talk: SafetyTalk
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this record.

        Raises:
            NotAllowedError: No provider is here, or the initials are missing.
        """
        if set(PROVIDERS).isdisjoint(session.people):
            raise NotAllowedError(
                "Nothing was recorded. Only a provider who is here can record this talk."
            )
        if not is_written(self.talk.initials):
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
        if not clearance.is_signed:
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
