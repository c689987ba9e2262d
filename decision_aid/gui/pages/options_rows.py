"""Which rows of the table of options stand together, and what stands above and beside them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain.journey import LetteredOption
from decision_aid.domain.options import Question
from decision_aid.gui import safe
from decision_aid.gui.widgets.side_by_side import Band

_GROUPS: Final = (
    ("What it is", ("description",)),
    ("What to expect", ("benefit",)),
    ("What could go wrong", ("harm",)),
    ("What it is like", ("body", "mind", "social")),
    ("Practical things", ("practical",)),
)


def grouped(questions: Sequence[Question]) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    """The questions under their headings, each group in the pack's order; no group is empty."""
    made = (
        (title, tuple(one for one in questions if one.kind in kinds)) for title, kinds in _GROUPS
    )
    return tuple((title, asked) for title, asked in made if asked)


def band(title: str, options: Sequence[LetteredOption]) -> Band:
    """A heading above rows, with the letters and short names of the options."""
    names = tuple(_inset(f"{one.letter}  {one.option.short}", "small", 8) for one in options)
    return Band(_inset(title, "strong", 10), names)


def question_head(question: Question) -> QWidget:
    """The question at the left of its row, and what must be said of all its numbers."""
    made = QWidget()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(10, 10, 8, 10)
    inside.addWidget(safe.label(question.text, "small_strong"))
    if question.caution:
        inside.addWidget(safe.label(question.caution, "small"))
    inside.addStretch()
    return made


def _inset(text: str, role: str, left: int) -> QWidget:
    made = QWidget()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(left, 8, 8, 6)
    inside.addStretch()
    inside.addWidget(safe.label(text, role))
    return made
