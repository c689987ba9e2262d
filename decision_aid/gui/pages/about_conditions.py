"""Age and health conditions: yes, no or not sure, nothing preset."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.about_you import AgeBand
from decision_aid.domain.answers import YesNoUnsure
from decision_aid.domain.rules import Condition
from decision_aid.gui import safe
from decision_aid.gui.pages.fixed_answers import spoken
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.field import Field
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.changes.about import AnswerCondition, NoToTheRest, SetAge
from decision_aid.workspace.medicine_words import listed_words
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import AGES, ANSWERS
from decision_aid.workspace.workspace import Workspace

GROUPS: Final = (
    ("heart", N_("Heart and blood")),
    ("brain", N_("Brain and nerves")),
    ("mind", N_("Mind and substances")),
    ("body", N_("Other health")),
    ("life", N_("Daily life")),
)
_HOW: Final = N_(
    "Open each group and answer what you know. “Not sure” is a good answer, too: then someone "
    "finds out first."
)


class ConditionsCard(Card):
    """Age band, and the pack's conditions by group."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Age, health and daily life"))
        self._workspace = workspace
        self._age = SegmentedChoice(_("Age"), spoken(AGES.items()))
        self._age.chosen.connect(self._set_age)
        self.add(Field(_("How old are you?"), self._age), safe.rule())
        self.add(safe.label(_("Which of these are true for you?"), "strong"))
        self.add(safe.label(_(_HOW), "small"))
        self._groups = tuple(
            ConditionGroup(workspace, _(title), conditions)
            for group, title in GROUPS
            if (conditions := _of_group(workspace, group))
        )
        self.add(*self._groups)

    def present(self, snapshot: Snapshot) -> None:
        """Show the answers."""
        self._age.choose(snapshot.session.about.age)
        listed = listed_words(snapshot)
        for group in self._groups:
            group.present(snapshot, listed)

    def _set_age(self, age: AgeBand | None) -> None:
        self._workspace.apply(SetAge(age))


class ConditionGroup(Disclosure):
    """The conditions of one group, with how many are answered in the title.

    Its rows are made when it is first opened: most people open few of the groups.
    """

    def __init__(self, workspace: Workspace, title: str, conditions: tuple[Condition, ...]) -> None:
        super().__init__(title, holds=self._make_rows)
        self._workspace = workspace
        self._title = title
        self._conditions = conditions
        self._rows: dict[str, ConditionRow] = {}
        self._answers: Mapping[str, YesNoUnsure] = {}
        self._listed: Mapping[str, str] = {}
        self._rest = safe.button("")
        self._rest.clicked.connect(self._no_to_the_rest)

    def present(self, snapshot: Snapshot, listed: Mapping[str, str]) -> None:
        """Show the answers.

        Args:
            snapshot: This moment.
            listed: For some conditions: what on the list of medicines makes them so.
        """
        said = {one.id: one.answer for one in snapshot.session.about.conditions}
        self._answers = {one.id: said[one.id] for one in self._conditions if one.id in said}
        self._listed = listed
        self.entitle(self._counted(len(self._answers)))
        if self._rows:
            self._present_rows()

    @property
    def _left(self) -> tuple[str, ...]:
        """What is not answered; what the list of medicines says is not denied in passing."""
        answered = {*self._answers, *self._listed}
        return tuple(one.id for one in self._conditions if one.id not in answered)

    def _make_rows(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._rows = {one.id: ConditionRow(self._workspace, one) for one in self._conditions}
        for row in self._rows.values():
            column.addWidget(row)
        column.addWidget(self._rest, alignment=Qt.AlignmentFlag.AlignRight)
        self._present_rows()
        return made

    def _present_rows(self) -> None:
        for condition, row in self._rows.items():
            row.present(self._answers.get(condition), self._listed.get(condition, ""))
        self._offer_no(len(self._left))

    def _counted(self, answered: int) -> str:
        """The title, with how many are answered."""
        told = ngettext(
            "{group}: {answered} of {all} answered",
            "{group}: {answered} of {all} answered",
            answered,
        )
        every = number_words(len(self._conditions))
        return told.format(group=self._title, answered=number_words(answered), all=every)

    def _offer_no(self, count: int) -> None:
        text = ngettext("No to the one not answered", "No to the {count} not answered", count)
        name = ngettext(
            "{group}: no to the {count} not answered",
            "{group}: no to the {count} not answered",
            count,
        )
        told = number_words(count)
        safe.write(
            self._rest, text.format(count=told), name=name.format(group=self._title, count=told)
        )
        self._rest.setVisible(count > 0)

    def _no_to_the_rest(self) -> None:
        # The button goes, and the keyboard would go anywhere.
        self.header.setFocus(Qt.FocusReason.OtherFocusReason)
        self._workspace.apply(NoToTheRest(self._left))


class ConditionRow(QWidget):
    """One condition in plain words, its term, and the three answers."""

    def __init__(self, workspace: Workspace, condition: Condition) -> None:
        super().__init__()
        self._workspace = workspace
        self._condition = condition.id
        self._answer = SegmentedChoice(condition.text, spoken(ANSWERS.items()))
        self._answer.chosen.connect(self._set)
        self._listed = safe.label("", "small_strong")
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(safe.label(condition.text))
        if condition.term:
            lines.addWidget(safe.label(condition.term, "small"))
        lines.addWidget(self._listed)
        row = RowOrColumn(self, gap=16, grow_first=True, row_from=440)
        row.stack_by(6)
        row.addWidget(words)
        row.addWidget(self._answer)

    def present(self, answer: YesNoUnsure | None, listed: str) -> None:
        """Show the answer.

        Args:
            answer: The answer.
            listed: What on the list of medicines makes it so, whatever the answer; "" for nothing.
        """
        self._answer.choose(answer)
        self._listed.setText(safe.breakable(listed))
        self._listed.setVisible(bool(listed))

    def _set(self, answer: YesNoUnsure | None) -> None:
        self._workspace.apply(AnswerCondition(self._condition, answer))


def _of_group(workspace: Workspace, group: str) -> tuple[Condition, ...]:
    return tuple(one for one in workspace.snapshot.pack.conditions if one.group == group)
