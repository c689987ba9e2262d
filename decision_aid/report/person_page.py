"""The person's page: what was decided, why, and what comes next, in their words."""

from dataclasses import dataclass
from typing import Final

from decision_aid.base.language import _
from decision_aid.domain.session import Decision
from decision_aid.report.before_the_visit import before_the_visit
from decision_aid.report.citations import Citations
from decision_aid.report.document import (
    Block,
    Callout,
    CheckList,
    Columns,
    FigurePair,
    Heading,
    Paragraph,
    Part,
)
from decision_aid.report.figure_card import option_card
from decision_aid.report.options_in_short import options_in_short
from decision_aid.report.person_blocks import (
    bulleted,
    calls_beside,
    calls_run_in,
    chosen_option,
    clinic_line,
    crisis_box,
    look_again,
    next_step_lines,
    not_today,
    what_mattered,
)
from decision_aid.report.record_visits import since_last_visit
from decision_aid.report.talk_first import talk_first
from decision_aid.report.urgent_box import urgent_box
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import not_weighed_reason
from decision_aid.workspace.words import decision_line, decision_name

MANY_WORDS: Final = 2000
"""Characters of a decision beyond which the crisis line would find no room below it."""


def person_page(snapshot: Snapshot, citations: Citations) -> Part:
    """The person's page. Item 9 of the PHQ-9 is never on it, nor any score."""
    if snapshot.journey.paused:
        return talk_first(snapshot)
    if not snapshot.journey.accompanied:
        return before_the_visit(snapshot)
    page, urgent = _contents(snapshot, citations), urgent_box(snapshot)
    return Part(
        id="person",
        title=_("Our shared decision"),
        subtitle=snapshot.pack.title,
        blocks=(*urgent, *_in_order(page)),
        one_side=tuple(
            (*urgent, *_arranged(page, calls)) for calls in (page.calls, page.calls_run_in)
        ),
    )


@dataclass(frozen=True, kw_only=True)
class _Contents:
    """What is on the page; some of it may be empty."""

    decided: Callout
    not_today: tuple[Block, ...]
    why: tuple[Block, ...]
    steps: tuple[Block, ...]
    figure: tuple[Block, ...]
    questions: tuple[Block, ...]
    options: tuple[Block, ...]
    crisis: Block
    calls: tuple[Block, ...]
    calls_run_in: tuple[Block, ...]
    clinic: tuple[Block, ...]


def _contents(snapshot: Snapshot, citations: Citations) -> _Contents:
    return _Contents(
        decided=_decided(snapshot),
        not_today=not_today(snapshot),
        why=(*what_mattered(snapshot), *since_last_visit(snapshot)),
        steps=(Heading(_("What we will do next")), _next_steps(snapshot)),
        figure=_figure(snapshot, citations),
        questions=(
            Heading(_("Questions still open")),
            bulleted(snapshot.session.open_questions, _("No question was noted.")),
        ),
        options=options_in_short(snapshot),
        crisis=crisis_box(snapshot),
        calls=calls_beside(snapshot),
        calls_run_in=calls_run_in(snapshot),
        clinic=clinic_line(snapshot),
    )


def _arranged(page: _Contents, calls: tuple[Block, ...]) -> tuple[Block, ...]:
    """On one side of paper: the figure, which is tall, has a column for itself."""
    own, beside = (*page.why, *page.steps), page.figure
    others = (*page.questions, *page.options)
    tall = any(isinstance(block, FigurePair) for block in page.figure)
    left, right = ((*own, *others), beside) if tall else (own, (*beside, *others))
    return page.decided, *page.not_today, Columns(left, right), page.crisis, *calls, *page.clinic


def _in_order(page: _Contents) -> tuple[Block, ...]:
    """Over as many pages as it takes: what must be on the first one comes first."""
    long = sum(map(len, page.decided.paragraphs)) > MANY_WORDS
    first = (page.crisis, page.decided) if long else (page.decided, page.crisis)
    call = (*page.calls_run_in, *page.clinic)
    then = (*page.not_today, *page.steps, *page.why, *call)
    return *first, *then, *page.questions, *page.options, *page.figure


def _figure(snapshot: Snapshot, citations: Citations) -> tuple[Block, ...]:
    chosen = chosen_option(snapshot)
    if not chosen:
        return ()
    option = snapshot.pack.option(chosen)
    return (option_card(_("The option I chose, in numbers"), option, snapshot.pack, citations),)


def _decided(snapshot: Snapshot) -> Callout:
    session = snapshot.session
    lead, lines = _decision_lines(session.decision, snapshot)
    if session.decision is None and session.leaning is not None:
        lines = (
            *lines,
            _("I lean towards: {decision}").format(
                decision=decision_line(session.leaning, snapshot)
            ),
        )
    favoured = session.decision or session.leaning
    if favoured and favoured.option in snapshot.gated:
        reason = not_weighed_reason(favoured.option, snapshot)
        lines = (*lines, _("Before that: {reason}").format(reason=reason))
    return Callout("decision", _("What we decided"), lines, lead, look_again(snapshot))


def _decision_lines(decision: Decision | None, snapshot: Snapshot) -> tuple[str, tuple[str, ...]]:
    """What it comes to, and their words for it."""
    if decision is None:
        return _("Nothing is decided yet."), ()
    named = {
        "option": decision_name(decision, snapshot),
        "not_yet": _("Not to decide yet."),
        "something_else": _("Something else than the options here."),
    }[decision.kind]
    return named, (decision.words,) if decision.words.strip() else ()


def _next_steps(snapshot: Snapshot) -> Block:
    lines = next_step_lines(snapshot)
    return CheckList(lines) if lines else Paragraph(_("No next step was noted."), "quiet")
