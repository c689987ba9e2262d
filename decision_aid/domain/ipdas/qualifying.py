"""The six qualifying items: what makes it a decision aid at all."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.ipdas.item import (
    Finding,
    Item,
    answered,
    counted,
    met_or_partly,
    rows_of,
    share,
    weakest,
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
    proof = _("The first screen describes it in {counted}.").format(counted=counted(length, "word"))
    return Finding(met_or_partly(length >= LEAST_WORDS), proof)


def _decision(pack: Pack) -> Finding:
    asked = pack.decision.strip()
    if not asked:
        return Finding("not_met", _("The pack does not state the decision."))
    return Finding(
        met_or_partly(asked.endswith("?")),
        _("The first screen asks: “{asked}”").format(asked=asked),
    )


def _options(pack: Pack) -> Finding:
    rows = rows_of(pack, ("description",))
    told = sum(bool(one.summary.strip()) for one in pack.options)
    staying = any(one.status_quo for one in pack.options)
    full = answered(pack, rows) if rows else 0
    number = len(pack.options)
    proof = (
        f"{counted(number, 'option')}, going on as now {'' if staying else 'not '}among them. "
        f"{told} of {number} have a summary; {full} of {number} answer every one of "
        f"{counted(len(rows), 'row')} on what it is and what one does."
    )
    if number < LEAST_OPTIONS:
        return Finding("not_met", proof)
    return Finding(weakest(share(told, number), share(full, number), met_or_partly(staying)), proof)


def _benefits(pack: Pack) -> Finding:
    return _good_or_bad(pack, "benefit", _("what may get better"))


def _harms(pack: Pack) -> Finding:
    return _good_or_bad(pack, "harm", _("what can go wrong"))


def _good_or_bad(pack: Pack, kind: str, about: str) -> Finding:
    rows = rows_of(pack, (kind,))
    full = answered(pack, rows) if rows else 0
    drawn = sum(one.sense == kind for one in pack.figures)
    proof = _(
        "{counted} on {about}, answered in full for {full} of {counted_2}; {counted_3} of a {kind}."
    ).format(
        counted=counted(len(rows), "row"),
        about=about,
        full=full,
        counted_2=counted(len(pack.options), "option"),
        counted_3=counted(drawn, "figure"),
        kind=kind,
    )
    return Finding(share(full, len(pack.options)), proof)


def _living_with_it(pack: Pack) -> Finding:
    full = {kind: answered(pack, rows) for kind in LIVING if (rows := rows_of(pack, (kind,)))}
    told = [kind for kind in LIVING if full.get(kind) == len(pack.options) > 0]
    open_ = [_(LIVING[kind]) for kind in LIVING if kind not in told]
    proof = (
        _("Rows on {join}, answered for all {counted}.").format(
            join=", ".join(_(LIVING[kind]) for kind in told),
            counted=counted(len(pack.options), "option"),
        )
        if told
        else _("No row that every option answers tells what living with it is like.")
    )
    missing = (
        _(" Not told for every option: {join}.").format(join=", ".join(open_)) if open_ else ""
    )
    return Finding(share(len(told), len(LIVING)), f"{proof}{missing}")


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
