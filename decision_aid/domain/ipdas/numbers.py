"""Quality items on information and numbers: what happens, to how many, out of whom, by when."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from decision_aid.base.language import N_, _, ngettext
from decision_aid.domain.ipdas.item import (
    Finding,
    Item,
    figures,
    met_or_partly,
    options,
    rows,
    share,
    studies,
    weakest,
    words_in,
)
from decision_aid.domain.options import Cell, Option, Question
from decision_aid.domain.pack import Pack

LEAST_WORDS: Final = 20
"""Words on the natural course at least; our own bound."""
_OUT_OF: Final = re.compile(r"\bof (\d[\d,]*\d)\b")
"""A denominator in running text: "5 of 1,000"."""


def _natural_course(pack: Pack) -> Finding:
    length = words_in(pack.natural_course)
    staying = [one for one in pack.options if one.status_quo]
    shown = {name for option in staying for cell in option.cells for name in cell.figures}
    own = (
        _("“{option}” is an option of its own, with {figures}.").format(
            option=staying[0].name, figures=figures(len(shown))
        )
        if staying
        else _("Going on as now is not among the options.")
    )
    proof = ngettext(
        "{count} word on the step “Understand” tell what tends to happen.",
        "{count} words on the step “Understand” tell what tends to happen.",
        length,
    ).format(count=length)
    told = length >= LEAST_WORDS
    return Finding(share(told + bool(staying), 2), f"{proof} {own}")


def _comparable(pack: Pack) -> Finding:
    cells = [cell for option in pack.options for cell in option.cells if cell.text.strip()]
    number, total = len(pack.options), len(pack.questions) * len(pack.options)
    proof = ngettext(
        "A table with {options} side by side and {rows}: {filled} of {count} cell filled; {open} "
        "of them say that there are no good numbers.",
        "A table with {options} side by side and {rows}: {filled} of {count} cells filled; {open} "
        "of them say that there are no good numbers.",
        total,
    ).format(
        options=options(number),
        rows=rows(len(pack.questions)),
        filled=len(cells),
        count=total,
        open=sum(cell.no_good_numbers for cell in cells),
    )
    return Finding(share(len(cells), total), proof)


def _probabilities(pack: Pack) -> Finding:
    good = sum(_tells(one, pack, "benefit") for one in pack.options)
    bad = sum(_tells(one, pack, "harm") for one in pack.options)
    drawn = [sum(one.sense == sense for one in pack.figures) for sense in ("benefit", "harm")]
    number = len(pack.options)
    proof = _(
        "{figures} of a benefit and {harms} of a harm. Of {options}, {good} "
        "give a number of a benefit or say that there is no good one, and {bad} "
        "do so for a harm."
    ).format(figures=figures(drawn[0]), harms=drawn[1], options=options(number), good=good, bad=bad)
    if not pack.figures:
        return Finding("not_met", proof)
    return Finding(weakest(share(good, number), share(bad, number)), proof)


def _tells(option: Option, pack: Pack, sense: Literal["benefit", "harm"]) -> bool:
    """Whether an option has numbers of this sense, or says that there are no good ones."""
    kinds = {row.id: row.kind for row in pack.questions}
    drawn = {name for cell in option.cells for name in cell.figures} | {*option.headline_figures}
    if any(pack.figure(name).sense == sense for name in drawn):
        return True
    own = [cell for cell in option.cells if kinds.get(cell.id) == sense]
    return any(cell.no_good_numbers or cell.studies for cell in own)


def _population(pack: Pack) -> Finding:
    told = sum(bool(one.people.strip()) for one in pack.studies)
    proof = _(
        "Who took part is told for {count} of {studies}; it stands beside every figure."
    ).format(count=told, studies=studies(len(pack.studies)))
    return Finding(share(told, len(pack.studies)), proof)


def _event_rates(pack: Pack) -> Finding:
    with_both = sum(all(one.comparison for one in figure.readings) for figure in pack.figures)
    number = len(pack.figures)
    proof = _(
        "{figures}, out of 100 people each: {both} with both groups of the "
        "study, {one} of studies that had one group only."
    ).format(figures=figures(number), both=with_both, one=number - with_both)
    return Finding(share(number, number), proof)


def _same_time(pack: Pack) -> Finding:
    shared = {row: by for row in pack.questions if len(by := _windows(row, pack)) > 1}
    mixed = [row for row, by in shared.items() if len(set.union(*by.values())) > 1]
    said = sum(bool(row.caution.strip()) for row in mixed)
    proof = _(
        "{rows} with figures of several options. In {mixed} of them the "
        "studies looked at different times; {said} of {mixed} say so in the "
        "table. Each figure tells its own time."
    ).format(rows=rows(len(shared)), mixed=len(mixed), said=said)
    if not pack.figures or said < len(mixed):
        return Finding("not_met", proof)
    return Finding("partly" if mixed else "met", proof)


def _windows(row: Question, pack: Pack) -> dict[str, set[float]]:
    """When the figures in a row were measured, in weeks, by option; options without one are out."""
    found = {
        option.id: {pack.study(pack.figure(name).study).weeks for name in cell.figures}
        for option, cell in _cells(row, pack)
    }
    return {option: weeks for option, weeks in found.items() if weeks}


def _cells(row: Question, pack: Pack) -> Iterator[tuple[Option, Cell]]:
    for option in pack.options:
        yield from ((option, cell) for cell in option.cells if cell.id == row.id)


def _same_denominator(pack: Pack) -> Finding:
    mixed = [row for row in pack.questions if len(_denominators(row, pack)) > 1]
    said = sum(bool(row.caution.strip()) for row in mixed)
    if not pack.figures:
        return Finding("not_met", _("There is no figure."))
    proof = _("All {figures} are out of 100.").format(figures=figures(len(pack.figures)))
    if not mixed:
        rest = _("No row mixes numbers of 100 with others.")
        return Finding("met", f"{proof} {rest}")
    rest = _(
        "In words, other totals stand in {rows} ({names}); {said} of {mixed} say so in the table."
    ).format(
        rows=rows(len(mixed)),
        names=", ".join(f"“{row.short}”" for row in mixed),
        said=said,
        mixed=len(mixed),
    )
    return Finding(met_or_partly(said == len(mixed)), f"{proof} {rest}")


def _denominators(row: Question, pack: Pack) -> set[str]:
    told = (f"{cell.text} {cell.more}" for _option, cell in _cells(row, pack))
    return {found for text in told for found in _OUT_OF.findall(text)}


def _ways_to_see(pack: Pack) -> Finding:
    full = sum(
        all(map(str.strip, (one.question, one.event, one.no_event, one.meaning)))
        for one in pack.figures
    )
    proof = _(
        "{full} of {figures} in words, in numbers and as a picture of 100 "
        "people; each shows those it happened to and those it did not."
    ).format(full=full, figures=figures(len(pack.figures)))
    return Finding(share(full, len(pack.figures)), proof)


NUMBERS: Final = (
    Item(
        "Q01", "quality", N_("It tells what tends to happen if nothing is done."), _natural_course
    ),
    Item("Q02", "quality", N_("The options can be compared, good and bad sides."), _comparable),
    Item("Q03", "quality", N_("It gives the chances of good and bad outcomes."), _probabilities),
    Item("Q04", "quality", N_("It says for which people the numbers are."), _population),
    Item("Q05", "quality", N_("It says to how many people something happens."), _event_rates),
    Item("Q06", "quality", N_("Numbers of all options are for the same time."), _same_time),
    Item(
        "Q07", "quality", N_("Numbers of all options are out of the same total."), _same_denominator
    ),
    Item("Q08", "quality", N_("Numbers can be seen in more than one way."), _ways_to_see),
)
"""Q01 to Q08."""
