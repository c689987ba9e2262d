"""What `check` tells: errors of loading, and each warning on a pack that earns it."""

from datetime import date
from pathlib import Path

import pytest
from decision_aid.base.errors import InputError
from decision_aid.content.checks.check import Check
from decision_aid.content.checks.run import CHECKS, check_pack
from decision_aid.content.packs import shipped_packs

from tests.builders import TODAY
from tests.content.small_pack import SMALL, a_copy, edit, line_of

UNUSED = "- {id: second, authors: B, year: 2021, title: Another, where: A press}\n"

# file, what stands there, what is put there instead, the warning's place
EARNED = {
    "review_overdue": ("pack.yaml", "next_review: 2027-05-01", "next_review: 2026-11-22", None),
    "crisis_unchecked": ("pack.yaml", "checked_on: 2026-11-23", "checked_on: 2026-05-01", None),
    "unused_source": ("sources.yaml", "sources:\n", f"sources:\n{UNUSED}", "second"),
    "unused_figure": (
        "pack.yaml",
        "  headline_figures:\n  - better\n",
        "",
        None,
    ),
    "loaded_word": ("text/en.yaml", "It may stay.", "Unfortunately it may stay.", "Unfortunately"),
}


def test_the_small_pack_earns_no_word() -> None:
    assert check_pack(SMALL, today=TODAY) == ()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_check_tells_of_a_pack_that_earns_it(tmp_path: Path, check: Check) -> None:
    name, old, new, at = EARNED[check.code]
    folder = a_copy(tmp_path)
    edit(folder, name, old, new)
    if check.code == "unused_figure":
        edit(folder, name, old, new)
        name, at = "evidence.yaml", "- id: better"
    (found,) = check_pack(folder, today=TODAY)
    assert (found.code, found.severity) == (check.code, check.severity)
    place = (f"{folder}/{name}", line_of(folder, name, at or new))
    assert (found.problem.file, found.problem.line) == place


@pytest.mark.parametrize(
    "words",
    ["A breakthrough", "It is proven", "all-natural", "a MIRACLE", "It is safe and effective"],
)
def test_a_loaded_word_is_found_in_any_text(tmp_path: Path, words: str) -> None:
    folder = a_copy(tmp_path)
    edit(folder, "text/en.yaml", "pill summary", words)
    assert [one.code for one in check_pack(folder, today=TODAY)] == ["loaded_word"]


def test_a_word_within_another_is_not_loaded(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    edit(folder, "text/en.yaml", "pill summary", "Improvenly unnaturally")
    assert check_pack(folder, today=TODAY) == ()


def test_what_keeps_a_pack_from_loading_is_an_error_with_its_place(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    edit(folder, "sources.yaml", "2020", "soon")
    (found,) = check_pack(folder, today=TODAY)
    assert found.severity == "error"
    assert str(found).startswith(f"{folder}/sources.yaml:4: error load: ")


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        check_pack(tmp_path / "none", today=TODAY)


@pytest.mark.parametrize("name", shipped_packs())
def test_a_pack_that_comes_with_the_program_has_no_errors(name: str) -> None:
    found = check_pack(name, today=date(2026, 11, 23))
    assert [one for one in found if one.severity == "error"] == []
