"""One criterion: what it is, how far the options lie apart on it, how much it matters."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from decision_aid.domain.answers import IMPORTANCE_WORDS, NOT_SURE, Rating
from decision_aid.domain.criteria import Criterion
from decision_aid.gui import safe
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace import wording
from decision_aid.workspace.changes.matters import SetImportance

Voice = Literal["person", "provider"]

CHOICES: tuple[tuple[object, str], ...] = (*enumerate(IMPORTANCE_WORDS), (NOT_SURE, "Not sure"))


class CriterionRow(QWidget):
    """A criterion with its five steps, "Not sure", and a way to take the answer back.

    Args:
        criterion: The criterion.
        voice: Whose rating it is.
        apply: Where the rating goes.
    """

    def __init__(
        self, criterion: Criterion, voice: Voice, apply: Callable[[SetImportance], None]
    ) -> None:
        super().__init__()
        self._criterion, self._voice, self._apply = criterion, voice, apply
        whose = criterion.name if voice == "person" else f"Provider, {criterion.name}"
        self._span = safe.label("", "small")
        self._choice = SegmentedChoice(whose, CHOICES)
        self._clear = safe.button("Clear", "quiet", name=f"{whose}: clear the answer")
        self._choice.chosen.connect(self._rate)
        self._clear.clicked.connect(lambda: self._rate(None))
        upper = QHBoxLayout()
        upper.addWidget(self._words(), 1)
        upper.addWidget(self._clear, alignment=Qt.AlignmentFlag.AlignTop)
        lower = QHBoxLayout()
        lower.addWidget(self._choice)
        lower.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(upper)
        column.addLayout(lower)

    @property
    def criterion(self) -> str:
        """The criterion's id."""
        return self._criterion.id

    def show_rating(self, rating: Rating | None, options: tuple[str, ...]) -> None:
        """Show what was said, and how far these options lie apart."""
        self._choice.choose(None if rating is None else rating.importance)
        self._clear.setVisible(rating is not None)
        self._span.setText(span_sentence(self._criterion, options))

    def _words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(safe.label(self._criterion.name, "strong"))
        if self._voice == "person":
            column.addWidget(safe.label(self._criterion.explanation, "small"))
            column.addWidget(self._span)
        return words

    def _rate(self, importance: object) -> None:
        self._apply(SetImportance(self._criterion.id, _importance(importance), self._voice))


def span_sentence(criterion: Criterion, options: tuple[str, ...]) -> str:
    """How far the options lie apart: "Across your options: from about 2 to about 16 weeks"."""
    worst, best = wording.criterion_span(criterion, options)
    if not worst:
        return "Across your options: nobody knows yet."
    unknown = any(criterion.standing(option).unknown is not None for option in options)
    rest = "; not known for all" if unknown else ""
    if worst == best:
        return f"Across your options: {worst}, the same for all we know of{rest}."
    return f"Across your options: from {worst} to {best}{rest}."


def _importance(value: object) -> int | Literal["not_sure"] | None:
    if value == NOT_SURE:
        return "not_sure"
    return value if isinstance(value, int) else None
