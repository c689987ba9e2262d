"""The command line in the language nobody speaks: help, errors, and what its commands print."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from decision_aid.base import language
from decision_aid.cli import run
from decision_aid.content.packs import load_pack
from decision_aid.content.sessions import load_session

from tests.content.small_pack import SMALL, edit
from tests.content.test_clinic import WHOLE as CLINIC
from tests.content.test_sessions import WHOLE
from tests.pseudo import CODE, pseudo, speaking_pseudo, typed_in, untranslated

COMMANDS = ("summary", "weigh", "check", "ipdas", "schema", "clinic")
NAMED = re.compile(
    r"decision-aid|--?[a-z-]+|\b(?:summary|weigh|check|ipdas|schema|clinic|pack|session|letter|a4|N)"
    r"\b|PDF|JSON|IPDASi v4\.0|/\S+"
)
"""What is typed as it stands, in every language."""
HASH = r"[0-9a-f]{16}"


@pytest.fixture(autouse=True)
def _spoken() -> Iterator[None]:
    with speaking_pseudo():
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small pack with its texts in that language beside the English ones."""
    made = tmp_path / "small"
    shutil.copytree(SMALL, made)
    texts = yaml.safe_load((SMALL / "text" / "en.yaml").read_text("utf-8"))
    spoken = {**_translated(texts), "language": CODE, "names": []}
    (made / "text" / f"{CODE}.yaml").write_text(yaml.safe_dump(spoken, allow_unicode=True), "utf-8")
    (tmp_path / "session.yaml").write_text(WHOLE, "utf-8")
    (tmp_path / "clinic.yaml").write_text(CLINIC, "utf-8")
    return made


def _translated(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _translated(one) for key, one in tree.items()}
    if isinstance(tree, list):
        return [_translated(one) for one in tree]
    return pseudo(str(tree))


def said(*words: str | Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    try:
        code = run([str(word) for word in words])
    except SystemExit as left:
        code = int(left.code or 0)
    told = capsys.readouterr()
    return code, told.out, told.err


def not_spoken(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]{2,}", NAMED.sub(" ", text))


@pytest.mark.parametrize("words", [(), *((one,) for one in COMMANDS)])
def test_all_help_is_spoken(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(*words, "--help", capsys=capsys)
    assert (err, code) == ("", 0)
    assert pseudo("options") in out
    assert not_spoken(out) == []


@pytest.mark.parametrize(
    "words",
    [
        ("wiegh",),
        ("summary",),
        ("summary", "x.yaml"),
        ("summary", "x.yaml", "--text", "--note"),
        ("summary", "x.yaml", "-o"),
        ("summary", "x.yaml", "--text", "--pa"),
        ("summary", "x.yaml", "--text=1"),
        ("weigh", "x.yaml", "--json", "--draws", "0"),
        ("schema", "recipe"),
        ("check", ".", "again"),
    ],
    ids=" ".join,
)
def test_what_is_wrong_with_the_words_given_is_spoken(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(*words, capsys=capsys)
    assert (code, out) == (1, "")
    assert not_spoken(re.sub(r"'wiegh'|'recipe'|x\.yaml|again", " ", err)) == []


@pytest.mark.parametrize(
    "words",
    [
        ("weigh", "/nowhere.yaml", "--json"),
        ("summary", "/nowhere.yaml", "--text"),
        ("summary", "/nowhere.yaml", "--text", "--password"),
        ("summary", "/nowhere.yaml", "-o", "/nowhere.pdf", "--password-file", "/nowhere"),
        ("clinic", "/nowhere.yaml", "--pack", str(SMALL)),
    ],
    ids=" ".join,
)
def test_a_file_that_is_not_there_is_told_of_in_the_language_spoken(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(*words, capsys=capsys)
    assert (code, out) == (1, "")
    english = words[0] == "clinic"  # its pack has no texts in that language
    assert (not_spoken(err) == []) is not english


@pytest.mark.parametrize("kind", ["--text", "--note"])
def test_what_a_session_prints_is_spoken(
    folder: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    extra = ("--options", "--sums", "--ipdas", "--handover") if kind == "--text" else ()
    session = folder.parent / "session.yaml"
    code, out, err = said("summary", session, "--pack", folder, kind, *extra, capsys=capsys)
    assert (err, code) == ("", 0)
    pack = load_pack(folder, CODE)
    typed = (*typed_in(load_session(session, pack)), "stopped", "mg")
    assert untranslated(re.sub(HASH, " ", out), pack, typed=typed) == []


def test_how_a_pack_measures_up_is_spoken(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said("ipdas", folder, capsys=capsys)
    assert (err, code) == ("", 0)
    assert not_spoken(re.sub(r"\bNone\b", " ", out)) == []


def test_what_the_check_counts_is_spoken(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = said("check", folder, capsys=capsys)
    assert code == 0
    assert not_spoken(re.sub(r"small|\w+ \(\S+\)|\(\w+\)|" + HASH, " ", out)) == []


def test_what_the_check_of_a_clinics_file_counts_is_spoken(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said("clinic", folder.parent / "clinic.yaml", "--pack", folder, capsys=capsys)
    assert (err, code) == ("", 0)
    assert not_spoken(out) == ["Example", "Clinic"]


def test_a_pack_without_texts_in_that_language_is_told_in_english_with_all_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = said("ipdas", capsys=capsys)
    assert (code, err, language.spoken()) == (0, "", "en")
    assert "Self-assessed against IPDASi v4.0" in out


def test_a_fault_in_its_texts_is_told_once_and_all_else_is_english(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(folder, f"text/{CODE}.yaml", f"language: {CODE}", f"language: {CODE}\nunknown: 1")
    code, out, err = said("ipdas", folder, capsys=capsys)
    assert (code, language.spoken()) == (0, "en")
    assert "Self-assessed against IPDASi v4.0" in out
    assert err.startswith("Русский cannot be spoken now: its texts have a fault. ")
    assert err.count("\n") == 1


def test_a_fault_in_english_itself_is_told_and_nothing_is_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(folder, "pack.yaml", "id: ", "unknown: 1\nid: ")
    code, out, err = said("ipdas", folder, capsys=capsys)
    assert (code, out) == (1, "")
    assert "pack.yaml:" in err
