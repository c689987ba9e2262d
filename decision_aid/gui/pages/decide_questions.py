"""Questions that are still open, and those that people often ask, by topic."""

from PySide6.QtCore import Signal

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import and_words, number_words
from decision_aid.domain.guidance import Suggestion, Topic
from decision_aid.gui import safe
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.choice_list import RowChoice, TickList
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.text_list import LineNames, TextList
from decision_aid.workspace.changes.decide import SetOpenQuestions
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.suggested import by_topic, concerns
from decision_aid.workspace.wording import option_name
from decision_aid.workspace.words import ASK, TOPICS
from decision_aid.workspace.workspace import Workspace

_LEAD = N_("Tick what you want to ask, at this visit or at any later one.")


class QuestionsCard(Card):
    """Open questions, and suggestions that one press takes up or takes back.

    The suggestions stand above: what is ticked makes the list longer, and no row moves away
    under the hand that ticks.

    Args:
        workspace: Where the questions go.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Questions still open"))
        self._workspace = workspace
        self._list = TextList(_line_names(), _("Something you want to ask"))
        self._list.changed.connect(lambda lines: workspace.apply(SetOpenQuestions(lines)))
        self._suggestions = Disclosure(_("Questions people often ask"))
        self._suggestions.body.setContentsMargins(14, 4, 0, 8)
        self._suggestions.body.addWidget(safe.label(_(_LEAD), "small"))
        self._topics = {topic: _Topic(topic) for topic in TOPICS}
        for topic in self._topics.values():
            topic.ticked.connect(self._tick)
            self._suggestions.body.addWidget(topic)
        self._open: tuple[str, ...] = ()
        self.add(self._suggestions, self._list)

    def present(self, snapshot: Snapshot) -> None:
        """Show the questions."""
        self._open = snapshot.session.open_questions
        self._list.present(self._open)
        groups = dict(by_topic(snapshot))
        for topic, shown in self._topics.items():
            shown.offer(tuple(_row(one, snapshot) for one in groups.get(topic, ())))
            shown.tick(self._open)
        self._suggestions.setVisible(bool(groups))

    def _tick(self, offered: tuple[str, ...], ticked: tuple[str, ...]) -> None:
        kept = tuple(one for one in self._open if one not in offered or one in ticked)
        new = tuple(one for one in ticked if one not in kept)
        self._workspace.apply(SetOpenQuestions((*kept, *new)))


class _Topic(Disclosure):
    """The questions of one topic, folded; the heading counts them and those that are ticked.

    Attributes:
        ticked: Emitted with the questions offered and those of them that are ticked now.
    """

    ticked = Signal(object, object)

    def __init__(self, topic: Topic) -> None:
        super().__init__(_(TOPICS[topic]), name=_(TOPICS[topic]))
        self._title = _(TOPICS[topic])
        self._rows: tuple[RowChoice, ...] = ()
        self._list: TickList | None = None
        self.hide()

    def offer(self, rows: tuple[RowChoice, ...]) -> None:
        """Offer these questions, in this order."""
        if rows == self._rows:
            return
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
        self._rows = rows
        # Translators: before a question that can be ticked, to ask it at a visit.
        self._list = TickList(_("Ask"), rows)
        texts = tuple(one.text for one in rows)
        self._list.ticked.connect(lambda ticked: self.ticked.emit(texts, ticked))
        self.body.addWidget(self._list)
        self._list.come_after(self.header)
        self.setVisible(bool(rows))

    def tick(self, asked: tuple[str, ...]) -> None:
        """Show as ticked what is among the open questions."""
        if self._list is None:
            return
        self._list.tick(asked)
        self.entitle(_counted(self._title, len(self._rows), len(self._list.values)))


def _counted(topic: str, offered: int, ticked: int) -> str:
    """A topic, with how many questions there are and how many of them are ticked."""
    if not ticked:
        return _("{topic} ({count})").format(topic=topic, count=number_words(offered))
    told = ngettext(
        "{topic} ({count}, {ticked} ticked)", "{topic} ({count}, {ticked} ticked)", ticked
    )
    return told.format(topic=topic, count=number_words(offered), ticked=number_words(ticked))


def _line_names() -> LineNames:
    return LineNames(
        line=_("Question {number}"),
        new=_("New question"),
        add=_("Add question"),
        remove=_("Remove question {number}"),
    )


def _row(one: Suggestion, snapshot: Snapshot) -> RowChoice:
    """A question, with whom to ask, and what it is about where they lean to something else."""
    options = and_words(option_name(option, snapshot) for option in one.options)
    other = "" if concerns(one.options, snapshot) else _("About {options}").format(options=options)
    return RowChoice(one.text, one.text, " · ".join(filter(None, [_(ASK[one.ask]), other])))
