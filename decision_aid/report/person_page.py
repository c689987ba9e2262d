"""The person's page: what was decided, why, and what comes next, in their words."""

from typing import Literal

from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.domain.session import Decision, NextStep
from decision_aid.report.citations import Citations
from decision_aid.report.document import (
    Block,
    Bullets,
    Callout,
    CheckList,
    Columns,
    Heading,
    Numbered,
    Paragraph,
    Part,
)
from decision_aid.report.figure_card import option_card
from decision_aid.report.options_table import options_looked_at
from decision_aid.report.questions import questions_to_ask
from decision_aid.report.record_visits import since_last_visit
from decision_aid.workspace.clinic_words import call_line
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import importance_words, not_weighed_reason
from decision_aid.workspace.words import decision_line, decision_name

EMERGENCY = "Get emergency help at once if"
TOP = 5
"""Ratings on the person's page; all of them are in the record."""


def person_page(snapshot: Snapshot, citations: Citations) -> Part:
    """The person's page. Item 9 of the PHQ-9 is never on it, nor any score."""
    left = (
        *_what_mattered(snapshot),
        *since_last_visit(snapshot),
        Heading("What we will do next"),
        _next_steps(snapshot.session.next_steps),
        Heading("Questions still open"),
        _bullets(snapshot.session.open_questions, "No question was noted."),
        Callout("crisis", snapshot.pack.crisis.line, ()),
        *((Paragraph(line),) if (line := call_line(snapshot)) else ()),
    )
    calls = [one for one in (_call(snapshot, "emergency"), _call(snapshot, "clinic")) if one]
    return Part(
        id="person",
        title="Our shared decision",
        subtitle=snapshot.pack.title,
        blocks=(
            _decided(snapshot),
            *_beside(left, calls, snapshot, citations),
            *options_looked_at(snapshot),
            *questions_to_ask(snapshot),
        ),
    )


def _beside(
    left: tuple[Block, ...],
    calls: list[tuple[Block, ...]],
    snapshot: Snapshot,
    citations: Citations,
) -> tuple[Block, ...]:
    """The left column and what is beside it: the figure, or when to call where none is chosen."""
    in_a_row = tuple(block for one in calls for block in one)
    chosen = _chosen(snapshot)
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


def top_ratings(snapshot: Snapshot) -> tuple[Rating, ...]:
    """What matters to the person at all: by importance, then as they put it in order."""
    session = snapshot.session
    placed = {criterion: place for place, criterion in enumerate(session.order)}
    known = [one.id for one in snapshot.criteria]
    matter = [
        one
        for one in session.ratings
        if one.importance not in (NOT_SURE, 0) and one.criterion in known
    ]

    def rank(rating: Rating) -> tuple[int, int, int]:
        place = placed.get(rating.criterion, len(placed))
        return -int(rating.importance), place, known.index(rating.criterion)

    return tuple(sorted(matter, key=rank))


def _what_mattered(snapshot: Snapshot) -> tuple[Block, ...]:
    rated = top_ratings(snapshot)[:TOP]
    ranked = tuple(
        (
            place,
            f"{snapshot.pack.criterion(one.criterion).name}: {importance_words(one.importance)}",
        )
        for place, one in enumerate(rated, start=1)
    )
    told = {one.criterion for one in rated}
    own = (
        *(f"My own concern: {one.text}" for one in snapshot.session.concerns if one.id not in told),
        *(f"I would rule out: {text}" for text in _dealbreakers(snapshot)),
    )
    ratings: Block = Numbered(ranked) if ranked else Paragraph("Nothing was rated.", "quiet")
    return Heading("What mattered most to me"), ratings, *((Bullets(own),) if own else ())


def _dealbreakers(snapshot: Snapshot) -> tuple[str, ...]:
    held = snapshot.session.dealbreakers
    return tuple(one.text for one in snapshot.pack.dealbreakers if one.id in held)


def _next_steps(steps: tuple[NextStep, ...]) -> Block:
    if not steps:
        return Paragraph("No next step was noted.", "quiet")
    return CheckList(tuple(map(_next_step, steps)))


def _next_step(step: NextStep) -> str:
    who = f"{step.who}: " if step.who.strip() else ""
    by = f" (by: {step.by})" if step.by.strip() else ""
    return f"{who}{step.what.strip() or 'not written yet'}{by}"


def _bullets(items: tuple[str, ...], none: str) -> Block:
    return Bullets(items) if items else Paragraph(none, "quiet")


def _call(snapshot: Snapshot, urgency: Literal["emergency", "clinic"]) -> tuple[Block, ...]:
    """When to call, for whatever is done and for the option chosen."""
    chosen = _chosen(snapshot)
    reasons = tuple(
        one.text
        for one in snapshot.pack.call_reasons
        if one.urgency == urgency and (not one.options or chosen in one.options)
    )
    if not reasons:
        return ()
    heading = {"emergency": EMERGENCY, "clinic": "Call the clinic if"}[urgency]
    return Heading(heading, 2), Bullets(reasons, small=True)


def _chosen(snapshot: Snapshot) -> str:
    decision = snapshot.session.decision
    return decision.option if decision else ""
