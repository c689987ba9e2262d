"""Numbers of people that a text states: "22 to 29 of 100", "against 42", "5 more of 1,000"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_SENTENCE_END: Final = re.compile(r"(?<=[.;?!])\s+")

_UNITS: Final = (
    r"(?:weeks?|months?|days?|hours?|minutes?|years?|times?|visits?|sessions?|doses?|points?|"
    r"trials?|studies|mg)\b"
)
"""What is counted that is no people."""

_RANGE: Final = r"(?<![\w.,])(\d+)(?: (?:to|or|a|bis) (?:about )?(\d+))?"

_OF: Final = re.compile(
    rf"{_RANGE}((?: [^\W\d]+){{0,2}}?)"
    r" (?:out of|of|in|de|von|sur|su)(?: (?:every|each|cada|the))? (\d{1,3}(?:,\d{3})+|\d+)\b"
    rf"(?!\.\d)(?! {_UNITS})"
)
"""So many of so many, in English and in languages written alike."""

_BARE: Final = re.compile(
    rf"{_RANGE}(?: people)?((?: more| fewer)?)"
    r"(?=[.,;:)?!]|$|\s+[\[(–—-]|\s+(?:with|without|on|in|who|had|were|was|felt|got|said|after|when|at|from|than|"
    r"by|for|among|and|or|did|if|while|against)\b)"
    rf"(?! (?:or|and) (?:more|fewer|less|older|younger|over|under|up|\d+ {_UNITS})\b)"
)
"""A number with nothing counted after it."""

_NOT_PEOPLE: Final = re.compile(
    r"\b(?:after|at|age|aged|ages|under|over|week|day|month|year|step|stage|type|until|since|"
    r"every|part|press|text|call|than|to|or|of|about half)\s+(?:the next |about )?$",
    re.IGNORECASE,
)
"""What stands before a number of weeks, of years of age and the like."""

_AGAINST: Final = re.compile(r"\b(?:against|versus|compared (?:with|to)) (?:about |only )?$")
_AGAINST_NEXT: Final = re.compile(r" (?:against|versus|compared) ")
_TIMED: Final = re.compile(rf"\d {_UNITS}")

TOTALS: Final = (100, 1_000, 10_000)
"""People out of whom a pack may count."""

_NEAR: Final = 80
"""Characters that are looked at on either side of a number; a sentence may be of any length."""

_SMALLEST_GROUP: Final = 20
"""Below it, "2 of 3" is about trials or visits more often than about people."""


@dataclass(frozen=True)
class Stated:
    """A number of people as a text states it.

    Attributes:
        words: How it is written.
        count: People.
        of: Out of how many.
        gap: Whether it is the difference of two groups: "5 more of 1,000".
        ratio: Whether it is a share in small numbers, "1 in 4".
    """

    words: str
    count: int
    of: int
    gap: bool = False
    ratio: bool = False


def stated(text: str, language: str) -> Iterator[Stated]:
    """Every number of people in a text.

    A number that stands alone counts where it goes on with one before it, in the same sentence or
    the next: "17 of 100 were well after 6 months. After 12 months it was 19." Only English is read
    so closely; in other languages a number counts where it says out of how many.

    Args:
        text: The text.
        language: Its language, as in BCP 47.
    """
    english = language.partition("-")[0] == "en"
    of = _Carried()
    for sentence in _SENTENCE_END.split(text):
        found = [one for match in _OF.finditer(sentence) for one in _out_of(match)]
        yield from found
        of.take(found)
        if english:
            rest = _OF.sub(lambda match: "#" * len(match.group()), sentence)
            yield from _alone(rest, of.total)


class _Carried:
    """The total that numbers without one go on with: until the end of the next sentence."""

    def __init__(self) -> None:
        self.total = 0
        self._fresh = False

    def take(self, found: list[Stated]) -> None:
        """Takes what one more sentence states."""
        totals = [one.of for one in found if one.of in TOTALS]
        self.total = totals[-1] if totals else self.total * self._fresh
        self._fresh = bool(totals)


def _out_of(match: re.Match[str]) -> Iterator[Stated]:
    first, last, between, out_of = match.groups()
    of = int(out_of.replace(",", ""))
    ratio = of < _SMALLEST_GROUP
    if ratio and " in " not in match.group():
        return
    for count in filter(None, (first, last)):
        if int(count) <= of:
            gap = " more" in between or " fewer" in between
            yield Stated(match.group(), int(count), of, gap, ratio)


def _alone(sentence: str, of: int) -> Iterator[Stated]:
    """Numbers without "of 100": those set against others, and all of them where one went before."""
    for match in _BARE.finditer(sentence):
        before = sentence[max(0, match.start() - _NEAR) : match.start()]
        after = sentence[match.end() : match.end() + _NEAR]
        if not (_set_against(before, after) or (of and not _NOT_PEOPLE.search(before))):
            continue
        for count in filter(None, match.groups()[:2]):
            if int(count) <= (of or 100):
                yield Stated(match.group(), int(count), of or 100, gap=bool(match.group(3)))


def _set_against(before: str, after: str) -> bool:
    """Whether a number is one of two groups, and not of weeks: "55 days, against 40"."""
    if _AGAINST_NEXT.match(after):
        return True
    return bool(_AGAINST.search(before)) and ("#" in before or not _TIMED.search(before))
