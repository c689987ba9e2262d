"""A PDF behind a password."""

import unicodedata
from io import BytesIO
from typing import Final

from decision_aid.base.errors import InputError
from decision_aid.base.language import N_, _

MOST_BYTES: Final = 127
"""Bytes of a password in UTF-8. Beyond, some programs count the rest and others do not."""
NONE_GIVEN: Final = N_(
    "There is no password to protect the file with, so nothing was written. Give one of at least "
    "one character."
)
TOO_LONG: Final = N_(
    "A password of this length does not work in every program, so nothing was written. Choose one "
    "of at most 127 plain letters; letters with accents count as two."
)
NOT_TYPED: Final = N_(
    "The password holds a sign that not every program reads alike, so nothing was written. Choose "
    "one of letters, digits and common signs."
)


def locked(data: bytes, password: str) -> bytes:
    """The PDF, to be opened with a password only.

    It hides what is inside from those who do not have the password. It does not seal it: a file of
    this kind can be changed unnoticed by who has it, and a short password can be guessed.

    Args:
        data: The PDF.
        password: The password.

    Raises:
        InputError: No program, or not every program, would open a PDF with this password.

    Source: ISO 32000-2:2020, 7.6.4 (AES-256, revision 6).
    """
    import pikepdf  # noqa: PLC0415 - wanted by few, at the last step

    given = usable(password)
    made = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        secret = pikepdf.Encryption(owner=given, user=given, R=6)
        document.save(made, encryption=secret)
    return made.getvalue()


def usable(password: str) -> str:
    """The password with its accents as they are typed.

    Programs that open PDFs bring a password into a common form, or do not. So one that this form
    would change is refused, as is one that is longer than all of them read.

    Raises:
        InputError: Why it cannot be used; never with a character of it.

    Source: ISO 32000-2:2020, 7.6.4.3.3 (SASLprep, cut to 127 bytes).
    """
    given = unicodedata.normalize("NFC", password)
    if not given.strip():
        raise InputError(_(NONE_GIVEN))
    hidden = any(unicodedata.category(one).startswith("C") for one in given)
    if hidden or unicodedata.normalize("NFKC", given) != given:
        raise InputError(_(NOT_TYPED))
    if len(given.encode()) > MOST_BYTES:
        raise InputError(_(TOO_LONG))
    return given
