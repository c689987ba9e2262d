"""Safety findings in the record: what fires, why, what a provider usually does, who cleared it."""

from decision_aid.base.language import _
from decision_aid.base.locale_words import and_words, day_words
from decision_aid.domain.safety import Finding, usually
from decision_aid.report.citations import Citations
from decision_aid.report.document import Block, Heading, KeyValues, Paragraph
from decision_aid.report.history_lines import because_with_term
from decision_aid.workspace.not_opened import nothing_checked, safety_gap
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import NO_FULL_CHECK, not_checked_sentence, option_name
from decision_aid.workspace.words import SEVERITIES


def safety_blocks(snapshot: Snapshot, citations: Citations) -> tuple[Block, ...]:
    """What was not checked, then all findings, gates first."""
    not_checked, gap = not_checked_sentence(snapshot), safety_gap(snapshot)
    none_applies = _("None of the safety rules applies to what was said.")
    if not_checked or gap:
        none_applies = _("None of the safety rules applies to what could be checked.")
    found = [block for one in snapshot.findings for block in _finding(one, snapshot, citations)]
    if not found and not nothing_checked(snapshot):
        found = [Paragraph(none_applies, "quiet")]
    unknown = (Paragraph(one) for one in (not_checked, gap) if one)
    return Heading(_("Safety findings")), *unknown, Paragraph(_(NO_FULL_CHECK), "quiet"), *found


def _finding(finding: Finding, snapshot: Snapshot, citations: Citations) -> tuple[Block, ...]:
    rule = finding.rule
    citations.tell(rule.studies)
    because = and_words(because_with_term(snapshot.pack, one) for one in finding.because)
    if not finding.sure:
        because = _("{because} (not sure: find out first)").format(because=because)
    touched = and_words(option_name(one, snapshot) for one in rule.options)
    rows = (
        (_("Set off by"), because),
        (_("Touches"), touched or _("Whatever is chosen")),
        (_("Why"), rule.why),
        (_("Usually"), usually(snapshot.pack, rule, sure=finding.sure)),
        *_clearance(finding, snapshot),
        (_("From"), citations.mark(rule.sources)),
    )
    return Heading(f"{_kind(finding)}: {rule.title}", 2), KeyValues(rows, run_in=True)


def _kind(finding: Finding) -> str:
    if finding.rule.severity == "gate" and not finding.shuts:
        return _("Checked and cleared")
    return _(SEVERITIES[finding.rule.severity])


def _clearance(finding: Finding, snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    if finding.rule.severity != "gate":
        return ()
    held = finding.clearance
    if held is not None:
        said = _("{reason} ({initials}, prescriber, {day})").format(
            reason=held.reason, initials=held.initials, day=day_words(held.on)
        )
        return ((_("Cleared"), said),)
    older = [one for one in snapshot.session.clearances if one.rule == finding.rule.id]
    if not older:
        return ((_("Cleared"), _("No. Its options are not in the line-up.")),)
    last = older[-1]
    said = _("No longer: the clearance of {day} ({initials}) does not cover what was said.").format(
        day=day_words(last.on), initials=last.initials
    )
    return ((_("Cleared"), said),)
