"""What the person and the provider each said, side by side. Nothing here is ever averaged."""

from dataclasses import dataclass
from typing import Final, Literal

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import importance_words

FAR: Final = 2
"""Steps from which two ratings are told to differ."""
SKIPPED: Final = N_("Skipped")
APART: Final = N_("Both views are kept side by side. They are never mixed or averaged.")


@dataclass(frozen=True, kw_only=True)
class TwoRatings:
    """How much one criterion matters to each of the two.

    Attributes:
        criterion: Its id.
        name: Its name.
        person: The person's rating in words, or that it was skipped.
        provider: The provider's.
        steps: How far apart they are, in steps; 0 where one of them said no step.
        by_both: Whether both of them rated it.
    """

    criterion: str
    name: str
    person: str
    provider: str
    steps: int
    by_both: bool

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
                by_both=mine is not None and other is not None,
            )
        )
    return tuple(told)


def far_sentences(snapshot: Snapshot, voice: Literal["you", "they"]) -> tuple[str, ...]:
    """Where the two differ by two steps or more, or that they nowhere do.

    Args:
        snapshot: What was said.
        voice: Whether the person is told, or whoever reads the record.
    """
    told = two_ratings(snapshot)
    far = tuple(_far_sentence(one, voice) for one in told if one.far)
    if far or not any(one.by_both for one in told):
        return far
    return (_("No two ratings lie two steps or more apart."),)


def _far_sentence(one: TwoRatings, voice: Literal["you", "they"]) -> str:
    words = {
        "you": ngettext(
            "{count} step apart on “{criterion}”: you said “{rating}”, your provider said "
            "“{provider_rating}”.",
            "{count} steps apart on “{criterion}”: you said “{rating}”, your provider said "
            "“{provider_rating}”.",
            one.steps,
        ),
        "they": ngettext(
            "{count} step apart on “{criterion}”: the person said “{rating}”, the provider said "
            "“{provider_rating}”.",
            "{count} steps apart on “{criterion}”: the person said “{rating}”, the provider said "
            "“{provider_rating}”.",
            one.steps,
        ),
    }[voice]
    return words.format(
        count=number_words(one.steps),
        criterion=one.name,
        rating=one.person,
        provider_rating=one.provider,
    )


def _said(rating: Rating | None) -> str:
    return _(SKIPPED) if rating is None else importance_words(rating.importance)


def _steps(mine: Rating | None, other: Rating | None) -> int:
    if mine is None or other is None or NOT_SURE in (mine.importance, other.importance):
        return 0
    return abs(int(mine.importance) - int(other.importance))
