"""Makes the list of words whose syllables the rule gets wrong, from the CMU Pronouncing Dictionary.

The dictionary is the file cmudict.dict of github.com/cmusphinx/cmudict. Write the list anew with

    python -m tests.content.syllable_list cmudict.dict > resources/reading/syllables.en.txt
"""

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from textwrap import wrap

from decision_aid.content.syllables import by_rule

HEAD = """\
# Words of American English whose syllables our rule gets wrong, after their number of syllables.
# Made by tests/content/syllable_list.py from the CMU Pronouncing Dictionary: of each word its first
# pronunciation; words with "'s" are left out. Its licence is LICENSE.txt beside this file."""


def counts(dictionary: str) -> dict[str, int]:
    """The syllables of every word: the vowels of its first pronunciation, at least one."""
    found: dict[str, int] = {}
    for line in dictionary.splitlines():
        word, *sounds = line.partition("#")[0].split()
        if re.fullmatch(r"[a-z]+('[a-z]+)?", word) and not word.endswith("'s"):
            found[word] = max(sum(sound[-1].isdigit() for sound in sounds), 1)
    return found


def wrong(found: dict[str, int]) -> Iterator[str]:
    """The lines of the list."""
    missed = sorted((count, word) for word, count in found.items() if by_rule(word) != count)
    for count, words in groupby(missed, key=lambda one: one[0]):
        lines = wrap(" ".join(word for _, word in words), 96, break_on_hyphens=False)
        yield from (f"{count} {line}" for line in lines)


if __name__ == "__main__":
    sys.stdout.write(HEAD + "\n")
    for row in wrong(counts(Path(sys.argv[1]).read_text("utf-8"))):
        sys.stdout.write(row + "\n")
