"""The six qualifying items: what makes it a decision aid at all."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.ipdas.item import (
    Finding,
    Item,
    answered,
    figures,
    met_or_partly,
    options,
    rows,
    rows_of,
    share,
    weakest,
    words,
    words_in,
)
from decision_aid.domain.pack import Pack

LEAST_OPTIONS: Final = 2
LEAST_WORDS: Final = 40
"""Words a description of the health problem has at least; our own bound."""
LIVING: Final = {"body": N_("the body"), "mind": N_("the mind"), "social": N_("life with others")}


def _condition(pack: Pack) -> Finding:
    length = words_in(pack.condition)
    if not length:
        return Finding("not_met", _("The pack does not describe the health problem."))
    proof = _("The first screen describes it in {words}.").format(words=words(length))
    return Finding(met_or_partly(length >= LEAST_WORDS), proof)


def _decision(pack: Pack) -> Finding:
    asked = pack.decision.strip()
    if not asked:
        return Finding("not_met", _("The pack does not state the decision."))
    return Finding(
        met_or_partly(asked.endswith("?")),
        _("The first screen asks: “{decision}”").format(decision=asked),
    )


def _options(pack: Pack) -> Finding:
    asked = rows_of(pack, ("description",))
    told = sum(bool(one.summary.strip()) for one in pack.options)
    staying = any(one.status_quo for one in pack.options)
    full = answered(pack, asked) if asked else 0
    number = len(pack.options)
    first = (
        _("{options}, going on as now among them.")
        if staying
        else _("{options}, going on as now not among them.")
    )
    rest = _(
        "{short} of {all} have a summary; {full} of {all} answer every one of {rows} on what it is "
        "and what one does."
    ).format(short=told, all=number, full=full, rows=rows(len(asked)))
    proof = f"{first.format(options=options(number))} {rest}"
    if number < LEAST_OPTIONS:
        return Finding("not_met", proof)
    return Finding(weakest(share(told, number), share(full, number), met_or_partly(staying)), proof)


def _benefits(pack: Pack) -> Finding:
    proof = _(
        "{rows} on what may get better, answered in full for {full} of {options}; {figures} of a "
        "benefit."
    )
    return _good_or_bad(pack, "benefit", proof)


def _harms(pack: Pack) -> Finding:
    proof = _(
        "{rows} on what can go wrong, answered in full for {full} of {options}; {figures} of a "
        "harm."
    )
    return _good_or_bad(pack, "harm", proof)


def _good_or_bad(pack: Pack, kind: str, proof: str) -> Finding:
    asked = rows_of(pack, (kind,))
    full = answered(pack, asked) if asked else 0
    told = proof.format(
        rows=rows(len(asked)),
        full=full,
        options=options(len(pack.options)),
        figures=figures(sum(one.sense == kind for one in pack.figures)),
    )
    return Finding(share(full, len(pack.options)), told)


def _living_with_it(pack: Pack) -> Finding:
    full = {kind: answered(pack, asked) for kind in LIVING if (asked := rows_of(pack, (kind,)))}
    told = [kind for kind in LIVING if full.get(kind) == len(pack.options) > 0]
    open_ = [_(LIVING[kind]) for kind in LIVING if kind not in told]
    proof = (
        _("Rows on {parts}, answered for all {options}.").format(
            parts=", ".join(_(LIVING[kind]) for kind in told), options=options(len(pack.options))
        )
        if told
        else _("No row that every option answers tells what living with it is like.")
    )
    missing = _("Not told for every option: {parts}.").format(parts=", ".join(open_))
    return Finding(share(len(told), len(LIVING)), f"{proof} {missing}" if open_ else proof)


QUALIFYING: Final = (
    Item("1.1.1", "qualifying", N_("It says what the health problem is."), _condition),
    Item("1.1.2", "qualifying", N_("It says which decision is to be made."), _decision),
    Item("1.1.3", "qualifying", N_("It tells what each option is."), _options),
    Item("1.1.4", "qualifying", N_("It tells the good that each option may do."), _benefits),
    Item("1.1.5", "qualifying", N_("It tells the harm that each option may do."), _harms),
    Item(
        "1.2.1",
        "qualifying",
        N_("It tells what life with each option is like, for body, mind and company."),
        _living_with_it,
    ),
)
"""Qualifying items, in the standard's order."""
