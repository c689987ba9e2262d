"""Where the numbers come from: figures, what was never compared, sources, who made the content."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Figure, Study
from decision_aid.report.citations import Citations
from decision_aid.report.document import (
    Block,
    Bullets,
    Heading,
    KeyValues,
    Numbered,
    Paragraph,
    Part,
)
from decision_aid.report.figure_card import GROUPS_NOT_YOU, arms, how_sure
from decision_aid.workspace.clinic_words import review_sentence
from decision_aid.workspace.freshness import overdue_sentence
from decision_aid.workspace.pack_hash import content_words
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.study_words import COMPARED, HAD, other_marks, study_facts
from decision_aid.workspace.words import source_line

TITLE: Final = N_("Where the numbers come from")


def sources_part(snapshot: Snapshot, citations: Citations, *, on: date) -> Part:
    """The sources of everything that was composed before, and the content's own facts.

    Args:
        snapshot: What was said and what follows.
        citations: What was cited.
        on: The day of print; content that is overdue then is told to be.
    """
    pack = snapshot.pack
    figures = tuple(
        block for figure in citations.figures for block in _figure(figure, pack, citations)
    )
    in_words = tuple(
        block for study in citations.told for block in _in_words(study, pack, citations)
    )
    blocks = (
        *((Heading(_("Figures used")), *_marks(citations), *figures) if figures else ()),
        *((Heading(_("About the numbers told in words")), *in_words) if in_words else ()),
        Heading(_("What was never compared")),
        Bullets((*pack.not_compared, _(GROUPS_NOT_YOU))),
        *_sources(citations),
        Heading(_("About the content")),
        *_overdue(pack, on),
        KeyValues(tuple(_provenance(snapshot))),
        Heading(_("What this is, and is not"), 2),
        Bullets(pack.what_it_is_not, small=True),
        *_notices(snapshot),
    )
    return Part(
        id="sources",
        title=_(TITLE),
        subtitle=pack.title,
        blocks=blocks,
    )


def _marks(citations: Citations) -> tuple[Block, ...]:
    marks = other_marks(citations.figures)
    return (Paragraph(marks, "strong"),) if marks else ()


def _figure(figure: Figure, pack: Pack, citations: Citations) -> tuple[Block, ...]:
    study = pack.study(figure.study)
    groups = tuple(
        (arm.label, _arm(arm.had, arm.event, arm.other, arm.interval))
        for arm in arms(figure, study)
    )
    facts = study_facts(pack, study, figure)
    # The groups tell what both had, with their numbers.
    who, *told = ((_(label), facts[label]) for label in facts if label not in (HAD, COMPARED))
    name = figure.readings[0].name
    counted = ((_("Who was counted"), name),) if name else ()
    rows = (who, *counted, *groups, *told, *_how_sure(study, citations))
    return Heading(figure.question, 2), KeyValues(rows)


def _in_words(study: Study, pack: Pack, citations: Citations) -> tuple[Block, ...]:
    facts = study_facts(pack, study)
    had = facts.pop(HAD)
    told = ((_(label), text) for label, text in facts.items())
    return Heading(had, 2), KeyValues((*told, *_how_sure(study, citations)))


def _how_sure(study: Study, citations: Citations) -> tuple[tuple[str, str], ...]:
    return (
        (_("How sure and why"), f"{how_sure(study)}: {study.certainty_reason}"),
        (_("From"), citations.mark(study.sources)),
    )


def _arm(had: str, event: str, other: str, interval: str) -> str:
    frames = ", ".join(filter(None, [event, other, interval]))
    return f"{had}: {frames}"


def _sources(citations: Citations) -> tuple[Block, ...]:
    if not citations.sources:
        return (
            Heading(_("Sources")),
            Paragraph(_("Nothing printed here rests on a source."), "quiet"),
        )
    items = tuple((number, source_line(source)) for number, source in citations.sources)
    return Heading(_("Sources")), Numbered(items)


def _overdue(pack: Pack, on: date) -> tuple[Block, ...]:
    sentence = overdue_sentence(pack.provenance, on)
    return (Paragraph(sentence, "strong"),) if sentence else ()


def _provenance(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    pack = snapshot.pack
    told = pack.provenance
    yield _("Content"), f"{pack.title}: {content_words(pack)}, {told.licence}"
    yield _("Review"), review_sentence(snapshot)
    published = _("{day}; to be looked at again by {next_day}")
    days = {"day": day_words(told.published), "next_day": day_words(told.next_review)}
    yield _("Published"), published.format(**days)
    yield _("Kept up to date"), told.update_policy
    yield _("How evidence was found"), told.search_method
    yield _("Written by"), told.authors
    yield _("Credentials"), told.credentials
    yield _("Funding"), told.funding
    yield _("Conflicts of interest"), told.conflicts
    yield _("Crisis numbers checked"), day_words(pack.crisis.checked_on)


def _notices(snapshot: Snapshot) -> tuple[Block, ...]:
    session = snapshot.session
    used = {
        "phq9": bool(session.about.phq9.answers) or session.about.phq9.rather_talk,
        "sure": any(session.sure),
    }
    shown = [one for one in snapshot.pack.instruments if used.get(one.id)]
    if not shown:
        return ()
    told = tuple(f"{one.name}: {one.notice}" for one in shown)
    return Heading(_("Questionnaires"), 2), Bullets(told, small=True)
