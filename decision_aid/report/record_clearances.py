"""Every clearance in the record, whether it holds or not."""

from decision_aid.base.language import _
from decision_aid.base.locale_words import and_words, day_words
from decision_aid.domain.session import Clearance
from decision_aid.report.document import Block, Column, Heading, Table
from decision_aid.report.history_lines import because_with_term
from decision_aid.workspace.snapshot import Snapshot


def clearance_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """All clearances with day, initials, reason and what they cover; nothing without any."""
    cleared = snapshot.session.clearances
    if not cleared:
        return ()
    columns = (
        Column(_("Check"), 1.5),
        Column(_("Cleared"), 1.1),
        Column(_("Reason"), 1.6),
        Column(_("Covers"), 1.5),
        Column(_("Now"), 1.2),
    )
    rows = tuple(_row(one, snapshot) for one in cleared)
    return Heading(_("Clearances"), 2), Table(columns=columns, rows=rows, close=True)


def _row(one: Clearance, snapshot: Snapshot) -> tuple[str, ...]:
    titles = {rule.id: rule.title for rule in snapshot.pack.rules}
    covers = and_words(because_with_term(snapshot.pack, because) for because in one.covers)
    return (
        titles.get(one.rule, one.rule),
        f"{day_words(one.on)}, {one.initials}",
        one.reason,
        covers,
        _now(one, snapshot),
    )


def _now(one: Clearance, snapshot: Snapshot) -> str:
    found = next((each for each in snapshot.findings if each.rule.id == one.rule), None)
    if found is None:
        return _("Not needed now")
    if found.clearance == one:
        return _("Holds")
    return _("No longer covers what was said") if found.shuts else _("A newer one holds")
