"""The line-up in the record: bars, closeness, and what is needed to work it out again."""

from collections.abc import Iterator

from decision_aid.base.language import N_, _
from decision_aid.report.document import (
    Block,
    Bullets,
    Column,
    Heading,
    LineUpBar,
    LineUpBars,
    Paragraph,
    Table,
)
from decision_aid.report.sums_part import TITLE as SUMS
from decision_aid.report.sums_part import hash_sentence
from decision_aid.workspace.line_up_state import LineUpState, in_places, line_up_state
from decision_aid.workspace.line_up_words import (
    again_sentence,
    basis_sentences,
    change_sentences,
    close_sentences,
    thresholds_sentence,
)
from decision_aid.workspace.ratings_words import equivalent_sentences, typical_sentences
from decision_aid.workspace.shares import times_in_ten
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.sums import decimals, score_words
from decision_aid.workspace.wording import band_words, not_weighed_reason

CAPTION = N_(
    "Longer is a closer fit with what was said. The thin line runs over nine in ten draws (5th to "
    "95th percentile). It is not the chance that a treatment works."
)


def line_up_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """The line-up, or why there is none; what was not weighed, in any case."""
    state = line_up_state(snapshot)
    start = Heading(_("How the options line up with what was said"))
    if not state.has_bars:
        return (start, Paragraph(state.sentence), *_not_weighed(snapshot))
    return (
        start,
        *(Paragraph(caution, "strong") for caution in state.cautions),
        LineUpBars((*_bars(snapshot),), _(CAPTION)),
        _table(snapshot),
        *_closeness(snapshot, state),
        Heading(_("What would change it"), 2),
        Bullets(change_sentences(snapshot), small=True),
        *_compared(snapshot),
        Heading(_("What it rests on"), 2),
        Bullets((*_basis(snapshot),), small=True),
    )


def _basis(snapshot: Snapshot) -> Iterator[str]:
    yield from basis_sentences(snapshot)
    yield thresholds_sentence(snapshot)
    yield f"{again_sentence(snapshot)} {hash_sentence(snapshot.pack)}"
    yield _("Every step is in the part “{sums}”, which is printed when it is asked for.").format(
        sums=_(SUMS)
    )


def _bars(snapshot: Snapshot) -> Iterator[LineUpBar]:
    for _place, fit in in_places(snapshot):
        low, high = fit.interval
        yield LineUpBar(
            name=_name(fit.option, snapshot),
            words=band_words(fit.band),
            score=fit.score,
            low=low,
            high=high,
        )
    for option, reason in _shut(snapshot):
        name = _name(option, snapshot)
        yield LineUpBar(name=name, words=_("Not weighed"), not_weighed=reason)


def _name(option: str, snapshot: Snapshot) -> str:
    return f"{snapshot.letter(option)}  {snapshot.pack.option(option).name}"


def _shut(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    for one in snapshot.options:
        reason = not_weighed_reason(one.option.id, snapshot)
        if reason:
            yield one.option.id, reason


def _not_weighed(snapshot: Snapshot) -> tuple[Block, ...]:
    items = tuple(
        _("{option}: not weighed: {reason}").format(option=_name(option, snapshot), reason=reason)
        for option, reason in _shut(snapshot)
    )
    return (Bullets(items),) if items else ()


def _table(snapshot: Snapshot) -> Table:
    return Table(
        columns=(
            Column(_("Option"), 2.3),
            Column(_("Band"), 2.3),
            Column(_("Score"), 0.7, "right"),
            Column(_("5th to 95th"), 1.3, "right"),
            Column(_("Came first in the draws"), 1.6, "right"),
        ),
        rows=tuple(_rows(snapshot)),
        close=True,
    )


def _rows(snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    fits = [fit for _place, fit in in_places(snapshot)]
    times = times_in_ten([fit.first_share for fit in fits])
    for fit, came_first in zip(fits, times, strict=True):
        low, high = map(decimals, fit.interval)
        yield (
            _name(fit.option, snapshot),
            band_words(fit.band),
            score_words(fit),
            _("{low} to {high}").format(low=low, high=high),
            came_first,
        )


def _closeness(snapshot: Snapshot, state: LineUpState) -> tuple[Block, ...]:
    if state.kind == "clear":
        return (Paragraph(state.sentence),)
    reasons = Bullets(close_sentences(snapshot), small=True)
    return Heading(_("It is close"), 2), Paragraph(state.sentence), reasons


def _compared(snapshot: Snapshot) -> tuple[Block, ...]:
    told = (*equivalent_sentences(snapshot, "they"), *typical_sentences(snapshot, "they"))
    return (Heading(_("What the ratings come to"), 2), Bullets(told, small=True)) if told else ()
