"""Finding a pack's medicines by what is typed: a beginning, a later word, a near misspelling."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final, Literal

from decision_aid.base.frozen import dataclass
from decision_aid.domain.medicines import is_everyday, unread_parts, words_of
from decision_aid.domain.misspelling import most_slips, slips
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Medicine

How = Literal["prefix", "word", "near"]

_LEAST_BEGUN: Final = 2
"""Letters from which on beginnings are looked for."""
_LEAST_OF_A_LATER_WORD: Final = 3
_LATER_WORD: Final = 3
"""Rank of a name with a later word that begins so."""
_MOST_ASKED: Final = 2
"""Medicines a person is asked about for words that nobody knows."""
_MOST_LOOKED_AT: Final = 6
"""Unknown parts of a line, and words of a part, that are looked at: a page of prose takes long."""
_LEAST_NEAR: Final = 4
"""Letters from which on a misspelling can be told from another word; names are longer by one."""


@dataclass(frozen=True)
class Match:
    """A medicine that what was typed may stand for.

    Attributes:
        medicine: The medicine.
        name: The name of it that matched, as the pack writes it.
        how: The name begins so, a later word of it does, or it is nearly so.
    """

    medicine: Medicine
    name: str
    how: How


@dataclass(frozen=True)
class Correction:
    """What a person may have meant by words of a line that the pack does not know.

    Attributes:
        typed: The words, as typed.
        name: A name of the pack.
        line: The whole line with this name in place of the words.
    """

    typed: str
    name: str
    line: str


@dataclass(frozen=True)
class _Name:
    """One name as it is looked for: letters and digits only, without accents.

    Attributes:
        medicine: The number of its medicine in the pack.
        text: As the pack writes it.
        brand: Whether it is a brand or common name.
        key: All of it.
        tails: What is left of it from each later word on.
    """

    medicine: int
    text: str
    brand: bool
    key: str
    tails: tuple[str, ...]


def find_medicines(pack: Pack, typed: str, limit: int = 6) -> tuple[Match, ...]:
    """The medicines that what was typed may stand for, each once, by its name that fits best.

    Letter case, blanks, hyphens and accents count for nothing. A whole name comes first, then those
    whose generic name begins so, those whose brand name does, and those with a later word that
    does. Near misspellings are looked for only where nothing begins so.

    Args:
        pack: Where the names are.
        typed: A name, or the beginning of one.
        limit: The most that are given back.
    """
    key = _key(typed)
    return _best(pack, key, limit, begun=True) or _best(pack, key, limit, begun=False)


def corrections(pack: Pack, typed: str, limit: int = 2) -> tuple[Correction, ...]:
    """What may be meant by the words of a line that the pack does not know.

    Words that stand together are tried as one name and, where that gives nothing, one by one. A
    whole word of a longer name is not asked back: who types "Tylenol" hardly means the one with
    codeine. Nor is a beginning that more medicines have than can be asked about.

    Args:
        pack: Where the names are.
        typed: The line.
        limit: The most that are given back.
    """
    found = (
        Correction(typed[part], one.name, typed[: part.start] + one.name + typed[part.stop :])
        for unread in unread_parts(pack, typed)[:_MOST_LOOKED_AT]
        for part, one in _meant(pack, typed, unread)
    )
    return tuple(islice(found, limit))


def _meant(pack: Pack, typed: str, unread: slice) -> Iterator[tuple[slice, Match]]:
    words = typed[unread]
    if len(_key(words)) < _LEAST_NEAR:
        return
    together = find_medicines(pack, words, _MOST_ASKED + 1)
    if together:
        asked = [one for one in together if one.how == "near" or not _is_word_of(words, one.name)]
        if len(together) <= _MOST_ASKED:
            yield from ((unread, one) for one in asked)
        return
    for word in islice(re.finditer(r"\S+", words), _MOST_LOOKED_AT):
        part = slice(unread.start + word.start(), unread.start + word.end())
        for one in _best(pack, _key(word.group()), 1, begun=False):
            yield part, one


def _is_word_of(typed: str, name: str) -> bool:
    """Whether one word was typed, and it is a word of the name."""
    words = words_of(typed)
    return len(words) == 1 and words[0] in words_of(name)


def _best(pack: Pack, key: str, limit: int, *, begun: bool) -> tuple[Match, ...]:
    """The best matches by beginning, or by nearness."""
    best: dict[int, tuple[int, str, _Name]] = {}
    for name in _names(pack.medicines):
        rank = _begun(name, key) if begun else _slips_apart(name, key)
        if rank is not None:
            ranked = (rank, name.key, name)
            held = best.get(name.medicine, ranked)
            best[name.medicine] = min(held, ranked, key=lambda one: one[:2])
    first = sorted(best.values(), key=lambda one: one[:2])[:limit]
    return tuple(
        Match(pack.medicines[name.medicine], name.text, _how(rank, begun=begun))
        for rank, _, name in first
    )


def _how(rank: int, *, begun: bool) -> How:
    if not begun:
        return "near"
    return "word" if rank == _LATER_WORD else "prefix"


def _begun(name: _Name, key: str) -> int | None:
    """0 for the name itself, 1 where a generic, 2 where a brand name begins so, 3 a later word."""
    if len(key) < _LEAST_BEGUN:
        return None
    if name.key == key:
        return 0
    if name.key.startswith(key):
        return 2 if name.brand else 1
    if len(key) >= _LEAST_OF_A_LATER_WORD and any(one.startswith(key) for one in name.tails):
        return _LATER_WORD
    return None


def _slips_apart(name: _Name, key: str) -> int | None:
    """By how many slips what was typed is not the name; None where they are too many."""
    if len(key) < _LEAST_NEAR or len(name.key) <= _LEAST_NEAR:
        return None
    return slips(key, name.key, most_slips(key, name.key))


@lru_cache(maxsize=4)
def _names(medicines: tuple[Medicine, ...]) -> tuple[_Name, ...]:
    """Every name of a pack; kept, for every key press looks through them."""
    return tuple(
        _Name(place, text, text != medicine.id, _key(text), tuple(_tails(text)))
        for place, medicine in enumerate(medicines)
        for text in (medicine.id, *medicine.brands)
    )


def _tails(name: str) -> Iterator[str]:
    """The key of a name from each later word on that says something by itself."""
    for word in re.finditer(r"(?<=[\s-])\w+", name):
        if not is_everyday(word.group().casefold()):
            yield _key(name[word.start() :])


def _key(text: str) -> str:
    """Its letters and digits, without letter case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parts if one.isalnum())
