"""What must be said beside a number: who was studied, by what mark, and who paid."""

import re
from collections.abc import Iterable
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import and_words, number_words
from decision_aid.domain.options import Cell
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Figure, Study
from decision_aid.workspace.wording import certainty_words
from decision_aid.workspace.words import source_name

HAD: Final = N_("What they had")
COMPARED: Final = N_("Compared with what")
_HALVED: Final = N_("Much better: {scale} score at least halved.")
_HALVED_UNNAMED: Final = N_(
    "Much better: score at least halved. Which score it was is not stated in what we read."
)
_NO_CUT_OFF: Final = N_("Which score counted as well is not stated in what we read.")
_OTHER_MARKS: Final = N_(
    "These numbers were not counted by the same mark. Do not compare them with each other."
)


def measured(figure: Figure) -> str:
    """By what score "much better" or "well" was counted; "" for what needs no score."""
    if figure.outcome == "response":
        halved = _(_HALVED) if figure.scale else _(_HALVED_UNNAMED)
        return halved.format(scale=figure.scale)
    if figure.outcome != "remission":
        return ""
    if figure.at_most is not None:
        told = _("Well: {scale} score of {most} or less.")
        return told.format(scale=figure.scale, most=number_words(figure.at_most))
    if not figure.scale:
        return _(_NO_CUT_OFF)
    return f"{_('Well: a low {scale} score.').format(scale=figure.scale)} {_(_NO_CUT_OFF)}"


def other_marks(figures: Iterable[Figure]) -> str:
    """Said where figures stand together that were not counted by one mark; "" where they were.

    A mark that nobody stated is known to be the same only inside one study.
    """
    scored = [one for one in figures if one.outcome in ("response", "remission")]
    return _(_OTHER_MARKS) if len({_mark(one) for one in scored}) > 1 else ""


def _mark(figure: Figure) -> tuple[object, ...]:
    halved = figure.outcome == "response" and figure.scale
    known = halved or figure.at_most is not None
    return figure.outcome, figure.scale, figure.at_most, "" if known else figure.study


def studies_in_words(
    pack: Pack, studies: Iterable[str], figures: Iterable[str] = ()
) -> tuple[Study, ...]:
    """The studies whose numbers stand in a text only, beside the figures drawn with it.

    Args:
        pack: Where they are.
        studies: Ids of the studies the text names.
        figures: Ids of the figures drawn with it.
    """
    drawn = {pack.figure(one).study for one in figures}
    return tuple(pack.study(one) for one in studies if one not in drawn)


def counts_people(text: str) -> bool:
    """Whether a text tells how many of 100 or of 1,000 people."""
    # As the pack says it: its texts are in the language that is spoken.
    said = (_("{people} of 100"), _("{people} of 1,000"))
    parts = (map(re.escape, one.split("{people}")) for one in said)
    return any(re.search(rf"{r'[^ ]+'.join(one)}(?!\w)", text) for one in parts)


def sure_in_words(pack: Pack, cell: Cell) -> str:
    """How sure we are of the number in a cell's words; "" where none is, or a figure tells it."""
    if cell.figures or not counts_people(cell.text):
        return ""
    sure = (certainty_words(pack.study(one).certainty) for one in cell.studies)
    return " · ".join(dict.fromkeys(sure))


def study_facts(pack: Pack, study: Study, figure: Figure | None = None) -> dict[str, str]:
    """What must be known to read a study's number, how sure apart: label to sentence.

    The labels are not spoken yet.

    Args:
        pack: Where its sources are.
        study: The study.
        figure: The figure drawn from it; None where its numbers stand in words only.
    """
    told = {
        N_("Who was studied"): study.people,
        HAD: study.intervention,
        COMPARED: study.comparison,
        N_("When"): study.when,
        N_("How it was measured"): measured(figure) if figure else "",
        N_("What it means"): figure.meaning if figure else "",
        N_("Keep in mind"): study.caution,
        N_("Who paid"): paid(pack, study),
    }
    # A pack says some of it as a phrase, to stand in a sentence, too.
    return {label: f"{text[:1].upper()}{text[1:]}" for label, text in told.items() if text}


def paid(pack: Pack, study: Study) -> str:
    """Who paid for a study, or that it is not stated, for all or for some of its sources."""
    sources = [pack.source(one) for one in study.sources]
    stated = "; ".join(dict.fromkeys(one.funding for one in sources if one.funding))
    silent = and_words(source_name(one) for one in sources if not one.funding)
    if not stated:
        return _("Not stated in what we read.")
    if not silent:
        return stated
    told = _("{payers}. Not stated in what we read: {sources}.")
    return told.format(payers=stated, sources=silent)
