"""What must not be missed, at the top of the record: the rest of it is to be looked up."""

from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import and_words
from decision_aid.domain.safety import Finding
from decision_aid.report.document import Block, Heading, KeyValues
from decision_aid.report.person_blocks import next_step_lines
from decision_aid.report.record_phq9 import item_9_sentence, talk_sentence
from decision_aid.report.who_was_here import decided_label
from decision_aid.workspace.not_opened import nothing_checked, safety_gap
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import not_checked_sentence
from decision_aid.workspace.words import decision_line

NOT_AT_ALL: Final = N_("Answered “not at all”. That clears nothing: ask all the same.")
NO_ANSWER: Final = N_("Not answered.")
NOTHING_OPEN: Final = N_("None by the rules of this aid. That is not a full check.")


def short_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """The decision, item 9, the checks that are open, what is next and when to look again.

    Where item 9 asks for a talk and none is recorded, that comes before the decision.
    """
    steps = next_step_lines(snapshot) or (_("None was noted."),)
    label = decided_label(snapshot, _("Decided together"))
    decided = (label, decision_line(snapshot.session.decision, snapshot))
    item_9 = (_("Item 9"), _item_9(snapshot))
    rows = (
        *((item_9, decided) if _lacks_talk(snapshot) else (decided, item_9)),
        *_open_checks(snapshot),
        *((_("Next step"), one) for one in steps),
        (_("Look again"), snapshot.session.review.strip() or _("Not said")),
    )
    return Heading(_("In short")), KeyValues(rows)


def _lacks_talk(snapshot: Snapshot) -> bool:
    """Whether item 9 asks for a talk and none is recorded."""
    session = snapshot.session
    return session.about.phq9.item_9_asks_for_talk and session.safety_talk is None


def _item_9(snapshot: Snapshot) -> str:
    # What was done stays on record, also where the answer was changed to "not at all" since.
    said = item_9_sentence(snapshot) or talk_sentence(snapshot)
    answer = snapshot.session.about.phq9.item_9[0]
    return said or (_(NO_ANSWER) if answer is None else _(NOT_AT_ALL))


def _open_checks(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """What a prescriber has to clear with the options it shuts, and what nobody could check."""
    shut = [one for one in snapshot.findings if one.shuts]
    for one in shut:
        yield (
            _("Open check, today") if one.rule.urgent else _("Open check"),
            _with_letters(one, snapshot),
        )
    unknown, gap = not_checked_sentence(snapshot), safety_gap(snapshot)
    if unknown:
        yield _("Open check"), unknown
    elif not shut:
        yield _("Open check"), gap if nothing_checked(snapshot) else _(NOTHING_OPEN)
    if gap and not nothing_checked(snapshot):
        yield _("Not asked about"), gap


def _with_letters(finding: Finding, snapshot: Snapshot) -> str:
    """What waits for a check, and the letters of the options it shuts."""
    title = finding.rule.title
    letters = and_words(sorted(snapshot.letter(option) for option in finding.rule.options))
    if not letters:
        return title
    return _("{finding} (shuts {letters})").format(finding=title, letters=letters)
