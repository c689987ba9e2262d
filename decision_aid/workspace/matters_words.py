"""What matters in words: ranges, own concerns, trade-offs; alike on screen and on paper."""

from typing import Final

from decision_aid.base.language import _
from decision_aid.domain.criteria import Criterion
from decision_aid.domain.own_concerns import OWN_LEVELS
from decision_aid.domain.session import Concern, TradeOff
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import criterion_span

_WORDS: Final = dict(OWN_LEVELS)


def span_words(criterion: Criterion, snapshot: Snapshot) -> str:
    """How far the options that can be weighed lie apart: "from 8 weeks to 2 weeks"."""
    options = snapshot.weighed_options
    worst, best = criterion_span(criterion, options)
    if not worst:
        return _("nobody knows yet")
    if criterion.levels:  # a step's name is a phrase of its own: "lasts while it goes on"
        worst, best = f"“{worst}”", f"“{best}”"
    unknown = any(criterion.standing(option).unknown is not None for option in options)
    rest = _("; not known for all") if unknown else ""
    if worst == best:
        return _("{worst}, the same for all we know of{rest}").format(worst=worst, rest=rest)
    return _("from {worst} to {best}{rest}").format(worst=worst, best=best, rest=rest)


def range_line(criterion: Criterion, snapshot: Snapshot) -> str:
    """The same as a line of its own: "From 8 weeks to 2 weeks"."""
    words = span_words(criterion, snapshot)
    return words[0].upper() + words[1:]


def own_places(criterion: Criterion, snapshot: Snapshot) -> str:
    """Where the person put the options on a concern of their own; "" for a criterion of the pack.

    "You said so: A well, others not known."
    """
    concerns = snapshot.session.concerns
    concern = next((one for one in concerns if one.id == criterion.id), None)
    return (
        ""
        if concern is None
        else _("You said so: {places_words}.").format(places_words=places_words(concern, snapshot))
    )


def places_words(concern: Concern, snapshot: Snapshot) -> str:
    """How the options do on it, by letter: "A well, C badly, others not known"; "" for none.

    Options nobody was asked about and options answered with "we don't know" are not known alike.
    """
    levels = {one.option: one.level for one in concern.places if one.level != "unknown"}
    if not levels:
        return ""
    placed = [
        f"{one.letter} {_WORDS[levels[one.option.id]]}"
        for one in snapshot.options
        if one.option.id in levels
    ]
    others = [_("others not known")] if len(placed) < len(snapshot.options) else []
    return ", ".join((*placed, *others))


def concern_line(concern: Concern, snapshot: Snapshot) -> str:
    """A concern with its places, where it has any: "my garden: A well, others not known"."""
    places = places_words(concern, snapshot)
    return f"{concern.text}: {places}" if places else concern.text


def told_trade_offs(snapshot: Snapshot) -> tuple[TradeOff, ...]:
    """The answers to questions on criteria that are offered to this person."""
    offered = {criterion.id for criterion in snapshot.criteria}
    return tuple(one for one in snapshot.session.trade_offs if {one.first, one.second} <= offered)


def answer_sentence(trade_off: TradeOff, snapshot: Snapshot) -> str:
    """An answer as the record tells it: "Chose “A” over “B”."."""
    first, second = _names(trade_off, snapshot)
    if trade_off.preferred == "same":
        return _("“{first}” and “{second}”: both the same.").format(first=first, second=second)
    chosen, other = (first, second) if trade_off.preferred == "first" else (second, first)
    return _("Chose “{chosen}” over “{other}”.").format(chosen=chosen, other=other)


def disagreement_sentence(trade_off: TradeOff, snapshot: Snapshot) -> str:
    """What an answer that says otherwise than the ratings says: "You rated “A” higher, ..."."""
    first, second = _names(trade_off, snapshot)
    if trade_off.preferred == "first":
        return _("You rated “{second}” higher, and here you chose “{first}”.").format(
            second=second, first=first
        )
    if trade_off.preferred == "second":
        return _("You rated “{first}” higher, and here you chose “{second}”.").format(
            first=first, second=second
        )
    return _(
        "You rated “{first}” and “{second}” well apart, and here you said both the same."
    ).format(first=first, second=second)


def _names(trade_off: TradeOff, snapshot: Snapshot) -> tuple[str, str]:
    pack = snapshot.pack
    return pack.criterion(trade_off.first).name, pack.criterion(trade_off.second).name
