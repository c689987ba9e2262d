"""Quality items on information and numbers: what happens, to how many, out of whom, by when."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from decision_aid.base.language import N_, _
from decision_aid.domain.ipdas.item import (
    Finding,
    Item,
    counted,
    met_or_partly,
    share,
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
    figures = {name for option in staying for cell in option.cells for name in cell.figures}
    own = (
        _("“{name}” is an option of its own, with {counted}.").format(
            name=staying[0].name, counted=counted(len(figures), "figure")
        )
        if staying
        else _("Going on as now is not among the options.")
    )
    proof = _("{counted} on the step “Understand” tell what tends to happen. {own}").format(
        counted=counted(length, "word"), own=own
    )
    told = length >= LEAST_WORDS
    return Finding(share(told + bool(staying), 2), proof)


def _comparable(pack: Pack) -> Finding:
    cells = [cell for option in pack.options for cell in option.cells if cell.text.strip()]
    rows, number = len(pack.questions), len(pack.options)
    open_ = sum(cell.no_good_numbers for cell in cells)
    proof = _(
        "A table with {counted} side by side and {counted_2}: {cells} of "
        "{counted_3} filled; {open} of them say that there are no good numbers."
    ).format(
        counted=counted(number, "option"),
        counted_2=counted(rows, "row"),
        cells=len(cells),
        counted_3=counted(rows * number, "cell"),
        open=open_,
    )
    return Finding(share(len(cells), rows * number), proof)


def _probabilities(pack: Pack) -> Finding:
    good = sum(_tells(one, pack, "benefit") for one in pack.options)
    bad = sum(_tells(one, pack, "harm") for one in pack.options)
    drawn = [sum(one.sense == sense for one in pack.figures) for sense in ("benefit", "harm")]
    number = len(pack.options)
    proof = _(
        "{counted} of a benefit and {drawn} of a harm. Of {counted_2}, {good} "
        "give a number of a benefit or say that there is no good one, and {bad} "
        "do so for a harm."
    ).format(
        counted=counted(drawn[0], "figure"),
        drawn=drawn[1],
        counted_2=counted(number, "option"),
        good=good,
        bad=bad,
    )
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
        "Who took part is told for {told} of {counted}; it stands beside every figure."
    ).format(told=told, counted=counted(len(pack.studies), "study", "studies"))
    return Finding(share(told, len(pack.studies)), proof)


def _event_rates(pack: Pack) -> Finding:
    with_both = sum(all(one.comparison for one in figure.readings) for figure in pack.figures)
    number = len(pack.figures)
    proof = _(
        "{counted}, out of 100 people each: {with_both} with both groups of the "
        "study, {value} of studies that had one group only."
    ).format(counted=counted(number, "figure"), with_both=with_both, value=number - with_both)
    return Finding(share(number, number), proof)


def _same_time(pack: Pack) -> Finding:
    shared = {row: by for row in pack.questions if len(by := _windows(row, pack)) > 1}
    mixed = [row for row, by in shared.items() if len(set.union(*by.values())) > 1]
    said = sum(bool(row.caution.strip()) for row in mixed)
    proof = _(
        "{counted} with figures of several options. In {mixed} of them the "
        "studies looked at different times; {said} of {mixed} say so in the "
        "table. Each figure tells its own time."
    ).format(counted=counted(len(shared), "row"), mixed=len(mixed), said=said)
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
    proof = _("All {counted} are out of 100.").format(counted=counted(len(pack.figures), "figure"))
    if not pack.figures:
        return Finding("not_met", _("There is no figure."))
    if not mixed:
        return Finding(
            "met", _("{proof} No row mixes numbers of 100 with others.").format(proof=proof)
        )
    names = ", ".join(f"“{row.short}”" for row in mixed)
    proof += _(
        " In words, other totals stand in {counted} ({names}); {said} of {mixed} "
        "say so in the table."
    ).format(counted=counted(len(mixed), "row"), names=names, said=said, mixed=len(mixed))
    return Finding(met_or_partly(said == len(mixed)), proof)


def _denominators(row: Question, pack: Pack) -> set[str]:
    told = (f"{cell.text} {cell.more}" for _other, cell in _cells(row, pack))
    return {found for text in told for found in _OUT_OF.findall(text)}


def _ways_to_see(pack: Pack) -> Finding:
    full = sum(
        all(map(str.strip, (one.question, one.event, one.no_event, one.meaning)))
        for one in pack.figures
    )
    proof = _(
        "{full} of {counted} in words, in numbers and as a picture of 100 "
        "people; each shows those it happened to and those it did not."
    ).format(full=full, counted=counted(len(pack.figures), "figure"))
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
