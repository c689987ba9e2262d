"""The person's page while a talk comes first: whom to call, and that everything else can wait."""

from decision_aid.base.language import N_, _
from decision_aid.report.document import Block, Callout, CheckList, Columns, Heading, Part
from decision_aid.report.person_blocks import (
    bulleted,
    clinic_line,
    crisis_box,
    next_step_lines,
    signs_to_call,
    what_mattered,
)
from decision_aid.report.urgent_box import urgent_box
from decision_aid.workspace.snapshot import Snapshot

TITLE = N_("First things first")
WAITS = (
    N_("You are not alone. Talk with your provider first: everything else can wait."),
    N_("What we noted so far stands here. The next steps can wait until you are ready for them."),
)


def talk_first(snapshot: Snapshot) -> Part:
    """What helps now, and what was noted so far. Nothing tells why, nor rests on a line-up."""
    questions = snapshot.session.open_questions
    noted = (
        *what_mattered(snapshot),
        *_next_steps(snapshot),
        Heading(_("Questions still open")),
        bulleted(questions, _("No question was noted.")),
    )
    calls = tuple(block for one in signs_to_call(snapshot) for block in one)
    return Part(
        id="person",
        title=_(TITLE),
        subtitle=snapshot.pack.title,
        blocks=(
            Callout("decision", _("We talk first"), tuple(map(_, WAITS))),
            crisis_box(snapshot),
            *clinic_line(snapshot),
            *urgent_box(snapshot),
            *((Columns(noted, calls),) if calls else noted),
        ),
    )


def _next_steps(snapshot: Snapshot) -> tuple[Block, ...]:
    lines = next_step_lines(snapshot)
    return (Heading(_("What we will do next")), CheckList(lines)) if lines else ()
