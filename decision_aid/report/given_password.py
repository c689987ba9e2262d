"""Where the command line takes a password from: a file, or who sits there. Never an argument.

What stands on a command line is seen by everybody on the machine and kept in the shell's history.
"""

import warnings
from getpass import GetPassWarning, getpass
from pathlib import Path
from typing import Final

from decision_aid.base.errors import InputError, MachineError
from decision_aid.base.language import N_, _
from decision_aid.report.pdf_password import usable

NO_FILE: Final = N_(
    "The file with the password could not be read; nothing was written. Name a text file that "
    "holds the password in its first line."
)
NOT_THE_SAME: Final = N_("The two passwords are not the same; nothing was written. Try again.")
NOBODY: Final = N_(
    "There is no terminal to ask for a password; nothing was written. Put it in a file and name "
    "that with --password-file."
)
NO_PDF: Final = N_(
    "A password protects a PDF only; nothing was printed. Name the PDF with -o, or leave the "
    "password out."
)
_MOST: Final = 4096
"""Bytes of a file that are looked at; no password is as long."""


def for_pdf(pdf: Path | None, *, file: Path | None) -> str:
    """The password for a PDF, from a file or else from who sits there.

    Args:
        pdf: The PDF that is written; None where there is none to protect.
        file: A file with the password in its first line; None to ask for it.

    Raises:
        InputError: There is no PDF, or no password that can be used.
        MachineError: There is nobody to ask.
    """
    if pdf is None:
        raise InputError(_(NO_PDF))
    return asked() if file is None else from_file(file)


def from_file(path: Path) -> str:
    """The password in the first line of a file.

    Raises:
        InputError: It cannot be read, or holds no password that can be used.
    """
    try:
        with path.open("rb") as file:
            line = file.read(_MOST).split(b"\n", 1)[0]
        password = line.removesuffix(b"\r").decode("utf-8-sig")
    except (OSError, ValueError):
        # Not chained: the error itself would hold what is in the file.
        raise InputError(_(NO_FILE)) from None
    return usable(password)


def asked() -> str:
    """The password typed twice at the terminal, which does not show it.

    Raises:
        InputError: The two differ, or it cannot be used.
        MachineError: There is no terminal that can keep it hidden.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)
            first = getpass(f"{_('Password for the PDF:')} ")
            again = getpass(f"{_('The same again:')} ")
    except (GetPassWarning, EOFError, OSError):
        raise MachineError(_(NOBODY)) from None
    if first != again:
        raise InputError(_(NOT_THE_SAME))
    return usable(first)
