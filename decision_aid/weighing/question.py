"""What a weigher is asked: options, ratings and their order, in an order of their own."""

from dataclasses import dataclass

from decision_aid.domain.answers import Rating
from decision_aid.weighing.appraisal import Missing
from decision_aid.weighing.weights import central_importance, order_agrees, usable_order


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is weighed, however it was handed in.

    Attributes:
        options: Ids, sorted.
        ratings: The ratings of criteria offered, by criterion, sorted by id.
        order: The usable part of the order; empty where it contradicts the ratings.
        order_kept: False where it contradicts them.
    """

    options: tuple[str, ...]
    ratings: dict[str, Rating]
    order: tuple[str, ...]
    order_kept: bool

    @property
    def missing(self) -> Missing | None:
        """Why there is nothing to line up, or None."""
        if len(self.options) < 2:
            return "one_option" if self.options else "no_options"
        if not self.ratings:
            return "no_ratings"
        if not any(map(central_importance, self.ratings.values())):
            return "nothing_matters"
        return None


def question(
    options: tuple[str, ...],
    criteria: tuple[str, ...],
    ratings: tuple[Rating, ...],
    order: tuple[str, ...],
) -> Question:
    """The question these answers make, the same for the same answers in any order.

    Args:
        options: Ids of the options neither gated nor ruled out.
        criteria: Ids of the criteria offered; ratings of others are passed over.
        ratings: The person's ratings.
        order: Criteria put in order by the person, most important first.
    """
    offered = (one for one in ratings if one.criterion in criteria)
    rated = {one.criterion: one for one in sorted(offered, key=lambda one: one.criterion)}
    usable = usable_order(rated, order)
    kept = order_agrees(rated, usable)
    return Question(
        options=tuple(sorted(options)),
        ratings=rated,
        order=usable if kept else (),
        order_kept=kept,
    )
