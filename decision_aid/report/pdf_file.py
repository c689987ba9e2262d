"""Keeping a PDF: with a password or without, as a whole or not at all."""

from pathlib import Path

from decision_aid.report import atomic


def save(path: Path, data: bytes, *, password: str = "") -> None:
    """Write a PDF; when that fails, what was there before is still there.

    Args:
        path: The file to write; it may exist.
        data: The PDF.
        password: What it asks for when it is opened; "" for nothing.

    Raises:
        InputError: It cannot be written there, or not every program would take the password.
        MachineError: The machine could not do it.
    """
    if password:
        from decision_aid.report.pdf_password import locked  # noqa: PLC0415 - wanted by few

        data = locked(data, password)
    atomic.write(path, data)
