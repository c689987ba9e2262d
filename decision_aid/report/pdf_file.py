"""Keeping a PDF: with a password or without, as a whole or not at all."""

import contextlib
from pathlib import Path
from typing import Final

from decision_aid.base import atomic
from decision_aid.base.errors import InputError
from decision_aid.base.language import N_, _

NO_PDF: Final = N_(
    "The PDF was not written; nothing was changed. A file of that name is there already and is no "
    "PDF. Choose another name."
)
_MARK: Final = b"%PDF-"


def save(path: Path, data: bytes, *, password: str = "") -> None:
    """Write a PDF; when that fails, what was there before is still there.

    Args:
        path: The file to write; it may exist.
        data: The PDF.
        password: What it asks for when it is opened; "" for nothing.

    Raises:
        InputError: It cannot be written there, another kind of file has that name, or not every
            program would take the password.
        MachineError: The machine could not do it.
    """
    if password:
        from decision_aid.report.pdf_password import locked  # noqa: PLC0415 - wanted by few

        data = locked(data, password)
    _spare(path)
    atomic.write(path, data)


def _spare(path: Path) -> None:
    """Refuse to put a PDF in place of what is none: a session may be the only one there is."""
    with contextlib.suppress(OSError, ValueError, RuntimeError):  # told when it is written
        if path.is_file():
            with path.open("rb") as there:
                begins = there.read(len(_MARK))
            if begins not in (_MARK, b""):
                raise InputError(_(NO_PDF))
