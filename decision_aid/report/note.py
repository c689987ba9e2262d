"""The note for the record: the visit in plain text that any record system takes.

It holds what a provider needs of one visit in under 2,000 characters. What does not fit is cut
where it can be seen; the PDF has all of it.
"""

from datetime import date
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words, number_words
from decision_aid.domain.safety import is_stopped
from decision_aid.domain.session import Decision
from decision_aid.report.medicine_lines import taken_now, with_stop
from decision_aid.report.note_checks import cautions, checks, signed
from decision_aid.report.note_line_up import line_up_section
from decision_aid.report.note_sections import Entry, Section, Stay, fitted
from decision_aid.report.note_text import GAP, loses_letters
from decision_aid.report.note_urgent import urgent_section
from decision_aid.report.person_blocks import dealbreakers, next_step_lines, top_ratings
from decision_aid.report.record_phq9 import phq9_rows
from decision_aid.report.talk_first import WAITS
from decision_aid.report.urgent_box import urgent_findings
from decision_aid.report.who_was_here import here_words
from decision_aid.workspace.clinic_words import review_sentence
from decision_aid.workspace.finding_words import DRUGS_BEFORE
from decision_aid.workspace.not_opened import not_talked_about, safety_gap
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import importance_words
from decision_aid.workspace.words import TALKS, decision_name

MOST: Final = 1999
"""Characters of a note at most, each end of a line counted as two."""
TOP: Final = 3
"""Ratings in a note; all of them are in the PDF."""
NO_DECISION: Final = N_("Nothing is decided yet")
NO_LINE_UP: Final = N_("No provider was here, so the options were not lined up")
TALK_FIRST: Final = N_(
    "item 9 asks for a talk. No talk is recorded yet: it comes before anything else."
)
"""What stands behind "PHQ-9:" there."""
HELD_BACK: Final = N_("held back until that talk; the PDF has them")
LOST: Final = N_("Some letters could not be kept here; the PDF has them.")


def note(snapshot: Snapshot, on: date) -> str:
    """The note of this moment, ready to paste.

    Lines of at most 76 characters that record systems take where the language is spoken, ending in
    a line break. Without a provider it is what the person brings to a visit, and tells nothing of
    the PHQ-9, as their page.

    Args:
        snapshot: What was said and what follows.
        on: The day the note is made.
    """
    made = _of_a_visit(snapshot) if snapshot.journey.accompanied else _before_a_visit(snapshot)
    whole = (*made, _foot(snapshot, on), *_lost(made, snapshot))
    return "".join(f"{line}\n" for line in fitted(whole, MOST))


def _of_a_visit(snapshot: Snapshot) -> tuple[Section, ...]:
    session = snapshot.session
    return (
        *_talk_first(snapshot),
        urgent_section(snapshot),
        *_head(_visit(snapshot), snapshot),
        *_decision_and_leanings(snapshot),
        *checks(snapshot.findings, snapshot),
        _phq9(snapshot),
        *_medicines(snapshot),
        *_not_talked_about(snapshot),
        _why(_("Why"), snapshot),
        _concerns(_("Own concerns"), snapshot),
        line_up_section(snapshot),
        Section(_("Next steps"), _typed(next_step_lines(snapshot))),
        Section(_("Questions still open"), _typed(session.open_questions)),
        Section(_("Next visit"), _typed((session.review,)), is_list=False),
        cautions(snapshot.findings),
    )


def _before_a_visit(snapshot: Snapshot) -> tuple[Section, ...]:
    session, paused = snapshot.session, snapshot.journey.paused
    home = tuple(one for one in snapshot.findings if DRUGS_BEFORE.isdisjoint(one.because))
    return (
        *_we_talk_first(snapshot),
        urgent_section(snapshot),
        *_head(_getting_ready(snapshot), snapshot),
        *(() if paused else _so_far(snapshot)),
        _why(_("What matters to me"), snapshot),
        _concerns(_("My own concerns"), snapshot),
        Section(_("Questions I want to ask"), _typed(session.open_questions)),
        Section(_("What I want to do next"), _typed(next_step_lines(snapshot))),
        *checks(home, snapshot),
        *_medicines(snapshot),
        *_keep_taking(snapshot),
        cautions(home),
        Section(_("Next visit"), _typed((session.review,)), is_list=False),
        _always(_(NO_LINE_UP)),
        *(() if paused else (_help(snapshot),)),
    )


def _talk_first(snapshot: Snapshot) -> tuple[Section, ...]:
    """What comes before anything else, for a provider."""
    return (_always(_(TALK_FIRST), "PHQ-9"),) if snapshot.journey.paused else ()


def _we_talk_first(snapshot: Snapshot) -> tuple[Section, ...]:
    """The same for a person alone, who is told whom to call, and not why."""
    told = (_help(snapshot), _always(_(WAITS[0]), _("We talk first")))
    return told if snapshot.journey.paused else ()


def _help(snapshot: Snapshot) -> Section:
    return _always(snapshot.pack.crisis.line, _("Help"))


def _decision_and_leanings(snapshot: Snapshot) -> tuple[Section, ...]:
    """What was decided, and who leans where; not before the talk that comes first."""
    session = snapshot.session
    if not snapshot.journey.paused:
        decided = (_decided(snapshot),)
        return _so_kept(_("Decided together"), decided), _leanings(snapshot)
    said = any((session.decision, session.leaning, session.provider_leaning))
    return (_always(_(HELD_BACK), _("Decision and leanings")),) if said else ()


def _so_far(snapshot: Snapshot) -> tuple[Section, ...]:
    """What a person alone has; decided with a provider only where one ever was there."""
    session = snapshot.session
    decided = (_decided(snapshot),) if session.decision else ()
    heading = _("Decided with a provider") if session.earlier else _("Written down so far")
    leans = Section(_("I lean towards"), _named(session.leaning, snapshot), is_list=False)
    return _so_kept(heading, decided), leans


def _so_kept(heading: str, entries: tuple[Entry, ...]) -> Section:
    return Section(heading, entries, Stay.KEPT, is_list=False, shares=5)


def _always(fact: str, heading: str = "") -> Section:
    return Section(heading, (Entry(fact),), stay=Stay.ALWAYS, is_list=False)


def _visit(snapshot: Snapshot) -> str:
    session = snapshot.session
    return _("Shared decision, visit {number}, {day}. Here: {people}").format(
        number=number_words(len(session.earlier) + 1),
        day=day_words(session.started_on),
        people=here_words(session),
    )


def _getting_ready(snapshot: Snapshot) -> str:
    session = snapshot.session
    day, people = day_words(session.started_on), here_words(session)
    return _("Getting ready for a visit, {day}. Here: {people}").format(day=day, people=people)


def _head(visit: str, snapshot: Snapshot) -> tuple[Section, ...]:
    label = Section(_("Label"), _typed((snapshot.session.label,)), is_list=False)
    return _always(visit), label


def _foot(snapshot: Snapshot, on: date) -> Section:
    pack = snapshot.pack
    made = _("Decision aid {pack} {version}, {day}.").format(
        pack=pack.id, version=pack.version, day=day_words(on)
    )
    return _always(f"{made} {_('Not advice.')} {review_sentence(snapshot)}")


def _lost(made: tuple[Section, ...], snapshot: Snapshot) -> tuple[Section, ...]:
    """The last line, where something typed cannot be told in letters of Latin-1."""
    entries = [one for section in made for one in section.entries]
    signs = [one.initials for one in snapshot.session.clearances]
    texts = (*(one.words for one in entries), *(one.fact for one in entries), *signs)
    lost = any(map(loses_letters, texts)) or any(GAP in one.fact for one in entries)
    return (_always(_(LOST)),) if lost else ()


def _decided(snapshot: Snapshot) -> Entry:
    decision = snapshot.session.decision
    if decision is None:
        return Entry(_(NO_DECISION))
    name = decision_name(decision, snapshot)
    if decision.option in snapshot.gated:
        name = _("{decision} (a check comes first)").format(decision=name)
    return Entry(name, decision.words)


def _leanings(snapshot: Snapshot) -> Section:
    session = snapshot.session
    both = ((_("The person"), session.leaning), (_("The provider"), session.provider_leaning))
    entries = tuple(
        Entry(f"{who}, {decision_name(one, snapshot)}", one.words) for who, one in both if one
    )
    return Section(_("Leaning"), entries)


def _named(decision: Decision | None, snapshot: Snapshot) -> tuple[Entry, ...]:
    return (Entry(decision_name(decision, snapshot), decision.words),) if decision else ()


def _phq9(snapshot: Snapshot) -> Section:
    total = phq9_rows(snapshot)[0][1]
    return Section("PHQ-9", (Entry(total), *_item_9(snapshot)), Stay.KEPT, is_list=False, shares=5)


def _item_9(snapshot: Snapshot) -> tuple[Entry, ...]:
    """What item 9 asked for and what was done; that stays also where the answer was changed."""
    asks, talk = snapshot.session.about.phq9.item_9_asks_for_talk, snapshot.session.safety_talk
    if talk is None:  # Then the note begins with it where it asks for one.
        return ()
    told = (
        _("item 9 asks for a talk. Done: {action} ({signed})")
        if asks
        else _("item 9 does not ask for a talk now. Done: {action} ({signed})")
    )
    return (Entry(told.format(action=_(TALKS[talk.action]), signed=signed(talk))),)


def _medicines(snapshot: Snapshot) -> tuple[Section, ...]:
    """What is taken and was stopped; what no safety rule could look at, so that silence is none."""
    session = snapshot.session
    now = (name for name, _read_as in taken_now(snapshot))
    gone = (one.name for one in session.about.taking if is_stopped(one, session.started_on))
    before = (with_stop(name, snapshot) for name in gone)
    unknown, gap = _typed(snapshot.unknown_medicines), safety_gap(snapshot)
    return (
        *((_always(gap),) if gap else ()),
        Section(_("Not checked, because not in our list"), unknown, Stay.OUTLIVES, is_list=False),
        Section(_("Medicines and substances"), _typed((*now, *before)), Stay.OUTLIVES, shares=3),
    )


def _not_talked_about(snapshot: Snapshot) -> tuple[Section, ...]:
    """What there was no time for: silence is not taken for an answer."""
    left = not_talked_about(snapshot)
    return (Section(_("Not talked about today"), (Entry(left),), is_list=False),) if left else ()


def _keep_taking(snapshot: Snapshot) -> tuple[Section, ...]:
    """No list of medicines goes home without it; what is urgent ends in it."""
    taking, told = snapshot.session.about.taking, snapshot.pack.keep_taking
    return (_always(told),) if taking and not urgent_findings(snapshot) else ()


def _why(heading: str, snapshot: Snapshot) -> Section:
    rated = tuple(
        Entry(f"{snapshot.pack.criterion(one.criterion).name}: {importance_words(one.importance)}")
        for one in top_ratings(snapshot)[:TOP]
    )
    out = tuple(
        Entry(_("Would rule out: {dealbreaker}").format(dealbreaker=one))
        for one in dealbreakers(snapshot)
    )
    return Section(heading, (*rated, *out), shares=2)


def _concerns(heading: str, snapshot: Snapshot) -> Section:
    """In a section of their own: what is taken and needs care outlives them."""
    own = _typed(tuple(one.text for one in snapshot.session.concerns))
    return Section(heading, own, Stay.FIRST_TO_GO)


def _typed(lines: tuple[str, ...]) -> tuple[Entry, ...]:
    return tuple(Entry("", line) for line in lines)
