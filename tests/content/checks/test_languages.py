"""A pack in several languages: each is checked, and what is equal in all is told once."""

import shutil
from pathlib import Path

from decision_aid.content.checks.run import check_pack, report
from decision_aid.content.languages import MOST_LANGUAGES, languages

from tests.builders import TODAY
from tests.content.small_pack import a_copy, edit, line_of


def in_spanish_too(tmp_path: Path) -> Path:
    folder = a_copy(tmp_path)
    shutil.copy(folder / "text/en.yaml", folder / "text/es.yaml")
    edit(folder, "text/es.yaml", "language: en", "language: es")
    return folder


def test_a_sound_translation_earns_no_word(tmp_path: Path) -> None:
    folder = in_spanish_too(tmp_path)
    told = report(folder, today=TODAY)
    assert told.findings == ()
    assert [read.pack.language for read in told.read] == ["en", "es"]


def test_a_text_missing_in_a_translation_is_told_in_its_file(tmp_path: Path) -> None:
    folder = in_spanish_too(tmp_path)
    edit(folder, "text/es.yaml", "    event: felt much better\n", "")
    (found,) = check_pack(folder, today=TODAY)
    place = (f"{folder}/text/es.yaml", line_of(folder, "text/es.yaml", "better:"))
    assert (found.code, found.severity) == ("missing_text", "error")
    assert (found.problem.file, found.problem.line) == place


def test_a_questionnaire_that_is_not_there_hides_no_other_fault(tmp_path: Path) -> None:
    folder = in_spanish_too(tmp_path)
    edit(folder, "pack.yaml", "crisis:\n", "instruments: [sure]\ncrisis:\n")
    edit(folder, "text/es.yaml", "    event: felt much better\n", "")
    found = [(one.code, one.problem.file) for one in check_pack(folder, today=TODAY)]
    assert ("missing_file", "instruments/sure/es.yaml") in found
    assert ("missing_text", f"{folder}/text/es.yaml") in found


def test_a_number_mistyped_in_a_translation_is_told_in_its_file(tmp_path: Path) -> None:
    folder = in_spanish_too(tmp_path)
    edit(folder, "text/es.yaml", "Most people in the study", "64 de cada 100 en el estudio")
    (found,) = check_pack(folder, today=TODAY)
    assert (found.code, Path(found.problem.file).name) == ("unproved_number", "es.yaml")


def test_the_other_of_two_groups_is_seen_in_a_translation_too(tmp_path: Path) -> None:
    folder = in_spanish_too(tmp_path)
    for name in ("text/en.yaml", "text/es.yaml"):
        edit(folder, name, "soon: How soon stay is", "soon: It was 46 of 100, against 22 without.")
    edit(folder, "pack.yaml", "  - id: soon\n", "  - id: soon\n    figures: [better]\n")
    edit(folder, "text/es.yaml", "46 of 100, against 22 without", "46 de 100, frente a 22 sin")
    assert "lone_number" not in {one.code for one in check_pack(folder, today=TODAY)}
    edit(folder, "text/es.yaml", "frente a 22 sin", "y no m\u00e1s")
    found = check_pack(folder, today=TODAY)
    assert ("lone_number", "es.yaml") in {(one.code, Path(one.problem.file).name) for one in found}


def test_what_is_equal_in_all_languages_is_told_once(tmp_path: Path) -> None:
    folder = in_spanish_too(tmp_path)
    edit(folder, "sources.yaml", "year: 2020", "year: 1066")
    assert [one.code for one in check_pack(folder, today=TODAY)] == ["odd_year"]
    edit(folder, "sources.yaml", "year: 1066", "year: soon")
    assert [one.code for one in check_pack(folder, today=TODAY)] == ["wrong_type"]


def test_a_pack_without_english_is_told_that_the_program_opens_in_it(tmp_path: Path) -> None:
    folder = in_spanish_too(tmp_path)
    (folder / "text/en.yaml").unlink()
    (found,) = check_pack(folder, today=TODAY)
    assert (found.code, Path(found.problem.file).name) == ("missing_file", "en.yaml")


def test_no_more_languages_are_read_than_a_pack_can_have(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    for number in range(MOST_LANGUAGES):
        (folder / f"text/a{chr(97 + number)}.yaml").write_text("")
    assert len(languages(folder)) == MOST_LANGUAGES
    codes = [one.code for one in check_pack(folder, today=TODAY)]
    assert codes.count("unread_file") == 1


def test_what_lies_beside_the_files_of_a_pack_is_told_of_and_never_opened(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    (folder / "images").symlink_to("/nowhere/at/all")
    (folder / "forever").symlink_to("/dev/zero")
    (folder / "\x1b[2J\udcff").write_text("")
    (folder / "LICENSE").write_text("Free.")
    (folder / "text" / "old").mkdir()
    found = check_pack(folder, today=TODAY)
    assert [(one.code, one.problem.file) for one in found] == [
        ("unread_file", f"{folder}/?[2J?"),
        ("unread_file", f"{folder}/forever"),
        ("unread_file", f"{folder}/images"),
        ("unread_file", f"{folder}/text/old"),
    ]
