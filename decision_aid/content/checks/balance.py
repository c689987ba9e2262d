"""Checks on balance: options are told of at like length, in like words, with like numbers."""

from collections.abc import Iterator, Sequence
from typing import Final

from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.checks.graded import is_english
from decision_aid.content.nodes import place_of
from decision_aid.content.reading import counted, word_count
from decision_aid.content.wording import quote
from decision_aid.domain.options import Option
from decision_aid.domain.pack import Pack

MOST_TIMES: Final = 1.5
"""How many times as long as the shortest answer to a question the longest may be."""
ONE_LINE: Final = 8
"""Words that stand on a line or two of the table; a shorter answer counts as this long."""
MOST_GRADES: Final = 2.0
"""By how many US school grades the options may differ."""
MOST_ROWS: Final = 1
"""By how many rows with figures or studies the options may differ without a word on it."""


def _uneven_length(checked: Checked) -> Iterator[Found]:
    pack = checked.read.pack
    for question in pack.questions:
        for field in ("text", "more"):
            lengths = [_words(option, question.id, field) for option in pack.options]
            longest, shortest = max(lengths), min(lengths)
            if longest > MOST_TIMES * max(shortest, ONE_LINE):
                place = lengths.index(longest)
                path = _cell_path(pack, place, question.id)
                told = (
                    f"{quote(question.id)} of {quote(pack.options[place].id)} has {longest} words, "
                    f"and of {quote(pack.options[lengths.index(shortest)].id)} {shortest}."
                )
                how = f"Keep the longest within {MOST_TIMES:g} times the shortest."
                yield place_of(checked.read.tree, (*path, field)), f"{told} {how}"


def _words(option: Option, question: str, field: str) -> int:
    return word_count(getattr(option.cell(question), field))


def _cell_path(pack: Pack, option: int, question: str) -> tuple[str | int, ...]:
    cells = [cell.id for cell in pack.options[option].cells]
    return "options", option, "cells", cells.index(question)


def _uneven_grade(checked: Checked) -> Iterator[Found]:
    if not is_english(checked.read):
        return
    pack = checked.read.pack
    grades = [counted(_answers(option), pack.names).grade for option in pack.options]
    hardest, easiest = max(grades), min(grades)
    if round(hardest - easiest, 6) > MOST_GRADES:
        place = grades.index(hardest)
        easier = quote(pack.options[grades.index(easiest)].id)
        told = (
            f"The answers of {quote(pack.options[place].id)} read at US grade {hardest}, and those "
            f"of {easier} at {easiest}. Keep them within {MOST_GRADES:g} grades."
        )
        yield place_of(checked.read.tree, ("options", place, "name")), told


def _answers(option: Option) -> str:
    return "\n".join(line for cell in option.cells for line in (cell.text, cell.more))


def _uneven_numbers(checked: Checked) -> Iterator[Found]:
    pack = checked.read.pack
    for kind in ("benefit", "harm"):
        asked = [question.id for question in pack.questions if question.kind == kind]
        rows = [_rows_with_numbers(option, asked) for option in pack.options]
        for place, option in enumerate(pack.options):
            if max(rows) - rows[place] > MOST_ROWS and not _says_why(option, asked):
                told = (
                    f"{quote(option.id)} has numbers in {rows[place]} rows on {kind}, another "
                    f"option in {max(rows)}. Add numbers, or say that there are no good numbers."
                )
                yield place_of(checked.read.tree, ("options", place)), told


def _rows_with_numbers(option: Option, questions: Sequence[str]) -> int:
    cells = [option.cell(question) for question in questions]
    return sum(bool(cell.figures or cell.studies) for cell in cells)


def _says_why(option: Option, questions: Sequence[str]) -> bool:
    said = any(option.cell(question).no_good_numbers for question in questions)
    return said or bool(option.no_numbers)


CHECKS: Final = (
    Check("uneven_length", "warning", _uneven_length),
    Check("uneven_grade", "warning", _uneven_grade),
    Check("uneven_numbers", "error", _uneven_numbers),
)
