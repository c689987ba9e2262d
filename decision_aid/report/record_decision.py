"""Leanings and decision in the record, and how they compare with the line-up."""

from collections.abc import Iterator

from decision_aid.base.language import _, ngettext
from decision_aid.base.locale_words import and_words, number_words
from decision_aid.domain.session import Session
from decision_aid.report.document import Block, Bullets, Heading, KeyValues, Paragraph
from decision_aid.report.who_was_here import decided_label, provider_ever_here
from decision_aid.workspace.clinic_words import as_of_sentence, option_notes
from decision_aid.workspace.line_up_state import first_options
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.voices import two_ratings
from decision_aid.workspace.wording import not_weighed_reason, option_name, quoted
from decision_aid.workspace.words import ANSWERS, FEELS, decision_line


def decision_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """The leanings, what differs, what is open, and the answers about the decision."""
    session = snapshot.session
    rows = (
        (_("The person leans towards"), decision_line(session.leaning, snapshot)),
        (_("The provider leans towards"), decision_line(session.provider_leaning, snapshot)),
        *((_("To note"), note) for note in _notes(snapshot)),
        *((_("Question still open"), one) for one in session.open_questions),
        (_("Does the line-up feel right?"), _feels(session)),
    )
    heading = Heading(decided_label(snapshot, _("How it was decided")))
    return heading, KeyValues(rows), *_clinic(snapshot), *_sure(snapshot)


def _feels(session: Session) -> str:
    feels = _(FEELS[session.feels_right]) if session.feels_right else _("Not asked")
    return f"{feels}: {session.feels_missing}" if session.feels_missing.strip() else feels


def _clinic(snapshot: Snapshot) -> tuple[Block, ...]:
    """What the clinic says of the option decided on, dated and as its own."""
    chosen = snapshot.session.decision.option if snapshot.session.decision else ""
    notes = option_notes(snapshot, chosen)
    if not notes:
        return ()
    title = _("What the clinic says about this option")
    return Heading(title, 2), KeyValues(notes), Paragraph(as_of_sentence(snapshot), "quiet")


def _notes(snapshot: Snapshot) -> Iterator[str]:
    session = snapshot.session
    mine, theirs = session.leaning, session.provider_leaning
    if mine and theirs and (mine.kind, mine.option) != (theirs.kind, theirs.option):
        yield _("The person and the provider lean differently. Both views are kept as they are.")
    apart = [quoted(one.name) for one in two_ratings(snapshot) if one.far]
    if apart:
        yield _("The ratings of the two lie two steps or more apart on {criteria}.").format(
            criteria=and_words(apart)
        )
    yield from _beside_line_up(snapshot)


def _beside_line_up(snapshot: Snapshot) -> Iterator[str]:
    """That what was chosen is not in the line-up, or not first there."""
    session = snapshot.session
    chosen = session.decision.option if session.decision else ""
    if not chosen:
        return
    reason = not_weighed_reason(chosen, snapshot)
    firsts = first_options(snapshot)
    if reason and provider_ever_here(snapshot):
        yield _("The option decided on is not in the line-up: {reason}").format(reason=reason)
    elif reason:
        yield _("The option written down is not in the line-up: {reason}").format(reason=reason)
    elif firsts and chosen not in firsts:
        told = ngettext(
            "The decision differs from the line-up, where {options} comes first.",
            "The decision differs from the line-up, where {options} come first.",
            len(firsts),
        )
        yield told.format(options=and_words(option_name(one, snapshot) for one in firsts))


def _sure(snapshot: Snapshot) -> tuple[Block, ...]:
    answers = snapshot.session.sure
    if not any(answers):
        return ()
    instrument = snapshot.pack.instrument("sure")
    texts = [one.text for one in instrument.items] if instrument else []
    more = range(len(texts) + 1, len(answers) + 1)
    asked = (*texts, *(_("Question {number}").format(number=number_words(one)) for one in more))
    told = tuple(
        f"{question} {_(ANSWERS[answer]) if answer else _('Not answered')}"
        for question, answer in zip(asked, answers, strict=False)
    )
    return Heading(_("How sure (SURE)"), 2), Bullets(told, small=True)
