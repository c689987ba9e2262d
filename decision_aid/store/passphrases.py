"""Whether a new passphrase is too easy to guess.

Length is what counts. Beyond it only what guessers try first is refused: one sign or piece over and
over, runs of the alphabet or the keyboard, the person's name, the words this program shows, and the
long passphrases that everybody knows. No mix of signs is asked for.

Source: NIST SP 800-63B, 5.1.1.2 (length, comparison with known values, no composition rules).
"""

import re
import unicodedata
from typing import Final

from decision_aid.base.language import N_, _

SHORTEST: Final = 12
"""Characters, unless there are `FEWEST_WORDS`."""
FEWEST_WORDS: Final = 4
LONGEST: Final = 1024
"""Characters; more are never read."""

_SHORT: Final = N_(
    "Use at least 12 characters, or four words or more that only you would put together."
)
_LONG: Final = N_("Use at most 1,024 characters.")
_REPEATED: Final = N_(
    "The same signs come again and again in it. Use four words or more that have nothing to do "
    "with each other."
)
_RUN: Final = N_(
    "Most of it is a row of the keyboard, of the alphabet or of numbers. Use four words or more "
    "that have nothing to do with each other."
)
_NAMED: Final = N_(
    "Little of it is left without your name and the words this program shows. Add words that "
    "nobody would look for here."
)
_KNOWN: Final = N_(
    "Many people use this one, so it is tried first. Use four words or more that only you would "
    "put together."
)

_ROWS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "!@#$%^&*()",
)
_OURS: Final = (
    *("decision", "decisions", "aid", "session", "sessions", "kept", "keep", "safe", "recovery"),
    *("code", "depression", "patient", "provider", "prescriber", "counselor", "clinic", "doctor"),
    *("passphrase", "password", "passwort", "secret", "letmein", "welcome", "admin", "login"),
    *("unlock", "open", "ketamine", "esketamine", "hospital", "health", "medicine", "medication"),
)
# Long ones that stand near the top of published lists of leaked passwords, or in every text about
# passphrases; shorter ones are refused by their length.
_WELL_KNOWN: Final = frozenset(
    {
        *("correcthorsebatterystaple", "correcthorsebattery", "horsebatterystaple"),
        *("thequickbrownfox", "thequickbrownfoxjumps", "thequickbrownfoxjumpsoverthelazydog"),
        *("iloveyouforever", "iloveyousomuch", "iloveyou1234", "ilovemyfamily", "ilovemykids"),
        *("tobeornottobe", "tobeornottobethatisthequestion", "maytheforcebewithyou"),
        *("trustno1trustno1", "letmeinletmein", "changemechangeme", "changemeplease"),
        *("passwordpassword", "mypasswordis", "thisismypassword", "thisisapassword"),
        *("thisismypassphrase", "thisisapassphrase", "opensesame", "jesuschrist", "jesusislord"),
        *("godisgood", "ingodwetrust", "onceuponatime", "goodmorning", "happybirthday"),
        *("liverpoolfc", "manchesterunited", "manchestercity", "realmadrid", "dallascowboys"),
        *("starwarsfan", "harrypotter", "gameofthrones", "lordoftherings", "spongebobsquarepants"),
        *("unitedstates", "newyorkcity", "losangeles", "sanfrancisco", "onetwothreefour"),
        *("onetwothreefourfive", "nevergonnagiveyouup", "supercalifragilisticexpialidocious"),
    }
)
_LEAST_LEFT: Final = 8
"""Characters that are left when what is guessed first is taken out."""
_LONGEST_PIECE: Final = 8
"""Characters of a piece that is looked for over and over; a longer one is a word again."""
_SHORTEST_RUN: Final = 4


def weakness(passphrase: str, *, name: str = "") -> str | None:
    """Why a new passphrase is too easy to guess, and what to do; None where it is not.

    Args:
        passphrase: As typed.
        name: The name of whose it is.
    """
    plain = unicodedata.normalize("NFKC", passphrase).strip().casefold()
    if len(plain) > LONGEST:
        return _(_LONG)
    if len(plain) < SHORTEST and _word_count(plain) < FEWEST_WORDS:
        return _(_SHORT)
    joined = "".join(filter(str.isalnum, plain))
    checks = (
        (_is_known(joined), _KNOWN),
        (_is_repeated(plain), _REPEATED),
        (_length_without_runs(plain) < _LEAST_LEFT, _RUN),
        (_length_without(joined, _names(name)) < _LEAST_LEFT, _NAMED),
    )
    return next((_(sentence) for is_weak, sentence in checks if is_weak), None)


def _word_count(plain: str) -> int:
    """The different words of two characters or more."""
    return len({word for word in re.split(r"[\s_-]+", plain) if len(word) > 1})


def _is_known(joined: str) -> bool:
    """Whether it is a well known one, also with a few digits behind it or before it."""
    return joined in _WELL_KNOWN or joined.strip("0123456789") in _WELL_KNOWN


def _is_repeated(plain: str) -> bool:
    """Whether it is few different signs, or one piece over and over, perhaps with a little more."""
    joined = "".join(plain.split())
    few = len(set(joined)) < 5
    return few or any(_repeats(joined, length) for length in range(1, _LONGEST_PIECE + 1))


def _repeats(joined: str, length: int) -> bool:
    """Whether nearly all characters are the same as the ones so many places before."""
    pairs = list(zip(joined[length:], joined, strict=False))
    others = sum(one != before for one, before in pairs)
    return len(pairs) >= length and 6 * others <= len(pairs)


def _length_without_runs(plain: str) -> int:
    """How many characters it has when each run of a row, or of one sign, counts as one."""
    joined = re.sub(r"(.)\1+", r"\1", "".join(plain.split()))
    length = at = 0
    while at < len(joined):
        run = max(_run_length(joined[at:], row) for row in _ROWS)
        at += run if run >= _SHORTEST_RUN else 1
        length += 1
    return length


def _run_length(text: str, row: str) -> int:
    """How many characters at the start of the text stand so in a row, either way."""
    lengths = range(min(len(text), len(row)), 0, -1)
    return next((n for n in lengths if text[:n] in row or text[:n] in row[::-1]), 0)


def _names(name: str) -> list[str]:
    """What is guessed first of a person: the parts of the name, longest first."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    parts = [part for part in re.split(r"[\W_]+", plain) if len(part) > 1]
    return sorted({*parts, "".join(parts)} - {""}, key=len, reverse=True)


def _length_without(joined: str, names: list[str]) -> int:
    """The letters left without the names, the program's own words and digits at the ends."""
    taken_out = re.compile(
        "|".join(map(re.escape, (*names, *sorted(_OURS, key=len, reverse=True))))
    )
    return len(taken_out.sub("", joined).strip("0123456789"))
