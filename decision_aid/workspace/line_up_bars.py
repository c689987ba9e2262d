"""The bars of the line-up in words and in their order, alike on every screen."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.weighing.appraisal import Appraisal, Band, OptionFit
from decision_aid.workspace import wording
from decision_aid.workspace.line_up_words import span_words
from decision_aid.workspace.snapshot import Snapshot

_FITS: Final[dict[Band, str]] = {
    "well": N_("Fits well"),
    "fairly": N_("Fits fairly well"),
    "less": N_("Fits less well"),
}


def numbered(appraisal: Appraisal) -> tuple[str, ...]:
    """The criteria in the order of the legend and of the segments: most weight first."""
    if not appraisal.fits:
        return ()
    parts = appraisal.fits[0].contributions
    return tuple(one.criterion for one in sorted(parts, key=lambda one: -one.weight) if one.weight)


def fit_words(fit: OptionFit, snapshot: Snapshot) -> str:
    """A fit in a few words, with how unsure it is: "Fits well. Anywhere from …"."""
    span = span_words(fit, snapshot)
    words = _(_FITS[fit.band])
    return f"{words}. {span}" if span else words


def bar_sentence(fit: OptionFit, snapshot: Snapshot) -> str:
    """What a bar says: the fit in words, how unsure it is, and what adds most to it."""
    most = sorted(fit.contributions, key=lambda one: -one.product)[:3]
    names = [snapshot.pack.criterion(one.criterion).name for one in most if one.product > 0]
    span = span_words(fit, snapshot)
    fits = _("{option}: {fit}.").format(
        option=wording.option_name(fit.option, snapshot), fit=wording.band_words(fit.band)
    )
    adds = _("Most is added by: {criteria}.").format(criteria="; ".join(names)) if names else ""
    return " ".join(filter(None, (fits, span and f"{span}.", adds)))
