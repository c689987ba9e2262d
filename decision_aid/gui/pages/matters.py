"""Step 5: how much each thing matters to the person; nothing is preset."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from decision_aid.domain.criteria import Criterion
from decision_aid.gui import safe
from decision_aid.gui.pages.matters_dealbreakers import Dealbreakers
from decision_aid.gui.pages.matters_row import CriterionRow, Voice
from decision_aid.gui.pages.matters_said import SaidList, said
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.text_list import TextList
from decision_aid.workspace.changes.matters import SetConcerns, concerns_of
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

LEAD = (
    "There are no wrong answers, and you can skip any. Think of the whole difference between the "
    "options, shown under each line."
)
FIRST = 7
"""Criteria shown before "Show more": a short task is easier on a hard day."""


class MattersPage(StepPage):
    """The criteria, the person's own concerns, dealbreakers, and the provider's own view."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, title="What matters to you?", lead=LEAD)
        self._criteria = RatedCriteria(workspace, "person")
        self._provider = RatedCriteria(workspace, "provider")
        self._said = SaidList(workspace.apply)
        self._not_answered = safe.label("", "small")
        self._not_sure = safe.label("", "small")
        self._held = safe.label("", "small")
        self._dealbreakers = Dealbreakers(workspace.apply)
        self._concerns = TextList("Concern", "In your own words")
        self._concerns.changed.connect(self._keep_concerns)
        self._lay_out()

    def present(self, snapshot: Snapshot) -> None:
        """Show what was said."""
        session = snapshot.session
        self._criteria.present(snapshot)
        self._provider.present(snapshot)
        self._show_said(snapshot)
        self._concerns.present(tuple(one.text for one in session.concerns))
        self._dealbreakers.present(snapshot)

    def _keep_concerns(self, lines: tuple[str, ...]) -> None:
        concerns = concerns_of(self.workspace.snapshot.session, lines)
        self.workspace.apply(SetConcerns(concerns))

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (self._criteria_card(), self._concerns_card(), self._dealbreakers_card()):
            column.addWidget(card)
        column.addWidget(self._provider_card())
        column.addStretch(1)
        halves = RowOrColumn(gap=16, shares=(70, 30), row_from=690)
        halves.addWidget(left)
        halves.addWidget(self._said_card())
        self.body.addLayout(halves)
        self.body.addStretch(1)

    def _criteria_card(self) -> Card:
        card = Card()
        card.add(self._criteria)
        return card

    def _said_card(self) -> Card:
        card = Card("You said")
        card.add(self._said, self._not_sure, self._not_answered, self._held)
        card.body.addStretch()
        return card

    def _concerns_card(self) -> Card:
        card = Card("Something else that matters")
        card.add(
            safe.label(
                "It is printed in your words. It is not weighed: no study counted it.", "small"
            ),
            self._concerns,
        )
        return card

    def _dealbreakers_card(self) -> Card:
        card = Card("I would rule out")
        card.add(self._dealbreakers)
        return card

    def _provider_card(self) -> Card:
        disclosure = Disclosure("Your provider’s view")
        disclosure.body.addWidget(
            safe.label(
                "How much your provider thinks each of these matters here. It is kept apart from "
                "what you said and never mixed with it.",
                "small",
            )
        )
        disclosure.body.addWidget(self._provider)
        card = Card()
        card.add(disclosure)
        return card

    def _show_said(self, snapshot: Snapshot) -> None:
        lines = said(snapshot)
        self._said.show_said(lines)
        offered = {criterion.id for criterion in snapshot.criteria}
        rated = [one for one in snapshot.session.ratings if one.criterion in offered]
        names = [
            snapshot.pack.criterion(one.criterion).name
            for one in rated
            if one.importance == "not_sure"
        ]
        _say(self._not_sure, f"Not sure: {', '.join(names)}." if names else "")
        count = len(offered) - len(rated)
        _say(self._not_answered, not_answered(count))
        held = [
            one.text
            for one in snapshot.pack.dealbreakers
            if one.id in snapshot.session.dealbreakers
        ]
        _say(self._held, "I would rule out: " + "; ".join(held) if held else "")


class RatedCriteria(QWidget):
    """Rows for every criterion offered, the first few at once and the others on asking.

    Args:
        workspace: Where ratings go.
        voice: Whose ratings they are.
    """

    def __init__(self, workspace: Workspace, voice: Voice) -> None:
        super().__init__()
        self._workspace, self._voice = workspace, voice
        self._offered: tuple[Criterion, ...] = ()
        self._rows: tuple[CriterionRow, ...] = ()
        self._rest = Disclosure("Show more")
        self._first = QVBoxLayout()
        self._first.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._first)
        column.addWidget(self._rest)
        self._rest.toggled.connect(lambda _: self._entitle())

    def present(self, snapshot: Snapshot) -> None:
        """Show the ratings; rows are made anew only when other criteria are offered."""
        if snapshot.criteria != self._offered:
            self._offered = snapshot.criteria
            self._build()
        theirs = snapshot.session.ratings
        if self._voice == "provider":
            theirs = snapshot.session.provider_ratings
        ratings = {one.criterion: one for one in theirs}
        for row in self._rows:
            row.show_rating(ratings.get(row.criterion), snapshot.weighed_options)

    def _build(self) -> None:
        for layout in (self._first, self._rest.body):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        apply = self._workspace.apply
        self._rows = tuple(CriterionRow(one, self._voice, apply) for one in self._offered)
        for place, row in enumerate(self._rows):
            layout = self._first if place < FIRST else self._rest.body
            if place not in (0, FIRST):
                layout.addWidget(safe.rule())
            layout.addWidget(row)
        self._rest.setVisible(len(self._rows) > FIRST)
        self._entitle()

    def _entitle(self) -> None:
        count = len(self._rows) - FIRST
        self._rest.entitle("Show fewer" if self._rest.is_open else f"Show {count} more")


def not_answered(count: int) -> str:
    """What is said of the criteria left open; "" when there are none."""
    if count == 0:
        return ""
    left = "it is" if count == 1 else "they are"
    return f"{count} not answered. That is fine: {left} left out, not counted as zero."


def _say(where: QLabel, text: str) -> None:
    where.setVisible(bool(text))
    where.setText(text)
