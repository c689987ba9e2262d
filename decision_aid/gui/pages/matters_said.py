"""What was said so far, most important first, and where a line may move to."""

from dataclasses import dataclass

from decision_aid.domain.answers import Rating
from decision_aid.workspace import wording
from decision_aid.workspace.changes.matters import sorted_ratings
from decision_aid.workspace.snapshot import Snapshot


@dataclass(frozen=True)
class Said:
    """A criterion that was rated.

    Attributes:
        criterion: Its id.
        name: Its name.
        importance: What was said, in words.
    """

    criterion: str
    name: str
    importance: str


def said(snapshot: Snapshot) -> tuple[Said, ...]:
    """What was said of the criteria offered, most important first; "not sure" is not among them."""
    return tuple(
        Said(
            criterion=one.criterion,
            name=snapshot.pack.criterion(one.criterion).name,
            importance=wording.importance_words(one.importance),
        )
        for one in _lines(snapshot)
    )


def moved(snapshot: Snapshot, place: int, to: int) -> tuple[str, ...] | None:
    """The order with the line at one place moved to another.

    Of those of the same importance, only the ones down to the lower of the two places are put in
    order: nothing was said of the others.

    Args:
        snapshot: What was said.
        place: Where the line stands, counted from 0.
        to: Where it goes.

    Returns:
        The order; None where there is no such place, or what stands there or on the way matters
        more or less.
    """
    lines = _lines(snapshot)
    upper, lower = sorted((place, to))
    if upper == lower or upper < 0 or lower >= len(lines):
        return None
    same = lines[place].importance
    if any(one.importance != same for one in lines[upper : lower + 1]):
        return None
    placed = {one.criterion for one in lines[: lower + 1] if one.importance == same}
    placed |= set(snapshot.session.order)
    lines.insert(to, lines.pop(place))
    return tuple(one.criterion for one in lines if one.criterion in placed)


def _lines(snapshot: Snapshot) -> list[Rating]:
    offered = {criterion.id for criterion in snapshot.criteria}
    return [one for one in sorted_ratings(snapshot.session) if one.criterion in offered]
