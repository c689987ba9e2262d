"""What a built pack rests on, and that the check of a pack tells where it says something else."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from decision_aid.base.resources import resources_dir
from decision_aid.content.building import plain_data, write_built
from decision_aid.content.built import built_file, built_pack, fingerprints, in_bytes
from decision_aid.content.checks.as_built import built_findings
from decision_aid.content.pack_reading import read_pack

from tests.content.small_pack import edit
from tests.content.test_built import BUILD, ROOT, a_built_copy, a_program, run

READ_AND_TELL_MODULES = """
import sys
from decision_aid.content import building
from decision_aid.content.pack_reading import read_pack
read_pack("depression")
print(*(name.partition(".")[2] for name in sys.modules if name.startswith("decision_aid.")))
"""

WITHOUT_ROOM = """
import resource, sys
from pathlib import Path
from decision_aid.content.built import built_pack
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
print(built_pack(Path(sys.argv[1]), "en"))
"""

FORGE_AND_CHECK = """
import marshal
from datetime import date
from decision_aid.content import built
from decision_aid.content.checks.run import check_pack
from decision_aid.content.packs import load_pack, pack_folder
folder = pack_folder("depression")[0]
print([one.code for one in check_pack("depression", today=date(2026, 11, 23))])
file = built.built_file(folder, "en")
files, plain = marshal.loads(file.read_bytes()[4:])
plain["title"] = "Forged"
file.write_bytes(built.in_bytes(files, plain))
print(load_pack("depression").title)
print([one.code for one in check_pack("depression", today=date(2026, 11, 23))])
"""


def codes(folder: Path) -> list[str]:
    return [one.code for one in built_findings(read_pack(folder))]


def forge(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change what was built, with every checksum right, as whoever may write it can."""
    plain = plain_data(read_pack(folder).pack)
    change(plain)
    built_file(folder, "en").write_bytes(in_bytes(fingerprints(folder, "en"), plain))


def test_everything_that_reads_a_pack_is_among_what_a_built_one_rests_on(tmp_path: Path) -> None:
    done = [sys.executable, "-c", READ_AND_TELL_MODULES]
    loaded = subprocess.run(done, capture_output=True, text=True, check=True).stdout.split()
    modules = {one.replace(".", "/") + ".py" for one in loaded if "." in one}
    assert len(modules) > 30
    assert modules <= set(fingerprints(a_built_copy(tmp_path), "en"))


def test_a_built_pack_that_asks_for_more_room_than_there_is_is_not_used(tmp_path: Path) -> None:
    folder = a_built_copy(tmp_path)
    body = b"s\xff\xff\xff\x7f"  # a text of 2 GiB
    built_file(folder, "en").write_bytes(crc32(body).to_bytes(4, "big") + body)
    words = [sys.executable, "-c", WITHOUT_ROOM, str(folder)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("None\n", "")


def test_nothing_is_told_of_what_was_built_of_these_files(tmp_path: Path) -> None:
    folder = a_built_copy(tmp_path)
    assert codes(folder) == []
    built_file(folder, "en").unlink()
    assert codes(folder) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.update(title="Forged"),
        lambda plain: plain["crisis"]["contacts"][0].update(number="000"),
    ],
)
def test_what_is_believed_and_says_something_else_is_an_error(
    tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    folder = a_built_copy(tmp_path)
    forge(folder, change)
    assert built_pack(folder, "en") is not None
    assert codes(folder) == ["built_otherwise"]


def test_what_was_built_before_an_edit_is_a_warning(tmp_path: Path) -> None:
    folder = a_built_copy(tmp_path)
    edit(folder, "text/en.yaml", "\ntitle: ", "\ntitle: Later. ")
    assert codes(folder) == ["built_before"]
    write_built(folder, read_pack(folder).pack)
    assert codes(folder) == []
    built_file(folder, "en").write_bytes(b"damaged")
    assert codes(folder) == ["built_before"]


def test_the_check_of_a_pack_that_ships_tells_where_what_is_shown_was_changed(
    tmp_path: Path,
) -> None:
    program = a_program(tmp_path)
    for part in ("workspace", "weighing"):  # the checks know of them, the packs do not
        shutil.copytree(ROOT / "decision_aid" / part, program / "decision_aid" / part)
    shutil.copytree(resources_dir() / "reading", program / "resources" / "reading")
    run(program, BUILD)
    assert run(program, FORGE_AND_CHECK).splitlines() == ["[]", "Forged", "['built_otherwise']"]
