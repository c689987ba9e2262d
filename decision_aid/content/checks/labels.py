"""Checks on labels and questions: short enough for narrow places, and asked as questions."""

from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import _
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.references import matches
from decision_aid.content.wording import quote

MOST_WORDS: Final = 3
"""Words of a label in bars, legends and narrow tables."""

_QUESTIONS: Final = (
    *("decision", "questions.*.text", "suggestions.*.text"),
    *("teach_backs.*.question", "figures.*.question"),
)

_MARKS: Final = ("?", ";", "\uff1f", "\u061f")
"""Question marks, the Greek, the Chinese and the Arabic one too."""


def _label_too_long(checked: Checked) -> Iterator[Found]:
    """Where there is no room, a long label is cut off, or pushes another away."""
    for kind in ("options", "questions", "criteria"):
        for path, label in matches(checked.pack, f"{kind}.*.short"):
            if len(label.split()) > MOST_WORDS:
                sentence = _("{label} has more than {most} words.")
                yield checked.place(*path), sentence.format(label=quote(label), most=MOST_WORDS)


def _no_question(checked: Checked) -> Iterator[Found]:
    """A decision told as a statement sounds as if it had been made."""
    for pattern in _QUESTIONS:
        for path, text in matches(checked.pack, pattern):
            if not text.rstrip().endswith(_MARKS):
                yield (
                    checked.place(*path),
                    _("{text} should be a question.").format(text=quote(text)),
                )


CHECKS: Final = (
    Check("label_too_long", "warning", _label_too_long),
    Check("no_question", "warning", _no_question),
)
