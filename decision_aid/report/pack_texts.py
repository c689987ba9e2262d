"""Which words of a text are the pack's, where it is written in another language than is spoken.

A voice that reads a PDF aloud has to know the language of every word.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

_BEGINS: Final = 8
"""Characters by which a text of the pack is looked for inside another one; shorter ones are not."""
_LEAST: Final = 4
"""Characters of a text that is known when it stands alone: "No" is Spanish, too."""


class Piece(NamedTuple):
    """Words of one language.

    Attributes:
        text: The words.
        language: As in BCP 47; "" for the one spoken.
    """

    text: str
    language: str


class PackTexts:
    """The texts of a pack and their language.

    Args:
        language: As in BCP 47.
        texts: Everything the pack says.
    """

    def __init__(self, language: str, texts: Iterable[str]) -> None:
        self.language = language
        self._whole = {joined for one in texts if len(joined := " ".join(one.split())) >= _LEAST}
        self._begins: dict[str, list[str]] = {}
        for one in sorted(self._whole, key=len, reverse=True):
            if " " in one and len(one) >= _BEGINS:
                self._begins.setdefault(one[:_BEGINS], []).append(one)

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """The text in pieces of one language each.

        Args:
            text: A text as it is printed, one blank between two words.
        """
        made, begins = [], 0
        for start, end in self._found(text):
            made += [Piece(text[begins:start], ""), Piece(text[start:end], self.language)]
            begins = end
        made.append(Piece(text[begins:], ""))
        return tuple(piece for piece in made if piece.text)

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        """From where to where the pack's words stand, at ends of words only."""
        if text.strip() in self._whole:
            yield 0, len(text)
            return
        at = 0
        while at < len(text):
            found = "" if at and text[at - 1].isalnum() else self._longest(text, at)
            end = at + len(found)
            if found:
                yield at, end + (text[end : end + 1] == " ")
            at = max(end, at + 1)

    def _longest(self, text: str, at: int) -> str:
        for one in self._begins.get(text[at : at + _BEGINS], ()):
            if text.startswith(one, at) and not text[at + len(one) :][:1].isalnum():
                return one
        return ""
