"""The person's page of somebody on their own: what to bring to the visit, and nothing weighed."""

from decision_aid.base.language import N_, _
from decision_aid.domain.safety import Finding, usually
from decision_aid.report.document import (
    Block,
    Bullets,
    Callout,
    CheckList,
    Column,
    Columns,
    Heading,
    Paragraph,
    Part,
    Table,
)
from decision_aid.report.medicine_lines import stopped_for_home, taken_now
from decision_aid.report.options_table import shut_sentences, shut_word
from decision_aid.report.person_blocks import (
    bulleted,
    calls_run_in,
    clinic_line,
    crisis_box,
    look_again,
    next_step_lines,
    not_today,
    what_mattered,
)
from decision_aid.report.questions import questions_to_ask
from decision_aid.report.record_visits import since_last_visit
from decision_aid.report.urgent_box import urgent_box, urgent_findings
from decision_aid.report.who_was_here import decided_label
from decision_aid.workspace.finding_words import DRUGS_BEFORE
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import SEVERITIES, decision_line

TITLE = N_("Getting ready for my visit")

BRING = N_("Bring this to your visit.")


def before_the_visit(snapshot: Snapshot) -> Part:
    """What matters, what to ask, what to have checked. Nothing on it rests on a line-up."""
    left = (
        *what_mattered(snapshot),
        *since_last_visit(snapshot),
        Heading(_("Questions I want to ask")),
        bulleted(snapshot.session.open_questions, _("No question was noted.")),
        *_next_steps(snapshot),
    )
    right = (*_medicines(snapshot), *_checks(snapshot))
    return Part(
        id="person",
        title=_(TITLE),
        subtitle=snapshot.pack.title,
        blocks=(
            *urgent_box(snapshot),
            _so_far(snapshot),
            *not_today(snapshot),
            Columns(left, right),
            crisis_box(snapshot),
            *calls_run_in(snapshot),
            *clinic_line(snapshot),
            *_options(snapshot),
            *questions_to_ask(snapshot),
        ),
    )


def _so_far(snapshot: Snapshot) -> Callout:
    """Where they have got to; what was decided at an earlier visit is not lost."""
    session = snapshot.session
    lines = []
    if session.decision is not None:
        label = decided_label(snapshot, _("Decided with a provider"))
        lines.append(f"{label}: {decision_line(session.decision, snapshot)}")
    if session.leaning is not None:
        lines.append(
            _("I lean towards: {decision}").format(
                decision=decision_line(session.leaning, snapshot)
            )
        )
    return Callout(
        "decision", _("Where I am so far"), (*lines, _(BRING)), rows=look_again(snapshot)
    )


def _next_steps(snapshot: Snapshot) -> tuple[Block, ...]:
    lines = next_step_lines(snapshot)
    return (Heading(_("What I want to do next")), CheckList(lines)) if lines else ()


def _medicines(snapshot: Snapshot) -> tuple[Block, ...]:
    """What is taken now, drugs too: it matters for safety, and a provider is to look at it.

    Of what was stopped, only what has a washout: drugs in the past stay off paper that others may
    see at home (`stopped_for_home`). Then it is not said that nothing was noted.
    """
    taking = (*taken_now(snapshot), *stopped_for_home(snapshot))
    if not taking:
        noted = () if snapshot.session.about.taking else (_("None was noted."),)
        told = " ".join((*noted, _("Bring a list, or the packs themselves.")))
        return Heading(_("Medicines to go through")), Paragraph(told, "quiet")
    lines = tuple(f"{name}: {told}" for name, told in taking)
    always = Paragraph(snapshot.pack.keep_taking, "strong")
    return Heading(_("Medicines to go through")), Bullets(lines), always


def _checks(snapshot: Snapshot) -> tuple[Block, ...]:
    """What the safety rules found; of what must be checked, what is usually done, too.

    What to do about an urgent one stands at the top. Other reasons are for the talk. What it tells
    of drugs in the past is not for paper that others may see at home.
    """
    found = tuple(
        _check(one, snapshot)
        for one in snapshot.findings
        if (one.rule.severity != "gate" or one.shuts) and DRUGS_BEFORE.isdisjoint(one.because)
    )
    return (Heading(_("To bring up because of my answers")), Bullets(found)) if found else ()


def _check(finding: Finding, snapshot: Snapshot) -> str:
    rule = finding.rule
    to_do = ""
    if finding.shuts and finding not in urgent_findings(snapshot):
        to_do = usually(snapshot.pack, rule, sure=finding.sure)
    found = f"{_(SEVERITIES[rule.severity])}: {rule.title}"
    return f"{found}. {to_do}" if to_do else found


def _options(snapshot: Snapshot) -> tuple[Block, ...]:
    """What there is to talk about, in this session's order, which favors none."""
    reasons = [shut_word(one.option.id, snapshot) for one in snapshot.options]
    told = any(reasons)
    before = (Column(_("Before that"), 1.0),) if told else ()
    rows = tuple(
        (f"{one.letter}  {one.option.name}", one.option.summary, *((reason,) if told else ()))
        for one, reason in zip(snapshot.options, reasons, strict=True)
    )
    columns = (Column(_("Option"), 1.25), Column(_("What it is"), 2.4), *before)
    shut = (Paragraph(one) for one in shut_sentences(snapshot))
    return Heading(_("The options there are")), Table(columns=columns, rows=rows), *shut
