"""One question that checks the ratings, and what it asks when they say otherwise."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import or_words
from decision_aid.domain.session import TradeOff
from decision_aid.domain.trade_offs import disagrees
from decision_aid.gui import safe
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice
from decision_aid.gui.widgets.flow import Flow
from decision_aid.workspace.changes.matters import AnswerTradeOff
from decision_aid.workspace.matters_words import disagreement_sentence
from decision_aid.workspace.snapshot import Snapshot

QUESTION: Final = N_("If you could have only one of these at its best, which would you choose?")
WHICH: Final = N_("Which is right for you?")
LEAVE: Final = N_("Leave it as it is")
LOOK: Final = N_("Look at the two ratings again")
LEFT: Final = N_("Both stay as you said them.")

Preferred = Literal["first", "second", "same"]
_FLIPPED: Final[dict[Preferred, Preferred]] = {"first": "second", "second": "first", "same": "same"}


@dataclass(frozen=True)
class Pair:
    """The two criteria of a question, as they are shown.

    Attributes:
        ids: Their ids.
        names: Their names.
        spans: Each from its worst to its best.
    """

    ids: tuple[str, str]
    names: tuple[str, str]
    spans: tuple[str, str]


class TradeOffQuestion(QWidget):
    """One question, with a way to skip it, and what it asks when the ratings say otherwise.

    Args:
        pair: The two criteria.
        apply: Where the answer goes.

    Attributes:
        look_again: Emitted when the person would like to look at the two ratings again.
        skipped: Emitted when it was skipped, or is to be shown again.
    """

    look_again = Signal()
    skipped = Signal()

    def __init__(self, pair: Pair, apply: Callable[[AnswerTradeOff], None]) -> None:
        super().__init__()
        self._pair, self._apply = pair, apply
        self._answer: TradeOff | None = None
        self._is_left = self._is_skipped = False
        name = or_words(pair.names)
        self._choices = ChoiceList(name, _choices(pair))
        self._skip = safe.button(
            _("Skip this one"), "quiet", name=_("Skip: {criteria}").format(criteria=name)
        )
        self._asks = _Disagreement(name)
        self._choices.chosen.connect(self._choose)
        self._skip.clicked.connect(self._toggle_skipped)
        self._asks.leave.clicked.connect(self._leave)
        self._asks.look.clicked.connect(self.look_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(safe.label(_(QUESTION), "strong"))
        column.addWidget(self._choices)
        column.addWidget(self._skip, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._asks)

    @property
    def pair(self) -> Pair:
        """The two criteria."""
        return self._pair

    def become(self, pair: Pair) -> None:
        """Ask about two other criteria, with nothing answered or skipped."""
        name = or_words(pair.names)
        self._pair, self._answer = pair, None
        self._is_left = self._is_skipped = False
        self._choices.ask_anew(name, _choices(pair))
        self._skip.setAccessibleName(_("Skip: {criteria}").format(criteria=name))
        self._asks.call(name)

    def present(self, snapshot: Snapshot) -> None:
        """Show the answer, and ask where it says otherwise than the ratings."""
        answer = answer_of(snapshot, self._pair)
        if answer != self._answer:
            self._answer, self._is_left = answer, False
        self._choices.choose(None if answer is None else answer.preferred)
        if answer is not None:
            self._is_skipped = False
        self._show_skipped()
        contradicts = answer is not None and disagrees(snapshot.session, answer)
        self._asks.setVisible(contradicts)
        if answer is not None and contradicts:
            self._asks.present(disagreement_sentence(answer, snapshot), is_left=self._is_left)

    @property
    def is_skipped(self) -> bool:
        """Whether it was skipped."""
        return self._is_skipped

    def _choose(self, preferred: object) -> None:
        first, second = self._pair.ids
        self._apply(AnswerTradeOff(first, second, _preferred(preferred)))

    def _toggle_skipped(self) -> None:
        self._is_skipped = not self._is_skipped
        self._show_skipped()
        self.skipped.emit()

    def _show_skipped(self) -> None:
        self._choices.setVisible(not self._is_skipped)
        self._skip.setVisible(self._answer is None)
        text = _("Skipped. Show it again") if self._is_skipped else _("Skip this one")
        safe.write(self._skip, text, name=self._skip.accessibleName())

    def _leave(self) -> None:
        self._is_left = True
        self._asks.leave_it()


class _Disagreement(QWidget):
    """The answer beside the ratings, with two ways to go on, neither of them before the other."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._sentence = ""
        self._says = safe.label()
        self.leave, self.look = safe.button(_(LEAVE)), safe.button(_(LOOK))
        self.call(name)
        self._ways = QWidget()
        ways = Flow(gap=8)
        ways.addWidget(self.leave)
        ways.addWidget(self.look)
        self._ways.setLayout(ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._says)
        column.addWidget(self._ways)

    def call(self, name: str) -> None:
        """Say in the names of the two ways what they are about."""
        leave, look = (
            _("Leave it as it is: {criteria}"),
            _("Look at the two ratings again: {criteria}"),
        )
        self.leave.setAccessibleName(leave.format(criteria=name))
        self.look.setAccessibleName(look.format(criteria=name))

    def present(self, sentence: str, *, is_left: bool) -> None:
        """Say it, and ask, unless it was to be left."""
        self._sentence = sentence
        self._says.setText(safe.breakable(f"{sentence} {_(LEFT) if is_left else _(WHICH)}"))
        self._ways.setVisible(not is_left)

    def leave_it(self) -> None:
        """Ask no more."""
        self.present(self._sentence, is_left=True)


def answer_of(snapshot: Snapshot, pair: Pair) -> TradeOff | None:
    """What was answered to a question, whichever of its two criteria was asked first then."""
    first, second = pair.ids
    for one in snapshot.session.trade_offs:
        if (one.first, one.second) == (first, second):
            return one
        if (one.first, one.second) == (second, first):
            return TradeOff(first=first, second=second, preferred=_FLIPPED[one.preferred])
    return None


def _choices(pair: Pair) -> list[RowChoice]:
    rows = [
        RowChoice(value, safe.breakable(text), span)
        for value, text, span in zip(("first", "second"), pair.names, pair.spans, strict=True)
    ]
    return [*rows, RowChoice("same", _("Both matter the same to me"))]


def _preferred(value: object) -> Preferred | None:
    return next((one for one in _FLIPPED if one == value), None)
