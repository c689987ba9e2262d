"""Checks on words that praise, frighten or belittle, and on names that judge."""

import re
from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import _
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.checks.graded import is_english
from decision_aid.content.nodes import texts
from decision_aid.content.reading import word_count
from decision_aid.content.wording import quote

LOADED: Final = (
    r"breakthroughs?|miracles?|wonder drugs?|cutting[- ]edge|revolutionary|game[- ]chang\w+",
    r"proven|guarantee[sd]?|safe and effective|highly effective|gold standard|superior",
    r"harmless|risk[- ]free|(?:completely|totally|perfectly) safe",
    r"(?<!no )(?<!not )cure[sd]?",
    r"amazing(?:ly)?|remarkabl[ey]|dramatic(?:ally)?|powerful(?:ly)?|impressive(?:ly)?",
    r"horrible|horribly|terrible|terribly|drastic(?:ally)?|frightening|scary|desperate",
    r"(?:un)?fortunately|luckily|sadly|obviously|of course|simpl[ey]|merely",
    r"natural(?:ly)?(?! (?:course|history))",
    r"just(?! (?:before|after|as|under|over|above|below|then|when|now))",
    r"only (?:\d[\d,]* (?:of|in|out)\b|(?:a )?(?:few|little|small|minor|mild|slight)\b)",
    r"the only (?:option|choice|way|hope|answer|cure)",
)
"""Words that praise, frighten or belittle, less where they do not: "only after", "just before"."""

JUDGING: Final = (
    *LOADED,
    r"best|better|good|new|newer|modern|advanced|alternative|standard|conventional|proper|real",
    r"recommended|effective|safer?|stronger|strong|fast|faster|rapid|easy|easier|basic",
)
"""Words that judge where they stand in the name of an option."""

_LOADED: Final = re.compile(rf"\b(?:{'|'.join(LOADED)})\b", re.IGNORECASE)
_JUDGING: Final = re.compile(rf"\b(?:{'|'.join(JUDGING)})\b", re.IGNORECASE)

MOST_WORDS_APART: Final = 3
"""By how many words the names of the options may differ."""


def _loaded_word(checked: Checked) -> Iterator[Found]:
    """Such a word leads a person to an option, or away from it, and tells nothing."""
    for text in texts(checked.read.texts) if is_english(checked.read) else ():
        for found in _LOADED.finditer(text.value or ""):
            sentence = _("{word} is a loaded word. Say what is known instead.")
            yield text.place, sentence.format(word=quote(found.group()))


def _unlike_labels(checked: Checked) -> Iterator[Found]:
    """Names alone can move a choice, so they are of one kind."""
    names = [option.name for option in checked.pack.options]
    lengths = [word_count(name) for name in names]
    place = lengths.index(max(lengths))
    if max(lengths) - min(lengths) > MOST_WORDS_APART:
        told = _(
            "The name {name} is {count} words longer than another option's. Name all options alike."
        ).format(name=quote(names[place]), count=max(lengths) - min(lengths))
        yield checked.place("options", place, "name"), told
    for place, name in enumerate(names):
        if is_english(checked.read) and (found := _JUDGING.search(name)):
            told = _("{word} judges in the name of an option. Say what it is.").format(
                word=quote(found.group())
            )
            yield checked.place("options", place, "name"), told


CHECKS: Final = (
    Check("loaded_word", "warning", _loaded_word),
    Check("unlike_labels", "warning", _unlike_labels),
)
