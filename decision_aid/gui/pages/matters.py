"""Step 5: how much each thing matters to the person; nothing is preset."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel, QWidget

from decision_aid.base.language import N_, _, ngettext, pgettext
from decision_aid.base.locale_words import and_words, number_words
from decision_aid.domain.journey import SHORTEST_VISIT
from decision_aid.gui import safe
from decision_aid.gui.pages.matters_concerns import OwnConcerns
from decision_aid.gui.pages.matters_criteria import RatedCriteria
from decision_aid.gui.pages.matters_dealbreakers import Dealbreakers
from decision_aid.gui.pages.matters_most import MostPicks
from decision_aid.gui.pages.matters_said_list import SaidList
from decision_aid.gui.pages.matters_trade_offs import TradeOffQuestions
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.widgets.card import Card, column_of
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.reading_order import tab_in_reading_order
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.sticky import Sticky
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

LEAD = N_(
    "There are no wrong answers. Skip any, stop when you like, and come back to it. Think of the "
    "whole difference between the options, shown under each line."
)


class MattersPage(StepPage):
    """The criteria, the person's own concerns, dealbreakers, and the provider's own view."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, title=_("What matters to you?"), lead=_(LEAD))
        self._minutes: object = self  # no number of minutes: what is open is set at first
        self._is_presented = False
        self._picks = MostPicks(workspace.apply, self._rearrange)
        self._criteria = RatedCriteria(workspace.apply, "person", self._rearrange)
        self._provider = RatedCriteria(workspace.apply, "provider", self._rearrange)
        self._questions = TradeOffQuestions(workspace.apply, self._rearrange)
        self._concerns = OwnConcerns(workspace, self._rearrange)
        self._dealbreakers = Dealbreakers(workspace.apply)
        self._said = SaidList(workspace.apply)
        self._not_answered = safe.label("", "small")
        self._not_sure = safe.label("", "small")
        self._held = safe.label("", "small")
        self._in_short = Disclosure(_("In short: what matters most to you?"))
        self._one_by_one = Disclosure(_("One by one: rate any you like"))
        self._others = Disclosure(_("Your provider’s view"))
        self._folded = (
            (self._in_short, self._picks),
            (self._one_by_one, self._criteria),
            (self._others, self._provider),
        )
        for disclosure, part in self._folded:
            disclosure.toggled.connect(lambda _opened, part=part: part.present(workspace.snapshot))
        self._lay_out()
        self._questions.look_again.connect(self.look_at)
        self._concerns.to_rate.connect(self.look_at)

    def present(self, snapshot: Snapshot) -> None:
        """Show what was said."""
        for _part in self.present_in_parts(snapshot):
            pass

    def present_in_parts(self, snapshot: Snapshot) -> Iterator[None]:
        """Show it card by card."""
        self._open_for(snapshot.session.minutes)
        for disclosure, part in self._folded:
            if disclosure.is_open:
                part.present(snapshot)
        yield
        self._concerns.present(snapshot)
        self._dealbreakers.present(snapshot)
        self._show_said(snapshot)
        yield
        self._view_card.setVisible(snapshot.journey.accompanied)
        self._questions_card.setVisible(self._questions.present(snapshot))
        if not self._is_presented:
            self._is_presented = True
            self._rearrange()

    def look_at(self, criterion: str) -> None:
        """Bring a criterion's row to light and put the keyboard on it."""
        self._one_by_one.open()
        row = self._criteria.row(criterion)
        if row is not None:
            self.bring_up(row)
            row.take_focus()

    def _rearrange(self) -> None:
        if self._is_presented:
            tab_in_reading_order(self._columns_holder)

    def _open_for(self, minutes: int | None) -> None:
        """With little time the short way stands open, otherwise the long one; both can be."""
        if minutes == self._minutes:
            return
        self._minutes = minutes
        is_short = minutes == SHORTEST_VISIT
        self._in_short.header.setChecked(is_short)
        self._one_by_one.header.setChecked(not is_short)

    def _lay_out(self) -> None:
        self._view_card = self._provider_card()
        self._questions_card = _card(_("A few questions to check"), self._questions)
        left = column_of(
            _folded(self._in_short, self._picks),
            _folded(self._one_by_one, self._criteria),
            self._questions_card,
            _card(_("Something else that matters"), self._concerns),
            _card(_("I would rule out"), self._dealbreakers),
            self._view_card,
        )
        aside = Sticky(self._said_card())
        self.keep_in_sight(aside)
        self._columns_holder = QWidget()
        columns = RowOrColumn(self._columns_holder, gap=16, shares=(70, 30), row_from=690)
        columns.addWidget(left)
        columns.addWidget(aside)
        self.body.addWidget(self._columns_holder)
        self.body.addStretch(1)

    def _said_card(self) -> Card:
        return _card(_("You said"), self._said, self._not_sure, self._not_answered, self._held)

    def _provider_card(self) -> Card:
        self._others.body.addWidget(
            safe.label(
                _(
                    "How much your provider thinks each of these matters here. It is kept apart "
                    "from what you said and never mixed with it. Say yours first, if you would "
                    "rather not be swayed."
                ),
                "small",
            )
        )
        return _folded(self._others, self._provider)

    def _show_said(self, snapshot: Snapshot) -> None:
        self._said.present(snapshot)
        offered = {criterion.id for criterion in snapshot.criteria}
        rated = [one for one in snapshot.session.ratings if one.criterion in offered]
        names = [
            snapshot.pack.criterion(one.criterion).name
            for one in rated
            if one.importance == "not_sure"
        ]
        listed = and_words(names)
        _say(self._not_sure, _("Not sure: {criteria}.").format(criteria=listed) if names else "")
        _say(self._not_answered, not_answered(len(offered) - len(rated)))
        _say(self._held, held_words(snapshot))


def not_answered(count: int) -> str:
    """What is said of the criteria left open; "" when there are none."""
    if count == 0:
        return ""
    told = ngettext(
        "{count} not answered. That is fine: it is left out, not counted as zero.",
        "{count} not answered. That is fine: they are left out, not counted as zero.",
        count,
    )
    return told.format(count=number_words(count))


def held_words(snapshot: Snapshot) -> str:
    """The dealbreakers held to, with the letters of what they rule out; "" for none."""
    held = [one for one in snapshot.pack.dealbreakers if one.id in snapshot.session.dealbreakers]
    told = []
    for dealbreaker in held:
        letters = [
            one.letter
            for one in snapshot.options
            if dealbreaker in snapshot.ruled_out.get(one.option.id, ())
        ]
        # Translators: none of the options are ruled out by it.
        out = and_words(letters) or pgettext("options", "none")
        told.append(f"{dealbreaker.text} ({out})")
    ruled_out = _("I would rule out: {dealbreakers}")
    return ruled_out.format(dealbreakers="; ".join(told)) if told else ""


def _card(heading: str, *content: QWidget) -> Card:
    made = Card(heading)
    made.add(*content)
    return made


def _folded(disclosure: Disclosure, content: QWidget) -> Card:
    disclosure.body.addWidget(content)
    made = Card()
    made.hold_folded(disclosure)
    return made


def _say(where: QLabel, text: str) -> None:
    where.setVisible(bool(text))
    where.setText(safe.breakable(text))
