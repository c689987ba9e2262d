"""One treatment tried: what came of it, why it stopped, what it was, whether it was enough."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.about_you import Tried
from decision_aid.gui import safe
from decision_aid.gui.pages.fixed_answers import spoken
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.field import Field
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.words import ANSWERS, OUTCOMES, TRIED_KINDS

Outcome = Literal["helped", "a_little", "no", "had_to_stop"]
Kind = Literal["medicine", "therapy", "other"]

ENOUGH: Final[dict[Kind | None, str]] = {
    "medicine": N_("At a full dose, for at least six weeks?"),
    "therapy": N_("Enough sessions to tell?"),
    "other": N_("Enough of it, and long enough to tell?"),
    None: N_("Enough of it, and long enough to tell?"),
}
"""What is asked about a treatment of each kind, and of one whose kind nobody said."""

_ENOUGH_WORDS: Final = {
    "yes": N_("Enough to tell"),
    "no": N_("Not enough to tell"),
    "unsure": N_("Not sure if it was enough"),
}
_KIND_AND_ENOUGH: Final = {
    "yes": N_("{kind}, enough to tell"),
    "no": N_("{kind}, not enough to tell"),
    "unsure": N_("{kind}, not sure if it was enough"),
}


class TriedRow(QWidget):
    """One treatment. What came of it is to be seen; what else there is to say opens below it.

    Args:
        name: As typed.
        edit: Called with the treatment as it is now, and the gesture that made it so.
        remove: Called with the name, to take it off the list.
    """

    def __init__(
        self, name: str, edit: Callable[[Tried, str], None], remove: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._edit = edit
        self._tried: Tried | None = None
        self._outcome = SegmentedChoice(
            _("What came of {treatment}").format(treatment=name),
            spoken(OUTCOMES.items()),
            can_unchoose=False,
        )
        self._outcome.chosen.connect(lambda outcome: self._put(outcome=outcome))
        self._why = _Why(name)
        self._why.line.edited.connect(lambda why: self._put(f"why:{name}", why=why))
        self._more = _More(name, self._put)
        away = safe.button(
            _("Remove"), "quiet", name=_("Remove tried {treatment}").format(treatment=name)
        )
        away.clicked.connect(lambda: remove(name))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(8)
        frame.addWidget(safe.rule())
        frame.addLayout(_head(name, away))
        frame.addWidget(self._outcome)
        frame.addWidget(self._why)
        frame.addWidget(self._more)

    def present(self, tried: Tried) -> None:
        """Show what was said about it."""
        self._tried = tried
        self._outcome.choose(tried.outcome)
        self._why.present(tried)
        self._more.present(tried)

    def _put(self, gesture: str = "", **said: Any) -> None:  # noqa: ANN401 - a field's own value
        if self._tried is not None:
            self._edit(replace(self._tried, **said), gesture)


class _Why(QWidget):
    """Why it had to stop. Words that stand there are seen, whatever came of it: they are printed.

    Attributes:
        line: Where it is typed.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._question = safe.label("", "small_strong")
        self.line = GrowingEdit("", _("In your own words, if you like"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._question)
        column.addWidget(self.line)

    def present(self, tried: Tried) -> None:
        """Show the words, or none where there is nothing to ask."""
        stopped = tried.outcome == "had_to_stop"
        self._question.setText(
            _("Why did it have to stop?") if stopped else _("What you said about it")
        )
        self.line.setAccessibleName(
            _("Why {treatment} had to stop").format(treatment=self._name)
            if stopped
            else _("What you said about {treatment}").format(treatment=self._name)
        )
        self.line.fill(tried.why)
        # A line just emptied goes only when the keyboard has left it.
        self.setVisible(stopped or bool(tried.why) or self.line.hasFocus())


class _More(Disclosure):
    """What it was and whether it was enough to tell; the title says what was answered."""

    def __init__(self, name: str, put: Callable[..., None]) -> None:
        super().__init__("", name=_("More about {treatment}").format(treatment=name))
        self._kind = SegmentedChoice(
            _("What {treatment} is").format(treatment=name), spoken(TRIED_KINDS.items())
        )
        self._kind.chosen.connect(lambda kind: put(kind=kind))
        self._enough = KeyedList[str, _Enough](
            lambda question: _Enough(name, question, lambda enough: put(enough=enough))
        )
        self.body.addWidget(Field(_("What is it?"), self._kind))
        self.body.addWidget(self._enough)

    def present(self, tried: Tried) -> None:
        """Show the answers."""
        self.entitle(more_words(tried))
        self._kind.choose(tried.kind)
        for enough in self._enough.show_keys([_(ENOUGH[tried.kind])]):
            enough.answer.choose(tried.enough)


class _Enough(Field):
    """Whether dose and time were enough.

    Attributes:
        answer: The answers to choose from.
    """

    def __init__(self, name: str, question: str, take: Callable[[object], None]) -> None:
        self.answer = SegmentedChoice(
            _("{treatment}: {question}").format(treatment=name, question=question),
            spoken(ANSWERS.items()),
        )
        self.answer.chosen.connect(take)
        super().__init__(question, self.answer)


def more_words(tried: Tried) -> str:
    """What was said about what it was and whether it was enough, or that there is more to say."""
    kind = _(TRIED_KINDS[tried.kind]) if tried.kind else ""
    if not tried.enough:
        return kind or _("Say more, if you like")
    if not kind:
        return _(_ENOUGH_WORDS[tried.enough])
    return _(_KIND_AND_ENOUGH[tried.enough]).format(kind=kind)


def _head(name: str, remove: QWidget) -> RowOrColumn:
    row = RowOrColumn(gap=8, grow_first=True, row_from=240)
    row.addWidget(safe.label(safe.breakable(name), "strong"))
    row.addWidget(remove)
    return row
