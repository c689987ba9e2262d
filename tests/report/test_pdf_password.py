"""A PDF behind a password opens with it alone, and is what it was."""

import subprocess
from pathlib import Path

import pytest
from decision_aid.report.pdf_password import locked
from pypdfium2 import PdfDocument, PdfiumError

from tests.report.printing import EXAMPLES, pages, printed


@pytest.fixture
def plain() -> bytes:
    return printed(EXAMPLES[0], "letter")


@pytest.mark.parametrize("password", ["a", "Korn blume 7", "ñandú–Straße", "x" * 127])
def test_it_opens_with_its_password_and_reads_as_before(
    password: str, plain: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(locked(plain, password))
    with PdfDocument(file, password=password) as document:
        read = [page.get_textpage().get_text_bounded() for page in document]
    assert read == pages(plain)
    told = subprocess.run(
        ["qpdf", f"--password={password}", "--show-encryption", "--check", file],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert "R = 6" in told
    assert "stream encryption method: AESv3" in told
    assert "No syntax or stream encoding errors found" in told


@pytest.mark.parametrize("guess", [None, "", "Kornblume 7", "korn blume 7"])
def test_it_opens_with_no_other(guess: str | None, plain: bytes) -> None:
    with pytest.raises(PdfiumError):
        PdfDocument(locked(plain, "Korn blume 7"), password=guess)


def test_nothing_in_the_file_reads_without_it(plain: bytes) -> None:
    data = locked(plain, "Korn blume 7")
    assert b"choosing a treatment" in plain
    assert b"choosing a treatment" not in data
    assert b"Korn blume 7" not in data


def test_it_is_still_tagged(plain: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(locked(plain, "secret"))
    told = subprocess.run(
        ["pdfinfo", "-upw", "secret", file], check=True, capture_output=True, text=True
    ).stdout
    assert "Tagged:          yes" in told
