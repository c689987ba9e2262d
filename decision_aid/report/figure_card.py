"""A figure of the pack as a card: both groups of one study, how sure, and from where."""

from decision_aid.base.language import N_, _
from decision_aid.domain.options import Option
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Arm, Figure, Study
from decision_aid.report.citations import Citations
from decision_aid.report.document import Callout, FigureArm, FigurePair
from decision_aid.workspace.icon_marks import ends
from decision_aid.workspace.study_words import measured
from decision_aid.workspace.wording import (
    certainty_words,
    counts,
    interval_words,
    per_100_sentences,
)

NO_GOOD_NUMBERS = N_("We do not have good numbers.")
GROUPS_NOT_YOU = N_("These are groups of people. Nobody can say what will happen to one person.")


def option_card(
    title: str, option: Option, pack: Pack, citations: Citations
) -> FigurePair | Callout:
    """The option's first figure, or the honest card where there is none."""
    if not option.headline_figures:
        return Callout("plain", title, (option.no_numbers or _(NO_GOOD_NUMBERS),))
    return figure_pair(title, pack.figure(option.headline_figures[0]), pack, citations)


def figure_pair(title: str, figure: Figure, pack: Pack, citations: Citations) -> FigurePair:
    """A figure as a card, in its first way of counting."""
    study = pack.study(figure.study)
    citations.show(figure)
    return FigurePair(
        title=title,
        question=figure.question,
        arms=arms(figure, study),
        certainty=study.certainty,
        certainty_text=_certainty(study, citations),
        notes=_notes(figure, study),
    )


def arms(figure: Figure, study: Study) -> tuple[FigureArm, ...]:
    """The groups of a figure's first reading, or the only one it had."""
    reading = figure.readings[0]
    if reading.comparison is None:
        return (_arm(_("The only group"), study.intervention, figure, reading.intervention),)
    return (
        _arm(_("One group"), study.intervention, figure, reading.intervention),
        _arm(_("The other group"), study.comparison, figure, reading.comparison),
    )


def _arm(label: str, had: str, figure: Figure, arm: Arm) -> FigureArm:
    event, other = per_100_sentences(figure, arm)
    interval = interval_words(arm)
    return FigureArm(
        label=label,
        had=had,
        per_100=arm.per_100,
        event=event,
        other=other,
        counts=counts(arm),
        interval=_("could be {interval}").format(interval=interval) if interval else "",
        ends=ends(arm),
    )


def how_sure(study: Study) -> str:
    """How sure we are of a study's numbers, and whose rating that is."""
    rated = _("the source's own rating") if study.rated_by == "source" else _("our rating")
    return f"{certainty_words(study.certainty)} ({rated})"


def _certainty(study: Study, citations: Citations) -> str:
    return f"{how_sure(study)} · {citations.mark(study.sources)}"


def _notes(figure: Figure, study: Study) -> tuple[str, ...]:
    """Who and when, then what it means; who was counted and who paid stands with the sources."""
    told = (
        _("Who: {people}.").format(people=study.people),
        _("When: {when}.").format(when=study.when),
        measured(figure),
    )
    meant = (figure.meaning, study.caution, _(GROUPS_NOT_YOU))
    return tuple(" ".join(filter(None, said)).replace("..", ".") for said in (told, meant))
