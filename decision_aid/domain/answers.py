"""What a person can answer, in words and in numbers."""

from typing import Final, Literal

from decision_aid.base.frozen import dataclass
from decision_aid.base.language import N_, _

YesNoUnsure = Literal["yes", "no", "unsure"]

NOT_SURE: Final = "not_sure"
"""The answer "I am not sure how much this matters to me"."""

IMPORTANCE_WORDS: Final = (N_("Not at all"), N_("A little"), N_("Some"), N_("A lot"), N_("Most"))
"""The five steps of importance; the step's number is its place here, 0 to 4."""

MOST: Final = len(IMPORTANCE_WORDS) - 1


@dataclass(frozen=True)
class Rating:
    """How much one criterion matters to someone.

    Attributes:
        criterion: The criterion's id.
        importance: 0 (not at all) to 4 (most), or "not_sure". A criterion without a rating was
            skipped.
    """

    criterion: str
    importance: int | Literal["not_sure"]

    def __post_init__(self) -> None:
        if self.importance != NOT_SURE and not 0 <= self.importance <= MOST:
            raise ValueError(
                _("an importance is a whole number from 0 to {most}, or not_sure").format(most=MOST)
            )
