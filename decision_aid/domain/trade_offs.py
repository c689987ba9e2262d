"""Whether an answer to a trade-off question says something else than the ratings."""

from typing import Final

from decision_aid.domain.answers import NOT_SURE
from decision_aid.domain.session import Session, TradeOff

_FAR: Final = 2
"""Ratings so many steps apart are not "about the same"."""


def disagrees(session: Session, trade_off: TradeOff) -> bool:
    """Whether an answer contradicts the ratings of its two criteria.

    It does when one is rated higher and the other preferred, or when "about the same" was said of
    two that are rated two steps apart or more. Where one was skipped or is "not sure" there is
    nothing to contradict. Which of the two is right is the person's to say; nothing is corrected.
    """
    first, second = (_step(session, one) for one in (trade_off.first, trade_off.second))
    if first is None or second is None:
        return False
    lead = first - second
    match trade_off.preferred:
        case "first":
            return lead < 0
        case "second":
            return lead > 0
        case "same":
            return abs(lead) >= _FAR


def _step(session: Session, criterion: str) -> int | None:
    rating = session.rating(criterion)
    return None if rating is None or rating.importance == NOT_SURE else rating.importance
