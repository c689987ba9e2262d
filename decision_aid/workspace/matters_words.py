"""What matters in words: ranges, own concerns, trade-offs; alike on screen and on paper."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.criteria import Criterion
from decision_aid.domain.session import Concern, TradeOff
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import criterion_span, quoted

# Translators: the letter of an option, and how it does on something that matters to the person.
_PLACES: Final = {
    "badly": N_("{letter} badly"),
    "so_so": N_("{letter} so-so"),
    "well": N_("{letter} well"),
}


def span_words(criterion: Criterion, snapshot: Snapshot) -> str:
    """How far the options that can be weighed lie apart: "from 8 weeks to 2 weeks"."""
    return _span(criterion, snapshot, _("nobody knows yet"), _("from {worst} to {best}"))


def range_line(criterion: Criterion, snapshot: Snapshot) -> str:
    """The same as a line of its own: "From 8 weeks to 2 weeks"."""
    return _span(criterion, snapshot, _("Nobody knows yet"), _("From {worst} to {best}"))


def _span(criterion: Criterion, snapshot: Snapshot, unknown: str, span: str) -> str:
    options = snapshot.weighed_options
    worst, best = criterion_span(criterion, options, snapshot.pack.language)
    if not worst:
        return unknown
    if criterion.levels:  # a step's name is a phrase of its own: "lasts while it goes on"
        worst, best = quoted(worst), quoted(best)
    told = _("{place}, the same for all we know of") if worst == best else span
    told = told.format(place=worst, worst=worst, best=best)
    if all(criterion.standing(option).unknown is None for option in options):
        return told
    # Translators: how far the options lie apart, of those of which it is known.
    return _("{span}; not known for all").format(span=told)


def own_places(criterion: Criterion, snapshot: Snapshot) -> str:
    """Where the person put the options on a concern of their own; "" for a criterion of the pack.

    "You said so: A well, others not known."
    """
    concerns = snapshot.session.concerns
    concern = next((one for one in concerns if one.id == criterion.id), None)
    if concern is None:
        return ""
    return _("You said so: {places}.").format(places=places_words(concern, snapshot))


def places_words(concern: Concern, snapshot: Snapshot) -> str:
    """How the options do on it, by letter: "A well, C badly, others not known"; "" for none.

    Options nobody was asked about and options answered with "we don't know" are not known alike.
    """
    levels = {one.option: one.level for one in concern.places if one.level != "unknown"}
    if not levels:
        return ""
    placed = [
        _(_PLACES[levels[one.option.id]]).format(letter=one.letter)
        for one in snapshot.options
        if one.option.id in levels
    ]
    others = [_("others not known")] if len(placed) < len(snapshot.options) else []
    return ", ".join((*placed, *others))


def concern_line(concern: Concern, snapshot: Snapshot) -> str:
    """A concern with its places, where it has any: "my garden: A well, others not known"."""
    places = places_words(concern, snapshot)
    told = _("{concern}: {places}")
    return told.format(concern=concern.text, places=places) if places else concern.text


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
