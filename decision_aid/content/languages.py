"""The languages a pack has texts in."""

import re
from pathlib import Path
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import language_name

LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")
"""A language as in BCP 47; it is the name of a text file and never leads out of the folder."""

FIRST: Final = "en"
"""The language the program opens in; every pack has it."""

MOST_LANGUAGES: Final = 20
"""Languages looked at, so that a folder made to hold thousands cannot hold us up."""

_FAULT: Final = N_(
    "{language} cannot be spoken now: its texts have a fault. Everything is in English. Installing "
    "the program again may mend it; “decision-aid check” tells what is wrong with a pack."
)


def fault_sentence(language: str) -> str:
    """What is told where English is spoken because the texts of another language have a fault.

    Args:
        language: The language asked for, as in BCP 47.
    """
    return _(_FAULT).format(language=language_name(language))


def languages(folder: Path) -> tuple[str, ...]:
    """The languages of a pack by the names of its text files, which are not opened.

    Args:
        folder: The pack's folder.

    Returns:
        The first language, whether or not it is there, then the others in alphabetical order.
    """
    try:
        names = sorted(path.name for path in (folder / "text").iterdir())
    except OSError:
        return (FIRST,)
    stems = (name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))
    others = [one for one in stems if LANGUAGE.fullmatch(one) and one != FIRST]
    return (FIRST, *others[: MOST_LANGUAGES - 1])
