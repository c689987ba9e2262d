"""Who was here, in the same words in all parts, and what may be said of a decision for it."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import and_words
from decision_aid.domain.session import Role, Session
from decision_aid.workspace.snapshot import Snapshot

WRITTEN = N_("Written down so far")
_BESIDE: Final[dict[Role, str]] = {
    "prescriber": N_("prescriber"),
    "counselor": N_("counselor"),
    "helper": N_("helper"),
    "companion": N_("companion"),
}
"""Who may be here beside the person, inside a line."""


def here_words(session: Session) -> str:
    """Who was at this visit: "the person and counselor"."""
    return and_words([_("the person"), *(_(_BESIDE[one]) for one in session.people)])


def decided_label(snapshot: Snapshot, with_provider: str) -> str:
    """What stands before a decision: nobody decides "together" alone.

    Args:
        snapshot: What was said.
        with_provider: The words where a provider is or was there.
    """
    return with_provider if provider_ever_here(snapshot) else _(WRITTEN)


def provider_ever_here(snapshot: Snapshot) -> bool:
    """Whether a provider is here, or left a trace of an earlier time.

    A session does not keep who was at earlier visits; it keeps what only a provider records.
    """
    session = snapshot.session
    talks = (session.safety_talk, *(one.safety_talk for one in session.earlier))
    own = session.provider_ratings or session.provider_leaning or session.clearances
    return snapshot.journey.accompanied or bool(own) or any(talks)
