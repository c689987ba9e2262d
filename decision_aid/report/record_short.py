"""What must not be missed, at the top of the record: the rest of it is to be looked up."""

from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.report.document import Block, Heading, KeyValues
from decision_aid.report.person_blocks import next_step_lines
from decision_aid.report.record_phq9 import NO_TALK, item_9_sentence, talk_sentence
from decision_aid.report.who_was_here import decided_label
from decision_aid.workspace.not_opened import NOTHING_CHECKED, safety_gap
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
        *((item_9, decided) if NO_TALK in item_9[1] else (decided, item_9)),
        *_open_checks(snapshot),
        *((_("Next step"), one) for one in steps),
        (_("Look again"), snapshot.session.review.strip() or _("Not said")),
    )
    return Heading(_("In short")), KeyValues(rows)


def _item_9(snapshot: Snapshot) -> str:
    # What was done stays on record, also where the answer was changed to "not at all" since.
    said = item_9_sentence(snapshot) or talk_sentence(snapshot)
    answer, _other = snapshot.session.about.phq9.item_9
    return said or (_(NO_ANSWER) if answer is None else _(NOT_AT_ALL))


def _open_checks(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """What a prescriber has to clear with the options it shuts, and what nobody could check."""
    shut = [one for one in snapshot.findings if one.shuts]
    for one in shut:
        letters = ", ".join(sorted(snapshot.letter(option) for option in one.rule.options))
        label = _("Open check, today") if one.rule.urgent else _("Open check")
        yield (
            label,
            _("{title} (shuts {letters})").format(title=one.rule.title, letters=letters)
            if letters
            else one.rule.title,
        )
    unknown, gap = not_checked_sentence(snapshot), safety_gap(snapshot)
    if unknown:
        yield _("Open check"), unknown
    elif not shut:
        yield _("Open check"), gap if gap == NOTHING_CHECKED else _(NOTHING_OPEN)
    if gap and gap != NOTHING_CHECKED:
        yield _("Not asked about"), gap
