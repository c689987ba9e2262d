"""Step 3: short cards that explain, and a few questions to see whether they did."""

from typing import Final

from PySide6.QtCore import Qt

from decision_aid.domain.guidance import Card as PackCard
from decision_aid.domain.guidance import TeachBack
from decision_aid.domain.pack import Pack
from decision_aid.gui import safe
from decision_aid.gui.pages.sources import sources_disclosure
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.pages.study_block import StudiesBlock
from decision_aid.gui.pages.teach_back import TeachBackCard
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.flow import Flow
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.study_words import studies_in_words
from decision_aid.workspace.workspace import Workspace

GROUPS: Final = (
    ("depression", "Depression"),
    ("medicines", "Antidepressants"),
    ("ketamine", "Ketamine"),
    ("together", "Ketamine with an antidepressant"),
    ("therapy", "Talking therapy"),
    ("lifestyle", "Lifestyle"),
    ("care", "Care"),
)
NUMBERS: Final = "About the numbers here"
_LEAD: Final = "Read what interests you. Nothing here is a test, and you can come back at any time."
_CHECK: Final = "Did we explain it well? No score is kept."


class UnderstandPage(StepPage):
    """What tends to happen, and the pack's cards by group; then the teach-back questions."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, title="Understand", lead=_LEAD)
        pack = workspace.snapshot.pack
        self._cards: dict[str, Card] = {}
        self.body.addLayout(self._jumps(pack))
        self.body.addWidget(_if_nothing_changes(pack))
        cards = [
            (title, one) for group, title in GROUPS for one in pack.cards if one.group == group
        ]
        for first in range(0, len(cards), 2):
            row = RowOrColumn(shares=(1, 1), row_from=680)
            for title, one in cards[first : first + 2]:
                row.addWidget(self._card(pack, title, one))
            self.body.addLayout(row)
        self._checks = tuple(self._check(one) for one in pack.teach_backs)
        if self._checks:
            self.body.addWidget(safe.label(_CHECK, "heading"))
        for check in self._checks:
            self.body.addWidget(check)
        self.body.addStretch(1)

    def present(self, snapshot: Snapshot) -> None:
        """Show what was answered."""
        answers = {one.id: one.choice for one in snapshot.session.teach_backs}
        for check in self._checks:
            check.present(answers.get(check.question.id))

    def _jumps(self, pack: Pack) -> Flow:
        """A button for every group, that leads to its first card."""
        made = Flow(gap=8)
        for group, title in GROUPS:
            first = next((one.id for one in pack.cards if one.group == group), None)
            if first is not None:
                button = safe.button(title, "small", name=f"Jump to: {title}")
                button.clicked.connect(lambda _=False, card=first: self._show_again(card))
                made.addWidget(button)
        return made

    def _card(self, pack: Pack, group: str, one: PackCard) -> Card:
        card = Card(one.title)
        card.body.insertWidget(0, safe.label(group, "small"))
        card.add(*(safe.label(paragraph) for paragraph in one.paragraphs))
        if one.studies:
            name = f"{NUMBERS}: “{one.title}”"
            card.add(StudiesBlock(pack, studies_in_words(pack, one.studies), NUMBERS, name))
        if one.sources:
            card.add(sources_disclosure(pack, one.sources, f"Sources of “{one.title}”"))
        self._cards[one.id] = card
        return card

    def _check(self, question: TeachBack) -> TeachBackCard:
        made = TeachBackCard(self.workspace, question)
        made.again.connect(lambda: self._show_again(question.card))
        return made

    def _show_again(self, card: str) -> None:
        self.bring_up(self._cards[card])
        self._cards[card].heading.setFocus(Qt.FocusReason.OtherFocusReason)


def _if_nothing_changes(pack: Pack) -> Card:
    """What tends to happen, with the studies that the option of going on as now stands on."""
    title = "If nothing is changed"
    card = Card(title)
    card.add(safe.label(pack.natural_course))
    staying = (one.headline_figures for one in pack.options if one.status_quo)
    studies = dict.fromkeys(pack.figure(name).study for names in staying for name in names)
    if studies:
        about = studies_in_words(pack, tuple(studies))
        card.add(StudiesBlock(pack, about, NUMBERS, f"{NUMBERS}: “{title}”"))
    return card
