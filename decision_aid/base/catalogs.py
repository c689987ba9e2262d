"""The languages there are catalogs of, and speaking one of them.

A catalog is `resources/languages/es.po`, written by translators from `program.pot`. Installing the
program compiles it to `es.mo` beside it, which is what is read here.
"""

import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from decision_aid.base.language import FIRST, speak
from decision_aid.base.resources import resources_dir

if TYPE_CHECKING:
    from gettext import GNUTranslations

_ASKED: Final = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""What says which language a person reads, the first that says anything; as gettext has it."""

_LARGEST: Final = 8 * 1024 * 1024
"""Bytes of the largest catalog that is read; English has a quarter of a million."""
_COUNTS: Final = 200
"""Counts that the plural of a catalog is tried with: its formulas come round by 100."""


def catalogs_dir() -> Path:
    """The folder of the catalogs that come with the program."""
    return resources_dir() / "languages"


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """The languages the program can speak, as in BCP 47: English, then the others by their codes.

    Args:
        folder: The folder of the catalogs; None for those that come with the program.
    """
    try:
        names = os.listdir(folder or catalogs_dir())  # noqa: PTH208 - a glob costs each start 0.5 ms
    except OSError:
        return (FIRST,)
    return (FIRST, *sorted(name.removesuffix(".mo") for name in names if name.endswith(".mo")))


def speak_language(code: str, folder: Path | None = None) -> None:
    """Speak a language from now on; English where there is no catalog of it, or no sound one.

    Args:
        code: The language as in BCP 47.
        folder: The folder of the catalogs; None for those that come with the program.
    """
    known = code != FIRST and code in languages(folder)
    catalog = _catalog(code, folder or catalogs_dir()) if known else None
    speak(code if catalog else FIRST, catalog)


def language_of_system(there: tuple[str, ...], environment: Mapping[str, str] = os.environ) -> str:
    """The language that whoever started the program reads, of those there are.

    Args:
        there: The languages to choose from.
        environment: The variables that say it.
    """
    said = next(filter(None, map(environment.get, _ASKED)), "")
    for one in said.split(":"):
        code = one.split(".")[0].split("@")[0].replace("_", "-")
        for known in (code, code.split("-")[0]):
            if known in there:
                return known
    return FIRST


def _catalog(code: str, folder: Path) -> "GNUTranslations | None":
    # Here, not above: English needs none of it.
    from gettext import GNUTranslations  # noqa: PLC0415
    from io import BytesIO  # noqa: PLC0415

    from decision_aid.base.regular_files import read_regular  # noqa: PLC0415

    try:
        made = GNUTranslations(BytesIO(read_regular(folder / f"{code}.mo", _LARGEST)))
        form_for = made.ngettext
        for count in range(_COUNTS):
            form_for("", "", count)
    # None of it, a file that is none, or a formula that divides by nothing.
    except (OSError, ValueError, LookupError, ArithmeticError, struct.error):
        return None
    return made
