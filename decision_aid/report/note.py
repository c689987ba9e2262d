"""The note for the record: the visit in plain text that any record system takes.

It holds what a provider needs of one visit in under 2,000 characters. What does not fit is cut
where it can be seen; the PDF has all of it.
"""

from datetime import date
from typing import Final

from decision_aid.domain.safety import Finding, is_stopped
from decision_aid.domain.session import Clearance, Decision, SafetyTalk
from decision_aid.report.medicine_lines import taken_now, with_stop
from decision_aid.report.note_line_up import line_up_section
from decision_aid.report.note_sections import Entry, Section, fitted
from decision_aid.report.note_text import cut, plain
from decision_aid.report.person_blocks import dealbreakers, next_step_lines, top_ratings
from decision_aid.report.record_phq9 import NO_TALK, phq9_rows
from decision_aid.workspace.clinic_words import review_sentence
from decision_aid.workspace.finding_words import DRUGS_BEFORE
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import importance_words
from decision_aid.workspace.words import ROLES, TALKS, decision_name

MOST: Final = 1999
"""Characters of a note at most, each end of a line counted as two."""
TOP: Final = 3
"""Ratings in a note; all of them are in the PDF."""
INITIALS: Final = 12
"""Characters of initials that are shown."""
TITLE: Final = 120
"""Characters of the title of a check; none in the shipped pack is longer."""
NO_DECISION: Final = "Nothing is decided yet"
NO_LINE_UP: Final = "No provider was here, so the options were not lined up"


def note(snapshot: Snapshot, on: date) -> str:
    """The note of this moment, ready to paste.

    Lines of at most 76 characters that can be printed in Latin-1, ending in a line break. Without
    a provider it is what the person brings to a visit, and tells nothing of the PHQ-9, as their
    page.

    Args:
        snapshot: What was said and what follows.
        on: The day the note is made.
    """
    made = _of_a_visit(snapshot) if snapshot.journey.accompanied else _before_a_visit(snapshot)
    return "".join(f"{line}\n" for line in fitted((*made, _foot(snapshot, on)), MOST))


def _of_a_visit(snapshot: Snapshot) -> tuple[Section, ...]:
    session = snapshot.session
    return (
        *_head(f"Shared decision, visit {len(session.earlier) + 1}", snapshot),
        Section("Decided together", (_decided(snapshot),), kept=True, is_list=False),
        _leanings(snapshot),
        *_checks(snapshot.findings, snapshot),
        _phq9(snapshot),
        *_medicines(snapshot),
        _why("Why", snapshot),
        line_up_section(snapshot),
        Section("Next steps", _typed(next_step_lines(snapshot))),
        Section("Questions still open", _typed(session.open_questions)),
        Section("Next visit", _typed((session.review,)), is_list=False),
        _cautions(snapshot.findings),
    )


def _before_a_visit(snapshot: Snapshot) -> tuple[Section, ...]:
    session = snapshot.session
    home = tuple(one for one in snapshot.findings if DRUGS_BEFORE.isdisjoint(one.because))
    decided = (_decided(snapshot),) if session.decision else ()
    return (
        *_head("Getting ready for a visit", snapshot),
        Section("Decided with a provider", decided, kept=True, is_list=False),
        Section("I lean towards", _named(session.leaning, snapshot), is_list=False),
        _why("What matters to me", snapshot),
        Section("Questions I want to ask", _typed(session.open_questions)),
        Section("What I want to do next", _typed(next_step_lines(snapshot))),
        *_checks(home, snapshot),
        *_medicines(snapshot),
        _keep_taking(snapshot),
        _cautions(home),
        Section("Next visit", _typed((session.review,)), is_list=False),
        Section("", (Entry(NO_LINE_UP),), kept=True, is_list=False),
        Section("Help", (Entry("", snapshot.pack.crisis.line),), kept=True, is_list=False),
    )


def _head(title: str, snapshot: Snapshot) -> tuple[Section, ...]:
    session = snapshot.session
    here = ", ".join(["the person", *(ROLES[one].lower() for one in session.people)])
    visit = Entry(f"{title}, {session.started_on}. Here: {here}")
    label = Section("Label", _typed((session.label,)), is_list=False)
    return Section("", (visit,), kept=True, is_list=False), label


def _foot(snapshot: Snapshot, on: date) -> Section:
    pack = snapshot.pack
    made = f"Decision aid {pack.id} {pack.version}, {on}. Not advice. {review_sentence(snapshot)}"
    return Section("", (Entry(made),), kept=True, is_list=False)


def _decided(snapshot: Snapshot) -> Entry:
    decision = snapshot.session.decision
    if decision is None:
        return Entry(NO_DECISION)
    first = " (a check comes first)" if decision.option in snapshot.gated else ""
    return Entry(f"{decision_name(decision, snapshot)}{first}", decision.words)


def _leanings(snapshot: Snapshot) -> Section:
    session = snapshot.session
    both = (("The person", session.leaning), ("The provider", session.provider_leaning))
    entries = tuple(
        Entry(f"{who}, {decision_name(one, snapshot)}", one.words) for who, one in both if one
    )
    return Section("Leaning", entries)


def _named(decision: Decision | None, snapshot: Snapshot) -> tuple[Entry, ...]:
    return (Entry(decision_name(decision, snapshot), decision.words),) if decision else ()


def _checks(findings: tuple[Finding, ...], snapshot: Snapshot) -> tuple[Section, ...]:
    """The gates: what waits, and what a prescriber cleared, when and why."""
    gates = [one for one in findings if one.rule.severity == "gate"]
    waiting = tuple(_waiting(one, snapshot) for one in gates if one.shuts)
    cleared = tuple(
        Entry(f"{_title(one)} ({_signed(held)})", held.reason)
        for one in gates
        if (held := one.clearance)
    )
    return (
        Section("Waiting for a prescriber", waiting, kept=True),
        Section("Cleared by a prescriber", cleared, kept=True),
    )


def _waiting(finding: Finding, snapshot: Snapshot) -> Entry:
    older = [one for one in snapshot.session.clearances if one.rule == finding.rule.id]
    past = f" (cleared {_signed(older[-1])}; does not cover what was said now)" if older else ""
    return Entry(f"{_title(finding)}{past}")


def _title(finding: Finding) -> str:
    unsure = "" if finding.sure else " (not sure)"
    return f"{cut(plain(finding.rule.title), TITLE)}{unsure}"


def _signed(by: Clearance | SafetyTalk) -> str:
    """The day and the initials, which may be any text."""
    return f"{by.on}, {cut(plain(by.initials), INITIALS)}"


def _cautions(findings: tuple[Finding, ...]) -> Section:
    found = tuple(Entry(_title(one)) for one in findings if one.rule.severity == "caution")
    return Section("Care needed", found)


def _phq9(snapshot: Snapshot) -> Section:
    (_, total), *_ = phq9_rows(snapshot)
    return Section("PHQ-9", (Entry(total), *_item_9(snapshot)), kept=True, is_list=False)


def _item_9(snapshot: Snapshot) -> tuple[Entry, ...]:
    """What item 9 asked for and what was done; that stays also where the answer was changed."""
    asks, talk = snapshot.session.about.phq9.item_9_asks_for_talk, snapshot.session.safety_talk
    if talk is None:
        return (Entry(f"item 9 asks for a talk. {NO_TALK}"),) if asks else ()
    lead = "item 9 asks for a talk" if asks else "item 9 does not ask for a talk now"
    return (Entry(f"{lead}. Done: {TALKS[talk.action]} ({_signed(talk)})"),)


def _medicines(snapshot: Snapshot) -> tuple[Section, ...]:
    """What is taken and was stopped; what no safety rule could look at, so that silence is none."""
    session = snapshot.session
    now = (name for name, _ in taken_now(snapshot))
    gone = (one.name for one in session.about.taking if is_stopped(one, session.started_on))
    before = (with_stop(name, snapshot) for name in gone)
    unknown = _typed(snapshot.unknown_medicines)
    return (
        Section("Not checked, because not in our list", unknown, is_list=False),
        Section("Medicines and substances", _typed((*now, *before))),
    )


def _keep_taking(snapshot: Snapshot) -> Section:
    """No list of medicines goes home without it."""
    told = (Entry(snapshot.pack.keep_taking),) if snapshot.session.about.taking else ()
    return Section("", told, kept=True, is_list=False)


def _why(heading: str, snapshot: Snapshot) -> Section:
    rated = tuple(
        Entry(f"{snapshot.pack.criterion(one.criterion).name}: {importance_words(one.importance)}")
        for one in top_ratings(snapshot)[:TOP]
    )
    out = tuple(Entry(f"Would rule out: {text}") for text in dealbreakers(snapshot))
    own = tuple(Entry("Own concern", one.text) for one in snapshot.session.concerns)
    return Section(heading, (*rated, *out, *own), shares=2)


def _typed(lines: tuple[str, ...]) -> tuple[Entry, ...]:
    return tuple(Entry("", line) for line in lines)
