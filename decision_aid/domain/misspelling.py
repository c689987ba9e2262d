"""How far a word is from a name it may be meant for."""

from typing import Final

_TWO_SLIPS_FROM: Final = 8
"""Letters of the longer of the two from which on two slips still leave a name to be known."""


def most_slips(typed: str, name: str) -> int:
    """How many slips may lie between what was typed and the name of a medicine.

    One; two in long names, and in those a letter shorter that begin alike, such as "Vivance".
    """
    if max(len(typed), len(name)) >= _TWO_SLIPS_FROM:
        return 2
    begin_alike = len(typed) == len(name) == _TWO_SLIPS_FROM - 1 and typed[0] == name[0]
    return 2 if begin_alike else 1


def slips(one: str, other: str, most: int) -> int | None:
    """The least number of slips that make one word of another; None for more than `most`.

    A slip is a letter left out, put in, taken for another, or two neighbors that changed places.
    The ratio of `difflib` finds as many misspellings only where it also takes different medicines
    for each other: to it, calcium is nearer to Valium than "Benedril" is to Benadryl.

    Source:
        Optimal string alignment: Damerau, A technique for computer detection and correction of
        spelling errors, Commun ACM 1964; Boytsov, Indexing methods for approximate dictionary
        searching, ACM J Exp Algorithmics 2011.
    """
    if abs(len(one) - len(other)) > most or len({*one} - {*other}) > most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        following = [i]
        for j, b in enumerate(other, start=1):
            least = min(row[j] + 1, following[-1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                least = min(least, before[j - 2] + 1)
            following.append(least)
        if min(following) > most:
            return None
        before, row = row, following
    return row[-1] if row[-1] <= most else None
