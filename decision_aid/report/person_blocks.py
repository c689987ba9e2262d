"""What is on the person's page whether or not a provider is here."""

from typing import Literal

from decision_aid.base.language import N_, _, pgettext
from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.domain.session import NextStep
from decision_aid.report.document import (
    Block,
    Bullets,
    Callout,
    Columns,
    Heading,
    Numbered,
    Paragraph,
)
from decision_aid.workspace.clinic_words import call_line
from decision_aid.workspace.not_opened import not_talked_about_sentence, safety_gap
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import importance_words

EMERGENCY = N_("Get emergency help at once if")
TOP = 3
"""Ratings on the person's page; all of them are in the record."""


def what_mattered(snapshot: Snapshot) -> tuple[Block, ...]:
    """What mattered most, by importance, with own concerns and what they would rule out."""
    rated = top_ratings(snapshot)[:TOP]
    ranked = tuple(
        (
            place,
            f"{snapshot.pack.criterion(one.criterion).name}: {importance_words(one.importance)}",
        )
        for place, one in enumerate(rated, start=1)
    )
    told = {one.criterion for one in rated}
    out = "; ".join(dealbreakers(snapshot))
    own = (
        *(
            _("My own concern: {concern}").format(concern=one.text)
            for one in snapshot.session.concerns
            if one.id not in told
        ),
        *((_("I would rule out: {dealbreakers}").format(dealbreakers=out),) if out else ()),
    )
    ratings: Block = Numbered(ranked) if ranked else Paragraph(_("Nothing was rated."), "quiet")
    heading = (
        _("What mattered most to me") if snapshot.journey.accompanied else _("What matters to me")
    )
    return Heading(heading), ratings, *((Bullets(own),) if own else ())


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


def dealbreakers(snapshot: Snapshot) -> tuple[str, ...]:
    """What the person would rule out, in the pack's words."""
    held = snapshot.session.dealbreakers
    return tuple(one.text for one in snapshot.pack.dealbreakers if one.id in held)


def next_step_lines(snapshot: Snapshot) -> tuple[str, ...]:
    """The next steps: who, what, by when."""
    return tuple(map(_next_step, snapshot.session.next_steps))


def _next_step(step: NextStep) -> str:
    what = step.what.strip() or pgettext("next step", "not written yet")
    who = f"{step.who}: " if step.who.strip() else ""
    if not step.by.strip():
        return f"{who}{what}"
    # Translators: a next step and by when: "Call the clinic (by: Friday)".
    return _("{step} (by: {when})").format(step=f"{who}{what}", when=step.by)


def not_today(snapshot: Snapshot) -> tuple[Block, ...]:
    """What was not checked for safety, and what there was no time for; nothing where all was."""
    gap, left = safety_gap(snapshot), not_talked_about_sentence(snapshot)
    return (
        *((Paragraph(gap, "strong"),) if gap else ()),
        *((Paragraph(left, "quiet"),) if left else ()),
    )


def bulleted(items: tuple[str, ...], none: str) -> Block:
    """The items, or that there is none."""
    return Bullets(items) if items else Paragraph(none, "quiet")


def look_again(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """When they look at it again; nothing where that was left open."""
    review = snapshot.session.review
    return ((_("We look at it again"), review),) if review.strip() else ()


def crisis_box(snapshot: Snapshot) -> Block:
    """Whom to call in a crisis."""
    return Callout("crisis", snapshot.pack.crisis.line, ())


def clinic_line(snapshot: Snapshot) -> tuple[Block, ...]:
    """The clinic's own number, where it gives one."""
    line = call_line(snapshot)
    return (Paragraph(line, "strong"),) if line else ()


def signs_to_call(snapshot: Snapshot) -> tuple[tuple[Heading, Bullets], ...]:
    """When to call, for whatever is done and for the option chosen; emergencies first."""
    made = (_call(snapshot, "emergency"), _call(snapshot, "clinic"))
    return tuple(one for one in made if one[1].items)


def calls_beside(snapshot: Snapshot) -> tuple[Block, ...]:
    """When to call, emergencies at the left; in full width where there is one list alone."""
    calls = signs_to_call(snapshot)
    return (Columns(*calls),) if len(calls) == 2 else tuple(block for one in calls for block in one)


def calls_run_in(snapshot: Snapshot) -> tuple[Block, ...]:
    """The same in full width, one reason behind the other, for where there is little room."""
    return tuple(
        Bullets(listed.items, lead=heading.text) for heading, listed in signs_to_call(snapshot)
    )


def _call(snapshot: Snapshot, urgency: Literal["emergency", "clinic"]) -> tuple[Heading, Bullets]:
    chosen = chosen_option(snapshot)
    reasons = tuple(
        one.text
        for one in snapshot.pack.call_reasons
        if one.urgency == urgency and (not one.options or chosen in one.options)
    )
    heading = {"emergency": _(EMERGENCY), "clinic": _("Call the clinic if")}[urgency]
    return Heading(heading, 2), Bullets(reasons)


def chosen_option(snapshot: Snapshot) -> str:
    """The id of the option decided on; "" for none."""
    decision = snapshot.session.decision
    return decision.option if decision else ""
