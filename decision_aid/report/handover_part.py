"""The hand-over: one page for a prescriber who was not at the visit, to act on and send back."""

from typing import Final

from decision_aid.base.language import N_, _, ngettext, pgettext
from decision_aid.base.locale_words import and_words, day_words, number_words
from decision_aid.domain.safety import Finding, usually
from decision_aid.report.citations import Citations
from decision_aid.report.document import (
    Block,
    Bullets,
    CheckList,
    Columns,
    Heading,
    Paragraph,
    Part,
    SignOff,
    WriteIn,
)
from decision_aid.report.handover_person import (
    about_the_person,
    medicines,
    tried_and_before,
    what_the_person_wants,
)
from decision_aid.report.medicine_lines import with_stop
from decision_aid.report.record_phq9 import item_9_sentence
from decision_aid.report.urgent_box import urgent_findings
from decision_aid.report.who_was_here import here_words
from decision_aid.workspace.not_opened import nothing_checked, safety_gap
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import not_checked_sentence, option_name
from decision_aid.workspace.words import source_name

TITLE: Final = N_("Hand-over to the prescriber")
QUESTIONS: Final = N_("Questions for you")
URGENT_DONE: Final = N_(
    "A prescriber looks at it today, before the next dose, and tells the person what to do."
)
NO_WAIT: Final = N_("No check waits.")
HONEST: Final = N_(
    "No order, and no full check of interactions: its rules see some dangerous pairs."
)
LINE: Final = "_" * 12


def handover_part(snapshot: Snapshot, citations: Citations) -> Part:
    """What is asked, the checks that wait, then what a prescriber needs to answer them."""
    return Part(
        id="handover",
        title=_(TITLE),
        subtitle=_subtitle(snapshot),
        blocks=(
            _who(),
            *_item_9(snapshot),
            *_to_do(snapshot),
            *_checks(snapshot, citations),
            *_cautions(snapshot, citations),
            Columns(
                (*_questions(snapshot), *medicines(snapshot), *about_the_person(snapshot)),
                (*tried_and_before(snapshot), *what_the_person_wants(snapshot)),
            ),
            *_honest(snapshot, citations),
        ),
    )


def _who() -> WriteIn:
    """Whom it is about is written by hand: the program asks for no name."""
    return WriteIn(
        lines=(
            (_("Person"), 0.34),
            (_("Born"), 0.16),
            (_("Send back to"), 0.34),
            # Translators: by which day to send a page back; a line to write on follows.
            (pgettext("day", "by"), 0.16),
        )
    )


def _answer() -> WriteIn:
    return WriteIn(
        boxes=(_("Cleared"), _("Not cleared")),
        lines=((_("Reason"), 0.6), (_("Initials"), 0.16), (_("Date"), 0.24)),
    )


def open_checks(snapshot: Snapshot) -> tuple[Finding, ...]:
    """The gates that nobody cleared, the urgent ones first."""
    shut = (one for one in snapshot.findings if one.shuts)
    return tuple(sorted(shut, key=lambda one: not one.rule.urgent))


def waiting_sentence(snapshot: Snapshot) -> str:
    """How many checks wait for a prescriber; "" for none."""
    count = len(open_checks(snapshot))
    told = ngettext(
        "{count} check waits for a prescriber.", "{count} checks wait for a prescriber.", count
    )
    return told.format(count=number_words(count)) if count else ""


def _subtitle(snapshot: Snapshot) -> str:
    """Why this page, in one line."""
    session = snapshot.session
    visit = _("Visit of {day} ({label}).") if session.label.strip() else _("Visit of {day}.")
    here = _("Here: {people}; nobody could clear a check.")
    if "prescriber" in session.people:
        here = _("Here: {people}.")
    told = visit.format(day=day_words(session.started_on), label=session.label)
    return f"{told} {here.format(people=here_words(session))}"


def _item_9(snapshot: Snapshot) -> tuple[Block, ...]:
    said = item_9_sentence(snapshot)
    return (
        (Paragraph(_("Item 9 of the PHQ-9: {answer}").format(answer=said), "strong"),)
        if said
        else ()
    )


def _checks(snapshot: Snapshot, citations: Citations) -> tuple[Block, ...]:
    waiting, gap = open_checks(snapshot), safety_gap(snapshot)
    unseen = (Paragraph(gap, "strong"),) if gap else ()
    if not waiting:
        none = () if nothing_checked(snapshot) else (Paragraph(_(NO_WAIT), "strong"),)
        return *none, *unseen
    cards = (_card(one, snapshot, citations) for one in waiting)
    return Heading(_waiting_heading(len(waiting)), 2), *cards, *unseen


def _waiting_heading(count: int) -> str:
    told = ngettext(
        "{count} check waits for a prescriber", "{count} checks wait for a prescriber", count
    )
    return told.format(count=number_words(count))


def _card(finding: Finding, snapshot: Snapshot, citations: Citations) -> SignOff:
    rule = finding.rule
    citations.tell(rule.studies)
    because = _because(finding, snapshot)
    sentences = (f"{because}." if because else "", _on_hold(finding, snapshot))
    return SignOff(
        heading=_card_heading(finding),
        rows=(
            (_("Because"), " ".join(filter(None, sentences))),
            (_("What could go wrong"), rule.why),
            *_done(finding, snapshot, citations),
        ),
        answer=_answer(),
    )


def _on_hold(finding: Finding, snapshot: Snapshot) -> str:
    waits = and_words(option_name(one, snapshot) for one in finding.rule.options)
    if not waits:
        return _("On hold: whatever is chosen.")
    return _("On hold: {options}.").format(options=waits)


def _card_heading(finding: Finding) -> str:
    urgent = _("Urgent, today") if finding.rule.urgent else ""
    unsure = "" if finding.sure else _("Find out first (not sure)")
    return ": ".join(filter(None, (urgent, unsure, finding.rule.title)))


def _done(
    finding: Finding, snapshot: Snapshot, citations: Citations
) -> tuple[tuple[str, str], ...]:
    """What is usually done, and of an urgent rule, whose words are for the person, those."""
    rule, said = finding.rule, usually(snapshot.pack, finding.rule, sure=finding.sure)
    mark = citations.mark(rule.sources)
    if not rule.urgent:
        return ((_("Usually done"), f"{said} ({mark})"),)
    return (_("Usually done"), f"{_(URGENT_DONE)} ({mark})"), (_("The person was told"), said)


def _because(finding: Finding, snapshot: Snapshot) -> str:
    return "; ".join(with_stop(one, snapshot) for one in finding.because)


def _cautions(snapshot: Snapshot, citations: Citations) -> tuple[Block, ...]:
    lines = tuple(
        _caution(one, snapshot, citations)
        for one in snapshot.findings
        if one.rule.severity == "caution"
    )
    not_checked = not_checked_sentence(snapshot)
    told = (*lines, *((not_checked,) if not_checked else ()))
    return (Heading(_("Care needed"), 2), Bullets(told, small=True)) if told else ()


def _caution(finding: Finding, snapshot: Snapshot, citations: Citations) -> str:
    unsure = "" if finding.sure else _("not sure, find out first")
    facts = (_because(finding, snapshot), unsure, citations.mark(finding.rule.sources))
    return f"{finding.rule.title} ({'; '.join(filter(None, facts))})"


def _questions(snapshot: Snapshot) -> tuple[Block, ...]:
    asked = _asked(snapshot)
    none = Paragraph(_("No question was noted."), "quiet")
    return Heading(_(QUESTIONS), 2), Bullets(asked, small=True) if asked else none


def _asked(snapshot: Snapshot) -> tuple[str, ...]:
    """Open questions, but for those the pack's own words send to the counselor."""
    elsewhere = {one.text for one in snapshot.pack.suggestions if one.ask == "counselor"}
    return tuple(one for one in snapshot.session.open_questions if one not in elsewhere)


def _to_do(snapshot: Snapshot) -> tuple[Block, ...]:
    """What is asked of the prescriber, what cannot wait first, and when whom to tell."""
    answer = _("Answer the “{questions}” below.").format(questions=_(QUESTIONS))
    asked = (
        _("Look at each check.") if open_checks(snapshot) else "",
        answer if _asked(snapshot) else "",
        _("Send this page back."),
        # Translators: {line} is a line to write a day on.
        _("See or call the person by {line}").format(line=LINE),
    )
    items = (_first_of_all(snapshot), " ".join(filter(None, asked)))
    return Heading(_("What is asked of you"), 2), CheckList(tuple(filter(None, items)), small=True)


def _first_of_all(snapshot: Snapshot) -> str:
    """Whom to call today and about what; "" where nothing is urgent and no talk is missing."""
    talk = snapshot.session.safety_talk
    assessed = talk is not None and talk.action == "assessed_now"
    ask = bool(item_9_sentence(snapshot)) and not assessed
    urgent = [one.rule.title for one in urgent_findings(snapshot)]
    if urgent:
        topics = (*((_("item 9 of the PHQ-9, first"),) if ask else ()), *urgent)
        return _("Call the person today about: {topics}").format(topics="; ".join(topics))
    return _("Talk with the person about item 9 first") if ask else ""


def _honest(snapshot: Snapshot, citations: Citations) -> tuple[Block, ...]:
    review = snapshot.pack.provenance.review_note
    told = filter(None, (_(HONEST), review, _sources(snapshot, citations)))
    return (Paragraph(" ".join(told), "fine"),)


def _sources(snapshot: Snapshot, citations: Citations) -> str:
    """The sources of this page by number: it may travel without the other pages."""
    told = (one.rule for one in snapshot.findings if one.shuts or one.rule.severity == "caution")
    here = {source for rule in told for source in rule.sources}
    names = "; ".join(
        f"{number} {source_name(one)}" for number, one in citations.sources if one.id in here
    )
    return _("Sources: {sources}.").format(sources=names) if names else ""
