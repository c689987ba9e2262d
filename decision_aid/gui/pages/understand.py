"""Step 3: short cards that explain, and a few questions to see whether they did."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt

from decision_aid.base.language import N_, _
from decision_aid.domain.guidance import Card as PackCard
from decision_aid.domain.guidance import TeachBack
from decision_aid.domain.pack import Pack
from decision_aid.gui import safe
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.pages.study_block import StudiesBlock
from decision_aid.gui.pages.teach_back import TeachBackCard
from decision_aid.gui.pages.understand_topic import NUMBERS, NUMBERS_OF, Topic, in_twos, told_card
from decision_aid.gui.requests import Opened
from decision_aid.gui.widgets.card import Card, column_of
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.study_words import studies_in_words
from decision_aid.workspace.words import CARD_GROUPS
from decision_aid.workspace.workspace import Workspace

FIRST: Final = "depression"
"""The group whose cards stand open at the top."""

GROUPS: Final = tuple((group, title) for group, title in CARD_GROUPS.items() if group != FIRST)
_LEAD: Final = N_(
    "Open what interests you. Nothing here is a test, and you can come back at any time."
)
_CHECK: Final = N_("Did we explain it well? No score is kept.")


class UnderstandPage(StepPage):
    """What tends to happen, and the pack's cards by group; then the teach-back questions."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, title=_("Understand"), lead=_(_LEAD))
        pack = workspace.snapshot.pack
        self._first = {one.id: told_card(pack, one) for one in _of_group(pack, FIRST)}
        in_twos(self.body, *self._first.values(), _if_nothing_changes(pack))
        self._topics = tuple(
            Topic(pack, _(title), cards)
            for group, title in GROUPS
            if (cards := _of_group(pack, group))
        )
        self._read: list[Topic] = []
        for topic in self._topics:
            topic.toggled.connect(partial(self._turn, topic))
        self.body.addWidget(column_of(*self._topics))
        self._checks = tuple(self._check(one) for one in pack.teach_backs)
        if self._checks:
            self.body.addWidget(safe.label(_(_CHECK), "heading"))
        for check in self._checks:
            self.body.addWidget(check)
        self.body.addStretch(1)

    def present(self, snapshot: Snapshot) -> None:
        """Show what was answered."""
        answers = {one.id: one.choice for one in snapshot.session.teach_backs}
        for check in self._checks:
            check.present(answers.get(check.question.id))

    @property
    def opened(self) -> tuple[str, ...]:
        """The cards of the topic that was opened last and is open still."""
        return self._read[-1].told if self._read else ()

    def _turn(self, topic: Topic, opened: bool) -> None:  # noqa: FBT001 - a signal's slot
        self._read = [one for one in self._read if one is not topic]
        if opened:
            self._read.append(topic)
        self.asks.emit(Opened())

    def _check(self, question: TeachBack) -> TeachBackCard:
        made = TeachBackCard(self.workspace, question)
        made.again.connect(lambda: self._show_again(question.card))
        return made

    def _show_again(self, wanted: str) -> None:
        card = self._first.get(wanted) or next(
            topic.card(wanted) for topic in self._topics if topic.tells(wanted)
        )
        self.bring_up(card)
        self.bring_up(card.heading)
        card.heading.setFocus(Qt.FocusReason.OtherFocusReason)


def _of_group(pack: Pack, group: str) -> tuple[PackCard, ...]:
    return tuple(one for one in pack.cards if one.group == group)


def _if_nothing_changes(pack: Pack) -> Card:
    """What tends to happen, with the studies that the option of going on as now stands on."""
    title = _("If nothing is changed")
    card = Card(title)
    card.add(safe.measured(safe.label(pack.natural_course, "read")))
    staying = (one.headline_figures for one in pack.options if one.status_quo)
    studies = dict.fromkeys(pack.figure(name).study for names in staying for name in names)
    if studies:
        about = studies_in_words(pack, tuple(studies))
        card.add(StudiesBlock(pack, about, _(NUMBERS), _(NUMBERS_OF).format(title=title)))
    return card
