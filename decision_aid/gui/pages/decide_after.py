"""What goes home: questions still open, when to call, when to look again."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain.guidance import CallReason, Suggestion
from decision_aid.gui import safe
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.choice_list import RowChoice, TickList
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.text_list import TextList
from decision_aid.workspace.changes.decide import SetOpenQuestions
from decision_aid.workspace.changes.walk import SetText
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

EMERGENCY = "Get emergency help at once if"
CLINIC = "Call the clinic if"


class QuestionsCard(Card):
    """Open questions, and suggestions that one press takes up or takes back.

    Args:
        workspace: Where the questions go.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Questions still open")
        self._workspace = workspace
        self._list = TextList("Question", "Something you want to ask")
        self._list.changed.connect(lambda lines: workspace.apply(SetOpenQuestions(lines)))
        self._suggestions = Disclosure("Questions people often ask")
        self._ticks: TickList | None = None
        self._made_for: tuple[Suggestion, ...] = ()
        self._open: tuple[str, ...] = ()
        self.add(self._list, self._suggestions)

    def present(self, snapshot: Snapshot) -> None:
        """Show the questions."""
        self._open = snapshot.session.open_questions
        self._list.present(self._open)
        offered = tuple(one for one in snapshot.pack.suggestions if concerns(one.options, snapshot))
        if offered != self._made_for:
            self._made_for = offered
            self._build(offered)
        if self._ticks is not None:
            self._ticks.tick(self._open)

    def _build(self, offered: tuple[Suggestion, ...]) -> None:
        if self._ticks is not None:
            self._ticks.hide()
            self._ticks.deleteLater()
        self._ticks = TickList("Ask", [RowChoice(one.text, one.text) for one in offered])
        self._ticks.ticked.connect(self._tick)
        self._suggestions.body.addWidget(self._ticks)

    def _tick(self, ticked: tuple[str, ...]) -> None:
        offered = {one.text for one in self._made_for}
        kept = tuple(one for one in self._open if one not in offered or one in ticked)
        new = tuple(one for one in ticked if one not in kept)
        self._workspace.apply(SetOpenQuestions((*kept, *new)))


class CallCard(Card):
    """Signs to call about, emergencies first, and the crisis line."""

    def __init__(self) -> None:
        super().__init__("When to call")
        self._emergency, self._clinic = _Signs(EMERGENCY), _Signs(CLINIC)
        self._crisis = safe.label("", "strong")
        self.add(self._emergency, self._clinic, self._crisis)

    def present(self, snapshot: Snapshot) -> None:
        """Show the signs that concern anyone, and those of what was chosen."""
        reasons = [one for one in snapshot.pack.call_reasons if concerns(one.options, snapshot)]
        self._emergency.show_signs([one for one in reasons if one.urgency == "emergency"])
        self._clinic.show_signs([one for one in reasons if one.urgency == "clinic"])
        self._crisis.setText(snapshot.pack.crisis.line)


class ReviewCard(Card):
    """When to look again.

    Args:
        workspace: Where the words go.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("When to look again")
        self._edit = safe.line_edit("When to look again", "In 4 weeks, or a date")
        self._edit.textEdited.connect(lambda text: workspace.apply(SetText("review", text)))
        self.add(self._edit)

    def present(self, snapshot: Snapshot) -> None:
        """Show what was written."""
        safe.fill(self._edit, snapshot.session.review)


class _Signs(QWidget):
    def __init__(self, title: str) -> None:
        super().__init__()
        self._signs = safe.label("", "cell")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(safe.label(title, "small_strong"))
        column.addWidget(self._signs)

    def show_signs(self, reasons: list[CallReason]) -> None:
        self._signs.setText("\n".join(f"• {one.text}" for one in reasons))
        self.setVisible(bool(reasons))


def concerns(options: tuple[str, ...], snapshot: Snapshot) -> bool:
    """Whether something is about anyone, or about what they lean to or decided."""
    session = snapshot.session
    chosen = {one.option for one in (session.leaning, session.decision) if one}
    return not options or bool(chosen & set(options))
