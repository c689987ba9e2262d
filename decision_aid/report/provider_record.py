"""The record for the provider: the visit, safety, values, line-up and decision, to be kept."""

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import day_words, number_words
from decision_aid.domain.safety import asks_for_form
from decision_aid.domain.session import Session
from decision_aid.report.citations import Citations
from decision_aid.report.document import Block, Bullets, Heading, KeyValues, Paragraph, Part
from decision_aid.report.history_lines import before, conditions, tried_before
from decision_aid.report.medicine_lines import stopped, taken_now
from decision_aid.report.record_clearances import clearance_blocks
from decision_aid.report.record_decision import decision_blocks
from decision_aid.report.record_line_up import line_up_blocks
from decision_aid.report.record_phq9 import (
    earlier_talks,
    phq9_rows,
    trend_blocks,
)
from decision_aid.report.record_ratings import rating_blocks
from decision_aid.report.record_safety import safety_blocks
from decision_aid.report.record_short import short_blocks
from decision_aid.report.record_visits import last_visit_blocks, older_visit_blocks
from decision_aid.report.who_was_here import here_words
from decision_aid.workspace.not_opened import not_talked_about
from decision_aid.workspace.pack_hash import content_words
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import AGES, FORMS, INVOLVEMENT, TRIED

NOT_SAID = N_("Not said")


def provider_record(snapshot: Snapshot, citations: Citations) -> Part:
    """The record for the provider."""
    blocks = (
        *short_blocks(snapshot),
        *_visit(snapshot),
        *decision_blocks(snapshot),
        *safety_blocks(snapshot, citations),
        *clearance_blocks(snapshot),
        *_history(snapshot),
        *rating_blocks(snapshot),
        *last_visit_blocks(snapshot),
        *line_up_blocks(snapshot),
        *older_visit_blocks(snapshot),
    )
    return Part(
        id="record",
        title=_("Record for the provider"),
        subtitle=_("What was said and what follows from it. It records a conversation, no order."),
        blocks=blocks,
    )


def _visit(snapshot: Snapshot) -> tuple[Block, ...]:
    session = snapshot.session
    wish = _(INVOLVEMENT[session.involvement]) if session.involvement else _(NOT_SAID)
    left = not_talked_about(snapshot)
    label = ((_("Label"), session.label),) if session.label.strip() else ()
    rows = (
        (_("Visit"), _which(session)),
        *label,
        (_("Here"), here_words(session)),
        (_("Time there was"), _minutes(session)),
        *(((_("Not talked about"), left),) if left else ()),
        (_("Who should decide"), wish),
        (_("Content"), content_words(snapshot.pack)),
    )
    return Heading(_("The visit")), KeyValues(rows)


def _which(session: Session) -> str:
    day, number = day_words(session.started_on), number_words(len(session.earlier) + 1)
    return _("{day}, visit {number} of this session").format(day=day, number=number)


def _minutes(session: Session) -> str:
    if not session.minutes:
        return _(NOT_SAID)
    told = ngettext("{minutes} minute", "{minutes} minutes", session.minutes)
    return told.format(minutes=number_words(session.minutes))


def _history(snapshot: Snapshot) -> tuple[Block, ...]:
    about = snapshot.session.about
    count = _(TRIED[about.antidepressants_tried]) if about.antidepressants_tried else _(NOT_SAID)
    gone = stopped(snapshot)
    rows = (
        (_("Age"), _(AGES[about.age]) if about.age else _(NOT_SAID)),
        (_("Antidepressants tried for six weeks or more at a full dose"), count),
        *_form(snapshot),
        *phq9_rows(snapshot),
        *((_("Item 9, before"), one) for one in earlier_talks(snapshot)),
        *before(snapshot),
    )
    return (
        Heading(_("About the person")),
        KeyValues(rows),
        *trend_blocks(snapshot),
        *_list(_("Treatments tried"), tried_before(snapshot)),
        *_list(_("Medicines and substances now"), taken_now(snapshot)),
        *(_list(_("Stopped before this visit"), gone) if gone else ()),
        *_list(_("Conditions and situation"), conditions(snapshot)),
    )


def _list(title: str, rows: tuple[tuple[str, str], ...]) -> tuple[Block, ...]:
    told = tuple(f"{label}: {text}" for label, text in rows)
    return Heading(title, 2), Bullets(told) if told else Paragraph(_(NOT_SAID), "quiet")


def _form(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    form = snapshot.session.about.ketamine_form
    if form is None and not asks_for_form(snapshot.pack):
        return ()
    return ((_("Form of ketamine talked about"), _(FORMS[form]) if form else _(NOT_SAID)),)
