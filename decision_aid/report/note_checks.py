"""The safety checks in the note: what waits for a prescriber, what was cleared, what needs care."""

from typing import Final

from decision_aid.base.language import _
from decision_aid.base.locale_words import and_words, day_words
from decision_aid.domain.safety import Finding
from decision_aid.domain.session import Clearance, SafetyTalk
from decision_aid.report.note_sections import Entry, Section, Stay
from decision_aid.report.note_text import cut, plain
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import because_words

INITIALS: Final = 12
"""Characters of initials that are shown."""
TITLE: Final = 120
"""Characters of the title of a check; none in the shipped pack is longer."""


def checks(findings: tuple[Finding, ...], snapshot: Snapshot) -> tuple[Section, ...]:
    """The gates: what waits, and what a prescriber cleared, when and why.

    What is urgent stands at the top of the note, not here.
    """
    gates = [one for one in findings if one.rule.severity == "gate"]
    waits = [one for one in gates if one.shuts and not one.rule.urgent]
    cleared = tuple(
        Entry(f"{title(one)} ({signed(held)})", held.reason)
        for one in gates
        if (held := one.clearance)
    )
    waiting = tuple(_waiting(one, snapshot) for one in waits)
    return (
        Section(_("Waiting for a prescriber"), waiting, Stay.KEPT, shares=8, facts_alone=True),
        Section(_("Cleared by a prescriber"), cleared, Stay.KEPT),
    )


def cautions(findings: tuple[Finding, ...]) -> Section:
    """What needs care, in a few words each."""
    found = tuple(Entry(title(one)) for one in findings if one.rule.severity == "caution")
    return Section(_("Care needed"), found, Stay.OUTLIVES, shares=2)


def title(finding: Finding) -> str:
    """What was found, and whether that is sure."""
    told = cut(plain(finding.rule.title), TITLE)
    return told if finding.sure else _("{finding} (not sure)").format(finding=told)


def title_of_open(finding: Finding, snapshot: Snapshot) -> str:
    """The same, and that an older clearance does not hold any more, where there is one."""
    older = [one for one in snapshot.session.clearances if one.rule == finding.rule.id]
    if not older:
        return title(finding)
    return _("{finding} (cleared {signed}; does not cover what was said now)").format(
        finding=title(finding), signed=signed(older[-1])
    )


def medicines_first(finding: Finding, snapshot: Snapshot) -> tuple[str, ...]:
    """What set it off in words, the medicines as typed before all else."""
    told = [(one, because_words(snapshot.pack, one)) for one in finding.because]
    return tuple(words for _id, words in sorted(told, key=lambda one: one[0] != one[1]))


def signed(by: Clearance | SafetyTalk) -> str:
    """The day and the initials, which may be any text."""
    return f"{day_words(by.on)}, {cut(plain(by.initials), INITIALS)}"


def _waiting(finding: Finding, snapshot: Snapshot) -> Entry:
    """With what set it off: of many medicines, those that matter are named."""
    because = and_words(medicines_first(finding, snapshot))
    return Entry(title_of_open(finding, snapshot), because)
