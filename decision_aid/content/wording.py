"""How problems are told: short, ordered, and never more of them than anyone would read."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import islice
from typing import Final

from decision_aid.base.errors import Problem
from decision_aid.base.language import _

LONGEST_QUOTE: Final = 40

MOST_TOLD: Final = 100
"""Problems told at once, so that a file made to hold millions of them cannot hold us up."""

MOST_NAMES: Final = 400
"""Names among which a nearest one is looked for; the search costs time for each."""

LONGEST_NAME: Final = 64


def short(value: str) -> str:
    """A value of a pack on one line and cut short."""
    line = " ".join(value[: 4 * LONGEST_QUOTE].split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 3]}..."


def quote(value: str) -> str:
    """A value of a pack in quotation marks, short."""
    return f'"{short(value)}"'


def near(sentence: str, wrong: str, right: Sequence[str]) -> str:
    """A sentence on a wrong name, and whether the nearest right one was meant, where one is near.

    Args:
        sentence: What is wrong.
        wrong: The name.
        right: The names there are.
    """
    asked = _did_you_mean(wrong, right)
    return f"{sentence} {asked}" if asked else sentence


def _did_you_mean(wrong: str, right: Sequence[str]) -> str:
    if len(wrong) > LONGEST_NAME:
        return ""
    names = [name for name in right[:MOST_NAMES] if len(name) <= LONGEST_NAME]
    found = get_close_matches(wrong, names, n=1)
    return _("Did you mean {name}?").format(name=quote(found[0])) if found else ""


def told(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The first problems, in the order of their files and lines."""
    return tuple(sorted(islice(problems, MOST_TOLD), key=lambda one: (one.file, one.line)))
