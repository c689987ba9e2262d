"""Sections of the note for a record, and how they are made to fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from decision_aid.report.note_text import cut, plain, wrapped

LONGEST_FACT: Final = 300
"""Characters of what the aid itself says in one entry; with the shipped pack it says no more."""
_LADDER: Final = (1900, 400, 200, 120, 70, 40)
"""Characters of a person's own words in one entry: as many as there is room for."""
_MOST: Final = 40
"""Entries of a section that could ever fit."""


@dataclass(frozen=True)
class Entry:
    """One thing in the note.

    Attributes:
        fact: What the aid says; it is never left out of an entry.
        words: What was typed; cut, visibly, where there is too much.
    """

    fact: str
    words: str = ""


@dataclass(frozen=True)
class Section:
    """What belongs together.

    Attributes:
        heading: What it is; "" where the entries say so themselves.
        entries: In the order of their weight: where there is too much, the last ones go first.
        kept: None of its entries is left out: decisions, checks, talks.
        is_list: Its entries stand below its heading, one by one; otherwise behind it.
        shares: How many shares of the room it is given.
    """

    heading: str
    entries: tuple[Entry, ...]
    kept: bool = False
    is_list: bool = True
    shares: int = 1


def size(lines: Sequence[str]) -> int:
    """Characters of these lines where a line ends in two, as record systems of Windows count."""
    return sum(len(line) + 2 for line in lines)


def fitted(sections: Sequence[Section], most: int) -> list[str]:
    """The lines of the sections in at most `most` characters, each share as large as any other.

    What a section does not need of its room goes to the others.
    """
    made = [one for section in sections if (one := _plain(section)).entries]
    fits = _fitted(made, most)
    if size(fits) <= most:
        return fits
    # More that must not be left out than a note can hold: then that is cut in the open, too.
    return _fitted([replace(section, kept=False) for section in made], most)


def _fitted(sections: Sequence[Section], most: int) -> list[str]:
    """With the largest share that fits; with none at all where none does."""
    ways = [(section.shares, tuple(_ways(section))) for section in sections]

    def at(share: int) -> list[str]:
        return [line for shares, of in ways for line in _longest(of, share * shares)]

    low, high = 0, most
    while low < high:
        share = (low + high + 1) // 2
        low, high = (share, high) if size(at(share)) <= most else (low, share - 1)
    return at(low)


def _longest(ways: Sequence[list[str]], room: int) -> list[str]:
    """The first that there is room for, the shortest where there is none."""
    return next((lines for lines in ways if size(lines) <= room), ways[-1])


def _plain(section: Section) -> Section:
    """In characters every record system knows; what is empty then is gone.

    Of a long list only what could fit is looked at: the rest is counted.
    """
    entries = section.entries
    looked_at = entries if section.kept else entries[:_MOST]
    made = (Entry(cut(plain(one.fact), LONGEST_FACT), _typed(one.words)) for one in looked_at)
    told = tuple(one for one in made if one.fact or one.words)
    return replace(section, entries=(*told, *entries[len(looked_at) :]))


def _typed(words: str) -> str:
    """In plain letters, and no more of it than could fit."""
    spaced = " ".join(words.split())
    return plain(spaced if len(spaced) <= _LADDER[0] else f"{spaced[: _LADDER[0]]}\u2026")


def _ways(section: Section) -> Iterator[list[str]]:
    """Its lines, shorter and shorter: first a person's words are cut, then entries left out."""
    count = len(section.entries)
    longest = max(len(one.words) for one in section.entries)
    if count <= _MOST or section.kept:
        steps = (min(longest, _LADDER[0]), *(one for one in _LADDER if one < longest))
        yield from (_written(section, count, letters) for letters in steps)
    if not section.kept:
        fewer = range(min(count - 1, _MOST), -1, -1)
        yield from (_written(section, left, _LADDER[-1]) for left in fewer)


def _written(section: Section, count: int, letters: int) -> list[str]:
    """The first entries, with at most so many letters typed in each; how many more there are."""
    told = [_told(one, letters) for one in section.entries[:count]]
    more = len(section.entries) - count
    if not count:
        return wrapped(f"{section.heading}: {more} in the PDF")
    left_out = [f"... and {more} more in the PDF"] if more else []
    if section.is_list:
        listed = [line for one in (*told, *left_out) for line in wrapped(one, first="- ")]
        return [*wrapped(f"{section.heading}:"), *listed]
    lead = f"{section.heading}: " if section.heading else ""
    return wrapped(lead + "; ".join((*told, *left_out)))


def _told(entry: Entry, letters: int) -> str:
    return ": ".join(filter(None, (entry.fact, cut(entry.words, letters))))
