"""Each kind of fault that keeps a pack from loading, told with its own code."""

from pathlib import Path
from typing import get_args

import pytest
from decision_aid.content.checks.run import CHECKS, check_pack
from decision_aid.content.codes import LoadCode

from tests.builders import TODAY
from tests.content.checks.cases import Case
from tests.content.checks.load_cases import LOADING
from tests.content.small_pack import a_copy, edit

ELSEWHERE = {"missing_file", "refused_file", "not_utf8", "option_count", "missing_standing"}
"""Faults that no change of one text brings about; they have tests of their own below."""


def test_every_code_has_a_pack_that_earns_it() -> None:
    assert {case.code for case in LOADING} | ELSEWHERE == set(get_args(LoadCode))


def test_no_code_is_that_of_a_check_too() -> None:
    assert {check.code for check in CHECKS}.isdisjoint(get_args(LoadCode))


@pytest.mark.parametrize("case", LOADING, ids=lambda case: case.code)
def test_a_fault_is_told_with_its_code_and_no_other(tmp_path: Path, case: Case) -> None:
    folder = case.written(tmp_path)
    found = check_pack(folder, today=TODAY)
    told = [(one.code, one.severity, one.problem.file, one.problem.line) for one in found]
    assert told == [case.told(folder)]
    assert case.words in found[0].problem.text


def codes_of(folder: Path) -> list[tuple[str, str]]:
    found = check_pack(folder, today=TODAY)
    return [(one.code, Path(one.problem.file).name) for one in found]


def test_a_file_that_is_missing_refused_or_not_utf_8_is_told(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    (folder / "pack.yaml").unlink()
    (folder / "sources.yaml").write_bytes("title: caf\u00e9".encode("latin-1"))
    (folder / "rules.yaml").unlink()
    (folder / "rules.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (tmp_path / "elsewhere.yaml").write_text("rules: []\n")
    assert codes_of(folder) == [
        ("missing_file", "pack.yaml"),
        ("refused_file", "rules.yaml"),
        ("not_utf8", "sources.yaml"),
    ]


def test_an_option_that_no_criterion_knows_is_told_with_each(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    cells = "cells: [{id: what, text: x}, {id: soon, text: x}]"
    option = f"- {{id: wait, name: W, short: W, summary: W, {cells}}}\n"
    edit(folder, "pack.yaml", "questions:\n", f"{option}questions:\n")
    assert codes_of(folder) == [("missing_standing", "evidence.yaml")] * 3


def test_more_options_than_letters_are_told(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    cells = "cells: [{id: what, text: x}, {id: soon, text: x}]"
    options = "".join(
        f"- {{id: wait{n}, name: W, short: W, summary: W, {cells}}}\n" for n in range(24)
    )
    edit(folder, "pack.yaml", "questions:\n", f"{options}questions:\n")
    assert ("option_count", "pack.yaml") in codes_of(folder)
