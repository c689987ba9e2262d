"""The person on the hand-over: medicines, what was tried, PHQ-9, conditions, what they want."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words, number_words
from decision_aid.domain.instruments import PHQ9_ITEMS
from decision_aid.report.document import Block, Heading, KeyValues, Paragraph
from decision_aid.report.history_lines import answered, before, tried_before
from decision_aid.report.medicine_lines import stopped, taken_now
from decision_aid.report.person_blocks import dealbreakers, top_ratings
from decision_aid.report.record_phq9 import phq9_rows, talk_sentence
from decision_aid.report.who_was_here import decided_label
from decision_aid.workspace.phq9_trend import phq9_trend
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import AGES, TRIED, decision_line

TOP: Final = 5
"""Ratings on the hand-over; all of them are in the record."""

TALK_FIRST: Final = N_("The talk about item 9 comes first; the record keeps what was said.")

Rows = tuple[tuple[str, str], ...]


def medicines(snapshot: Snapshot) -> tuple[Block, ...]:
    """Medicines now and not long ago."""
    return _listed(_("Medicines, now and stopped"), (*taken_now(snapshot), *stopped(snapshot)))


def tried_and_before(snapshot: Snapshot) -> tuple[Block, ...]:
    """What was tried, what helped, and which drugs were taken before."""
    return _listed(_("Tried before"), (*tried_before(snapshot), *before(snapshot)))


def about_the_person(snapshot: Snapshot) -> tuple[Block, ...]:
    """The PHQ-9, age and conditions."""
    age = snapshot.session.about.age
    facts = (
        *phq9_rows(snapshot),
        *_earlier(snapshot),
        *_item_9(snapshot),
        *(((_("Age"), _(AGES[age])),) if age else ()),
        *_count(snapshot),
        *_conditions(snapshot),
    )
    return _listed(_("About the person"), facts)


def what_the_person_wants(snapshot: Snapshot) -> tuple[Block, ...]:
    """What the person leans to, cares about and would rule out."""
    return _listed(_("What the person wants"), _wants(snapshot))


def _count(snapshot: Snapshot) -> Rows:
    count = snapshot.session.about.antidepressants_tried
    return ((_("Antidepressants at a full dose for six weeks"), _(TRIED[count])),) if count else ()


def _conditions(snapshot: Snapshot) -> Rows:
    """Conditions the person has, and those they are not sure of."""
    told = (
        (_("Conditions and situation"), answered(snapshot, "yes")),
        (_("Not sure about"), answered(snapshot, "unsure")),
    )
    return tuple((label, "; ".join(texts)) for label, texts in told if texts)


def _listed(title: str, rows: Rows) -> tuple[Block, ...]:
    told = KeyValues(rows, run_in=True) if rows else Paragraph(_("Nothing was said."), "quiet")
    return Heading(title, 2), told


def _earlier(snapshot: Snapshot) -> Rows:
    """The totals of earlier visits, newest first."""
    points = [one for one in phq9_trend(snapshot.session) if one.on != snapshot.session.started_on]
    told = "; ".join(
        f"{day_words(one.on)}: {number_words(one.total)}, {one.band}" for one in reversed(points)
    )
    return ((_("Before"), told),) if told else ()


def _item_9(snapshot: Snapshot) -> Rows:
    """What stands at the head of the page is not told twice; “not at all” replaces no asking.

    A talk stays on paper, also where every answer was taken back since.
    """
    phq9, talk = snapshot.session.about.phq9, talk_sentence(snapshot)
    if phq9.item_9_asks_for_talk or not (phq9.answers or talk):
        return ()
    asked = phq9.answer(PHQ9_ITEMS) is not None
    said = _("“not at all”; it does not replace asking") if asked else _("not answered")
    return ((_("Item 9"), ". ".join(filter(None, (said, talk)))),)


def _wants(snapshot: Snapshot) -> Rows:
    session = snapshot.session
    top = top_ratings(snapshot)[:TOP]
    names = (snapshot.pack.criterion(one.criterion).name for one in top)
    in_order = "; ".join(f"{place}. {name}" for place, name in enumerate(names, start=1))
    rows = (
        *_choices(snapshot),
        (_("What matters most"), in_order),
        (_("Would rule out"), "; ".join(dealbreakers(snapshot))),
        (_("Own concerns"), "; ".join(one.text for one in session.concerns)),
    )
    return tuple(row for row in rows if row[1])


def _choices(snapshot: Snapshot) -> Rows:
    """The leaning and the decision; the record alone has them while a talk comes first."""
    session = snapshot.session
    if snapshot.journey.paused:
        held = session.leaning or session.decision
        return ((_("Leaning and decision"), _(TALK_FIRST)),) if held else ()
    decided = decision_line(session.decision, snapshot) if session.decision else ""
    return (
        (_("Leans towards"), decision_line(session.leaning, snapshot)),
        (decided_label(snapshot, _("Decided so far")), decided),
    )
