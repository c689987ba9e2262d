"""Checks on balance: no option is praised, frightened away or told of at greater length."""

import re
from collections.abc import Iterator
from typing import Final

from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.nodes import texts
from decision_aid.content.wording import quote

_LOADED: Final = re.compile(
    r"\b(breakthrough|proven|natural|unfortunately|miracle|safe and effective)\b", re.IGNORECASE
)
"""Words that praise or frighten instead of telling."""


def _loaded_words(checked: Checked) -> Iterator[Found]:
    for text in texts(checked.read.texts):
        for found in _LOADED.finditer(text.value or ""):
            yield text.place, f"{quote(found.group())} is a loaded word. Say what is known instead."


CHECKS: Final = (Check("loaded_word", "warning", _loaded_words),)
