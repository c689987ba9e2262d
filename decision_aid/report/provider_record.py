"""The record for the provider: the visit, safety, values, line-up and decision, to be kept."""

from decision_aid.domain.about_you import Taking
from decision_aid.domain.instruments import phq9_band
from decision_aid.domain.medicines import unread_words
from decision_aid.domain.safety import asks_for_form
from decision_aid.report.citations import Citations
from decision_aid.report.document import Block, Bullets, Heading, KeyValues, Paragraph, Part
from decision_aid.report.record_decision import decision_blocks
from decision_aid.report.record_line_up import line_up_blocks
from decision_aid.report.record_ratings import rating_blocks
from decision_aid.report.record_safety import safety_blocks
from decision_aid.report.record_visits import last_visit_blocks, older_visit_blocks
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import read_as_words
from decision_aid.workspace.words import (
    AGES,
    ANSWERS,
    FORMS,
    INVOLVEMENT,
    OUTCOMES,
    ROLES,
    TALKS,
    TRIED,
)

NOT_SAID = "Not said"


def provider_record(snapshot: Snapshot, citations: Citations) -> Part:
    """The record for the provider."""
    blocks = (
        *_visit(snapshot),
        *decision_blocks(snapshot),
        *safety_blocks(snapshot, citations),
        *_history(snapshot),
        *rating_blocks(snapshot),
        *last_visit_blocks(snapshot),
        *line_up_blocks(snapshot, citations),
        *older_visit_blocks(snapshot),
    )
    return Part(
        id="record",
        title="Record for the provider",
        subtitle="What was said and what follows from it. It records a conversation, no order.",
        blocks=blocks,
    )


def _visit(snapshot: Snapshot) -> tuple[Block, ...]:
    session = snapshot.session
    people = ", ".join(ROLES[role] for role in session.people)
    minutes = f"{session.minutes} minutes" if session.minutes else NOT_SAID
    wish = INVOLVEMENT[session.involvement] if session.involvement else NOT_SAID
    label = (("Label", session.label),) if session.label.strip() else ()
    rows = (
        ("Visit", session.started_on.isoformat()),
        *label,
        ("Here besides the person", people or NOT_SAID),
        ("Time there was", minutes),
        ("Who should decide", wish),
    )
    return Heading("The visit"), KeyValues(rows)


def _history(snapshot: Snapshot) -> tuple[Block, ...]:
    about = snapshot.session.about
    tried = tuple(f"{one.name}: {OUTCOMES[one.outcome]}" for one in about.tried)
    taking = tuple(_medicine(one, snapshot) for one in about.taking)
    answered = {one.id: ANSWERS[one.answer] for one in about.conditions}
    conditions = tuple(
        f"{one.text}: {answered[one.id]}" for one in snapshot.pack.conditions if one.id in answered
    )
    count = TRIED[about.antidepressants_tried] if about.antidepressants_tried else NOT_SAID
    rows = (
        ("Age", AGES[about.age] if about.age else NOT_SAID),
        ("Antidepressants tried for six weeks or more at a full dose", count),
        *_form(snapshot),
        *_phq9(snapshot),
    )
    return (
        Heading("About the person"),
        KeyValues(rows),
        *_list("Treatments tried", tried),
        *_list("Medicines and substances now", taking),
        *_list("Conditions and situation", conditions),
    )


def _list(title: str, items: tuple[str, ...]) -> tuple[Block, ...]:
    content = Bullets(items) if items else Paragraph(NOT_SAID, "quiet")
    return Heading(title, 2), content


def _form(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    form = snapshot.session.about.ketamine_form
    if form is None and not asks_for_form(snapshot.pack):
        return ()
    return (("Form of ketamine talked about", FORMS[form] if form else NOT_SAID),)


def _medicine(taking: Taking, snapshot: Snapshot) -> str:
    read = read_as_words(snapshot.pack, taking.name)
    dose = f", {taking.dose}" if taking.dose.strip() else ""
    if not read:
        return f"{taking.name}{dose}: not in our list, ask a pharmacist"
    unread = ", ".join(f"“{one}”" for one in unread_words(snapshot.pack, taking.name))
    unknown = f"; not in our list: {unread}, ask a pharmacist" if unread else ""
    return f"{taking.name}{dose}: {read}{unknown}"


def _phq9(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    phq9 = snapshot.session.about.phq9
    if not phq9.answers and not phq9.item_9_asks_for_talk:
        return (("PHQ-9", "Not answered"),)
    total = phq9.total
    sum_of = "No total: not all nine questions were answered"
    said = sum_of if total is None else f"{total} of 27, {phq9_band(total)} (self-report)"
    talk = (("Item 9", _talk(snapshot)),) if phq9.item_9_asks_for_talk else ()
    return (("PHQ-9", said), *_difficulty(snapshot), *talk)


def _difficulty(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    difficulty = snapshot.session.about.phq9.difficulty
    instrument = snapshot.pack.instrument("phq9")
    if difficulty is None or instrument is None or instrument.extra is None:
        return ()
    return (("How difficult it makes things", instrument.extra.answers[difficulty]),)


def _talk(snapshot: Snapshot) -> str:
    talk = snapshot.session.safety_talk
    if talk is None:
        return "Asked for a talk before the visit ends; nothing is recorded yet"
    return f"Asked for a talk: recorded {TALKS[talk.action]}, {talk.initials}, {talk.on}"
