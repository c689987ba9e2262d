"""Texts that stand where something should be said, and say nothing."""

import re
from typing import Final

_NOTHING: Final = re.compile(r"[\W\d_]*|n/?a|tb[ad]|to ?do|fix ?me|x+|unknown", re.IGNORECASE)

SAID_BY_OTHERS: Final = frozenset(
    ("people", "intervention", "comparison", "when", "certainty_reason", "derived_by")
)
"""Fields whose emptiness has a check of its own."""


def says_nothing(text: str) -> bool:
    """Whether a text is blank or only keeps a place, such as "n/a" and "TBD".

    Args:
        text: The text.
    """
    return _NOTHING.fullmatch(text.strip()) is not None
