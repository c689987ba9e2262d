"""The small valid pack on disk, and copies of it with something changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from decision_aid.base.errors import Problem, ProblemsError
from decision_aid.content.packs import STRUCTURE_FILES

SMALL = Path(__file__).parent / "packs" / "small"
FILES = (*STRUCTURE_FILES, "text/en.yaml")


def a_copy(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    shutil.copytree(SMALL, folder)
    return folder


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Replaces the first of exactly what is there; a typo in a test must not pass unseen."""
    path = folder / name
    before = path.read_text("utf-8")
    assert old in before, f"{name} does not hold {old!r}"
    path.write_text(before.replace(old, new, 1), "utf-8")


def line_of(folder: Path, name: str, text: str) -> int:
    lines = (folder / name).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def problems_of(call: Callable[[], object]) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as caught:
        call()
    return caught.value.problems


def outcome(call: Callable[[], object]) -> object:
    """What a call gives, or the problems it tells; any other error passes."""
    try:
        return call()
    except ProblemsError as error:
        return error


def told_well(error: ProblemsError) -> bool:
    return all(one.line >= 1 and one.text.endswith((".", "?")) for one in error.problems)
