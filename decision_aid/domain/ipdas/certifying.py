"""The six certifying items that apply to an aid about treatment: what guards against harm."""

from collections.abc import Iterable
from itertools import chain
from math import inf, isfinite
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words
from decision_aid.domain.ipdas.item import (
    Finding,
    Item,
    answered,
    counted,
    met_or_partly,
    share,
    weakest,
    words_in,
)
from decision_aid.domain.options import Cell, Option
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Source

LONGEST: Final = 1.5
"""How many times as long as the shortest the longest of several texts may be; our own bound."""


def _equal_detail(pack: Pack) -> Finding:
    full = answered(pack, pack.questions) if pack.questions else 0
    verdict = share(full, len(pack.options))
    number = len(pack.options)
    if verdict != "met":
        proof = _("Only {full} of {counted} answer every row.").format(
            full=full, counted=counted(number, "option")
        )
        return Finding("not_met" if not full else "partly", proof)
    between, within = _uneven_rows(pack), _uneven_sides(pack)
    sides = (
        _(
            "within one, rows on benefit and on harm differ in length by at most "
            "{within:.2f} times."
        ).format(within=within)
        if isfinite(within)
        else _("there is no row for one of benefit and harm.")
    )
    proof = _(
        "All {counted} answer the same {counted_2} in the same layout. Between "
        "options, the longest answer to a row is at most {between:.2f} times the "
        "shortest; {sides}"
    ).format(
        counted=counted(number, "option"),
        counted_2=counted(len(pack.questions), "row"),
        between=between,
        sides=sides,
    )
    return Finding(met_or_partly(max(between, within) <= LONGEST), proof)


def _uneven_rows(pack: Pack) -> float:
    """How uneven the options' answers to one row are, where they are most."""
    rows = ([_length(option.cell(row.id)) for option in pack.options] for row in pack.questions)
    return max(max(lengths) / min(lengths) for lengths in rows)


def _uneven_sides(pack: Pack) -> float:
    """How uneven rows on benefit and rows on harm are in an option, where they are most."""
    sides = [(_mean(one, pack, "benefit"), _mean(one, pack, "harm")) for one in pack.options]
    return max(max(pair) / min(pair) if min(pair) else inf for pair in sides)


def _mean(option: Option, pack: Pack, kind: str) -> float:
    lengths = [_length(option.cell(row.id)) for row in pack.questions if row.kind == kind]
    return sum(lengths) / len(lengths) if lengths else 0.0


def _length(cell: Cell) -> int:
    return words_in(f"{cell.text} {cell.more}")


def _cited(pack: Pack) -> Finding:
    whole = sum(map(_is_whole, pack.sources))
    parts = {
        "figures": _sourced(pack.study(one.study).sources for one in pack.figures),
        "known standings": _sourced(_standings(pack)),
        "safety rules": _sourced(one.sources for one in pack.rules),
        "answers on benefit or harm": _sourced(_good_and_bad(pack)),
        "cards that explain": _sourced(one.sources for one in pack.cards),
    }
    told = ", ".join(
        _("{done} of {of} {nouns}").format(done=done, of=of, nouns=nouns)
        for nouns, (done, of) in parts.items()
    )
    proof = _(
        "{whole} of {counted} with author, year, title and a place to find it. "
        "At least one source is named by {told}."
    ).format(whole=whole, counted=counted(len(pack.sources), "source"), told=told)
    if not whole or not parts["figures"][0]:
        return Finding("not_met", proof)
    complete = (done == of for done, of in parts.values())
    return Finding(met_or_partly(whole == len(pack.sources), *complete), proof)


def _is_whole(source: Source) -> bool:
    told = source.authors.strip() and source.title.strip() and source.year
    return bool(told and (source.doi or source.pmid or source.url))


def _sourced(lists: Iterable[tuple[str, ...]]) -> tuple[int, int]:
    held = [bool(one) for one in lists]
    return sum(held), len(held)


def _standings(pack: Pack) -> Iterable[tuple[str, ...]]:
    every = chain.from_iterable(one.standings for one in pack.criteria)
    return (one.sources for one in every if one.unknown is None)


def _good_and_bad(pack: Pack) -> Iterable[tuple[str, ...]]:
    wanted = {row.id for row in pack.questions if row.kind in ("benefit", "harm")}
    cells = chain.from_iterable(option.cells for option in pack.options)
    return ((*cell.sources, *cell.studies, *cell.figures) for cell in cells if cell.id in wanted)


def _published(pack: Pack) -> Finding:
    version, published = pack.version.strip(), day_words(pack.provenance.published)
    proof = (
        f"Version {version or 'not told'}, published on {published}; told in "
        "“Help and about” and on paper."
    )
    return Finding(met_or_partly(bool(version)), proof)


def _update_policy(pack: Pack) -> Finding:
    told = pack.provenance
    after = told.next_review > told.published
    policy = told.update_policy.strip()
    if not policy:
        return Finding("not_met", _("No word on how the content is kept up to date."))
    proof = _("“{policy}” The next review is due on {next_review}.").format(
        policy=policy, next_review=day_words(told.next_review)
    )
    return Finding(met_or_partly(after), proof)


def _uncertainty(pack: Pack) -> Finding:
    standings = tuple(chain.from_iterable(one.standings for one in pack.criteria))
    studies = sum(bool(one.certainty_reason.strip()) for one in pack.studies)
    derived = sum(bool(one.derived_by.strip()) for one in standings)
    arms = [
        arm
        for figure in pack.figures
        for reading in figure.readings
        for arm in (reading.intervention, reading.comparison)
        if arm is not None
    ]
    ranges = sum(arm.interval is not None for arm in arms)
    proof = _(
        "A word for how sure we are stands with every study and standing; the "
        "reason with {studies} of {counted}, and how it was read from the "
        "sources with {derived} of {counted_2}. A range is drawn for {ranges} of "
        "{counted_3} in the figures."
    ).format(
        studies=studies,
        counted=counted(len(pack.studies), "study", "studies"),
        derived=derived,
        counted_2=counted(len(standings), "standing"),
        ranges=ranges,
        counted_3=counted(len(arms), "group"),
    )
    verdicts = share(studies, len(pack.studies)), share(derived, len(standings))
    return Finding(weakest(*verdicts), proof)


def _funding(pack: Pack) -> Finding:
    funding = pack.provenance.funding.strip()
    if not funding:
        return Finding("not_met", _("No word on who paid."))
    return Finding("met", _("Told as it is: “{funding}”").format(funding=funding))


CERTIFYING: Final = (
    Item("2.1.1", "certifying", N_("Good and bad sides are told in equal detail."), _equal_detail),
    Item("2.2.1", "certifying", N_("It names the sources of what it says."), _cited),
    Item("2.2.2", "certifying", N_("It says when it was published."), _published),
    Item("2.2.3", "certifying", N_("It says how it is kept up to date."), _update_policy),
    Item("2.2.4", "certifying", N_("It says how unsure its numbers are."), _uncertainty),
    Item("2.3.1", "certifying", N_("It says who paid for it."), _funding),
)
"""Certifying items that apply, in the standard's order."""
