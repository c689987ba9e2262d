"""The PHQ-9 in the record and the hand-over; never on the person's page."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words, number_words
from decision_aid.domain.instruments import PHQ9_HIGHEST, PHQ9_ITEMS, phq9_band
from decision_aid.domain.session import SafetyTalk
from decision_aid.report.document import Block, Column, Heading, Paragraph, Table
from decision_aid.workspace.phq9_trend import LEAST, TrendPoint, left_out_sentence, phq9_trend
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import quoted
from decision_aid.workspace.words import TALKS

NO_TALK: Final = N_("No talk is recorded yet: it comes before anything else.")


def phq9_rows(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """The total with its band, and how difficult it makes things."""
    phq9 = snapshot.session.about.phq9
    if not phq9.answers and not phq9.rather_talk:
        return (("PHQ-9", _("Not answered")),)
    total = phq9.total
    said = _("No total: not all nine questions were answered")
    if total is not None:
        # Translators: {band} is how severe that is, as "moderate".
        said = _("{total} of 27, {band} (self-report)").format(
            total=number_words(total), band=phq9_band(total)
        )
    difficulty = difficulty_words(phq9.difficulty, snapshot)
    hard = ((_("How difficult it makes things"), difficulty),) if difficulty else ()
    return (("PHQ-9", said), *hard)


def difficulty_words(difficulty: int | None, snapshot: Snapshot) -> str:
    """The answer to the function question in its own words; "" for none."""
    instrument = snapshot.pack.instrument("phq9")
    if difficulty is None or instrument is None or instrument.extra is None:
        return ""
    return instrument.extra.answers[difficulty]


def item_9_sentence(snapshot: Snapshot) -> str:
    """What item 9 asks of a provider, and what was done; "" where it asks for nothing.

    Source: Simon 2013 (doi 10.1176/appi.ps.201200587): any answer above "not at all" calls for an
    assessment.
    """
    phq9 = snapshot.session.about.phq9
    if not phq9.item_9_asks_for_talk:
        return ""
    said = _("The person would rather talk about it than answer.")
    if not phq9.rather_talk:
        said = _("Answered {answer}: asks for a talk.").format(answer=_item_9_answer(snapshot))
    return f"{said} {talk_sentence(snapshot) or _(NO_TALK)}"


def _item_9_answer(snapshot: Snapshot) -> str:
    """The answer in the instrument's own words with its number, or the number alone."""
    answer = snapshot.session.about.phq9.answer(PHQ9_ITEMS) or 0
    instrument = snapshot.pack.instrument("phq9")
    number = _("{answer} of {highest}").format(
        answer=number_words(answer), highest=number_words(PHQ9_HIGHEST)
    )
    if instrument is None or answer >= len(instrument.answers):
        return number
    return f"{quoted(instrument.answers[answer])} ({number})"


def talk_sentence(snapshot: Snapshot) -> str:
    """What was done about item 9, when and by whom; "" where nothing is recorded."""
    talk = snapshot.session.safety_talk
    return _("At the visit: {talk}.").format(talk=_told(talk)) if talk else ""


def earlier_talks(snapshot: Snapshot) -> tuple[str, ...]:
    """What was done about item 9 at earlier visits, oldest first."""
    talks = ((visit.on, visit.safety_talk) for visit in snapshot.session.earlier)
    return tuple(
        _("Visit of {day}: {talk}.").format(day=day_words(on), talk=_told(talk))
        for on, talk in talks
        if talk
    )


def _told(talk: SafetyTalk) -> str:
    return f"{_(TALKS[talk.action])} ({talk.initials}, {day_words(talk.on)})"


def trend_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """The totals of all visits, oldest first; nothing while there are fewer than two."""
    points = phq9_trend(snapshot.session)
    if len(points) < LEAST:
        return ()
    columns = (
        Column(_("Visit")),
        Column(_("Total of 27")),
        Column(_("Band")),
        Column(_("How difficult"), 2),
    )
    table = Table(columns=columns, rows=tuple(_row(one, snapshot) for one in points), close=True)
    left_out = left_out_sentence(snapshot.session)
    return (
        Heading(_("PHQ-9 over the visits"), 2),
        table,
        *((Paragraph(left_out, "quiet"),) if left_out else ()),
    )


def _row(point: TrendPoint, snapshot: Snapshot) -> tuple[str, ...]:
    difficulty = difficulty_words(point.difficulty, snapshot) or _("Not answered")
    return day_words(point.on), number_words(point.total), point.band, difficulty
