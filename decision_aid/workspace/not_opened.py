"""What was not looked at today, and what was not checked for it. Plain text, no toolkit."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.about_you import AboutYou
from decision_aid.domain.journey import STEPS
from decision_aid.domain.session import Session, StepId
from decision_aid.workspace.snapshot import Snapshot

TOPICS: Final[dict[StepId, str]] = {
    "about": N_("medicines and health"),
    "understand": N_("depression and what can help"),
    "options": N_("the options side by side"),
    "matters": N_("what matters most"),
    "weigh": N_("how the options line up"),
    "decide": N_("leaning and deciding"),
}
"""What is talked about at the steps between the first and the last."""

NOTHING_CHECKED: Final = N_(
    "Safety was not checked today: nothing was said about medicines and health conditions."
)
"""Said wherever silence could be taken for safety."""
_FROM_BEFORE: Final = N_(
    "Medicines and health were not asked about today: the safety checks rest on what was said at "
    "an earlier visit."
)
_NO_CONDITIONS: Final = N_(
    "Safety was checked only in part: no question about health conditions was answered."
)


def not_opened(snapshot: Snapshot) -> tuple[StepId, ...]:
    """The steps that nobody opened at this visit, in the order of the walk.

    A step where something was said at this visit counts as opened: it may have come from a file.
    Of a session that was in no window yet, nothing is known, so there are none.
    """
    session, visited = snapshot.session, snapshot.journey.visited
    if not visited:
        return ()
    said = frozenset[StepId]() if session.earlier else _spoken_of(session)
    return tuple(one for one in STEPS if one in TOPICS and one not in visited | said)


def not_talked_about(snapshot: Snapshot) -> str:
    """The topics of the steps not opened: "medicines and health; what matters most"; "" for none.

    It tells what a visit had no time for. It is no list of failures.
    """
    return "; ".join(_(TOPICS[one]) for one in not_opened(snapshot))


def not_talked_about_sentence(snapshot: Snapshot) -> str:
    """The same as a sentence; "" where every step was opened."""
    topics = not_talked_about(snapshot)
    if not topics:
        return ""
    if snapshot.journey.accompanied:
        return _("Not talked about today: {topics}.").format(topics=topics)
    return _("Not looked at so far: {topics}.").format(topics=topics)


def safety_gap(snapshot: Snapshot) -> str:
    """What the safety checks could not see because nobody was asked; "" where there is none.

    A person who takes nothing has nothing to write down: a list without a medicine is a gap only
    where nothing was said about conditions either.
    """
    if nothing_checked(snapshot):
        return _(NOTHING_CHECKED)
    visited = snapshot.journey.visited
    if snapshot.session.earlier and visited and "about" not in visited:
        return _(_FROM_BEFORE)
    return "" if snapshot.session.about.conditions else _(_NO_CONDITIONS)


def nothing_checked(snapshot: Snapshot) -> bool:
    """Whether nothing was told that a safety check could look at."""
    about = snapshot.session.about
    return not (about.taking or about.conditions)


def is_unasked(snapshot: Snapshot) -> bool:
    """Whether nothing was told to check, for nobody opened the step that asks.

    Unlike `safety_gap` it depends on no answer about health: others may see where it is said.
    """
    visited = snapshot.journey.visited
    return bool(visited) and "about" not in visited and nothing_checked(snapshot)


def unchecked_options(snapshot: Snapshot) -> frozenset[str]:
    """Ids of the options that a safety check can hold back, while nothing was told to check."""
    if not nothing_checked(snapshot):
        return frozenset()
    gates = (one for one in snapshot.pack.rules if one.severity == "gate")
    return frozenset(option for rule in gates for option in rule.options)


def _spoken_of(session: Session) -> frozenset[StepId]:
    """The steps at which something was said."""
    said: dict[StepId, tuple[object, ...]] = {
        "about": (session.about != AboutYou(),),
        "understand": (session.teach_backs,),
        "matters": (
            *(session.ratings, session.provider_ratings),
            *(session.concerns, session.dealbreakers, session.trade_offs),
        ),
        "weigh": (session.feels_right, session.feels_missing),
        "decide": (
            *(session.leaning, session.provider_leaning, session.decision, session.sure),
            *(session.next_steps, session.open_questions, session.review),
        ),
    }
    return frozenset(step for step, answers in said.items() if any(answers))
