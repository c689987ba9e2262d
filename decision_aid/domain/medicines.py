"""Which medicines a typed line names, and what in it belongs to no known name."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Medicine

_WORD: Final = r"[^\W\d_]+|\d+[^\W\d_]*"
"""Letters, or a number with its unit: "Nardil15mg" is two words, "5-HTP" and "5HTP" stay apart."""
_JOINT: Final = r"[\s.'’-]*"
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
    medication medications med meds drug
"""
"""Words about a medicine that name none; "sleeping" and "water" are none of them."""
_SALT_WORDS: Final = frozenset(_SALTS.split())
_EVERYDAY_WORDS: Final = frozenset(_EVERYDAY.split())


def known_medicines(pack: Pack, typed: str) -> tuple[Medicine, ...]:
    """The pack's medicines a person named in one line; empty if the pack knows none of it.

    A generic or brand name counts wherever it stands as whole words, letter case aside: people type
    "Nardil 15 mg", "phenelzine sulfate" or two names at once. A finding too many is looked at and
    passed over; a gate missed is not. A name inside a longer one is part of that: "olanzapine and
    fluoxetine" is one medicine.
    """
    places = tuple(_places(pack, words_of(typed)))
    named = {
        medicine for medicine, place in places if not any(_is_inside(place, of) for _, of in places)
    }
    return tuple(pack.medicines[one] for one in sorted(named))


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
    found = tuple(re.finditer(_WORD, typed))
    words = tuple(_plain(one.group()) for one in found)
    read = {at for _, place in _places(pack, words) for at in place}
    parts: list[slice] = []
    last_unread = -2
    for at, (word, one) in enumerate(zip(words, found, strict=True)):
        joined = at > 0 and _are_joined(typed[found[at - 1].end() : one.start()])
        glued = last_unread == at - 1 and found[at - 1].end() == one.start()  # the 12 of B12
        salt = word in _SALT_WORDS and joined and at - 1 in read
        if at in read or salt or (is_everyday(word) and not glued):
            continue
        start = parts.pop().start if joined and last_unread == at - 1 else one.start()
        parts.append(slice(start, one.end()))
        last_unread = at
    return tuple(parts)


def words_of(text: str) -> tuple[str, ...]:
    """Its words, without regard to letter case: runs of letters and digits."""
    return tuple(map(_plain, re.findall(_WORD, text)))


def _plain(word: str) -> str:
    """A word without regard to letter case and to the width its letters are written in."""
    return normalize("NFKC", word).casefold()


def is_everyday(word: str) -> bool:
    """Whether a word, in lower case, is a dose, a unit, a form or an everyday word."""
    return word in _EVERYDAY_WORDS or re.fullmatch(rf"\d+({_UNITS})", word) is not None


def _are_joined(between: str) -> bool:
    return re.fullmatch(_JOINT, between) is not None


def _places(pack: Pack, words: tuple[str, ...]) -> Iterator[tuple[int, range]]:
    """The number of every medicine named among these words, and which of them name it."""
    by_first_word = _names(pack.medicines)
    for first, word in enumerate(words):
        for medicine, name in by_first_word.get(word, ()):
            place = range(first, first + len(name))
            if words[first : place.stop] == name:
                yield medicine, place


@lru_cache(maxsize=4)
def _names(medicines: tuple[Medicine, ...]) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """The words of every name by the first of them; kept, for every change looks them up."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for place, medicine in enumerate(medicines):
        for name in map(words_of, (medicine.id, *medicine.brands)):
            if name:
                found.setdefault(name[0], []).append((place, name))
    return found
