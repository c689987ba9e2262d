"""Then and now on paper: in full in the record, in one line on the person's page."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import and_words, day_words
from decision_aid.report.document import Block, Heading, KeyValues, Paragraph
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.then_and_now import Comparison, comparisons

NOTE: Final = N_(
    "Answers can change from visit to visit. A difference is something to talk about: it does not "
    "say which answer counts."
)


def last_visit_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """This visit beside the last one; nothing where it is the first."""
    found = comparisons(snapshot)[:1]
    if not found:
        return ()
    return Heading(_("Then and now")), *_compared(found[0]), Paragraph(_(NOTE), "quiet")


def older_visit_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """This visit beside those before the last one, newest first; there may be many of them."""
    found = comparisons(snapshot)[1:]
    if not found:
        return ()
    compared = (block for one in found for block in _compared(one))
    return Heading(_("Then and now: visits before that")), *compared


def _compared(one: Comparison) -> tuple[Block, ...]:
    rows = tuple(
        (difference.kind if place == 0 else "", line)
        for difference in one.differences
        for place, line in enumerate(difference.lines)
    )
    return (
        Heading(one.title, 2),
        *((KeyValues(rows),) if rows else ()),
        *((Paragraph(one.closing),) if one.closing else ()),
    )


def since_last_visit(snapshot: Snapshot) -> tuple[Block, ...]:
    """One line for the person's page on what changed since the last visit; never a score."""
    if not snapshot.session.earlier:
        return ()
    newest = comparisons(snapshot)[0]
    day, kinds = day_words(newest.on), and_words(one.kind_inside for one in newest.answers_changed)
    said = _("Compared with {day}, nothing changed.").format(day=day)
    if kinds:
        # Translators: what changed, such as "what matters and own concerns".
        said = _("Compared with {day}, this changed: {kinds}.").format(day=day, kinds=kinds)
    return (Paragraph(said, "quiet"),)
