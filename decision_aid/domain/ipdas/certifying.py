"""The six certifying items that apply to an aid about treatment: what guards against harm."""

from collections.abc import Iterable
from itertools import chain
from math import inf, isfinite
from typing import Final

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import day_words, number_words
from decision_aid.domain.ipdas.item import (
    Finding,
    Item,
    answered,
    met_or_partly,
    options,
    rows,
    share,
    studies,
    weakest,
    words_in,
)
from decision_aid.domain.options import Cell, Option
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Source

LONGEST: Final = 1.5
"""How many times as long as the shortest the longest of several texts may be; our own bound."""


_CITING: Final = ("figures", "standings", "rules", "answers", "cards")
"""What names sources, as placeholders of the sentence on it."""


def _equal_detail(pack: Pack) -> Finding:
    full = answered(pack, pack.questions) if pack.questions else 0
    verdict = share(full, len(pack.options))
    number = len(pack.options)
    if verdict != "met":
        proof = _("Only {full} of {options} answer every row.").format(
            full=full, options=options(number)
        )
        return Finding("not_met" if not full else "partly", proof)
    between, within = _uneven_rows(pack), _uneven_sides(pack)
    proof = _even_detail(within).format(
        options=options(number),
        rows=rows(len(pack.questions)),
        between=number_words(between, 2),
        within=number_words(within, 2) if isfinite(within) else "",
    )
    return Finding(met_or_partly(max(between, within) <= LONGEST), proof)


def _even_detail(within: float) -> str:
    if isfinite(within):
        return _(
            "All {options} answer the same {rows} in the same layout. Between options, the longest "
            "answer to a row is at most {between} times the shortest; within one, rows on benefit "
            "and on harm differ in length by at most {within} times."
        )
    return _(
        "All {options} answer the same {rows} in the same layout. Between options, the longest "
        "answer to a row is at most {between} times the shortest; there is no row for one of "
        "benefit and harm."
    )


def _uneven_rows(pack: Pack) -> float:
    """How uneven the options' answers to one row are, where they are most."""
    told = ([_length(option.cell(row.id)) for option in pack.options] for row in pack.questions)
    return max(max(lengths) / min(lengths) for lengths in told)


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
    parts = (
        _sourced(pack.study(one.study).sources for one in pack.figures),
        _sourced(_standings(pack)),
        _sourced(one.sources for one in pack.rules),
        _sourced(_good_and_bad(pack)),
        _sourced(one.sources for one in pack.cards),
    )
    proof = ngettext(
        "{whole} of {count} source with author, year, title and a place to find it.",
        "{whole} of {count} sources with author, year, title and a place to find it.",
        len(pack.sources),
    ).format(whole=whole, count=len(pack.sources))
    naming = _(
        "At least one source is named by {figures} figures, {standings} known standings, {rules} "
        "safety rules, {answers} answers on benefit or harm, {cards} cards that explain."
    ).format(**dict(zip(_CITING, map(_share, parts), strict=True)))
    if not whole or not parts[0][0]:
        return Finding("not_met", f"{proof} {naming}")
    complete = (done == of for done, of in parts)
    return Finding(met_or_partly(whole == len(pack.sources), *complete), f"{proof} {naming}")


def _share(part: tuple[int, int]) -> str:
    done, of = part
    # Translators: so many of all there are, such as "17 of 20".
    return _("{part} of {all}").format(part=done, all=of)


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
    version = pack.version.strip()
    proof = (
        _("Version {version}, published on {day}; told in “Help and about” and on paper.")
        if version
        else _("Version not told, published on {day}; told in “Help and about” and on paper.")
    )
    day = day_words(pack.provenance.published)
    return Finding(met_or_partly(bool(version)), proof.format(version=version, day=day))


def _update_policy(pack: Pack) -> Finding:
    told = pack.provenance
    after = told.next_review > told.published
    policy = told.update_policy.strip()
    if not policy:
        return Finding("not_met", _("No word on how the content is kept up to date."))
    proof = _("“{policy}” The next review is due on {day}.").format(
        policy=policy, day=day_words(told.next_review)
    )
    return Finding(met_or_partly(after), proof)


def _uncertainty(pack: Pack) -> Finding:
    standings = tuple(chain.from_iterable(one.standings for one in pack.criteria))
    reasoned = sum(bool(one.certainty_reason.strip()) for one in pack.studies)
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
        "reason with {reasoned} of {studies}, and how it was read from the "
        "sources with {derived} of {standings}. A range is drawn for {ranges} of "
        "{groups} in the figures."
    ).format(
        reasoned=reasoned,
        studies=studies(len(pack.studies)),
        derived=derived,
        standings=_standing_count(len(standings)),
        ranges=ranges,
        groups=_group_count(len(arms)),
    )
    verdicts = share(reasoned, len(pack.studies)), share(derived, len(standings))
    return Finding(weakest(*verdicts), proof)


def _standing_count(count: int) -> str:
    told = ngettext("{count} standing", "{count} standings", count)
    return told.format(count=number_words(count))


def _group_count(count: int) -> str:
    told = ngettext("{count} group", "{count} groups", count)
    return told.format(count=number_words(count))


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
