"""What cannot wait for a visit: at the very top of the person's page."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import and_words
from decision_aid.domain.safety import Finding, usually
from decision_aid.report.document import Block, Callout
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import finding_title
from decision_aid.workspace.words import because_words

HEADING: Final = N_("Urgent: before the next dose")


def urgent_findings(snapshot: Snapshot) -> tuple[Finding, ...]:
    """The urgent gates that nobody cleared."""
    return tuple(one for one in snapshot.findings if one.shuts and one.rule.urgent)


def urgent_box(snapshot: Snapshot) -> tuple[Block, ...]:
    """What set it off and what to do now; what to do is told once where it is the same."""
    told: dict[str, list[str]] = {}
    for one in urgent_findings(snapshot):
        told.setdefault(usually(snapshot.pack, one.rule, sure=one.sure), []).append(
            _pair(one, snapshot)
        )
    lines = tuple(line for to_do, pairs in told.items() for line in (*pairs, to_do))
    return (Callout("crisis", _(HEADING), lines),) if lines else ()


def _pair(finding: Finding, snapshot: Snapshot) -> str:
    """The medicines as the person named them, and what they are together."""
    words = (because_words(snapshot.pack, one) for one in finding.because)
    return f"{and_words(words)}: {finding_title(finding)}."
