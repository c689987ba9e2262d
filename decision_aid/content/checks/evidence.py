"""Checks on studies and figures: who, against whom, when, and how sure we are."""

from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import _
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.checks.placeholders import says_nothing
from decision_aid.content.wording import quote


def _people_missing(checked: Checked) -> Iterator[Found]:
    """A number is about the people it was counted in, and nobody else."""
    yield from _missing(checked, "people", _("Say who was studied in {id}."))


def _comparison_missing(checked: Checked) -> Iterator[Found]:
    """Without the other group nobody can tell what the treatment did."""
    yield from _missing(checked, "intervention", _("Say what the first group had in {id}."))
    sentence = _("Say what the other group had, or that none was in {id}.")
    yield from _missing(checked, "comparison", sentence)


def _when_missing(checked: Checked) -> Iterator[Found]:
    """How many are better depends on when one looks."""
    yield from _missing(checked, "when", _("Say when it was measured in {id}."))


def _certainty_without_reason(checked: Checked) -> Iterator[Found]:
    """A word such as "low" is a judgment, and a judgment has a reason."""
    yield from _missing(checked, "certainty_reason", _("Say why we are this sure in {id}."))


def _missing(checked: Checked, field: str, sentence: str) -> Iterator[Found]:
    for number, study in enumerate(checked.pack.studies):
        if says_nothing(getattr(study, field)):
            yield checked.place("studies", number, field), sentence.format(id=quote(study.id))


def _weeks_below_zero(checked: Checked) -> Iterator[Found]:
    """Nothing is measured before it begins."""
    for number, study in enumerate(checked.pack.studies):
        if study.weeks < 0:
            place = checked.place("studies", number, "weeks")
            yield (
                place,
                _("{id} was not measured before its start. Give weeks from 0 on.").format(
                    id=quote(study.id)
                ),
            )


def _one_group_as_effect(checked: Checked) -> Iterator[Found]:
    """People in one group get better for many reasons; first comes what was compared."""
    for number, option in enumerate(checked.pack.options):
        if option.status_quo or not option.headline_figures:
            continue
        first = checked.figures[option.headline_figures[0]]
        if checked.studies[first.study].design == "one_group":
            place = checked.place("options", number, "headline_figures", 0)
            yield place, _("This figure has one group only. Put one that compares two before it.")


def _no_numbers_unsaid(checked: Checked) -> Iterator[Found]:
    """An option without a figure says so, or people take the gap for good or bad news."""
    for number, option in enumerate(checked.pack.options):
        if not option.headline_figures and not option.no_numbers.strip():
            place = checked.text_place("options", number, "no_numbers")
            yield (
                place,
                _("{id} shows no figure. Say so in its no_numbers.").format(id=quote(option.id)),
            )


def _figure_despite_no_numbers(checked: Checked) -> Iterator[Found]:
    """A cell that says there is no good number does not open one of other people."""
    for number, option in enumerate(checked.pack.options):
        for cell_number, cell in enumerate(option.cells):
            if cell.no_good_numbers and cell.figures:
                place = checked.place("options", number, "cells", cell_number, "figures")
                yield place, _("The cell says there are no good numbers. Take one of the two out.")


CHECKS: Final = (
    Check("people_missing", "error", _people_missing),
    Check("comparison_missing", "error", _comparison_missing),
    Check("when_missing", "error", _when_missing),
    Check("certainty_without_reason", "error", _certainty_without_reason),
    Check("weeks_below_zero", "error", _weeks_below_zero),
    Check("one_group_as_effect", "error", _one_group_as_effect),
    Check("no_numbers_unsaid", "error", _no_numbers_unsaid),
    Check("figure_despite_no_numbers", "error", _figure_despite_no_numbers),
)
