"""What `check` tells of a pack as a whole."""

from datetime import date
from pathlib import Path

import pytest
from decision_aid.base.errors import InputError
from decision_aid.content.checks.run import check_pack
from decision_aid.content.packs import shipped_packs
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY
from tests.content.small_pack import FILES, SMALL, a_copy, edit


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
    assert str(found).startswith(f"{folder}/sources.yaml:4: error wrong_type: ")


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        check_pack(tmp_path / "none", today=TODAY)


@pytest.mark.parametrize("name", shipped_packs())
def test_a_pack_that_comes_with_the_program_has_no_errors(name: str) -> None:
    found = check_pack(name, today=date(2026, 11, 23))
    assert [one for one in found if one.severity == "error"] == []


@pytest.fixture(scope="module")
def mutated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_copy(tmp_path_factory.mktemp("mutated"))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_one_changed_character_gives_findings_and_never_an_error_of_ours(
    mutated: Path, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(FILES))
    sound = (SMALL / name).read_text("utf-8")
    at = data.draw(st.integers(0, len(sound) - 1))
    put = data.draw(st.sampled_from(["", "1", " of 100", "-", "x", "\n", "%", "[", "é", "'"]))
    (mutated / name).write_text(f"{sound[:at]}{put}{sound[at + 1 :]}", "utf-8")
    try:
        found = check_pack(mutated, today=TODAY)
    finally:
        (mutated / name).write_text(sound, "utf-8")
    assert all(one.code and one.problem.line >= 1 for one in found)
    assert all(one.problem.text.endswith((".", "?")) for one in found)
