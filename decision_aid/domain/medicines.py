"""Which medicines a typed line names, and what in it belongs to no known name."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from string import digits
from typing import Final
from unicodedata import category, normalize

from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Medicine

_SEAM: Final = "\N{SOFT HYPHEN}"
"""Stands for every sign that shows nothing: it may stand within a word or between two words."""
_MARKS: Final = "\N{TRADE MARK SIGN}\N{SERVICE MARK}"
"""Signs behind a name that would be read as letters of it."""
_SEAMS: Final = "\u00a0\u2007\u202f\u115f\u1160\u2800\u3164\uffa0"
"""Blanks that do not break, and fillers, besides what Unicode calls format and control signs."""
_WORD: Final = r"[^\W\d_]+|\d+[^\W\d_]*"
"""Letters, or a number with its unit: "Nardil15mg" is two words, "5-HTP" and "5HTP" stay apart."""
_JOINT: Final = rf"[\s.'’\u2010{_SEAM}-]*"
"""What stands between two words that belong together; a comma or a plus sign does not."""

_UNITS: Final = "|mg|mgs|mcg|μg|g|ml|l|iu|x|h|hr|hrs|am|pm"
"""What is written right behind a number, or nothing."""
_SALTS: Final = """
    acetate besylate carbonate chloride citrate fumarate hbr hcl hydrobromide hydrochloride
    magnesium maleate mesylate oxalate phosphate potassium sodium succinate sulfate sulphate
    tartrate
"""
"""Salts are part of a name right behind it; alone they may be something else that is taken."""
_EVERYDAY: Final = """
    a about after again ago all also am an and another any are as at be been before both but by did
    do for from had has have he her his i in is it just like me mine my no none not of off on only
    or our own per plus s she so some sometimes still stopped than that the their then they this
    time times to too took take taken taking takes until up use used using usually was we were when
    which with without
    mg mgs mcg μg ml iu unit units
    once twice thrice one two three four half double daily day days every each week weekly weeks
    month monthly months year years hour hours hourly morning mornings noon afternoon evening
    evenings night nights nightly bedtime bed pm qd bid tid qid qhs qam qpm hs po prn sl needed food
    meal meals now since currently regularly occasionally rarely often
    max maximum low lower lowest high higher highest small large dose doses dosage strength
    mouth tongue orally oral sublingual chewable bottle bottles can cans cup cups drink drinks
    drinking glass glasses tablet tablets tab tabs pill pills capsule capsules cap caps caplet
    caplets liquid solution syrup powder drop drops patch patches cream gel shot shots injection
    injections troche troches lozenge lozenges film films
    er xr sr cr xl la ir dr od odt cd ec extended release immediate delayed controlled sustained
    long short acting
    generic brand name named called old new prescribed prescription doctor medicine medicines
    medication medications med meds drug tm
    never allergic allergy quit
"""
"""Words about a medicine that name none; "sleeping" and "water" are none of them."""
_MOST_SEWN: Final = 40
"""Words that are tried as one: no name has more letters."""
_SALT_WORDS: Final = frozenset(_SALTS.split())
_EVERYDAY_WORDS: Final = frozenset(_EVERYDAY.split())


def known_medicines(pack: Pack, typed: str) -> tuple[Medicine, ...]:
    """The pack's medicines a person named in one line; empty if the pack knows none of it.

    A generic or brand name counts wherever it stands as whole words, letter case aside: people type
    "Nardil 15 mg", "phenelzine sulfate" or two names at once. A finding too many is looked at and
    passed over; a gate missed is not. A name inside a longer one is part of that: "olanzapine and
    fluoxetine" is one medicine.
    """
    return tuple(medicine for medicine, _names in named_medicines(pack, typed))


def named_medicines(pack: Pack, typed: str) -> tuple[tuple[Medicine, frozenset[str]], ...]:
    """The pack's medicines a person named in one line, each with the names that were used.

    See `known_medicines`. "Eldepryl (selegiline)" is one medicine, named twice.
    """
    places = tuple(_places(pack, _read(typed)))
    named: dict[int, set[str]] = {}
    for medicine, name, place in places:
        if not any(_is_inside(place, of) for _, _, of in places):
            named.setdefault(medicine, set()).add(name)
    return tuple((pack.medicines[one], frozenset(named[one])) for one in sorted(named))


def _is_inside(place: range, other: range) -> bool:
    """Whether a place is part of a longer one."""
    return len(place) < len(other) and other.start <= place.start and place.stop <= other.stop


def unread_words(pack: Pack, typed: str) -> tuple[str, ...]:
    """What of a line belongs to no known name and says nothing about one either, as typed.

    Doses, units, forms, salts and everyday words are passed over. Words that stand together are one
    item: "my old sertraline 50 mg and a green tea" leaves "green tea".
    """
    return tuple(typed[part] for part in unread_parts(pack, typed))


def unread_parts(pack: Pack, typed: str) -> tuple[slice, ...]:
    """Where `unread_words` stand in the line."""
    words = _read(typed)
    read = {at for _, _, place in _places(pack, words) for at in place}
    parts: list[slice] = []
    last_unread = -2
    for at, (word, where, before) in enumerate(words):
        joined = at > 0 and re.fullmatch(_JOINT, before) is not None
        glued = last_unread == at - 1 and not before  # the 12 of B12
        salt = word in _SALT_WORDS and joined and at - 1 in read
        if at in read or salt or (is_everyday(word) and not glued):
            continue
        start = parts.pop().start if joined and last_unread == at - 1 else where.start
        parts.append(slice(start, where.stop))
        last_unread = at
    return tuple(parts)


def words_of(text: str) -> tuple[str, ...]:
    """Its words, without regard to letter case and accents: runs of letters and digits."""
    return tuple(word for word, _place, _before in _read(text))


def is_everyday(word: str) -> bool:
    """Whether a word, in lower case, is a dose, a unit, a form or an everyday word."""
    return word in _EVERYDAY_WORDS or re.fullmatch(rf"\d+({_UNITS})", word) is not None


_Word = tuple[str, slice, str]
"""A word as it is looked up, where it stands in the line, and what stands before it."""


def _read(typed: str) -> tuple[_Word, ...]:
    """The words of a line.

    Letter case, accents, ligatures and the width of letters count for nothing: each sign is folded
    by itself, so that the place of a word in the line stays known.
    """
    folded = [_folded(one) for one in typed]
    starts = (0, *accumulate(map(len, folded)))
    origin = [at for at, part in enumerate(folded) for _sign in part]
    text, words, last = "".join(folded), list[_Word](), 0
    for found in re.finditer(_WORD, text):
        first, past = origin[found.start()], origin[found.end() - 1] + 1
        while past < len(typed) and starts[past + 1] == starts[past]:  # its accents
            past += 1
        words.append((found.group(), slice(first, past), text[last : found.start()]))
        last = found.end()
    return tuple(words)


@lru_cache(maxsize=1024)
def _folded(sign: str) -> str:
    """A sign without letter case, accent and width; nothing for an accent by itself."""
    if sign in _SEAMS or (category(sign) in ("Cf", "Cc") and not sign.isspace()):
        return _SEAM
    if sign in _MARKS:
        return " "
    parts = normalize("NFKD", normalize("NFKD", sign).casefold())
    return "".join(one for one in parts if category(one) not in ("Mn", "Me"))


def _places(pack: Pack, words: tuple[_Word, ...]) -> Iterator[tuple[int, str, range]]:
    """The number of every medicine named among these words, its name, and the words of it."""
    by_first_word = _names_of(_These(pack.medicines))
    for first in range(len(words)):
        for whole, past in _sewn(words, first):
            for word in (whole, *_behind_a_number(whole)):
                for medicine, text, name in by_first_word.get(word, ()):
                    for stop in _ends(words, past, name[1:]):
                        yield medicine, text, range(first, stop)


def _behind_a_number(word: str) -> Iterator[str]:
    """What a word may be without the number, and the unit, that is glued to its front."""
    bare = word.lstrip(digits)
    if bare == word:
        return
    for cut in range(len(bare)):
        if is_everyday(f"1{bare[:cut]}") or is_everyday(bare[:cut]):
            yield bare[cut:]


def _sewn(words: tuple[_Word, ...], first: int) -> Iterator[tuple[str, int]]:
    """A word by itself, and with those sewn to it by a sign that shows nothing; and what follows.

    Such a sign may be a place to break the line within a name, or stand between two names: both
    are tried, so that it hides neither.
    """
    whole = ""
    for place in range(first, min(first + _MOST_SEWN, len(words))):
        word, _, before = words[place]
        if place > first and before.strip(_SEAM):
            return
        whole += word
        yield whole, place + 1


def _ends(words: tuple[_Word, ...], at: int, name: tuple[str, ...]) -> Iterator[int]:
    """Where the rest of a name ends when it goes on at a word."""
    if not name:
        yield at
        return
    for word, past in _sewn(words, at):
        if word == name[0]:
            yield from _ends(words, past, name[1:])


class _These:
    """Medicines by which tuple they are: comparing all they say takes longer than a look-up."""

    def __init__(self, medicines: tuple[Medicine, ...]) -> None:
        self.medicines = medicines

    def __hash__(self) -> int:
        return id(self.medicines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _These) and self.medicines is other.medicines


@lru_cache(maxsize=16)
def _names_of(these: _These) -> dict[str, list[tuple[int, str, tuple[str, ...]]]]:
    return _names(these.medicines)


@lru_cache(maxsize=4)
def _names(medicines: tuple[Medicine, ...]) -> dict[str, list[tuple[int, str, tuple[str, ...]]]]:
    """Every name and its words by the first of them; kept, for every change looks them up."""
    found: dict[str, list[tuple[int, str, tuple[str, ...]]]] = {}
    for place, medicine in enumerate(medicines):
        for text in (medicine.id, *medicine.brands):
            name = words_of(text)
            if name:
                found.setdefault(name[0], []).append((place, text, name))
    return found
