"""Safety findings in the record: what fires, why, what a provider usually does, who cleared it."""

from typing import Final

from decision_aid.domain.safety import Finding, usually
from decision_aid.report.citations import Citations
from decision_aid.report.document import Block, Heading, KeyValues, Paragraph
from decision_aid.report.history_lines import because_with_term
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import NO_FULL_CHECK, not_checked_sentence, option_name
from decision_aid.workspace.words import SEVERITIES

NOTHING_CHECKED: Final = "Nothing could be checked: no medicines and no conditions were answered."
"""Said in place of what would reassure."""


def safety_blocks(snapshot: Snapshot, citations: Citations) -> tuple[Block, ...]:
    """What was not checked, then all findings, gates first."""
    not_checked = not_checked_sentence(snapshot)
    said = "what could be checked" if not_checked else "what was said"
    none_applies = f"None of the safety rules applies to {said}."
    none = Paragraph(nothing_checked(snapshot) or none_applies, "quiet")
    found = [
        block for one in snapshot.findings for block in _finding(one, snapshot, citations)
    ] or [none]
    unknown = (Paragraph(not_checked),) if not_checked else ()
    return Heading("Safety findings"), *unknown, Paragraph(NO_FULL_CHECK, "quiet"), *found


def nothing_checked(snapshot: Snapshot) -> str:
    """That there was nothing to check; "" where a medicine or a condition was told."""
    about = snapshot.session.about
    return "" if about.taking or about.conditions else NOTHING_CHECKED


def _finding(finding: Finding, snapshot: Snapshot, citations: Citations) -> tuple[Block, ...]:
    rule = finding.rule
    citations.tell(rule.studies)
    because = ", ".join(because_with_term(snapshot.pack, one) for one in finding.because)
    unsure = "" if finding.sure else " (not sure: find out first)"
    touched = ", ".join(option_name(one, snapshot) for one in rule.options)
    rows = (
        ("Set off by", f"{because}{unsure}"),
        ("Touches", touched or "Whatever is chosen"),
        ("Why", rule.why),
        ("Usually", usually(snapshot.pack, rule, sure=finding.sure)),
        *_clearance(finding, snapshot),
        ("From", citations.mark(rule.sources)),
    )
    return Heading(f"{_kind(finding)}: {rule.title}", 2), KeyValues(rows, run_in=True)


def _kind(finding: Finding) -> str:
    if finding.rule.severity == "gate" and not finding.shuts:
        return "Checked and cleared"
    return SEVERITIES[finding.rule.severity]


def _clearance(finding: Finding, snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    if finding.rule.severity != "gate":
        return ()
    held = finding.clearance
    if held is not None:
        said = f"{held.reason} ({held.initials}, prescriber, {held.on})"
        return (("Cleared", said),)
    older = [one for one in snapshot.session.clearances if one.rule == finding.rule.id]
    if not older:
        return (("Cleared", "No. Its options are not in the line-up."),)
    last = older[-1]
    said = f"No longer: the clearance of {last.on} ({last.initials}) does not cover what was said."
    return (("Cleared", said),)
