"""One broken character anywhere in a pack is told as a finding, with its file and line."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from decision_aid.content.checks.run import check_pack
from decision_aid.content.packs import pack_folder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import TODAY
from tests.content.small_pack import FILES, SMALL

SHIPPED_PACKS = int(os.environ.get("DECISION_AID_FUZZ", "0"))
"""How many broken copies of the shipped pack are checked; none unless it is asked for."""
PACKS = SHIPPED_PACKS or 120

Change = Callable[[bytes], bytes]

ODD = st.sampled_from(
    [
        *":-#&*!|>%@`\"'{}[]?,~ \t\n\r",
        *(": ", "- ", "<<: ", "? ", "---\n", "...\n", "\n\n", "{n}", "!!float ", "&a ", "*a"),
        *("nan", "-1", "0", "1e999", "null", "''", "[]", "{}", "yes", "1.5", "2026-13-40", ".."),
        *("9" * 400, "é", "\u202e", "\0", "\ufeff", "😀", "17 of 100 ", "only 3 of 4 ", "e.g. "),
    ]
).map(lambda text: text.encode("utf-8"))
PIECE = ODD | st.binary(min_size=1, max_size=3) | st.text(min_size=1, max_size=3).map(str.encode)
SHARE = st.floats(0, 1, exclude_max=True)
"""How far into a file something is changed."""


def replaced(share: float, piece: bytes, length: int) -> Change:
    """Puts a piece in place of so many bytes; of none: inserts it."""

    def change(content: bytes) -> bytes:
        at = int(share * len(content))
        return content[:at] + piece + content[at + length :]

    return change


def a_value_replaced(share: float, piece: bytes) -> Change:
    """Puts a piece in place of what stands behind a key."""

    def change(content: bytes) -> bytes:
        lines = content.split(b"\n")
        at = int(share * len(lines))
        key, colon, _ = lines[at].partition(b": ")
        lines[at] = key + colon + piece
        return b"\n".join(lines)

    return change


def lines_moved(share: float, other: float, count: int) -> Change:
    """Puts a line where another one is so many times: none is a line lost, two is one doubled."""

    def change(content: bytes) -> bytes:
        lines = content.split(b"\n")
        line = lines.pop(int(share * len(lines)))
        at = int(other * (len(lines) + 1)) if count == 1 else int(share * (len(lines) + 1))
        lines[at:at] = [line] * count
        return b"\n".join(lines)

    return change


CHANGES = st.one_of(
    st.builds(replaced, SHARE, PIECE, st.integers(0, 3)),
    st.builds(replaced, SHARE, st.just(b""), st.integers(1, 3)),
    st.builds(a_value_replaced, SHARE, PIECE),
    st.builds(lines_moved, SHARE, SHARE, st.integers(0, 2)),
)
BROKEN = st.lists(CHANGES, min_size=1, max_size=3)
FUZZING = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)


def told_well(folder: Path, name: str, changes: list[Change]) -> bool:
    """Whether all that is said of a broken pack has a file, a line and a sentence."""
    path = folder / name
    whole = path.read_bytes()
    broken = whole
    for change in changes:
        broken = change(broken)
    path.write_bytes(broken)
    try:
        found = check_pack(folder, today=TODAY)
    finally:
        path.write_bytes(whole)
    return all(
        one.problem.file.startswith(f"{folder}")
        and one.problem.line >= 1
        and one.problem.text.endswith((".", "?"))
        and one.code
        for one in found
    )


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("fuzz") / "small"))


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fuzz") / "depression"
    return Path(shutil.copytree(pack_folder("depression")[0], folder))


@pytest.mark.parametrize("name", FILES)
@settings(FUZZING, max_examples=PACKS // len(FILES) + 1)
@given(changes=BROKEN)
def test_a_broken_small_pack_is_told_of_and_never_crashes(
    small: Path, name: str, changes: list[Change]
) -> None:
    assert told_well(small, name, changes)


@pytest.mark.skipif(not SHIPPED_PACKS, reason="DECISION_AID_FUZZ=2000 runs it; it takes minutes")
@pytest.mark.parametrize("name", FILES)
@settings(FUZZING, max_examples=SHIPPED_PACKS // len(FILES) + 1)
@given(changes=BROKEN)
def test_a_broken_shipped_pack_is_told_of_and_never_crashes(
    shipped: Path, name: str, changes: list[Change]
) -> None:
    assert told_well(shipped, name, changes)
