"""What the person and the provider each said, side by side. Nothing here is ever averaged."""

from dataclasses import dataclass
from typing import Final, Literal

from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import importance_words

FAR: Final = 2
"""Steps from which two ratings are told to differ."""
SKIPPED: Final = "Skipped"
APART: Final = "Both views are kept side by side. They are never mixed or averaged."


@dataclass(frozen=True, kw_only=True)
class TwoRatings:
    """How much one criterion matters to each of the two.

    Attributes:
        criterion: Its id.
        name: Its name.
        person: The person's rating in words, or that it was skipped.
        provider: The provider's.
        steps: How far apart they are, in steps; 0 where one of them said no step.
    """

    criterion: str
    name: str
    person: str
    provider: str
    steps: int

    @property
    def far(self) -> bool:
        """Whether they differ by two steps or more."""
        return self.steps >= FAR


def two_ratings(snapshot: Snapshot) -> tuple[TwoRatings, ...]:
    """The criteria that one of the two rated, in the pack's order."""
    theirs = {one.criterion: one for one in snapshot.session.provider_ratings}
    told = []
    for criterion in snapshot.criteria:
        mine, other = snapshot.session.rating(criterion.id), theirs.get(criterion.id)
        if mine is None and other is None:
            continue
        told.append(
            TwoRatings(
                criterion=criterion.id,
                name=criterion.name,
                person=_said(mine),
                provider=_said(other),
                steps=_steps(mine, other),
            )
        )
    return tuple(told)


def far_sentences(snapshot: Snapshot, voice: Literal["you", "they"]) -> tuple[str, ...]:
    """Where the two differ by two steps or more, or that they nowhere do.

    Args:
        snapshot: What was said.
        voice: Whether the person is told, or whoever reads the record.
    """
    person, provider = PEOPLE[voice]
    told = two_ratings(snapshot)
    far = tuple(
        f"{one.steps} steps apart on “{one.name}”: {person} said “{one.person}”, {provider} said "
        f"“{one.provider}”."
        for one in told
        if one.far
    )
    both = any(SKIPPED not in (one.person, one.provider) for one in told)
    if far or not both:
        return far
    return ("No two ratings lie two steps or more apart.",)


PEOPLE: Final[dict[Literal["you", "they"], tuple[str, str]]] = {
    "you": ("you", "your provider"),
    "they": ("the person", "the provider"),
}


def _said(rating: Rating | None) -> str:
    return SKIPPED if rating is None else importance_words(rating.importance)


def _steps(mine: Rating | None, other: Rating | None) -> int:
    if mine is None or other is None or NOT_SURE in (mine.importance, other.importance):
        return 0
    return abs(int(mine.importance) - int(other.importance))
