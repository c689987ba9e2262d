"""Two or three questions that check the ratings: they ask, and never correct."""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.pages.matters_question import Pair, TradeOffQuestion, answer_of
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.weighing.appraisal import TradeOffPair
from decision_aid.workspace.changes.matters import AnswerTradeOff
from decision_aid.workspace.matters_words import range_line
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import criterion_span

WHAT_FOR: Final = N_(
    "These questions check your ratings. Your answers are not weighed and change no bar. Answer "
    "as many as you like, or none."
)


def pairs(snapshot: Snapshot) -> tuple[Pair, ...]:
    """The questions worth asking now: first those that were answered, then the open ones.

    Where the options do not differ on a criterion, as far as anybody knows, it has no worst and
    best to choose between, and is not asked about.
    """
    found = [_pair(one, snapshot) for one in snapshot.trade_offs]
    answered = [one for one in found if answer_of(snapshot, one) is not None]
    is_open = [
        one
        for one in found
        if one not in answered and all(_differs(criterion, snapshot) for criterion in one.ids)
    ]
    return (*answered, *is_open)


def _pair(asked: TradeOffPair, snapshot: Snapshot) -> Pair:
    first, second = (snapshot.pack.criterion(one) for one in (asked.first, asked.second))
    spans = (range_line(first, snapshot), range_line(second, snapshot))
    return Pair((first.id, second.id), (first.name, second.name), spans)


def _differs(criterion: str, snapshot: Snapshot) -> bool:
    pack, options = snapshot.pack, snapshot.weighed_options
    worst, best = criterion_span(pack.criterion(criterion), options, pack.language)
    return worst != best


class TradeOffQuestions(QWidget):
    """The questions.

    Args:
        apply: Where answers go.
        arranged: Called after questions came or went, so that Tab can be put in order.

    Attributes:
        look_again: Emitted with the id of a criterion whose rating the person would like to see.
    """

    look_again = Signal(str)

    def __init__(
        self, apply: Callable[[AnswerTradeOff], None], arranged: Callable[[], None]
    ) -> None:
        super().__init__()
        self._apply, self._arranged = apply, arranged
        self._asked: tuple[Pair, ...] = ()
        self._snapshot: Snapshot | None = None
        self._shown: dict[Pair, TradeOffQuestion] = {}
        self._list = KeyedList[Pair, TradeOffQuestion](self._question, gap=16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(safe.label(_(WHAT_FOR), "small"))
        column.addWidget(self._list)

    def present(self, snapshot: Snapshot) -> bool:
        """Show the questions and what was answered.

        Returns:
            Whether there is anything to ask.
        """
        self._snapshot, self._asked = snapshot, pairs(snapshot)
        self._show_due()
        return bool(self._asked)

    def _show_due(self) -> None:
        """Show what was answered or skipped, and one question more: a short task at a time."""
        if self._snapshot is None:
            return
        due = tuple(self._due(self._snapshot))
        self._use_again(due)
        before = tuple(self._shown.values())
        self._shown = dict(zip(due, self._list.show_keys(due), strict=True))
        for question in self._shown.values():
            question.present(self._snapshot)
        if tuple(self._shown.values()) != before:
            self._arranged()

    def _use_again(self, due: tuple[Pair, ...]) -> None:
        """Let what asked a question that is not due any more ask one that is new."""
        gone = [pair for pair in self._shown if pair not in due]
        new = [pair for pair in due if pair not in self._shown]
        for old, other in zip(gone, new, strict=False):
            self._list.rename(old, other).become(other)
            self._shown = {other if pair == old else pair: one for pair, one in self._shown.items()}

    def _due(self, snapshot: Snapshot) -> Iterator[Pair]:
        is_due = True
        for pair in self._asked:
            shown = self._shown.get(pair)
            is_skipped = shown is not None and shown.is_skipped
            is_done = is_skipped or answer_of(snapshot, pair) is not None
            if is_due or is_done:
                yield pair
            is_due = is_due and is_done

    def _question(self, pair: Pair) -> TradeOffQuestion:
        made = TradeOffQuestion(pair, self._apply)
        made.look_again.connect(lambda: self.look_again.emit(made.pair.ids[0]))
        made.skipped.connect(self._show_due)
        return made
