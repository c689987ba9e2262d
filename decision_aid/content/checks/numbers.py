"""Checks on numbers: each comes from a study, with its time, and none misleads."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from decision_aid.base.language import _
from decision_aid.base.locale_words import and_words, number_words
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.checks.claims import Claim, claims
from decision_aid.content.checks.stated import TOTALS, Stated, stated
from decision_aid.content.nodes import Place, TreePath
from decision_aid.content.wording import quote
from decision_aid.domain.options import Cell
from decision_aid.domain.risk import Figure, Study

_NUMBER: Final = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,]*\d)")


def _unproved_number(checked: Checked) -> Iterator[Found]:
    """A number that no record holds may be made up, or left over from another version."""
    for claim in claims(checked.pack):
        for one in stated(claim.text, checked.pack.language):
            if not claim.proof.holds(one):
                sentence = _(claim.unproved).format(words=quote(one.words), count=one.count)
                yield checked.place(*claim.path), sentence


def _lone_number(checked: Checked) -> Iterator[Found]:
    """53 of 100 sounds like an effect, until one hears that it was 42 without the treatment.

    A figure is drawn with both groups, so its own words may speak of one.
    """
    language = checked.pack.language
    said = [(claim, [*stated(claim.text, language)]) for claim in _texts(checked)]
    told: dict[TreePath, set[int]] = defaultdict(set)
    for claim, numbers in said:
        told[_owner(claim)] |= _told(claim, numbers, language)
    for claim, numbers in said:
        # What opens on request does not stand beside the line that is always there.
        alone = claim.path[-1] == "text"
        together = _told(claim, numbers, language) if alone else told[_owner(claim)]
        for one in numbers:
            if claim.proof.lacks_partner(one, together):
                sentence = _("{words} is one of two groups. Tell of the other here, too.").format(
                    words=quote(one.words)
                )
                yield checked.place(*claim.path), sentence


def _told(claim: Claim, numbers: Iterable[Stated], language: str) -> set[int]:
    """The numbers a text tells; in other languages than English any number may be of people."""
    told = {one.count for one in numbers}
    if language.partition("-")[0] != "en":
        told.update(map(int, _NUMBER.findall(claim.text)))
    return told


def _texts(checked: Checked) -> Iterator[Claim]:
    return (claim for claim in claims(checked.pack) if claim.path[0] != "figures")


def _owner(claim: Claim) -> TreePath:
    """The cell, card, rule or standing whose texts are read together."""
    return tuple(claim.path[:2] if claim.path[0] == "cards" else claim.path[:-1])


def _window_unsaid(checked: Checked) -> Iterator[Found]:
    """More people are better after six months than after four weeks, whatever they do."""
    for place, cells in _rows_without_caution(checked):
        weeks = {study.weeks for cell in cells for study in _studies(checked, cell)}
        if len(weeks) > 1:
            told = _("Numbers of this row come from weeks {weeks}. Say so in its caution.")
            yield place, told.format(weeks=", ".join(f"{week:g}" for week in sorted(weeks)))


def _denominator_unsaid(checked: Checked) -> Iterator[Found]:
    """5 of 1,000 looks like more than 1 of 100."""
    language = checked.pack.language
    for place, cells in _rows_without_caution(checked):
        said = [one for cell in cells for one in stated(f"{cell.text} {cell.more}", language)]
        totals = {one.of for one in said} & set(TOTALS)
        if len(totals) > 1:
            told = _("Cells of this row count people of {totals}. Say so in its caution.")
            yield place, told.format(totals=and_words(map(number_words, sorted(totals))))


def _pooled_cutoffs(checked: Checked) -> Iterator[Found]:
    """Well by one cut-off is not well by another; side by side they look like one thing."""
    for place, cells in _rows_without_caution(checked):
        shown = (checked.figures[one] for cell in cells for one in cell.figures)
        cutoffs = {_cutoff(figure) for figure in shown if figure.outcome == "remission"}
        if len(cutoffs) > 1:
            told = _(
                "People count as well by different scores here: {scores}. Say so in its caution."
            )
            yield place, told.format(scores=", ".join(sorted(cutoffs)))


def _cutoff(figure: Figure) -> str:
    if not figure.scale:
        return _("not stated")
    return (
        figure.scale
        if figure.at_most is None
        else _("{scale} {at_most} or less").format(scale=figure.scale, at_most=figure.at_most)
    )


def _rows_without_caution(checked: Checked) -> Iterator[tuple[Place, list[Cell]]]:
    """Each question without a caution, with the cells of all options that answer it."""
    answers = [{cell.id: cell for cell in option.cells} for option in checked.pack.options]
    for number, question in enumerate(checked.pack.questions):
        if not question.caution.strip():
            cells = [option[question.id] for option in answers]
            yield checked.text_place("questions", number), cells


def _studies(checked: Checked, cell: Cell) -> Iterator[Study]:
    """The studies whose numbers a cell tells or shows."""
    for name in {*cell.studies, *(checked.figures[one].study for one in cell.figures)}:
        yield checked.studies[name]


CHECKS: Final = (
    Check("unproved_number", "error", _unproved_number),
    Check("lone_number", "error", _lone_number),
    Check("window_unsaid", "error", _window_unsaid),
    Check("denominator_unsaid", "error", _denominator_unsaid),
    Check("pooled_cutoffs", "error", _pooled_cutoffs),
)
