"""Sections of the note for a record, and how they are made to fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import islice
from typing import Final

from decision_aid.base.language import _, ngettext
from decision_aid.base.locale_words import and_words, number_words
from decision_aid.report.note_text import cut, plain, wrapped

LONGEST_FACT: Final = 300
"""Characters of what the aid itself says in one entry; with the shipped pack it says no more."""
_LADDER: Final = (1900, 400, 200, 120, 70, 40)
"""Characters of a person's own words in one entry: as many as there is room for."""
_SHORTEST: Final = 24
"""Characters of words in what is kept, where there is no room for more."""
_MOST: Final = 40
"""Entries of a section that could ever fit."""


class Stay(IntEnum):
    """How long a section stays whole where there is too much, the first to go first."""

    FIRST_TO_GO = 0
    MAY_GO = 1
    OUTLIVES = 2
    KEPT = 3
    ALWAYS = 4


_TRIES: Final = (Stay.OUTLIVES, Stay.KEPT, Stay.ALWAYS, Stay.ALWAYS + 1)
"""From which stay on no entry is left out: as many as can be."""


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
        stay: How long none of its entries is left out.
        is_list: Its entries stand below its heading, one by one; otherwise behind it.
        shares: How many shares of the room it is given.
        facts_alone: Whether its facts can stand without the words, where there is no room.
    """

    heading: str
    entries: tuple[Entry, ...]
    stay: Stay = Stay.MAY_GO
    is_list: bool = True
    shares: int = 1
    facts_alone: bool = False


def size(lines: Sequence[str]) -> int:
    """Characters of these lines where a line ends in two, as record systems of Windows count."""
    return sum(len(line) + 2 for line in lines)


def fitted(sections: Sequence[Section], most: int) -> list[str]:
    """The lines of the sections in at most `most` characters, each share as large as any other.

    What a section does not need of its room goes to the others.
    """
    made = [one for section in sections if (one := _plain(section)).entries]
    fits: list[str] = []
    for kept_from in _TRIES:
        fits = _fitted(made, most, kept_from)
        if size(fits) <= most:
            return fits
        if kept_from is Stay.KEPT:
            made = _merged(made)
    return fits


def _merged(sections: Sequence[Section]) -> list[Section]:
    """Without the sections that may go: one line at the end tells that they are in the PDF."""
    stays = [one for one in sections if one.stay > Stay.MAY_GO]
    gone = and_words(one.heading for one in sections if one.stay <= Stay.MAY_GO and one.heading)
    told = Section(
        _("Only in the PDF"), (Entry(cut(gone, LONGEST_FACT)),), Stay.ALWAYS, is_list=False
    )
    return [*stays[:-1], told, *stays[-1:]] if gone else stays


def _fitted(sections: Sequence[Section], most: int, kept_from: int) -> list[str]:
    """With the largest share that fits; with none at all where none does."""
    ways = [(section.shares, tuple(_ways(section, kept_from))) for section in sections]

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
    left = iter(section.entries)
    made = (Entry(cut(plain(one.fact), LONGEST_FACT), _typed(one.words)) for one in left)
    seen = (one for one in made if one.fact or one.words)
    told = tuple(islice(seen, None if section.stay >= Stay.OUTLIVES else _MOST))
    return replace(section, entries=(*told, *left))


def _typed(words: str) -> str:
    """In plain letters, and no more of it than could fit."""
    return plain(cut(" ".join(words.split()), _LADDER[0]))


def _ways(section: Section, kept_from: int) -> Iterator[list[str]]:
    """Its lines, shorter and shorter: first words are cut, then entries left out."""
    count, kept = len(section.entries), section.stay >= kept_from
    if section.stay is Stay.FIRST_TO_GO and kept_from > Stay.OUTLIVES:
        yield _written(section, 0, 0)
        return
    if count <= _MOST or kept:
        yield from (_written(section, count, letters) for letters in _steps(section, kept=kept))
    if not kept:
        fewer = range(min(count - 1, _MOST), -1, -1)
        yield from (_written(section, left, _LADDER[-1]) for left in fewer)


def _steps(section: Section, *, kept: bool) -> Iterator[int]:
    """How many characters of words to try, most first."""
    longest = max(len(one.words) for one in section.entries)
    yield min(longest, _LADDER[0])
    last = (_SHORTEST, *((0,) if section.facts_alone else ())) if kept else ()
    yield from (one for one in (*_LADDER, *last) if one < longest)


def _written(section: Section, count: int, letters: int) -> list[str]:
    """The first entries, with at most so many letters typed in each; how many more there are."""
    told = [_told(one, letters) for one in section.entries[:count]]
    more = len(section.entries) - count
    if not count:
        return wrapped(_all_in_pdf(section.heading, more)) if section.heading else []
    left_out = [_more_in_pdf(more)] if more else []
    if section.is_list:
        listed = [line for one in (*told, *left_out) for line in wrapped(one, first="- ")]
        return [*wrapped(f"{section.heading}:"), *listed]
    lead = f"{section.heading}: " if section.heading else ""
    return wrapped(lead + "; ".join((*told, *left_out)))


def _all_in_pdf(heading: str, count: int) -> str:
    told = ngettext("{heading}: {count} in the PDF", "{heading}: {count} in the PDF", count)
    return told.format(heading=heading, count=number_words(count))


def _more_in_pdf(count: int) -> str:
    told = ngettext("... and {count} more in the PDF", "... and {count} more in the PDF", count)
    return told.format(count=number_words(count))


def _told(entry: Entry, letters: int) -> str:
    words = cut(entry.words, letters) if letters else ""
    return ": ".join(filter(None, (entry.fact, words)))
