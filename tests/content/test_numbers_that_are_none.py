"""No standing and no importance that is not a number, infinite or endless gets into a weighing."""

from pathlib import Path

import pytest
from decision_aid.content.packs import load_pack
from decision_aid.content.sessions import load_session

from tests.builders import a_pack
from tests.content.small_pack import a_copy, edit, problems_of

NO_NUMBERS = (".nan", "nan", ".inf", "-.inf", "inf", "1e999", "1e300", "-1e300")
PLACES = ("likely: 15", "high: 25", "low: 5", "best: 30", "worst: 0")


@pytest.mark.parametrize("number", NO_NUMBERS)
@pytest.mark.parametrize("place", PLACES)
def test_a_pack_with_a_measure_that_is_no_number_is_refused_with_its_line(
    tmp_path: Path, place: str, number: str
) -> None:
    folder = a_copy(tmp_path)
    key = place.partition(":")[0]
    edit(folder, "evidence.yaml", place, f"{key}: {number}")
    problems = problems_of(lambda: load_pack(folder))
    assert problems
    assert all(one.line >= 1 and one.text.endswith(".") for one in problems)


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_a_session_with_an_importance_that_is_no_number_is_refused_with_its_line(
    tmp_path: Path, number: str
) -> None:
    path = tmp_path / "session.yaml"
    path.write_text(
        "pack: small\nseed: 7\nstarted_on: 2026-11-23\n"
        f"ratings:\n  - {{criterion: help, importance: {number}}}\n",
        "utf-8",
    )
    (problem,) = problems_of(lambda: load_session(path, a_pack()))
    assert problem.line == 5
    assert problem.text.endswith(".")
