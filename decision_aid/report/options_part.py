"""Every option's answers to the same questions, side by side, to read at home."""

from collections.abc import Iterator

from decision_aid.base.language import N_, _
from decision_aid.domain.options import Cell, Question
from decision_aid.domain.pack import Pack
from decision_aid.report.citations import Citations
from decision_aid.report.document import (
    Block,
    Callout,
    Column,
    Heading,
    Paragraph,
    Part,
    Table,
)
from decision_aid.report.options_table import options_looked_at
from decision_aid.report.questions import questions_to_ask
from decision_aid.report.sources_part import TITLE as SOURCES
from decision_aid.workspace.line_up_state import line_up_state
from decision_aid.workspace.not_opened import safety_gap
from decision_aid.workspace.side_by_side import below_words, grouped
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.study_words import counts_people, sure_in_words
from decision_aid.workspace.wording import not_weighed_reason, option_name

LEAD = N_(
    "Every option answers the same questions in the same order. Read a number against its own "
    "comparison group, not against another option. “{sources}” tells more."
)
MARK = " *"
"""After a question whose answers hold numbers that must not be set side by side."""


def options_part(snapshot: Snapshot, citations: Citations) -> Part:
    """The options in the session's order, each with the same questions in the same order."""
    pack = snapshot.pack
    groups = (
        block
        for title, asked in grouped(pack.questions)
        for block in _group(title, asked, snapshot, citations)
    )
    return Part(
        id="options",
        title=_("The options, side by side"),
        subtitle=pack.title,
        blocks=(
            Paragraph(_(LEAD).format(sources=_(SOURCES)), "quiet"),
            *_not_now(snapshot),
            *groups,
            *_at_home(snapshot),
        ),
    )


def _at_home(snapshot: Snapshot) -> tuple[Block, ...]:
    """What is good and hard for this person, and what to ask; alone, their own page asks it."""
    if not snapshot.journey.accompanied:
        return ()
    return *options_looked_at(snapshot), *questions_to_ask(snapshot)


def _not_now(snapshot: Snapshot) -> tuple[Block, ...]:
    """The options that wait for a check or were ruled out, and what was not checked."""
    reasons = {
        one.option.id: reason
        for one in snapshot.options
        if (reason := not_weighed_reason(one.option.id, snapshot))
    }
    told = tuple(f"{option_name(one, snapshot)}: {reason}" for one, reason in reasons.items())
    gap = safety_gap(snapshot)
    lined_up = line_up_state(snapshot).has_bars
    heading = _("Not in the line-up") if lined_up else _("Waiting for a check, or ruled out")
    return (
        *((Callout("plain", heading, told),) if told else ()),
        *((Paragraph(gap, "strong"),) if gap else ()),
    )


def _group(
    title: str, asked: tuple[Question, ...], snapshot: Snapshot, citations: Citations
) -> Iterator[Block]:
    names = (Column(f"{one.letter}  {one.option.short}", 1.1) for one in snapshot.options)
    yield Heading(title)
    cautions = tuple(f"* {one.short}: {one.caution}" for one in asked if one.caution)
    if cautions:
        yield Paragraph(" ".join(cautions), "quiet")
    yield Table(
        columns=(Column(_("Question")), *names),
        rows=tuple(_row(question, snapshot, citations) for question in asked),
        close=True,
    )


def _row(question: Question, snapshot: Snapshot, citations: Citations) -> tuple[str, ...]:
    cells = (one.option.cell(question.id) for one in snapshot.options)
    answers = (_answer(cell, snapshot.pack, citations) for cell in cells)
    return f"{question.text}{MARK if question.caution else ''}", *answers


def _answer(cell: Cell, pack: Pack, citations: Citations) -> str:
    """The words, and below them the first figure in short or how sure a number in words is."""
    if counts_people(cell.text):
        citations.tell(cell.studies)
    if not cell.figures:
        sure = sure_in_words(pack, cell)
        return f"{cell.text} ({sure})" if sure else cell.text
    figure = pack.figure(cell.figures[0])
    citations.show(figure)
    first, against, sure = below_words(figure, pack.study(figure.study), cell.text)
    numbers = ", ".join(filter(None, [first, against]))
    return f"{cell.text} ({'; '.join(filter(None, (numbers, sure)))})"
