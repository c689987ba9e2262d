"""One safety finding: how grave, why, what is usual, and who cleared it."""

from typing import Final

from PySide6.QtWidgets import QLabel, QWidget

from decision_aid.domain.rules import Rule
from decision_aid.domain.safety import Finding, usually
from decision_aid.gui import safe
from decision_aid.gui.pages.clearance import ClearancePart
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.chip import Chip
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.flow import Flow
from decision_aid.gui.widgets.mark import Tone
from decision_aid.workspace.finding_words import KINDS, kind_of
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import because_words, source_lines
from decision_aid.workspace.workspace import Workspace

_TONES: Final[dict[str, Tone]] = {"gate": "gate", "caution": "caution", "tell": "neutral"}


class FindingCard(Card):
    """A finding; the rest of it opens in place."""

    def __init__(self, workspace: Workspace, rule: Rule) -> None:
        super().__init__(tone=_TONES[rule.severity])
        pack = workspace.snapshot.pack
        self._severity = Chip(KINDS[rule.severity], _TONES[rule.severity])
        self._cleared = Chip(KINDS["cleared"])
        self._unsure = Chip("Find out first", "caution")
        self._because = safe.label("", "small")
        self._clearance = ClearancePart(workspace, rule) if rule.severity == "gate" else None
        chips = QWidget()
        line = Flow()
        for chip in (self._severity, self._cleared, self._unsure):
            line.addWidget(chip)
        chips.setLayout(line)
        more = Disclosure("Why, and what is usual", name=f"Why, and what is usual: {rule.title}")
        for part in (
            *_titled("What could go wrong", rule.why),
            *_titled("What a provider usually does", usually(pack, rule)),
            *_titled("Source", source_lines(pack, rule.sources)),
        ):
            more.body.addWidget(part)
        self.add(chips, safe.label(rule.title, "strong"), self._because, more)
        if self._clearance:
            self.add(self._clearance)

    def present(self, finding: Finding, snapshot: Snapshot) -> None:
        """Show the finding of this moment."""
        is_cleared = kind_of(finding) == "cleared"
        self.tint("neutral" if is_cleared else _TONES[finding.rule.severity])
        self._severity.setVisible(not is_cleared)
        self._cleared.setVisible(is_cleared)
        self._unsure.setVisible(not finding.sure)
        because = ", ".join(because_words(snapshot.pack, one) for one in finding.because)
        self._because.setText(f"Because: {safe.breakable(because)}")
        self._because.setVisible(bool(because))
        if self._clearance:
            self._clearance.present(finding, snapshot)


def _titled(title: str, text: str) -> tuple[QLabel, QLabel]:
    return safe.label(title, "small_strong"), safe.label(text, "small")
