"""What the safety rules say about this person, as they answer."""

from decision_aid.domain.named import find
from decision_aid.gui import safe
from decision_aid.gui.pages.finding_card import FindingCard
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import NO_FULL_CHECK, not_checked_names
from decision_aid.workspace.workspace import Workspace

_NONE = (
    "Nothing so far. When an answer touches an option, it shows here, with what a provider "
    "usually does."
)
_NOT_KNOWN = (
    "Not checked: {names}. We do not know this by name, so no rule was looked up for it. Ask a "
    "pharmacist or your prescriber before you choose."
)


class Findings(Card):
    """The live list: what must be checked first, then what needs care, then what to tell."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("What this means for the options")
        pack = workspace.snapshot.pack
        self._none = safe.label(_NONE, "small")
        self._cards = KeyedList[str, FindingCard](
            lambda rule: FindingCard(workspace, find(pack.rules, rule)), gap=12
        )
        self._not_known = safe.label("", "small_strong")
        self._always = safe.label(pack.keep_taking, "small_strong")
        self._not_all = safe.label(NO_FULL_CHECK, "small")
        self.add(self._none, self._not_known, self._cards, self._always, self._not_all)

    def present(self, snapshot: Snapshot) -> None:
        """Show the findings."""
        found, names = snapshot.findings, not_checked_names(snapshot)
        self._none.setVisible(not found and not names)
        self._not_known.setText(_NOT_KNOWN.format(names=names))
        self._not_known.setVisible(bool(names))
        self._always.setVisible(bool(found or names))
        self._not_all.setVisible(bool(found or snapshot.session.about.taking))
        cards = self._cards.show_keys([one.rule.id for one in found])
        for card, finding in zip(cards, found, strict=True):
            card.present(finding, snapshot)
