"""Checks on balance: options are told of at like length, in like words, with like numbers."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from decision_aid.base.language import _
from decision_aid.base.locale_words import number_words
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.checks.graded import easy_names, is_english
from decision_aid.content.reading import counted, word_count
from decision_aid.content.wording import quote
from decision_aid.domain.options import Cell, Option

MOST_TIMES: Final = 1.5
"""How many times as long as the shortest answer to a question the longest may be."""
ONE_LINE: Final = 8
"""Words that stand on a line or two of the table; a shorter answer counts as this long."""
MOST_GRADES: Final = 2.0
"""By how many US school grades the options may differ."""
MOST_ROWS: Final = 1
"""By how many rows with figures or studies the options may differ without a word on it."""


def _uneven_length(checked: Checked) -> Iterator[Found]:
    """More words on one option look like more reasons for it, or against it."""
    answers = [_by_question(option) for option in checked.pack.options]
    for question in checked.pack.questions:
        for field in ("text", "more"):
            told = [getattr(one[question.id][1], field) for one in answers]
            lengths = [word_count(one) for one in told]
            longest, shortest = max(lengths), min(lengths)
            if longest > MOST_TIMES * max(shortest, ONE_LINE):
                place, other = lengths.index(longest), lengths.index(shortest)
                names = [quote(one.id) for one in checked.pack.options]
                sentence = _(
                    "{id} of {option} has {longest} words, and of {other} {shortest}. Keep "
                    "the longest within {times} times the shortest."
                ).format(
                    id=quote(question.id),
                    option=names[place],
                    longest=longest,
                    other=names[other],
                    shortest=shortest,
                    times=number_words(MOST_TIMES, 1),
                )
                cell = answers[place][question.id][0]
                yield checked.place("options", place, "cells", cell, field), sentence


def _by_question(option: Option) -> dict[str, tuple[int, Cell]]:
    """The answers of an option and their places, by the question."""
    return {cell.id: (place, cell) for place, cell in enumerate(option.cells)}


def _uneven_grade(checked: Checked) -> Iterator[Found]:
    """An option that is harder to read about is harder to choose."""
    if not is_english(checked.read):
        return
    pack, names = checked.pack, easy_names(checked.pack)
    grades = [counted(_answers(option), names).grade for option in pack.options]
    hardest, easiest = max(grades), min(grades)
    if round(hardest - easiest, 6) > MOST_GRADES:
        place = grades.index(hardest)
        easier = quote(pack.options[grades.index(easiest)].id)
        told = _(
            "The answers of {id} read at US grade {hardest}, and those of {easier} "
            "at {easiest}. Keep them within {most} grades."
        ).format(
            id=quote(pack.options[place].id),
            hardest=number_words(hardest, 1),
            easier=easier,
            easiest=number_words(easiest, 1),
            most=number_words(MOST_GRADES),
        )
        yield checked.place("options", place, "name"), told


def _answers(option: Option) -> str:
    return "\n".join(line for cell in option.cells for line in (cell.text, cell.more))


def _uneven_numbers(checked: Checked) -> Iterator[Found]:
    """Silence where others have numbers looks like "none" or "no harm"; it must say which."""
    pack = checked.pack
    for kind in ("benefit", "harm"):
        asked = {question.id for question in pack.questions if question.kind == kind}
        rows = [_rows_with_numbers(option, asked) for option in pack.options]
        for place, option in enumerate(pack.options):
            if max(rows) - rows[place] > MOST_ROWS and not _says_why(option, asked):
                told = _(
                    "{id} has numbers in {rows} rows on {kind}, another option in {most}. Add "
                    "numbers, or say that there are no good numbers."
                ).format(id=quote(option.id), rows=rows[place], kind=kind, most=max(rows))
                yield checked.place("options", place), told


def _rows_with_numbers(option: Option, questions: AbstractSet[str]) -> int:
    return sum(bool(one.figures or one.studies) for one in option.cells if one.id in questions)


def _says_why(option: Option, questions: AbstractSet[str]) -> bool:
    said = any(one.no_good_numbers for one in option.cells if one.id in questions)
    return said or bool(option.no_numbers)


CHECKS: Final = (
    Check("uneven_length", "warning", _uneven_length),
    Check("uneven_grade", "warning", _uneven_grade),
    Check("uneven_numbers", "error", _uneven_numbers),
)
