"""The one way from text to paper: what anybody typed prints as text and is never interpreted."""

import unicodedata
from collections.abc import Container
from typing import Final

LONGEST: Final = 4000
"""Characters of one field that are printed; what is longer ends in an ellipsis."""

REPLACEMENT: Final = "\ufffd"
"""Stands for what cannot be printed, so that it is seen that something stood there."""

_BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LAST_OF_PLANE: Final = 0xFFFE


def clean(text: str) -> str:
    """The text without anything that controls instead of being read.

    Space of any kind, line breaks too, becomes one blank; controls, lone surrogates, direction
    overrides and noncharacters become U+FFFD; over `LONGEST` characters it is cut, visibly.
    """
    spaced = " ".join(text.split())
    # Cut first: piles of accents take the square of their number to put in order.
    cut = spaced if len(spaced) <= LONGEST else f"{spaced[: LONGEST - 1].rstrip()}…"
    if not cut.isprintable():  # nearly all text is, and then has none of what does harm
        cut = "".join(map(_harmless, cut))
    return unicodedata.normalize("NFC", cut)


def printable(text: str, glyphs: frozenset[int]) -> str:
    """The cleaned text with U+FFFD in place of each character that the font does not have.

    Args:
        text: Any text.
        glyphs: Code points the font has.
    """
    # Nearly all text is harmless as it stands, and there is a lot of it.
    if len(text) <= LONGEST and text.isprintable():
        composed = unicodedata.normalize("NFC", " ".join(text.split()))
        if glyphs.issuperset(map(ord, set(composed))):
            return composed
    shown = (_in_font(character, glyphs) for character in clean(text))
    return "".join(shown)


def _harmless(character: str) -> str:
    category = unicodedata.category(character)
    nonsense = character in _BIDI or _is_noncharacter(ord(character))
    return REPLACEMENT if nonsense or category in ("Cc", "Cs") else character


def _is_noncharacter(code: int) -> bool:
    return code & _LAST_OF_PLANE == _LAST_OF_PLANE or 0xFDD0 <= code <= 0xFDEF


def _in_font(character: str, glyphs: Container[int]) -> str:
    if ord(character) in glyphs:
        return character
    # Joiners and variation selectors have no width of their own; nothing readable is lost.
    invisible = unicodedata.category(character) == "Cf" or 0xFE00 <= ord(character) <= 0xFE0F
    return "" if invisible else REPLACEMENT
