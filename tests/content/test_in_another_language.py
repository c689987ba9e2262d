"""Every sentence on what is wrong with a file is told in the language that is spoken."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import get_args

import yaml
from decision_aid.base.errors import InputError, ProblemsError
from decision_aid.content.checks.check import Checked
from decision_aid.content.checks.run import CHECKS, check_pack
from decision_aid.content.clinic import load_clinic
from decision_aid.content.pack_reading import read_pack
from decision_aid.content.packs import load_pack
from decision_aid.content.sessions import load_session, session_pack_id
from decision_aid.content.shape import hints_of
from decision_aid.domain.clinic import Clinic
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session

from tests.builders import TODAY, a_pack
from tests.content.checks.cases import Case
from tests.content.checks.load_cases import LOADING
from tests.content.checks.test_every_check import CASES
from tests.content.hostile_packs import HOSTILE
from tests.content.small_pack import SMALL, a_copy
from tests.content.test_clinic import WHOLE as CLINIC
from tests.content.test_clinic import WRONG as WRONG_CLINICS
from tests.content.test_sessions import EARLIER, WRONG, WRONG_EARLIER
from tests.content.test_sessions import WHOLE as SESSION
from tests.pseudo import pseudo, speaking_pseudo

CHECK = {one.code: one for one in CHECKS}

KEPT = frozenset({"phq", "madrs", "yaml", "utf", "pyyaml", "doi", "pmid", "https", "sure", "mib"})
"""What has one name in every language."""
LIBRARY = re.compile(pseudo("This is not YAML:").strip("[]").split(":")[0])
"""How a sentence begins that goes on with words of libyaml, which knows no other language."""


def not_spoken(text: str) -> list[str]:
    """What was said of a text without asking for its language; names in the file are not."""
    plain = re.sub(r'"[^"]*"?|[\w /.-]*/small/[\w /.-]*', " ", text)
    if LIBRARY.search(plain):
        return []
    words = re.findall(r"[A-Za-z]{2,}", plain)
    return [*_outside(plain).split(), *(one for one in words if one.lower() not in _kept())]


def _outside(text: str) -> str:
    """What stands outside of all brackets: whole sentences are within them."""
    outside, depth = [], 0
    for sign in text:
        depth += (sign == "[") - (sign == "]")
        if not depth and sign != "]":
            outside.append(sign)
    return "".join(outside)


@cache
def _kept() -> frozenset[str]:
    """Keys and words of a file: its author wrote them, and they are the same in every language."""
    found = set(_keys(Pack)) | set(_keys(Session)) | set(_keys(Clinic))
    for file in (*SMALL.glob("*.yaml"), *SMALL.glob("text/*.yaml")):
        found |= set(re.findall(r"[A-Za-z_]+", str(yaml.safe_load(file.read_text("utf-8")))))
    return KEPT | frozenset(part.lower() for one in found for part in {one, *one.split("_")})


def _keys(kind: object) -> Iterator[str]:
    if isinstance(kind, type) and is_dataclass(kind):
        for field in fields(kind):
            yield field.name
            yield from _keys(hints_of(kind)[field.name])
    elif isinstance(kind, str):
        yield kind
    else:
        for one in get_args(kind):
            yield from _keys(one)


def texts_of(call: Callable[[], object]) -> list[str]:
    try:
        call()
    except ProblemsError as error:
        return [one.text for one in error.problems]
    except InputError as error:
        return [str(error)]
    return []


def all_not_spoken(texts: list[str]) -> dict[str, list[str]]:
    assert texts
    return {text: left for text in texts if (left := not_spoken(text))}


def told_of(case: Case, folder: Path) -> list[str]:
    check = CHECK.get(case.code)
    if check is None:
        return texts_of(lambda: read_pack(folder))
    return [sentence for _place, sentence in check.run(Checked(read_pack(folder), TODAY))]


def test_a_text_that_was_forgotten_is_noticed() -> None:
    with speaking_pseudo():
        assert not_spoken("The pack has no option.")
        assert not_spoken("[Þĥé þäçķ] and more")
        assert not_spoken("[ŕüļé šĥöüļđ ßé a whole number]")


def test_a_finding_of_every_kind_is_spoken(tmp_path: Path) -> None:
    cases = {one.code: one for one in (*CASES, *LOADING)}.values()
    with speaking_pseudo():
        told = [told_of(one, one.written(tmp_path / str(at))) for at, one in enumerate(cases)]
    assert all(told)
    assert all_not_spoken([text for one in told for text in one]) == {}


def test_what_is_refused_of_a_hostile_pack_is_spoken(tmp_path: Path) -> None:
    texts: list[str] = []
    with speaking_pseudo():
        for at, hostile in enumerate({one.words: one for one in HOSTILE}.values()):
            (tmp_path / str(at)).mkdir()
            folder = a_copy(tmp_path / str(at))
            hostile.attack(folder)
            texts += [one.problem.text for one in check_pack(folder, today=TODAY)]
    assert all_not_spoken(texts) == {}


def test_what_is_wrong_with_a_session_is_spoken(tmp_path: Path) -> None:
    path, texts = tmp_path / "session.yaml", list[str]()
    wrong = [SESSION.replace(old, new) for old, new, *_words in WRONG.values()]
    wrong += [SESSION + EARLIER.replace(old, new) for old, new, *_words in WRONG_EARLIER.values()]
    with speaking_pseudo():
        texts += texts_of(lambda: load_session(tmp_path / "none.yaml", a_pack()))
        for content in (*wrong, "- a\n", "~\n", "sure: [yes]\n"):
            path.write_text(content, "utf-8")
            texts += texts_of(lambda: load_session(path, a_pack()))
        texts += texts_of(lambda: session_pack_id(path))
    assert all_not_spoken(texts) == {}


def test_what_is_wrong_with_a_clinics_file_is_spoken(tmp_path: Path) -> None:
    path, texts = tmp_path / "clinic.yaml", list[str]()
    with speaking_pseudo():
        for old, new, *_words in WRONG_CLINICS.values():
            path.write_text(CLINIC.replace(old, new, 1), "utf-8")
            texts += texts_of(lambda: load_clinic(path, a_pack(), today=TODAY))
    assert all_not_spoken(texts) == {}


def test_a_pack_that_is_not_there_is_told_of_in_the_language_spoken(tmp_path: Path) -> None:
    with speaking_pseudo():
        texts = texts_of(lambda: load_pack(tmp_path / "nowhere"))
        texts += texts_of(lambda: load_pack("depression", "../es"))
    assert [text[0] for text in texts] == ["[", "["]
