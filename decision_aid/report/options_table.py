"""The options that were looked at: how each fits, and what is good and hard about it for me."""

from collections.abc import Callable, Iterable, Iterator

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import and_words
from decision_aid.report.document import Block, Column, Heading, Paragraph, Table
from decision_aid.weighing.appraisal import Band, Contribution, OptionFit
from decision_aid.workspace.line_up_state import line_up_state
from decision_aid.workspace.line_up_words import close_sentences
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import finding_title, quoted, standing_words

GOOD = 0.6
"""A standing worth at least this, 0 to 1, counts as good for the person."""
HARD = 0.4
"""A standing worth at most this counts as hard."""
BAND: dict[Band, str] = {"well": N_("Well"), "fairly": N_("Fairly well"), "less": N_("Less well")}
"""A band under the heading "Fit with what I said"."""
SHOWN = 2
"""At most so many in a cell."""


def options_looked_at(snapshot: Snapshot) -> tuple[Block, ...]:
    """Heading, table and how to read it."""
    state = line_up_state(snapshot)
    table = _table(snapshot) if state.has_bars else _plain_table(snapshot)
    note = " ".join((closeness(snapshot), *state.cautions)) if state.has_bars else state.sentence
    shut = (Paragraph(one) for one in shut_sentences(snapshot))
    return Heading(_("The options we looked at")), table, *shut, Paragraph(note, "quiet")


def shut_word(option: str, snapshot: Snapshot) -> str:
    """Why an option is not weighed, in a word or two for a narrow cell; "" where it is."""
    waits, out = option in snapshot.gated, option in snapshot.ruled_out
    if waits and out:
        return _("Waiting for a check; ruled out")
    if waits:
        return _("Waiting for a check")
    return _("Ruled out") if out else ""


def shut_behind_name(option: str, snapshot: Snapshot) -> str:
    """The same as it goes on behind the option's name in one line."""
    waits, out = option in snapshot.gated, option in snapshot.ruled_out
    if waits and out:
        return _("waiting for a check; ruled out")
    if waits:
        return _("waiting for a check")
    return _("ruled out") if out else ""


def shut_sentences(snapshot: Snapshot) -> tuple[str, ...]:
    """The reasons behind these words, each told once with the letters of its options."""
    gates = {option: [*map(finding_title, why)] for option, why in snapshot.gated.items()}
    out = {option: [quoted(one.text) for one in why] for option, why in snapshot.ruled_out.items()}
    told = (
        (_("Waiting for a check by a prescriber: {reasons}."), _lettered(gates, snapshot)),
        (_("Ruled out: {reasons}."), _lettered(out, snapshot)),
    )
    listed = ((sentence, "; ".join(reasons)) for sentence, reasons in told)
    return tuple(sentence.format(reasons=reasons) for sentence, reasons in listed if reasons)


def _lettered(told: dict[str, list[str]], snapshot: Snapshot) -> Iterator[str]:
    """Each reason once: “You take an MAOI (D and E)”."""
    for reason in dict.fromkeys(one for reasons in told.values() for one in reasons):
        letters = sorted(snapshot.letter(one) for one in told if reason in told[one])
        yield f"{reason} ({and_words(letters)})"


def _table(snapshot: Snapshot) -> Table:
    return Table(
        columns=(
            Column(_("Option"), 1.4),
            Column(_("Fit with what I said"), 1.0),
            Column(_("The good for me"), 1.5),
            Column(_("The hard for me"), 1.5),
        ),
        rows=tuple(
            (f"{one.letter}  {one.option.name}", *_cells(one.option.id, snapshot))
            for one in snapshot.options
        ),
    )


def _cells(option: str, snapshot: Snapshot) -> tuple[str, str, str]:
    fit = snapshot.appraisal.fit(option)
    if fit is None:
        return _state(option, snapshot), "", ""
    known = [one for one in fit.contributions if (option, one.criterion) not in _unknown(snapshot)]
    good = [one for one in known if one.value >= GOOD and one.weight > 0]
    hard = [one for one in known if one.value <= HARD and one.weight > 0]
    return (
        _(BAND[fit.band]),
        _listed(good, fit, snapshot, lambda one: one.product),
        _listed(hard, fit, snapshot, lambda one: one.weight - one.product, falls_short=True),
    )


def _unknown(snapshot: Snapshot) -> frozenset[tuple[str, str]]:
    return frozenset(snapshot.appraisal.unknown)


def _listed(
    contributions: Iterable[Contribution],
    fit: OptionFit,
    snapshot: Snapshot,
    pull: Callable[[Contribution], float],
    *,
    falls_short: bool = False,
) -> str:
    top = sorted(contributions, key=pull, reverse=True)[:SHOWN]
    names = [_named(one.criterion, fit.option, snapshot, falls_short=falls_short) for one in top]
    return "; ".join(names) or _("Nothing that stands out")


def _named(name: str, option: str, snapshot: Snapshot, *, falls_short: bool) -> str:
    """What it is about, with how it stands where that is no count of people.

    A count of people is printed with both its groups only, never in a cell. Its short name may
    be that of a harm, which would read as if the harm were good, so it is named for what a person
    would want of it, or said to fall short of that.
    """
    criterion = snapshot.pack.criterion(name)
    counts_people = criterion.scale is not None and "100" in criterion.scale.phrase.other
    if not counts_people:
        # Translators: what matters, and how this option stands: "How soon (here: 2 weeks)".
        told = _("{criterion} (here: {standing})")
        standing = standing_words(criterion, option, snapshot.pack.language)
        return told.format(criterion=criterion.short, standing=standing)
    if falls_short:
        return _("Less well: {criterion}").format(criterion=criterion.name)
    return criterion.name


def _plain_table(snapshot: Snapshot) -> Table:
    return Table(
        columns=(
            Column(_("Option"), 1.25),
            Column(_("What it is"), 2.8),
            Column(_("Line-up"), 1.15),
        ),
        rows=tuple(
            (
                f"{one.letter}  {one.option.name}",
                one.option.summary,
                _state(one.option.id, snapshot),
            )
            for one in snapshot.options
        ),
    )


def _state(option: str, snapshot: Snapshot) -> str:
    return shut_word(option, snapshot) or _("Not lined up")


def closeness(snapshot: Snapshot) -> str:
    """How close it is, and what a fit is not."""
    reasons = close_sentences(snapshot)[:1]
    close = (_("It is close."), *reasons) if reasons else ()
    return " ".join((*close, _("How an option fits is not advice and not a forecast.")))
