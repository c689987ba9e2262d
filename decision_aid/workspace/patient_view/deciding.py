"""The last two steps on the patient screen: what they decide, and what happens next."""

from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.session import Session
from decision_aid.workspace.clinic_words import PHONES, phone_rows
from decision_aid.workspace.patient_view.blocks import (
    Contacts,
    Part,
    PatientView,
    Points,
    Rows,
    Section,
    Text,
)
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.suggested import concerns
from decision_aid.workspace.words import CALL_WHEN, decision_line

NOT_SAID: Final = N_("Not said yet. There is no hurry.")
NOT_DECIDED: Final = N_("Not decided yet. Not deciding today is fine, too.")
NOTHING_PLANNED: Final = N_("Nothing is written down yet.")


def decide(snapshot: Snapshot) -> PatientView:
    """What the person leans towards, what they decide together, and what comes next."""
    session = snapshot.session
    leaning, decision = session.leaning, session.decision
    sections = (
        Section(
            _("You are leaning towards"),
            (Text(decision_line(leaning, snapshot)) if leaning else Text(_(NOT_SAID)),),
        ),
        Section(
            _("What we decide together"),
            (Text(decision_line(decision, snapshot)) if decision else Text(_(NOT_DECIDED)),),
        ),
        *_plans(session),
    )
    lead = _("You can decide now, later, or not at all. Changing your mind is part of deciding.")
    return PatientView(_("Where have we got to, together?"), lead, sections)


def summary(snapshot: Snapshot) -> PatientView:
    """What was decided, what happens next, when to call, and the crisis contacts."""
    pack, decision = snapshot.pack, snapshot.session.decision
    decided = decision_line(decision, snapshot) if decision else _(NOT_DECIDED)
    rows = tuple((one.dialed, one.text) for one in pack.crisis.contacts)
    own = phone_rows(snapshot)
    sections = (
        Section(_("What we decided"), (Text(decided),)),
        *_plans(snapshot.session),
        Section(_("Call or text in a crisis"), (Contacts(rows),)),
        *([Section(_(PHONES), (Contacts(own),))] if own else ()),
        *_signs(snapshot),
        Section("", (Text(pack.not_advice),), wide=True),
    )
    lead = _("All of this can go home with you on paper.")
    return PatientView(_("What happens next"), lead, sections)


def _plans(session: Session) -> Iterator[Section]:
    yield Section(_("Next steps"), (_next_steps(session),))
    if session.review.strip():
        yield Section(_("When to look again"), (Text(session.review),))
    if session.open_questions:
        yield Section(_("Questions still open"), (Points(session.open_questions),))


def _next_steps(session: Session) -> Part:
    rows = tuple(
        (one.what, ", ".join(filter(None, (one.who.strip(), one.by.strip()))))
        for one in session.next_steps
    )
    return Rows(rows) if rows else Text(_(NOTHING_PLANNED))


def _signs(snapshot: Snapshot) -> Iterator[Section]:
    """Signs to call about that concern anyone, and those of what was chosen."""
    reasons = [one for one in snapshot.pack.call_reasons if concerns(one.options, snapshot)]
    for urgency, title in CALL_WHEN.items():
        if told := tuple(one.text for one in reasons if one.urgency == urgency):
            yield Section(_(title), (Points(told),))
