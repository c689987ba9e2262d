"""Fixed answers to choose from, in the language spoken now."""

from collections.abc import Iterable
from typing import TypeVar

from decision_aid.base.language import _

Value = TypeVar("Value")


def spoken(answers: Iterable[tuple[Value, str]]) -> tuple[tuple[Value, str], ...]:
    """(value, text) of each answer, with its text in the language spoken now.

    Args:
        answers: (value, text marked for translation) of each answer.
    """
    return tuple((value, _(text)) for value, text in answers)
