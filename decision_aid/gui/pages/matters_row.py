"""One criterion: what it is, how far the options lie apart on it, how much it matters."""

from collections.abc import Callable
from functools import partial
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.answers import IMPORTANCE_WORDS, NOT_SURE, Rating
from decision_aid.domain.criteria import Criterion
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.pages.fixed_answers import spoken
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.changes.matters import SetImportance
from decision_aid.workspace.matters_words import own_places, span_words
from decision_aid.workspace.snapshot import Snapshot

MEANING: Final = N_("What this means")

Voice = Literal["person", "provider"]

CHOICES: tuple[tuple[object, str], ...] = (*enumerate(IMPORTANCE_WORDS), (NOT_SURE, N_("Not sure")))


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
        self._criterion, self._voice, self._apply = criterion.id, voice, apply
        whose = (
            criterion.name
            if voice == "person"
            else _("Provider, {criterion}").format(criterion=criterion.name)
        )
        self._span = safe.label("", "small")
        self._choice = SegmentedChoice(whose, spoken(CHOICES))
        self._clear = _clear_button(whose)
        self._choice.chosen.connect(self._rate)
        self._clear.clicked.connect(lambda: self._rate(None))
        words = QVBoxLayout()
        words.setSpacing(2)
        for line in (safe.label(safe.breakable(criterion.name), "strong"), self._span):
            words.addWidget(line)
        upper = QHBoxLayout()
        upper.addLayout(words, 1)
        upper.addWidget(self._clear, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(upper)
        if criterion.explanation and voice == "person":
            column.addWidget(self._explained(criterion))
        else:
            column.addWidget(self._choice, alignment=Qt.AlignmentFlag.AlignLeft)
        self._span.setVisible(voice == "person")

    def present(self, criterion: Criterion, rating: Rating | None, snapshot: Snapshot) -> None:
        """Show what was said, and how far these options lie apart."""
        self._choice.choose(None if rating is None else rating.importance)
        self._clear.setVisible(rating is not None)
        self._span.setText(span_sentence(criterion, snapshot))

    def take_focus(self) -> None:
        """Put the keyboard on the answer given, or on the first one."""
        steps = self._choice.findChildren(QPushButton)
        given = next((one for one in steps if one.isChecked()), steps[0])
        given.setFocus(Qt.FocusReason.TabFocusReason)

    def _explained(self, criterion: Criterion) -> Disclosure:
        """The answers, and beside them what the criterion means, a press away.

        By keyboard it is F2 that tells it: with one more stop for each criterion, five of them
        could not be rated with few keys.
        """
        made = Disclosure(
            _(MEANING),
            name=_("What this means: {criterion}").format(criterion=criterion.name),
            holds=lambda: safe.label(criterion.explanation, "small"),
        )
        made.header.setProperty("tone", "quiet")
        made.header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.put_beside(self._choice, first=True)
        keys = self._choice.accessibleDescription()
        self._choice.setAccessibleDescription(f"{keys} {_('F2 tells what this means.')}")
        key = QShortcut(QKeySequence("F2"), self, made.header.click)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.toggled.connect(partial(self._tell, criterion.explanation))
        return made

    def _tell(self, explanation: str, is_open: bool) -> None:  # noqa: FBT001 - Qt's own signal
        if is_open:
            announce(self, explanation)

    def _rate(self, importance: object) -> None:
        self._apply(SetImportance(self._criterion, _importance(importance), self._voice))


def _clear_button(whose: str) -> QPushButton:
    """For the pointer; the keyboard takes an answer back on the step chosen, with no stop more."""
    made = safe.button(
        _("Clear"), "quiet", name=_("{criterion}: clear the answer").format(criterion=whose)
    )
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    policy = made.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    made.setSizePolicy(policy)
    return made


def span_sentence(criterion: Criterion, snapshot: Snapshot) -> str:
    """How far the options lie apart: "Across your options: from about 2 to about 16 weeks"."""
    across = _("Across your options: {span}.").format(span=span_words(criterion, snapshot))
    return own_places(criterion, snapshot) or across


def _importance(value: object) -> int | Literal["not_sure"] | None:
    if value == NOT_SURE:
        return "not_sure"
    return value if isinstance(value, int) else None
