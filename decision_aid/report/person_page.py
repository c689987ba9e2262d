"""The person's page: what was decided, why, and what comes next, in their words."""

from decision_aid.domain.session import Decision
from decision_aid.report.before_the_visit import before_the_visit
from decision_aid.report.citations import Citations
from decision_aid.report.document import (
    Block,
    Callout,
    CheckList,
    Columns,
    Heading,
    Paragraph,
    Part,
)
from decision_aid.report.figure_card import option_card
from decision_aid.report.options_table import options_looked_at
from decision_aid.report.person_blocks import (
    bulleted,
    chosen_option,
    crisis_blocks,
    next_step_lines,
    signs_to_call,
    what_mattered,
)
from decision_aid.report.questions import questions_to_ask
from decision_aid.report.record_visits import since_last_visit
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import not_weighed_reason
from decision_aid.workspace.words import decision_line, decision_name


def person_page(snapshot: Snapshot, citations: Citations) -> Part:
    """The person's page. Item 9 of the PHQ-9 is never on it, nor any score."""
    if not snapshot.journey.accompanied:
        return before_the_visit(snapshot)
    left = (
        *what_mattered(snapshot),
        *since_last_visit(snapshot),
        Heading("What we will do next"),
        _next_steps(snapshot),
        Heading("Questions still open"),
        bulleted(snapshot.session.open_questions, "No question was noted."),
        *crisis_blocks(snapshot),
    )
    return Part(
        id="person",
        title="Our shared decision",
        subtitle=snapshot.pack.title,
        blocks=(
            _decided(snapshot),
            *_beside(left, snapshot, citations),
            *options_looked_at(snapshot),
            *questions_to_ask(snapshot),
        ),
    )


def _beside(left: tuple[Block, ...], snapshot: Snapshot, citations: Citations) -> tuple[Block, ...]:
    """The left column and what is beside it: the figure, or when to call where none is chosen."""
    calls = signs_to_call(snapshot)
    in_a_row = tuple(block for one in calls for block in one)
    chosen = chosen_option(snapshot)
    if not chosen:
        return (Columns(left, in_a_row),) if calls else left
    option = snapshot.pack.option(chosen)
    card = option_card("The option I chose, in numbers", option, snapshot.pack, citations)
    below = (Columns(*calls),) if len(calls) == 2 else in_a_row
    return (Columns(left, (card,)), *below)


def _decided(snapshot: Snapshot) -> Callout:
    session = snapshot.session
    lines = _decision_lines(session.decision, snapshot)
    if session.decision is None and session.leaning is not None:
        lines = (*lines, f"I lean towards: {decision_line(session.leaning, snapshot)}")
    favoured = session.decision or session.leaning
    if favoured and favoured.option in snapshot.gated:
        lines = (*lines, f"Before that: {not_weighed_reason(favoured.option, snapshot)}")
    if session.review.strip():
        lines = (*lines, f"We look at it again: {session.review}")
    return Callout("decision", "What we decided", lines)


def _decision_lines(decision: Decision | None, snapshot: Snapshot) -> tuple[str, ...]:
    if decision is None:
        return ("Nothing is decided yet.",)
    named = {
        "option": decision_name(decision, snapshot),
        "not_yet": "Not to decide yet.",
        "something_else": "Something else than the options here.",
    }[decision.kind]
    return (named, decision.words) if decision.words.strip() else (named,)


def _next_steps(snapshot: Snapshot) -> Block:
    lines = next_step_lines(snapshot)
    return CheckList(lines) if lines else Paragraph("No next step was noted.", "quiet")
