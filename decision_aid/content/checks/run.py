"""Running every check on a pack."""

from datetime import date
from pathlib import Path
from typing import Final

from decision_aid.base.errors import ProblemsError
from decision_aid.content.checks import balance, dates, numbers, safety, structure
from decision_aid.content.checks.check import Checked, CheckFinding
from decision_aid.content.pack_reading import read_pack

CHECKS: Final = (*structure.CHECKS, *numbers.CHECKS, *balance.CHECKS, *dates.CHECKS, *safety.CHECKS)
"""Every check on a pack that loads, in the order it is told."""


def check_pack(where: str | Path, *, today: date, language: str = "en") -> tuple[CheckFinding, ...]:
    """Everything to tell the author of a pack.

    Args:
        where: The id of a pack that comes with the program, or the folder of another one.
        today: The day to measure ages from.
        language: Language of the texts, as in BCP 47.

    Raises:
        InputError: There is no such pack.
    """
    try:
        checked = Checked(read_pack(where, language), today)
    except ProblemsError as error:
        return tuple(CheckFinding("load", "error", problem) for problem in error.problems)
    return tuple(
        CheckFinding(check.code, check.severity, place.problem(sentence))
        for check in CHECKS
        for place, sentence in check.run(checked)
    )
