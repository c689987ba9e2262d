"""A marker word in everything that is kept, then a search of everything that was written."""

import base64
import subprocess
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.journeys.a_visit_that_is_kept import CHOSEN, LAST
from tests.journeys.running import WORK, everything, finish, made_folders, of_ours, start
from tests.journeys.test_nothing_typed_leaks import MARK, places_to_type

TYPED_IN = {
    "kept_list.py",
    "passphrase_lines.py",
    "providers_card.py",
    "recovery_code_page.py",
    "set_up.py",
}
"""Files that make something to type in for kept sessions; the visit types in all of them."""
STORE = "home/.data/decision-aid/sessions.ddx"


CODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def forms(word: str) -> Iterator[bytes]:
    """A word as it might stand somewhere: plain, wide, or as letters for a text."""
    for coding in CODINGS:
        yield word.encode(coding)
    for before in range(3):  # where in a group of three bytes it begins
        shifted = base64.b64encode(bytes(before) + word.encode())
        # Letters that are of the word alone, of six bits each.
        yield shifted[-(-before * 8 // 6) : (before + len(word)) * 8 // 6]
    yield word.encode().hex().encode()


def inflated(data: bytes) -> Iterator[bytes]:
    """The bytes themselves, and whatever in them can be inflated."""
    yield data
    for head in (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda"):
        at = data.find(head)
        while at >= 0:
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(memoryview(data)[at:])
            at = data.find(head, at + 1)


def holds(data: bytes, words: list[str]) -> bool:
    """Whether a word stands in it in any of its forms; plain ones with any capitals."""
    wanted = {form for word in words for form in forms(word)}
    small = {word.lower().encode(coding) for word in words for coding in CODINGS}
    return any(
        any(one in part for one in wanted) or any(one in part.lower() for one in small)
        for part in inflated(data)
    )


def leaks(below: Path, words: list[str], but: Path | None = None) -> list[str]:
    """Files and folders that hold a word in their name or content."""
    found = []
    for name in everything(below):
        path = below / name
        named = any(word.lower() in name.lower() for word in words)
        if path != but and (named or (path.is_file() and holds(path.read_bytes(), words))):
            found.append(name)
    return found


def test_nothing_that_is_kept_is_found_outside_the_seal_even_after_a_crash(
    tmp_path: Path,
) -> None:
    made_folders(tmp_path)
    pdf = tmp_path / WORK / CHOSEN
    pdf.parent.mkdir()
    first = start(tmp_path, "a_visit_that_is_kept")
    assert first.stdout is not None
    code = first.stdout.readline().strip()
    first.kill()
    said, complained = first.communicate()
    assert code, complained
    words = [MARK, *(code.replace(" ", between) for between in (" ", "", "-"))]
    assert (tmp_path / STORE).stat().st_size > 20_000
    assert leaks(tmp_path, words, but=pdf) == []
    assert [said, of_ours(complained)] == ["", []]

    assert finish(start(tmp_path, "a_visit_carried_on", code)) == ""
    assert leaks(tmp_path, words, but=pdf) == []
    assert list((tmp_path / STORE).parent.glob("back-ups/*.ddx"))
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout
    assert MARK.encode() in text, "what was asked for holds it"


def test_every_kind_of_field_for_kept_sessions_is_typed_in() -> None:
    assert {file for file, _, _ in places_to_type(kept=True)} == TYPED_IN


@pytest.mark.parametrize(
    "write",
    [
        lambda word: word.encode(),
        lambda word: word.upper().encode(),
        lambda word: word.encode("utf-16-le"),
        lambda word: base64.b64encode(f"x{word}yz".encode()),
        lambda word: base64.b64encode(f"xy{word}z!".encode()),
        lambda word: word.encode().hex().encode(),
        lambda word: b"....." + zlib.compress(f"a text with {word} in it".encode()),
    ],
)
def test_a_word_that_is_written_plainly_would_be_found(
    tmp_path: Path, write: Callable[[str], bytes]
) -> None:
    (tmp_path / "a.bin").write_bytes(b"\x00\x01" + write(LAST) + b"\xff")
    assert leaks(tmp_path, [MARK]) == ["a.bin"]
    assert leaks(tmp_path, ["not there"]) == []
    (tmp_path / "a.bin").unlink()
    (tmp_path / f"of {MARK}").touch()
    assert leaks(tmp_path, [MARK]) == [f"of {MARK}"]
