"""A PDF takes the place of a PDF, and of nothing else."""

from pathlib import Path

import pytest
from decision_aid.base.errors import InputError
from decision_aid.report import pdf_file
from decision_aid.report.pdf_file import NO_PDF
from decision_aid.report.pdf_password import NONE_GIVEN

A_PDF = b"%PDF-1.4 and so on"


@pytest.mark.parametrize("there", [b"", A_PDF, b"%PDF-1.7 an older one"])
def test_an_older_pdf_or_an_empty_file_is_replaced(there: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(there)
    pdf_file.save(path, A_PDF)
    assert path.read_bytes() == A_PDF


@pytest.mark.parametrize("there", [b"pack: depression\nseed: 7\n", b"%PD", b"\x89PNG"])
def test_a_file_that_is_no_pdf_stays_as_it_is(there: bytes, tmp_path: Path) -> None:
    path, link = tmp_path / "session.yaml", tmp_path / "link.pdf"
    path.write_bytes(there)
    link.symlink_to(path)
    for target in (path, link):
        with pytest.raises(InputError) as raised:
            pdf_file.save(target, A_PDF)
        assert str(raised.value) == NO_PDF
        assert path.read_bytes() == there


def test_blanks_are_no_password(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        pdf_file.save(tmp_path / "x.pdf", A_PDF, password="   ")  # noqa: S106 - blanks
    assert str(raised.value) == NONE_GIVEN
    assert not list(tmp_path.iterdir())
