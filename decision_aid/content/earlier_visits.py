"""Whether the earlier visits of a session could have been: few, in order, each whole in itself."""

from collections.abc import Iterator
from itertools import pairwise

from decision_aid.base.language import _
from decision_aid.content.references import Fault, later_ones
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import MOST_EARLIER_VISITS, EarlierVisit, Session, is_written


def too_many_visits(session: Session, _pack: Pack) -> Iterator[Fault]:
    """More earlier visits than anyone would compare."""
    if len(session.earlier) > MOST_EARLIER_VISITS:
        sentence = _("A session holds at most {most} earlier visits.")
        yield ("earlier",), sentence.format(most=MOST_EARLIER_VISITS)


def visits_in_order(session: Session, _pack: Pack) -> Iterator[Fault]:
    """Days that are the same as the next visit's, or later."""
    days = [*(one.on for one in session.earlier), session.started_on]
    for place, (before, after) in enumerate(pairwise(days)):
        if before >= after:
            sentence = _(
                "Earlier visits stand oldest first, each on a day before the next visit's."
            )
            yield ("earlier", place, "on"), sentence


def earlier_answers(session: Session, pack: Pack) -> Iterator[Fault]:
    """Answers that no window could have put in one visit."""
    taken = {one.id for one in pack.criteria}
    for place, visit in enumerate(session.earlier):
        for where, sentence in (*_twice(visit), *_ordered(visit), *_own_ids(visit, taken)):
            yield ("earlier", place, *where), sentence


def earlier_talks(session: Session, _pack: Pack) -> Iterator[Fault]:
    """Talks that nobody signed, or that were not held from the day of the visit to the next."""
    days = [*(one.on for one in session.earlier), session.started_on]
    for place, (visit, end) in enumerate(zip(session.earlier, days[1:], strict=True)):
        talk = visit.safety_talk
        if talk is None:
            continue
        if not is_written(talk.initials):
            sentence = _("A talk that was held has the provider's initials.")
            yield ("earlier", place, "safety_talk", "initials"), sentence
        if not visit.on <= talk.on <= end:
            sentence = _(
                "A talk about an earlier visit's answer is of its day, up to the next visit."
            )
            yield ("earlier", place, "safety_talk", "on"), sentence


def _twice(visit: EarlierVisit) -> Iterator[Fault]:
    lists = {
        "ratings": [one.criterion for one in visit.ratings],
        "order": list(visit.order),
        "concerns": [one.id for one in visit.concerns],
        "dealbreakers": list(visit.dealbreakers),
    }
    for name, ids in lists.items():
        for place in later_ones(ids):
            yield (
                (name, place),
                _("This id stands in the {list} of this visit already.").format(list=name),
            )


def _ordered(visit: EarlierVisit) -> Iterator[Fault]:
    rated = {one.criterion for one in visit.ratings}
    for place, criterion in enumerate(visit.order):
        if criterion not in rated:
            yield ("order", place), _("Only a criterion with a rating has a place in the order.")


def _own_ids(visit: EarlierVisit, taken: set[str]) -> Iterator[Fault]:
    for place, concern in enumerate(visit.concerns):
        if concern.id in taken:
            yield ("concerns", place, "id"), _("A criterion of the pack has this id already.")
