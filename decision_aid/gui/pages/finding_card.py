"""One safety finding: how grave, why, what is usual, and who cleared it."""

from typing import Final

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import and_words
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Rule
from decision_aid.domain.safety import Finding, usually
from decision_aid.gui import safe
from decision_aid.gui.pages.clearance import ClearancePart
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.chip import Chip
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.flow import Flow
from decision_aid.gui.widgets.mark import Tone
from decision_aid.workspace.finding_words import CALL_TODAY, KINDS, ON_HAND_OVER, TODAY, kind_of
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import because_words, source_in_words
from decision_aid.workspace.workspace import Workspace

_TONES: Final[dict[str, Tone]] = {"gate": "gate", "caution": "caution", "tell": "neutral"}
NOW: Final = N_("Do this now")
NOW_CHECKED: Final = N_("What it said to do before it was checked")


class FindingCard(Card):
    """A finding; the rest of it opens in place. What is urgent says openly what to do now."""

    def __init__(self, workspace: Workspace, rule: Rule) -> None:
        super().__init__(tone=_TONES[rule.severity])
        self._today = Chip(_(TODAY), "gate")
        self._severity = Chip(_(KINDS[rule.severity]), _TONES[rule.severity])
        self._cleared = Chip(_(KINDS["cleared"]))
        self._unsure = Chip(_("Not sure yet") if rule.urgent else _("Find out first"), "caution")
        self._because = safe.label("", "small")
        self._usually = safe.label("", "body" if rule.urgent else "small")
        self._now = _NowPart(self._usually) if rule.urgent else None
        self._clearance = ClearancePart(workspace, rule) if rule.severity == "gate" else None
        self.add(self._chips(), safe.label(rule.title, "subheading"), self._because)
        if self._now:
            self.add(self._now)
        self.add(self._more(workspace.snapshot.pack, rule))
        if self._clearance:
            self.add(self._clearance)

    def present(self, finding: Finding, snapshot: Snapshot) -> None:
        """Show the finding of this moment."""
        is_cleared = kind_of(finding) == "cleared"
        self.tint("neutral" if is_cleared else _TONES[finding.rule.severity])
        self._today.setVisible(finding.rule.urgent and finding.shuts)
        self._severity.setVisible(not is_cleared)
        self._cleared.setVisible(is_cleared)
        self._unsure.setVisible(not finding.sure)
        because = and_words(because_words(snapshot.pack, one) for one in finding.because)
        self._because.setText(_("Because: {answers}").format(answers=safe.breakable(because)))
        self._because.setVisible(bool(because))
        self._usually.setText(usually(snapshot.pack, finding.rule, sure=finding.sure))
        if self._now:
            self._now.present(finding, snapshot)
        if self._clearance:
            self._clearance.present(finding, snapshot)

    def _chips(self) -> QWidget:
        made, line = QWidget(), Flow()
        for chip in (self._today, self._severity, self._cleared, self._unsure):
            line.addWidget(chip)
        made.setLayout(line)
        return made

    def _more(self, pack: Pack, rule: Rule) -> Disclosure:
        more = _disclosure(rule)
        more.body.addWidget(safe.label(_("What could go wrong"), "small_strong"))
        more.body.addWidget(safe.label(rule.why, "small"))
        if not rule.urgent:
            more.body.addWidget(safe.label(_("What a provider usually does"), "small_strong"))
            more.body.addWidget(self._usually)
        named = [source_in_words(pack.source(one)) for one in rule.sources]
        more.body.addWidget(safe.label(ngettext("Source", "Sources", len(named)), "small_strong"))
        more.body.addWidget(Bullets(named, "small"))
        return more


def _disclosure(rule: Rule) -> Disclosure:
    if rule.urgent:
        return Disclosure(_("Why"), name=_("Why: {finding}").format(finding=rule.title))
    name = _("Why, and what is usual: {finding}").format(finding=rule.title)
    return Disclosure(_("Why, and what is usual"), name=name)


class _NowPart(QWidget):
    """What to do about an urgent finding, until a prescriber has checked it.

    Args:
        told: What to do.
    """

    def __init__(self, told: QLabel) -> None:
        super().__init__()
        self._heading = safe.label("", "small_strong")
        self._call = safe.label(f"{_(CALL_TODAY)} {_(ON_HAND_OVER)}", "small_strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._heading, told, self._call):
            column.addWidget(part)

    def present(self, finding: Finding, snapshot: Snapshot) -> None:
        """Show it as urgent, or as what to do had it not been checked."""
        self._heading.setText(_(NOW) if finding.shuts else _(NOW_CHECKED))
        alone = "prescriber" not in snapshot.session.people
        self._call.setVisible(finding.shuts and alone)
