"""The clinic's own file: where it lies, and what is said where it cannot be used. No Qt in it."""

import os
from pathlib import Path
from typing import Final

from decision_aid.base.errors import DecisionAidError, ProblemsError
from decision_aid.base.language import _
from decision_aid.domain.clinic import Clinic
from decision_aid.domain.pack import Pack
from decision_aid.gui.clock import today

NAME: Final = "clinic.yaml"


def clinic_file() -> Path:
    """Where this user's clinic file lies, whether it is there or not."""
    from platformdirs import user_config_path  # noqa: PLC0415 - not before the first window is up

    return user_config_path("decision-aid", appauthor=False) / NAME


def own_clinic(pack: Pack) -> Clinic | None:
    """What this user's clinic adds to a pack; None where there is no file.

    Raises:
        InputError: The file cannot be read, or is wrong.
    """
    path = clinic_file()
    if not os.path.lexists(path):
        return None
    # What reads YAML takes some 100 ms to come, and most starts need none of it.
    from decision_aid.content.clinic import load_clinic  # noqa: PLC0415

    return load_clinic(path, pack, today=today())


def not_used_sentence(error: DecisionAidError) -> str:
    """That the file is not used, its first problem, and how to see all of them."""
    first = str(error)
    if isinstance(error, ProblemsError):
        problem = error.problems[0]
        first = _("{file}, line {line}: {problem}").format(
            file=NAME, line=problem.line, problem=problem.text
        )
    return _(
        "The clinic’s own file has a problem, so none of it is used. All else "
        "works as before. {problem} To see every problem, run: decision-aid clinic"
    ).format(problem=first)
