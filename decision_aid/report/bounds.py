"""How much is printed at most: a session of any size ends as a document of a size one can hold."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.session import Session
from decision_aid.report.document import Document, Paragraph, Part
from decision_aid.report.safe_text import LONGEST

T = TypeVar("T")

MODEST: Final = 40_000
"""Characters of a session up to which everything said is printed, each field to its limit."""
MOST: Final = 240_000
"""Characters of a document of a longer session; texts longer than a fair share of it are cut."""
SHORTEST: Final = 600
"""Characters of a text that is never cut for the sake of the others."""
MOST_ENTRIES: Final = 200
"""Entries of one list, or rows of one table."""
ENTRY: Final = 40
"""What an entry counts as in characters: it takes a line of its own, however short."""
NOTE: Final = N_(
    "More was typed in this session than can be printed. Where “…” stands, the rest is in the "
    "session's file only."
)


def is_modest(session: Session) -> bool:
    """Whether all of a session can be printed."""
    return sum(len(text) + ENTRY for text in texts_in(session)) <= MODEST


def bounded(document: Document) -> Document:
    """The document of a session that is not modest, its longest texts and lists cut visibly."""
    parts = tuple(_trimmed(part) for part in document.parts)
    share = _fair_share(min(len(text), LONGEST) for part in parts for text in texts_in(part.blocks))

    def cut(text: str) -> str:
        return text if len(text) <= share else f"{text[: share - 1]}…"

    first, *others = (_said_by(part, cut) for part in parts)
    return replace(document, parts=(_noted(first), *others))


def _noted(part: Part) -> Part:
    note = Paragraph(_(NOTE), "strong")
    sides = tuple((note, *side) for side in part.one_side)
    return replace(part, blocks=(note, *part.blocks), one_side=sides)


def texts_in(thing: object) -> Iterator[str]:
    """Every text inside a record and the records inside it."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from texts_in(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts_in(getattr(thing, field.name))


def _fair_share(lengths: Iterable[int]) -> int:
    """The most characters each text can have so that all have room; short ones leave theirs."""
    room, waiting = MOST, sorted(lengths)
    for place, length in enumerate(waiting):
        share = room // (len(waiting) - place)
        if length > share:
            return max(share, SHORTEST)
        room -= length
    return LONGEST


def _said_by(part: Part, cut: Callable[[str], str]) -> Part:
    """The same with every text cut."""
    return _changed(part, lambda one: cut(one) if isinstance(one, str) else one)


def _trimmed(part: Part) -> Part:
    """The same without what stands too far down a list."""
    return _changed(part, lambda one: _short(one) if isinstance(one, tuple) else one)


def _changed(thing: T, change: Callable[[object], object]) -> T:
    """The same with a change made to every text and list inside, lists first."""
    changed: Any = change(thing)
    if isinstance(changed, tuple):
        changed = tuple(_changed(one, change) for one in changed)
    elif is_dataclass(changed) and not isinstance(changed, type):
        kept = {one.name: _changed(getattr(changed, one.name), change) for one in fields(changed)}
        changed = replace(changed, **kept)
    same: T = changed
    return same


def _short(entries: tuple[object, ...]) -> tuple[object, ...]:
    more = len(entries) - MOST_ENTRIES
    if more <= 0:
        return entries
    told = ngettext("… and {count} more", "… and {count} more", more)
    note = told.format(count=number_words(more))
    return (*entries[:MOST_ENTRIES], _and_more(note, entries[0]))


def _and_more(note: str, like: object) -> object:
    """A note that can stand in the list of such entries."""
    match like:
        case str():
            return note
        case (str(), *others):
            return (note, *("" for _cell in others))
        case (int(number), str()):
            return (number, note)
        case _:
            return Paragraph(note)
