"""Loading packs: the small one, broken copies of it, and those that come with the program."""

import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from decision_aid.base.errors import InputError, ProblemsError
from decision_aid.base.resources import resources_dir
from decision_aid.content import pack_reading
from decision_aid.content.packs import load_pack, shipped_packs
from decision_aid.domain.pack import Pack
from decision_aid.domain.plural_forms import PluralForms
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_pack
from tests.content.small_pack import (
    FILES,
    SMALL,
    a_copy,
    edit,
    line_of,
    outcome,
    problems_of,
    told_well,
)


def test_the_small_pack_on_disk_is_the_one_of_the_builders() -> None:
    assert load_pack(SMALL) == a_pack()


@pytest.mark.parametrize("name", shipped_packs())
def test_a_pack_that_comes_with_the_program_loads_under_the_name_of_its_folder(name: str) -> None:
    assert load_pack(name).id == name


def test_the_depression_pack_comes_with_the_program() -> None:
    assert "depression" in shipped_packs()


@pytest.mark.parametrize("where", ["no such pack", "../../etc", Path("/nowhere"), ""])
def test_a_pack_that_is_not_there_is_an_error_with_the_packs_there_are(where: str | Path) -> None:
    with pytest.raises((InputError, ProblemsError)) as caught:
        load_pack(where)
    if not isinstance(caught.value, ProblemsError):
        assert "depression" in str(caught.value)


@pytest.mark.parametrize("language", ["../en", "e", "", "en/../en", "EN"])
def test_a_language_never_leads_out_of_the_folder(language: str) -> None:
    with pytest.raises(InputError, match="BCP 47"):
        load_pack(SMALL, language)


def test_a_language_the_pack_does_not_have_is_a_missing_file() -> None:
    (found,) = problems_of(lambda: load_pack(SMALL, "es"))
    assert found.file.endswith("text/es.yaml")


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_told(tmp_path: Path, name: str) -> None:
    folder = a_copy(tmp_path)
    (folder / name).unlink()
    (found,) = problems_of(lambda: load_pack(folder))
    assert found.file == f"{folder}/{name}"


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_holds_a_list_is_told(tmp_path: Path, name: str) -> None:
    folder = a_copy(tmp_path)
    (folder / name).write_text("- a\n")
    (found,) = problems_of(lambda: load_pack(folder))
    assert "should be a mapping" in found.text


WRONG = {
    "unknown key": ("evidence.yaml", "weeks:", "weaks:", 'Did you mean "weeks"?'),
    "not a whole number": ("sources.yaml", "2020", "soon", 'a whole number, not "soon"'),
    "not a number": ("evidence.yaml", "weeks: 26", "weeks: long", 'a number, not "long"'),
    "not finite": ("evidence.yaml", "weeks: 26", "weeks: .inf", "a number"),
    "not finite spelled": ("evidence.yaml", "weeks: 26", "weeks: inf", "a finite number"),
    "not a word of the list": ("evidence.yaml", "design: randomized", "design: random", '"random"'),
    "not a date": ("pack.yaml", "2026-11-01", "2026-13-01", "a date such as"),
    "not yes or no": ("pack.yaml", "status_quo: true", "status_quo: perhaps", "yes or no"),
    "not a list": ("pack.yaml", "criteria:\n  - help", "criteria: help", 'a list, not "help"'),
    "not a mapping": ("pack.yaml", "questions:\n", "questions:\n- words\n", "a mapping"),
    "nothing where a text is": ("sources.yaml", "title: A book", "title:", "a text"),
    "a rule of the domain": ("evidence.yaml", "count: 46", "count: 146", "146 of 100"),
    "a scale of no width": ("evidence.yaml", "best: 30", "best: 0", "worst and best differ"),
    "two forms": ("evidence.yaml", "    certainty", "    level: good\n    certainty", "has one of"),
}


@pytest.mark.parametrize(("name", "old", "new", "words"), WRONG.values(), ids=WRONG)
def test_a_wrong_value_is_told_in_its_file_with_what_would_be_right(
    tmp_path: Path, name: str, old: str, new: str, words: str
) -> None:
    folder = a_copy(tmp_path)
    edit(folder, name, old, new)
    found = problems_of(lambda: load_pack(folder))
    told = [one for one in found if words in one.text]
    assert told, found
    assert told[0].file == f"{folder}/{name}"


def test_all_problems_are_told_at_once_each_with_its_line(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    edit(folder, "sources.yaml", "year: 2020", "year: soon")
    edit(folder, "evidence.yaml", "weeks: 26", "weaks: 26")
    edit(folder, "pack.yaml", "urgency: clinic", "urgency: later")
    edit(folder, "text/en.yaml", "    event: felt much better\n", "")
    found = problems_of(lambda: load_pack(folder))
    assert [(one.file.removeprefix(f"{folder}/"), one.line) for one in found] == [
        ("evidence.yaml", line_of(folder, "evidence.yaml", "- id: trial")),
        ("evidence.yaml", line_of(folder, "evidence.yaml", "weaks: 26")),
        ("pack.yaml", line_of(folder, "pack.yaml", "urgency: later")),
        ("sources.yaml", line_of(folder, "sources.yaml", "year: soon")),
        ("text/en.yaml", line_of(folder, "text/en.yaml", "better:")),
    ]


def test_a_missing_text_names_the_file_it_belongs_in(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    edit(folder, "text/en.yaml", "    event: felt much better\n", "")
    (found,) = problems_of(lambda: load_pack(folder))
    assert found.text == (
        f'The text "event" is missing in figures / better; add it to {folder}/text/en.yaml.'
    )


def test_a_missing_value_of_the_structure_is_not_sought_in_the_texts(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    edit(folder, "evidence.yaml", "  study: trial\n", "")
    (found,) = problems_of(lambda: load_pack(folder))
    assert found.text == '"study" is missing in figures / better.'


def test_a_long_value_is_not_repeated(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    edit(folder, "sources.yaml", "2020", "long " * 1000)
    (found,) = problems_of(lambda: load_pack(folder))
    assert len(found.text) < 120


TEXTS = {
    "unknown id": ("  pill:\n", "  pil:\n", 'Did you mean "pill"?', "pil:"),
    "a list for a mapping": ("  worse: You feel worse", "  worse: [a]", "is a text or", "worse"),
}


@pytest.mark.parametrize(("old", "new", "words", "at"), TEXTS.values(), ids=TEXTS)
def test_a_text_without_a_place_is_told_in_the_text_file(
    tmp_path: Path, old: str, new: str, words: str, at: str
) -> None:
    folder = a_copy(tmp_path)
    edit(folder, "text/en.yaml", old, new)
    (found,) = (one for one in problems_of(lambda: load_pack(folder)) if words in one.text)
    assert (found.file, found.line) == (
        f"{folder}/text/en.yaml",
        line_of(folder, "text/en.yaml", at),
    )


STRUCTURE = {
    "a mark on a cell": (
        "      soon: How",
        "      soon:\n        no_good_numbers: true\n#",
        "no_g",
    ),
    "corners of a scale": ("      phrase:", "      points: []\n      phrase:", "points"),
    "a source of a card": ("  card:\n", "  card:\n    sources: [book]\n", "sources"),
    "the options of a reason to call": (
        "  worse: You feel worse",
        "  worse: {options: [pill], text: x}",
        "options: [pill]",
    ),
    "a number of a study": ("  trial:\n", "  trial:\n    weeks: 3\n", "weeks"),
    "a whole rule": ("rules:\n", "rules:\n  maoi_2: {severity: tell}\n", "severity"),
}


@pytest.mark.parametrize(("old", "new", "at"), STRUCTURE.values(), ids=STRUCTURE)
def test_a_translation_never_changes_a_number_or_a_rule(
    tmp_path: Path, old: str, new: str, at: str
) -> None:
    folder = a_copy(tmp_path)
    edit(folder, "text/en.yaml", old, new)
    found = [one for one in problems_of(lambda: load_pack(folder)) if "is no text" in one.text]
    line = line_of(folder, "text/en.yaml", at)
    assert [(one.file, one.line) for one in found] == [(f"{folder}/text/en.yaml", line)]


FORMS = {
    "one it does not have": ("few: '{n} few'", '"phrase": "en" has no form "few"', "few:"),
    "a slip": ("ohter: '{n}'", 'Did you mean "other"?', "ohter:"),
    "the number left out": ("one: one more", "has {n} where the number goes", "phrase:"),
    "nothing": ("one:", "a text", "one:"),
    "a list": ("one: [a]", "a text", "one:"),
}


@pytest.mark.parametrize(("form", "words", "at"), FORMS.values(), ids=FORMS)
def test_a_text_with_a_number_has_the_forms_of_its_language_only(
    tmp_path: Path, form: str, words: str, at: str
) -> None:
    folder = a_copy(tmp_path)
    forms = f"phrase:\n        {form}\n        other: '{{n}} more of 100'\n"
    edit(folder, "text/en.yaml", "phrase: '{n} more of 100'\n", forms)
    (found,) = problems_of(lambda: load_pack(folder))
    assert words in found.text
    line = line_of(folder, "text/en.yaml", at)
    assert (found.file, found.line) == (f"{folder}/text/en.yaml", line)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("phrase: {one: '{n} of 100'}", '"phrase": the form "other" is missing.'),
        ("phrase: ['{n}']", '"phrase" is a text, or a mapping'),
        ("phrase: of 100", "has {n} where the number goes"),
        ("difference: {many: '{n}', other: '{n}'}", '"difference": "en" has no form "many"'),
    ],
)
def test_what_is_no_text_with_a_number_is_told_with_its_line(
    tmp_path: Path, phrase: str, words: str
) -> None:
    folder = a_copy(tmp_path)
    kept = "" if phrase.startswith("phrase") else "phrase: '{n} more of 100'\n      "
    edit(folder, "text/en.yaml", "phrase: '{n} more of 100'\n", f"{kept}{phrase}\n")
    found = problems_of(lambda: load_pack(folder))
    assert any(words in one.text for one in found)
    line = line_of(folder, "text/en.yaml", phrase)
    assert {(one.file, one.line) for one in found} == {(f"{folder}/text/en.yaml", line)}


def test_a_text_with_a_number_may_be_one_text_or_all_the_forms_of_its_language(
    tmp_path: Path,
) -> None:
    folder = a_copy(tmp_path)
    edit(folder, "text/en.yaml", "language: en", "language: pl")
    edit(
        folder,
        "text/en.yaml",
        "phrase: '{n} more of 100'\n",
        "phrase: {one: '{n} a', few: '{n} b', many: '{n} c', other: '{n} d'}\n"
        "      difference: '{n} e'\n",
    )
    (folder / "text/en.yaml").rename(folder / "text/pl.yaml")
    scale = load_pack(folder, "pl").criteria[0].scale
    assert scale is not None
    assert scale.phrase == PluralForms(one="{n} a", few="{n} b", many="{n} c", other="{n} d")
    assert scale.difference == PluralForms(other="{n} e")


def test_a_key_in_two_files_is_told_where_it_stands_second(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    with (folder / "rules.yaml").open("a") as file:
        file.write("sources: []\n")
    (found,) = problems_of(lambda: load_pack(folder))
    assert found.file == f"{folder}/rules.yaml"
    assert f"{folder}/sources.yaml" in found.text


def test_the_texts_of_a_pack_are_in_the_language_of_their_file(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    edit(folder, "text/en.yaml", "language: en", "language: es")
    (found,) = problems_of(lambda: load_pack(folder))
    assert "language" in found.text


def test_instruments_are_put_in_place_and_one_whose_folder_is_gone_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, resources = a_copy(tmp_path), tmp_path / "resources"
    copytree(resources_dir() / "instruments" / "phq9", resources / "instruments" / "phq9")
    monkeypatch.setattr(pack_reading, "resources_dir", lambda: resources)
    with (folder / "pack.yaml").open("a") as file:
        file.write("instruments: [phq9, sure]\n")
    assert [one.id for one in load_pack(folder).instruments] == ["phq9"]


def test_a_mistyped_instrument_is_told_and_not_left_out(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    with (folder / "pack.yaml").open("a") as file:
        file.write("instruments: [phq10]\n")
    (found,) = problems_of(lambda: load_pack(folder))
    assert found.text == 'There is no instrument "phq10". Did you mean "phq9"?'


@pytest.mark.parametrize("name", ["../phq9", "[a]", "''"])
def test_an_instrument_never_leads_out_of_its_folder(tmp_path: Path, name: str) -> None:
    folder = a_copy(tmp_path)
    with (folder / "pack.yaml").open("a") as file:
        file.write(f"instruments: [{name}]\n")
    (found,) = problems_of(lambda: load_pack(folder))
    assert "named by its id" in found.text


@given(
    name=st.sampled_from(FILES),
    where=st.floats(0, 1, exclude_max=True),
    new=st.sampled_from("-:[]{}&*!|>'\"%# \n\t\\0a~\u202e\x00") | st.characters(codec="utf-8"),
)
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_one_changed_character_gives_a_pack_or_problems_and_nothing_else(
    tmp_path: Path, name: str, where: float, new: str
) -> None:
    folder = tmp_path / "small"
    if not folder.exists():
        a_copy(tmp_path)
    content = (SMALL / name).read_text("utf-8")
    at = int(where * len(content))
    (folder / name).write_text(content[:at] + new + content[at + 1 :], "utf-8", newline="")
    found = outcome(lambda: load_pack(folder))
    (folder / name).write_text(content, "utf-8")
    assert isinstance(found, Pack | ProblemsError)
    assert isinstance(found, Pack) or told_well(found)


def test_loading_a_pack_brings_in_no_window_no_paper_and_no_numbers() -> None:
    heavy = "{'numpy', 'reportlab', 'PySide6'}"
    script = (
        "import sys; import decision_aid.content.packs; "
        "assert 'pydantic' not in sys.modules; "
        f"decision_aid.content.packs.load_pack({str(SMALL)!r}); "
        f"assert not {heavy} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
