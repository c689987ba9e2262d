"""Changes only a provider makes: what was done for safety, and gates cleared."""

from dataclasses import replace
from typing import Final

from decision_aid.base.errors import NotAllowedError
from decision_aid.base.frozen import dataclass
from decision_aid.base.language import _
from decision_aid.base.locale_words import day_words
from decision_aid.domain.session import PROVIDERS, Clearance, Role, SafetyTalk, Session, is_written

ASSESSORS: Final[tuple[Role, ...]] = ("prescriber", "counselor")
"""Who may record that safety was assessed.

This is a rule of this aid, not of a guideline: a licensed person assesses; any other helper hands
over to one, or gets emergency help.
"""


@dataclass(frozen=True)
class RecordSafetyTalk:
    """A provider recorded what was done after item 9.

    That safety was assessed is recorded only while one of `ASSESSORS` is here, by our own rule.
    """

    talk: SafetyTalk
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this record.

        Raises:
            NotAllowedError: No provider is here, or none who may assess though an assessment is
                recorded, or the initials are missing.
        """
        if set(PROVIDERS).isdisjoint(session.people):
            raise NotAllowedError(
                _("Nothing was recorded. Only a provider who is here can record this talk.")
            )
        if self.talk.action == "assessed_now" and set(ASSESSORS).isdisjoint(session.people):
            raise NotAllowedError(
                _(
                    "Nothing was recorded. Only a prescriber or counselor who is here assesses "
                    "safety: please hand over to one, or get emergency help."
                )
            )
        if not is_written(self.talk.initials):
            raise NotAllowedError(
                _("Nothing was recorded yet. Please add the provider's initials.")
            )
        # A machine whose clock is behind must not keep a talk that was held from being recorded.
        talk = replace(self.talk, on=max(self.talk.on, session.started_on))
        return replace(session, safety_talk=talk)


@dataclass(frozen=True)
class ClearGate:
    """A prescriber clears a gate."""

    clearance: Clearance
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this clearance.

        Raises:
            NotAllowedError: Not a prescriber, or no initials, or no reason, or this visit was on an
                earlier day: what is taken was said for that day.
        """
        clearance = self.clearance
        if clearance.role != "prescriber" or "prescriber" not in session.people:
            raise NotAllowedError(
                _("Nothing was changed. Only a prescriber who is here can clear this.")
            )
        if not clearance.is_signed:
            raise NotAllowedError(_("Nothing was changed. Please add a reason and initials."))
        if clearance.on > session.started_on:
            raise NotAllowedError(
                _(
                    "Nothing was changed. This visit was on {day}, so its answers are of that day. "
                    "Begin a new visit on Welcome, look at them again, then clear this."
                ).format(day=day_words(session.started_on))
            )
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
