"""Text for record systems that know little more than the letters of a typewriter.

Those of a country know the letters of its language, too: of Polish and Greek, Latin-1 has not all.
"""

import codecs
import re
import unicodedata
from functools import lru_cache
from locale import normalize
from textwrap import wrap
from typing import Final

from decision_aid.base.language import spoken
from decision_aid.report.safe_text import clean

WIDTH: Final = 76
GAP: Final = "[?]"
"""Stands for what an older record system cannot hold, so that it is seen that something stood
there: other scripts, pictures."""
CUT: Final = "..."

_QUOTES: Final = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_APOSTROPHES: Final = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032"
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_BULLETS: Final = "\u2022\u2023\u25e6\u00b7\u25cf\u25aa\u25a0"
_TYPED: Final = str.maketrans(
    {
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_DASHES + _BULLETS, "-"),
        "\u2026": CUT,
        "\u2044": "/",
        "\u2264": "<=",
        "\u2265": ">=",
        "\u2192": "->",
        "\u20ac": "EUR",
        "\u2122": "(TM)",
    }
)
"""Quotes, dashes, bullets and signs with what stands for them on a typewriter."""
_SPELLED: Final = str.maketrans(
    {
        "\u0141": "L",
        "\u0142": "l",
        "\u0110": "D",
        "\u0111": "d",
        "\u0152": "OE",
        "\u0153": "oe",
        "\u0131": "i",
    }
)
"""Letters that fall into no letter and accent, with what is written where they are not known."""
_GAPS: Final = re.compile(rf"(?:{re.escape(GAP)})+")


def plain(text: str) -> str:
    """The cleaned text in characters of Latin-1 that can be seen, with typed signs for set ones.

    Letters with accents that Latin-1 has stay, and those of the language spoken; other accents go,
    and what is left of no character becomes `GAP`, once for a run of them.
    """
    typed = clean(text).translate(_TYPED)
    letters = typed if typed.isascii() else "".join(map(_letter, typed))
    return " ".join(_GAPS.sub(GAP, letters).split())


def cut(text: str, most: int) -> str:
    """At most so many characters of a plain text, with `CUT` at the end of what was longer.

    It is cut at a blank; a single word that is too long is cut inside, for there is no other place.
    """
    if len(text) <= most:
        return text
    room = most - len(CUT)
    whole, blank, _ = text[: room + 1].rpartition(" ")
    return f"{(whole if blank else text[:room]).rstrip(' ,;')}{CUT}"


def loses_letters(text: str) -> bool:
    """Whether a letter or an accent of this text cannot be kept in a note."""
    return not text.isascii() and any(map(_is_lost, clean(text)))


def wrapped(text: str, *, first: str = "", then: str = "  ") -> list[str]:
    """Lines of at most `WIDTH` characters, without a blank at any end."""
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=then)


def _letter(character: str) -> str:
    if _is_held(character):
        return character
    apart = unicodedata.normalize("NFKD", character).translate(_TYPED | _SPELLED)
    held = "".join(filter(_is_held, apart))
    return held if held or _has_no_width(character) else GAP


def _is_lost(character: str) -> bool:
    """Other signs for quotes and dashes lose nothing, and joiners cannot be seen."""
    if _is_held(character):
        return False
    if ord(character) in _TYPED:
        return False
    if ord(character) in _SPELLED:
        return True
    apart = unicodedata.normalize("NFKD", character)
    return _letter(character) == GAP or any(map(_is_accent, apart))


def _is_accent(character: str) -> bool:
    """An accent on its own; what chooses between two looks of a sign is none."""
    is_look = 0xFE00 <= ord(character) <= 0xFE0F
    return unicodedata.category(character) in ("Mn", "Me") and not is_look


def _is_held(character: str) -> bool:
    """Whether record systems hold it: what Latin-1 has, and letters of the language spoken."""
    return _is_latin(character) or _is_of_language(character, spoken())


def _is_latin(character: str) -> bool:
    return "\x20" <= character <= "\x7e" or ("\xa1" <= character <= "\xff" and character != "\xad")


@lru_cache(maxsize=4096)
def _is_of_language(character: str, language: str) -> bool:
    """Whether it is a letter of the character set that systems of that language have at least."""
    if not unicodedata.category(character).startswith(("L", "M")):
        return False
    try:
        return bool(character.encode(_character_set(language)))
    except UnicodeEncodeError:
        return False


@lru_cache(maxsize=32)
def _character_set(language: str) -> str:
    """The character set of a language before Unicode; Unicode where there is none in Python."""
    name = normalize(language.replace("-", "_")).partition(".")[2]
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "utf-8"


def _has_no_width(character: str) -> bool:
    """Joiners, accents on their own and what chooses between two looks of a sign."""
    return unicodedata.category(character) in ("Cf", "Mn", "Me")
