"""Checks on how numbers are told: only as people out of people, never relative to each other."""

import re
from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import _
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.nodes import texts
from decision_aid.content.wording import quote

_RELATIVE: Final = re.compile(
    r"\b(?:(?:odds|hazard|risk|rate)[ -]ratios?|relative risks?|effect sizes?|"
    r"standardi[sz]ed mean difference|number needed to (?:treat|harm)|"
    r"(?:twice|half) as (?:likely|many|often)|"
    r"(?:two|three|four|five|ten|\d+)(?:-fold| times (?:as|more|less|higher|lower)(?! than once))|"
    r"(?:doubles?|halves|triples?) (?:the|your) (?:risk|chance|odds))\b"
    r"|\d ?%|\bper ?cent\b",
    re.IGNORECASE,
)
"""Words for how a number compares with one that is not told."""

_SIGNS: Final = re.compile(
    r"\b(?:a?OR|HR|RR|SMD|NNT|NNH)\b ?[=:]? ?\d|\b(?:SMD|NNT|NNH)\b|\b[pP] ?[<=>≤] ?0?\.\d"
)
"""The same in a paper's own signs; their case tells them from words."""

_DECIMALS: Final = re.compile(r"\d\.\d+ (?:\w+ ){0,2}?(?:of|in) (?:every )?1[,.]?0+\b")


def _relative_effects(checked: Checked) -> Iterator[Found]:
    """Twice as likely may be 2 of 100 or 2 of a million: it frightens, and it sells."""
    for text in texts(checked.read.texts):
        for form in (_RELATIVE, _SIGNS):
            for found in form.finditer(text.value or ""):
                sentence = _("{words} hides how many. Give people of 100 instead.").format(
                    words=quote(found.group())
                )
                yield text.place, sentence


def _decimals_shown(checked: Checked) -> Iterator[Found]:
    """Nobody is a part of a person, and no group was counted that finely."""
    for text in texts(checked.read.texts):
        for found in _DECIMALS.finditer(text.value or ""):
            yield (
                text.place,
                _("{words}: round it to whole people.").format(words=quote(found.group())),
            )


CHECKS: Final = (
    Check("relative_effect", "error", _relative_effects),
    Check("decimals_shown", "error", _decimals_shown),
)
