"""How many syllables an American English word has: a small rule, and the words it gets wrong.

The list of those words was made from the CMU Pronouncing Dictionary, so that the count is that
dictionary's for every word it knows, and the rule's own for any other.
"""

import re
from functools import cache
from typing import Final

from decision_aid.base.resources import resources_dir

_VOWELS: Final = re.compile("[aeiouy]+")

_SILENT: Final = re.compile(
    """
      (?<=[^aeiouy]) e $ (?<! [^aeiouylr]le )                       # take, whole; not table
    | (?<=[^aeiouy]) e (?=s$) (?<! [sxzcg]e ) (?<! [cs]he ) (?<! [^aeiouylr]le )  # takes, not noses
    | (?<=[^aeiouy]) e (?=d$) (?<! [td]e ) (?<! [^aeiouylr]le )         # stopped; not needed
    | (?<=[aeiouy][^aeiouy]) e (?= ly | ful | ment | less | ness )      # hopeful, safely
    | (?<=[aeiouy][gq]) ue $                                            # league, unique
    """,
    re.VERBOSE,
)
"""Vowels that are written and not spoken."""

_APART: Final = re.compile(
    """
      (?<![tcsg]) i (?=[aou]) | i (?= i | ers?$ | est$ )                # period, easier
    | e (?=o) | a (?=o) | (?<![gq]) u (?= ou | a[lt] | it )             # video, usual
    | (?<=[aeiou]) y (?=[aei]) | (?<=[^aeiou]) y (?=i)                  # player, trying
    | sms?$ | ^mc                                                       # autism, McKay
    """,
    re.VERBOSE,
)
"""Where a group of vowels, or none, holds one syllable more than it shows."""

_NOT_LETTERS: Final = re.compile("[^a-z]")


def syllables(word: str) -> int:
    """The syllables of one word in lower case, at least 1.

    Args:
        word: Letters and an apostrophe; anything else is left out.

    Source: The CMU Pronouncing Dictionary, its first pronunciation of each word.
    """
    word = word.replace("’", "'").removesuffix("'s")
    known = exceptions().get(word)
    return by_rule(word) if known is None else known


def by_rule(word: str) -> int:
    """What the rule alone says: groups of vowels, less silent ones, more where they part."""
    letters = _NOT_LETTERS.sub("", word)
    found = len(_VOWELS.findall(letters)) + len(_APART.findall(letters))
    return max(found - len(_SILENT.findall(letters)), 1)


@cache
def exceptions() -> dict[str, int]:
    """The words the rule gets wrong, with their count; some 8,000, read once."""
    listed = (resources_dir() / "reading" / "syllables.en.txt").read_text("utf-8")
    rows = (line.split() for line in listed.splitlines() if not line.startswith("#"))
    return {word: int(count) for count, *words in rows for word in words}
