"""What the safety rules say about this person, as they answer."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.named import find
from decision_aid.domain.safety import Finding
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.pages.finding_card import FindingCard
from decision_aid.gui.pages.finding_standings import Standings
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.gui.widgets.reading_order import tab_in_reading_order
from decision_aid.workspace.finding_words import (
    FindingGroup,
    finding_groups,
    gate_news,
    must_look_sentences,
    option_standings,
    talk_sentence,
)
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import NO_FULL_CHECK, not_checked_names
from decision_aid.workspace.workspace import Workspace

_NONE = N_(
    "Nothing so far. When an answer touches an option, it shows here, with what a provider "
    "usually does."
)
_NOT_KNOWN = N_(
    "Not checked: {names}. We do not know this by name, so no rule was looked up for it. Ask a "
    "pharmacist or your prescriber before you choose."
)


class Findings(Card):
    """The live list: what is urgent, where each option stands, then all else by options."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("What this means for the options"))
        pack = workspace.snapshot.pack
        self._found: tuple[Finding, ...] | None = None
        self._none = safe.label(_(_NONE), "small")
        self._standings = Standings()
        self._not_known = safe.label("", "small_strong")
        self._must_look = safe.label(must_look_sentences(), "small_strong")
        self._urgent = KeyedList[tuple[str, ...], _Group](lambda _key: _Group(workspace), gap=16)
        self._groups = KeyedList[tuple[str, ...], _Group](lambda _key: _Group(workspace), gap=16)
        self._always = safe.label(pack.keep_taking, "small_strong")
        self._not_all = safe.label(_(NO_FULL_CHECK), "small")
        self._talk = safe.label("", "small")
        self.add(self._none, self._urgent, self._standings, self._not_known)
        self.add(self._must_look, self._groups)
        self.add(self._always, self._not_all, self._talk)

    def present(self, snapshot: Snapshot) -> None:
        """Show the findings, and say aloud when a gate arose or went."""
        found, names = snapshot.findings, safe.breakable(not_checked_names(snapshot))
        self._none.setVisible(not found and not names)
        self._standings.setVisible(bool(found))
        self._standings.present(option_standings(snapshot))
        self._not_known.setText(_(_NOT_KNOWN).format(names=names))
        self._not_known.setVisible(bool(names))
        self._always.setVisible(bool(found or names))
        self._not_all.setVisible(bool(found or snapshot.session.about.taking))
        self._talk.setText(talk_sentence(snapshot.session))
        self._talk.setVisible(snapshot.session.safety_talk is not None)
        self._present_groups(snapshot)
        self._announce(found)

    def _present_groups(self, snapshot: Snapshot) -> None:
        groups = finding_groups(snapshot)
        for shown, urgent in ((self._urgent, True), (self._groups, False)):
            told = [one for one in groups if one.urgent is urgent]
            widgets = shown.show_keys([one.options for one in told])
            for group, holds in zip(widgets, told, strict=True):
                group.present(holds, snapshot)
            shown.setVisible(bool(told))
        waits = any(one.shuts and not one.rule.urgent for one in snapshot.findings)
        self._must_look.setVisible(waits and "prescriber" not in snapshot.session.people)
        tab_in_reading_order(self)

    def _announce(self, found: tuple[Finding, ...]) -> None:
        before, self._found = self._found, found
        if before is not None and (news := gate_news(before, found)):
            announce(self, news)


class _Group(QWidget):
    """The findings about the same options, under their names."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        pack = workspace.snapshot.pack
        self._heading = safe.label("", "subheading")
        self._cards = KeyedList[str, FindingCard](
            lambda rule: FindingCard(workspace, find(pack.rules, rule)), gap=12
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._cards)

    def present(self, group: FindingGroup, snapshot: Snapshot) -> None:
        """Show the findings of this moment."""
        self._heading.setText(group.heading)
        cards = self._cards.show_keys([one.rule.id for one in group.findings])
        for card, finding in zip(cards, group.findings, strict=True):
            card.present(finding, snapshot)
