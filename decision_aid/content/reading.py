"""How hard a text is to read, as a US school grade."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from decision_aid.content.syllables import syllables

FEWEST_WORDS: Final = 8
"""A text of fewer words is a label: a grade of it would tell of one long word, not of a text."""

_END: Final = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’')]))\s+(?![a-z])")
"""Where a sentence may end. A colon or a dash is no end, nor is a point within 10.5."""

_NO_END: Final = re.compile(r"\b(?:St|Dr|Mr|Mrs|Ms|vs|approx|Fig|[A-Za-z])\.$")
"""What ends with a point and not a sentence: "St. John", "U.S.", "e.g."."""

LONGEST_ABBREVIATION: Final = 8
"""Characters at the end of a piece that tell whether it ends a sentence."""

_WORD: Final = re.compile(r"[^\W_]+(?:[’'-][^\W_]+|[.,]\d+|\.[A-Za-z]\b)*")
"""A word: with its hyphens and apostrophe; a number with its comma and point; initials."""

_PART: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_SPELLED: Final = re.compile(r"[a-z]?[A-Z]{2,}(?=s?$)|[A-Z]$")


@dataclass(frozen=True)
class Counted:
    """What the grade of a text is made of.

    Attributes:
        words: Its words.
        sentences: Its sentences.
        syllables: The syllables of its words.
    """

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """The US school grade, to one decimal; 0 for no words.

        Source: Kincaid and others 1975, Research Branch Report 8-75 (Flesch-Kincaid grade level).
        """
        if not self.words:
            return 0.0
        per_sentence = self.words / self.sentences
        return round(0.39 * per_sentence + 11.8 * self.syllables / self.words - 15.59, 1)

    def __add__(self, other: "Counted") -> "Counted":
        """Both texts, one after the other."""
        return Counted(
            self.words + other.words,
            self.sentences + other.sentences,
            self.syllables + other.syllables,
        )


def counted(text: str, names: Iterable[str] = ()) -> Counted:
    """The words, sentences and syllables of a text.

    Hyphenated words, numbers and abbreviations are one word; a number is one syllable. Stricter
    than the source: an abbreviation is spoken letter by letter, and only a point, a question mark,
    an exclamation mark or the end of a line ends a sentence.

    Args:
        text: One or more sentences; a line for each point of a list.
        names: Names that count as one word of one syllable.

    Source: Flesch 1979, How to Write Plain English, chapter 2.
    """
    plain = _without(text, names)
    words = _WORD.findall(plain)
    spoken = sum(map(_spoken, words))
    return Counted(len(words), max(len(sentences(plain)), 1), spoken)


def sentences(text: str) -> list[str]:
    """The sentences of a text; what holds no word is none."""
    return [one for line in text.splitlines() for one in _of_line(line) if _WORD.search(one)]


def _of_line(line: str) -> Iterator[str]:
    together: list[str] = []
    for piece in _END.split(line):
        together.append(piece)
        if not _NO_END.search(piece[-LONGEST_ABBREVIATION:]):
            yield " ".join(together)
            together.clear()
    yield " ".join(together)


def word_count(text: str) -> int:
    """The words of a text."""
    return len(_WORD.findall(text))


def _without(text: str, names: Iterable[str]) -> str:
    longest_first = sorted((re.escape(name) for name in names if name), key=len, reverse=True)
    if not longest_first:
        return text
    named = rf"\b(?:{'|'.join(longest_first)})(?:['’]?s)?(?!\w)"
    return re.sub(named, "It", text, flags=re.IGNORECASE)


@lru_cache(maxsize=8192)
def _spoken(word: str) -> int:
    return max(sum(map(_spoken_part, _PART.findall(word))), 1)


def _spoken_part(part: str) -> int:
    if part[0].isdigit():
        return 1
    if letters := _SPELLED.match(re.sub("['’]s$", "", part)):
        return len(letters.group()) + 2 * letters.group().upper().count("W")
    return syllables(part.lower())
