"""A PDF behind a password."""

from io import BytesIO


def locked(data: bytes, password: str) -> bytes:
    """The PDF, to be opened with a password only.

    It hides what is inside from those who do not have the password. It does not seal it: a file of
    this kind can be changed unnoticed by who has it, and a short password can be guessed.

    Args:
        data: The PDF.
        password: The password, at least one character.

    Source: ISO 32000-2:2020, 7.6.4 (AES-256, revision 6).
    """
    import pikepdf  # noqa: PLC0415 - wanted by few, at the last step

    made = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        secret = pikepdf.Encryption(owner=password, user=password, R=6)
        document.save(made, encryption=secret)
    return made.getvalue()
