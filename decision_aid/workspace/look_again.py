"""The rating most worth another look, when the line-up does not feel right."""

from dataclasses import dataclass
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.answers import NOT_SURE
from decision_aid.domain.trade_offs import disagrees
from decision_aid.weighing.appraisal import Tipping
from decision_aid.workspace.line_up_state import line_up_state
from decision_aid.workspace.line_up_words import tipping_sentence
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import quoted

DIFFERS: Final = N_(
    "Your answer to the question about {first} and {second} says something else than your ratings. "
    "Either may be right: you decide."
)
NOT_SURE_OF_IT: Final = N_("You were not sure about {criterion}.")
MOST_WEIGHT: Final = N_(
    "No single rating would change which option comes first. The one that counts most is "
    "{criterion}."
)


@dataclass(frozen=True)
class LookAgain:
    """A rating worth another look.

    Attributes:
        criterion: The criterion's id.
        why: Why this one, in a sentence that names it.
    """

    criterion: str
    why: str


def look_again(snapshot: Snapshot) -> LookAgain | None:
    """The rating most worth another look; None where there is no line-up.

    That is one that an answer to a trade-off question contradicts; else the one that changes the
    first place by the smallest step, of those one that the person was not sure about, then the one
    with most weight. Where no step changes it, it is one they were not sure about, or the one with
    most weight.
    """
    if not line_up_state(snapshot).has_bars:
        return None
    return _contradicted(snapshot) or _tipping(snapshot) or _weightiest(snapshot)


def _contradicted(snapshot: Snapshot) -> LookAgain | None:
    for answer in snapshot.session.trade_offs:
        pair = (answer.first, answer.second)
        if set(pair) <= set(snapshot.appraisal.criteria) and disagrees(snapshot.session, answer):
            first, second = (_name(one, snapshot) for one in pair)
            why = _(DIFFERS).format(first=first, second=second)
            return LookAgain(max(pair, key=lambda one: _rank(one, snapshot)), why)
    return None


def _tipping(snapshot: Snapshot) -> LookAgain | None:
    def nearest(one: Tipping) -> tuple[int, int, float]:
        unsure, weight = _rank(one.criterion, snapshot)
        return abs(one.step or 0), -unsure, -weight

    turning = [one for one in snapshot.appraisal.tipping if one.step is not None]
    if not turning:
        return None
    least = min(turning, key=nearest)
    return LookAgain(least.criterion, tipping_sentence(least, snapshot))


def _weightiest(snapshot: Snapshot) -> LookAgain:
    most = max(snapshot.appraisal.criteria, key=lambda one: _rank(one, snapshot))
    unsure = _rank(most, snapshot)[0]
    why = _(NOT_SURE_OF_IT) if unsure else _(MOST_WEIGHT)
    return LookAgain(most, why.format(criterion=_name(most, snapshot)))


def _rank(criterion: str, snapshot: Snapshot) -> tuple[int, float]:
    """Whether the person was not sure about it, and its weight."""
    parts = snapshot.appraisal.fits[0].contributions
    weight = next((one.weight for one in parts if one.criterion == criterion), 0.0)
    rating = snapshot.session.rating(criterion)
    return int(rating is not None and rating.importance == NOT_SURE), weight


def _name(criterion: str, snapshot: Snapshot) -> str:
    return quoted(snapshot.pack.criterion(criterion).name)
