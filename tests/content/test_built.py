"""Packs built when the program is installed: the very same pack, or not used at all."""

import marshal
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from decision_aid.base.resources import resources_dir
from decision_aid.content.building import write_built
from decision_aid.content.built import built_file, built_pack, in_bytes
from decision_aid.content.pack_reading import read_pack
from decision_aid.content.packs import load_pack, pack_folder, shipped_packs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_pack
from tests.content.small_pack import a_copy, edit
from tests.pseudo import speaking_pseudo

ROOT = Path(__file__).resolve().parents[2]


def a_built_copy(tmp_path: Path) -> Path:
    folder = a_copy(tmp_path)
    write_built(folder, load_pack(folder))
    return folder


def a_program(tmp_path: Path) -> Path:
    """A copy of what loads packs, with the packs that ship with it, none of them built."""
    for part in ("base", "content", "domain"):
        shutil.copytree(ROOT / "decision_aid" / part, tmp_path / "decision_aid" / part)
    shutil.copy(ROOT / "decision_aid" / "__init__.py", tmp_path / "decision_aid")
    for part in ("packs", "instruments"):
        left_out = shutil.ignore_patterns("built.*")
        shutil.copytree(resources_dir() / part, tmp_path / "resources" / part, ignore=left_out)
    return tmp_path


def run(program: Path, script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=program,
        env={**os.environ, "PYTHONPATH": str(program)},
    )
    return done.stdout.strip()


LOAD = """
import sys
from decision_aid.content.packs import load_pack
assert load_pack("depression").id == "depression"
print([name for name in ("yaml", "pydantic") if name in sys.modules])
"""

BUILD = """
from decision_aid.content.building import build_shipped_packs
print(*build_shipped_packs(), sep="\\n")
"""


@pytest.mark.parametrize("name", shipped_packs())
def test_a_built_pack_is_the_pack_of_its_files(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    shutil.copytree(pack_folder(name)[0], folder)
    pack = read_pack(name).pack
    write_built(folder, pack)
    assert built_pack(folder, "en") == pack


def test_everything_a_pack_can_hold_comes_back_from_a_built_one(tmp_path: Path) -> None:
    assert built_pack(a_built_copy(tmp_path), "en") == a_pack()


@pytest.mark.parametrize("name", ["pack.yaml", "evidence.yaml", "text/en.yaml"])
def test_a_pack_built_from_other_files_is_not_used(tmp_path: Path, name: str) -> None:
    folder = a_built_copy(tmp_path)
    with (folder / name).open("a") as file:
        file.write("# later\n")
    assert built_pack(folder, "en") is None


def test_what_is_built_holds_no_text_of_the_program(tmp_path: Path) -> None:
    built = built_file(a_built_copy(tmp_path), "en").read_bytes()
    with speaking_pseudo():
        folder = pack_folder(tmp_path / "small")[0]
        write_built(folder, read_pack(folder).pack)
    assert built_file(folder, "en").read_bytes() == built


def test_a_pack_built_by_other_checks_is_not_used(tmp_path: Path) -> None:
    folder = a_built_copy(tmp_path)
    built = built_file(folder, "en")
    files, plain = marshal.loads(built.read_bytes()[4:])  # noqa: S302 - written a moment ago
    built.write_bytes(in_bytes({**files, "content/coherence.py": 0}, plain))
    assert built_pack(folder, "en") is None
    built.write_bytes(in_bytes(files, plain))
    assert built_pack(folder, "en") == a_pack()


def test_a_pack_built_in_another_language_is_not_used(tmp_path: Path) -> None:
    assert built_pack(a_built_copy(tmp_path), "es") is None


@pytest.mark.parametrize("content", [b"", b"\xff", b"null", b"[]", b"{}", b"[" * 100_000])
def test_a_file_that_is_no_built_pack_is_not_used(tmp_path: Path, content: bytes) -> None:
    folder = a_built_copy(tmp_path)
    built_file(folder, "en").write_bytes(content)
    assert built_pack(folder, "en") is None


@given(where=st.floats(0, 1, exclude_max=True), new=st.binary(max_size=2))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_changed_byte_never_changes_what_a_built_pack_says(
    tmp_path: Path, where: float, new: bytes
) -> None:
    folder = tmp_path / "small"
    if not folder.exists():
        a_built_copy(tmp_path)
    built = built_file(folder, "en")
    whole = built.read_bytes()
    at = int(where * len(whole))
    built.write_bytes(whole[:at] + new + whole[at + 1 :])
    found = built_pack(folder, "en")
    built.write_bytes(whole)
    assert found in (None, a_pack())


def test_a_built_file_in_a_folder_of_ones_own_is_not_believed(tmp_path: Path) -> None:
    folder = a_built_copy(tmp_path)
    edit(folder, "text/en.yaml", "\ntitle: ", "\ntitle: Not what was built. ")
    write_built(folder, a_pack())
    assert built_pack(folder, "en") == a_pack()
    assert load_pack(folder).title.startswith("Not what was built.")


def test_installing_builds_every_pack_and_a_built_one_needs_no_reader(tmp_path: Path) -> None:
    program = a_program(tmp_path)
    assert run(program, LOAD) == "['yaml', 'pydantic']"
    built = [
        program / "resources" / "packs" / name / "built.en.marshal" for name in shipped_packs()
    ]
    assert [Path(line) for line in run(program, BUILD).splitlines()] == built
    assert run(program, LOAD) == "[]"
    built[0].write_bytes(built[0].read_bytes()[:-1])
    assert run(program, LOAD) == "['yaml', 'pydantic']"
