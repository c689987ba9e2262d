"""The recovery code: printed once, and the way in for who has lost a passphrase.

160 random bits as 32 signs in groups of four, and a ninth group that tells a typing error. The
signs leave out I, L, O and U, and are read in either case, so that what is copied from paper by
hand is read as it was meant.

Source: Crockford, Base 32.
"""

import os
import unicodedata
from hashlib import sha256
from typing import Final

from decision_aid.base.language import _, ngettext
from decision_aid.base.locale_words import number_words

_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT: Final = str.maketrans("OIL", "011")
_CODE_BYTES: Final = 20
_GROUP: Final = 4
_GROUPS: Final = 9
_LENGTH: Final = _GROUP * _GROUPS
_CHECK_BITS: Final = 20


def new_recovery_code() -> str:
    """A new code, in groups as it is printed."""
    return printed_code(os.urandom(_CODE_BYTES))


def printed_code(secret: bytes) -> str:
    """A code as it is printed: nine groups of four signs with blanks between.

    Args:
        secret: Its 20 bytes.
    """
    number = int.from_bytes(secret, "big") << _CHECK_BITS | _check(secret)
    signs = "".join(_SIGNS[number >> 5 * place & 31] for place in reversed(range(_LENGTH)))
    return " ".join(signs[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def code_bytes(typed: str) -> bytes | None:
    """The 20 bytes of a code as someone typed it; None where it is no code, or has an error.

    Case, blanks and dashes do not matter; O is read as 0, I and L as 1.
    """
    signs = _signs(typed)
    if len(signs) != _LENGTH or not set(signs) <= set(_SIGNS):
        return None
    number = 0
    for sign in signs:
        number = number << 5 | _SIGNS.index(sign)
    secret = (number >> _CHECK_BITS).to_bytes(_CODE_BYTES, "big")
    return secret if number & (1 << _CHECK_BITS) - 1 == _check(secret) else None


def typing_error(typed: str) -> str | None:
    """What is wrong with a recovery code as it was typed, in a sentence; None where nothing is.

    It can be told before the code is tried. A code without an error may still be an old one.
    """
    signs = _signs(typed)
    if not set(signs) <= set(_SIGNS):
        return _("A recovery code has letters and digits only, and never a U. Compare it again.")
    if len(signs) != _LENGTH:
        return ngettext(
            "A recovery code has 9 groups of 4: 36 letters and digits. Here is {count}.",
            "A recovery code has 9 groups of 4: 36 letters and digits. Here are {count}.",
            len(signs),
        ).format(count=number_words(len(signs)))
    if code_bytes(typed) is None:
        return _("At least one group is not as printed. Compare each group with the paper.")
    return None


def same_groups(typed: str, printed: str) -> bool:
    """Whether someone typed these groups, read as a whole code would be."""
    return _signs(typed) == _signs(printed)


def _signs(typed: str) -> str:
    """What was typed, without what stands between the groups."""
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_MEANT)
    return "".join(one for one in plain if not _stands_between(one))


def _stands_between(sign: str) -> bool:
    # Blanks, line ends, dashes, and signs that show nothing, as a copied text may hold them.
    return sign.isspace() or unicodedata.category(sign) in {"Pd", "Cf"}


def _check(secret: bytes) -> int:
    digest = sha256(b"ddx/1/recovery" + secret).digest()
    return int.from_bytes(digest, "big") >> 256 - _CHECK_BITS
