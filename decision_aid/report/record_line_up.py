"""The line-up in the record: bars, closeness, the sums, and what is needed to work it out again."""

from collections import defaultdict
from collections.abc import Iterator

from decision_aid.report.citations import Citations
from decision_aid.report.document import (
    Block,
    Bullets,
    Column,
    Heading,
    KeyValues,
    LineUpBar,
    LineUpBars,
    Paragraph,
    Table,
)
from decision_aid.report.record_sums import standings_table, sums_table
from decision_aid.weighing.appraisal import Appraisal, OptionFit
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import (
    OWN_COMPARISON,
    band_words,
    close_sentences,
    missing_sentence,
    not_weighed_reason,
    times_in_ten,
    tipping_sentence,
)

CAPTION = (
    "Longer is a closer fit with what was said. The thin line runs over nine in ten draws (5th to "
    "95th percentile). It is not the chance that a treatment works."
)


def line_up_blocks(snapshot: Snapshot, citations: Citations) -> tuple[Block, ...]:
    """The line-up, or why there is none; what was not weighed, in any case."""
    appraisal = snapshot.appraisal
    start = Heading("How the options line up with what was said")
    if appraisal.missing is not None:
        return (start, Paragraph(missing_sentence(appraisal.missing)), *_not_weighed(snapshot))
    return (
        start,
        LineUpBars((*_bars(snapshot),), CAPTION),
        _table(snapshot),
        *_closeness(snapshot),
        *_what_would_change(snapshot),
        Heading("The sums, in points of 100", 2),
        sums_table(snapshot),
        Heading("How the options stand on what was rated: the likeliest value", 2),
        standings_table(snapshot, citations),
        Paragraph(OWN_COMPARISON, "quiet"),
        Heading("To work it out again", 2),
        KeyValues(tuple(_again(snapshot))),
    )


def _bars(snapshot: Snapshot) -> Iterator[LineUpBar]:
    for fit in snapshot.appraisal.fits:
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
        yield LineUpBar(name=name, words="Not weighed", not_weighed=reason)


def _name(option: str, snapshot: Snapshot) -> str:
    return f"{snapshot.letter(option)}  {snapshot.pack.option(option).name}"


def _shut(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    for one in snapshot.options:
        reason = not_weighed_reason(one.option.id, snapshot)
        if reason:
            yield one.option.id, reason


def _not_weighed(snapshot: Snapshot) -> tuple[Block, ...]:
    items = tuple(
        f"{_name(option, snapshot)}: not weighed: {reason}" for option, reason in _shut(snapshot)
    )
    return (Bullets(items),) if items else ()


def _table(snapshot: Snapshot) -> Table:
    return Table(
        columns=(
            Column("Option", 2),
            Column("Band", 1.8),
            Column("Score of 100", 0.9, "right"),
            Column("5th to 95th", 0.9, "right"),
            Column("Came first in the draws", 1.5),
        ),
        rows=tuple(_row(fit, snapshot) for fit in snapshot.appraisal.fits),
    )


def _row(fit: OptionFit, snapshot: Snapshot) -> tuple[str, ...]:
    low, high = fit.interval
    return (
        _name(fit.option, snapshot),
        band_words(fit.band),
        f"{100 * fit.score:.0f}",
        f"{100 * low:.0f} to {100 * high:.0f}",
        times_in_ten(fit.first_share),
    )


def _closeness(snapshot: Snapshot) -> tuple[Block, ...]:
    sentences = close_sentences(snapshot)
    if not sentences:
        return (Paragraph("By the rules of this pack it is not too close to call."),)
    return Heading("It is close", 2), Bullets(sentences)


def _what_would_change(snapshot: Snapshot) -> tuple[Block, ...]:
    tipping = snapshot.appraisal.tipping
    moving = tuple(tipping_sentence(one, snapshot) for one in tipping if one.step is not None)
    still = "; ".join(
        snapshot.pack.criterion(one.criterion).name for one in tipping if one.step is None
    )
    none = Paragraph(f"However these are rated, the first place stays: {still}.") if still else None
    blocks = (Bullets(moving) if moving else None, none)
    return (Heading("What would change it", 2), *(one for one in blocks if one is not None))


def _again(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    appraisal = snapshot.appraisal
    yield "Pack", f"{appraisal.pack}, version {appraisal.version}"
    yield "Seed and draws", f"{appraisal.seed}; {appraisal.draws:,}"
    names = [snapshot.pack.criterion(one).name for one in appraisal.left_out]
    yield "Skipped, so left out", "; ".join(names) or "Nothing"
    yield "Nobody knows", _unknown(snapshot) or "Nothing of what was rated"
    for factor, pairs in _widened(appraisal):
        named = "; ".join(_pair(option, criterion, snapshot) for option, criterion in pairs)
        yield f"Widened {factor:g} times", named


def _unknown(snapshot: Snapshot) -> str:
    return "; ".join(_pair(*pair, snapshot) for pair in snapshot.appraisal.unknown)


def _widened(appraisal: Appraisal) -> list[tuple[float, list[tuple[str, str]]]]:
    by_factor: defaultdict[float, list[tuple[str, str]]] = defaultdict(list)
    for one in appraisal.widened:
        by_factor[one.factor].append((one.option, one.criterion))
    return sorted(by_factor.items())


def _pair(option: str, criterion: str, snapshot: Snapshot) -> str:
    return f"{snapshot.pack.criterion(criterion).short} of {snapshot.letter(option)}"
