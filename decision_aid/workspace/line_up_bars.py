"""The bars of the line-up in words and in their order, alike on every screen."""

from decision_aid.base.language import _
from decision_aid.weighing.appraisal import Appraisal, OptionFit
from decision_aid.workspace import wording
from decision_aid.workspace.line_up_words import BAND_SHORT, span_words
from decision_aid.workspace.snapshot import Snapshot


def numbered(appraisal: Appraisal) -> tuple[str, ...]:
    """The criteria in the order of the legend and of the segments: most weight first."""
    if not appraisal.fits:
        return ()
    parts = appraisal.fits[0].contributions
    return tuple(one.criterion for one in sorted(parts, key=lambda one: -one.weight) if one.weight)


def fit_words(fit: OptionFit, snapshot: Snapshot) -> str:
    """A fit in a few words, with how unsure it is: "Fits well. Anywhere from …"."""
    span = span_words(fit, snapshot)
    words = _("Fits {band_short}").format(band_short=_(BAND_SHORT[fit.band]))
    return f"{words}. {span}" if span else words


def bar_sentence(fit: OptionFit, snapshot: Snapshot) -> str:
    """What a bar says: the fit in words, how unsure it is, and what adds most to it."""
    most = sorted(fit.contributions, key=lambda one: -one.product)[:3]
    names = [snapshot.pack.criterion(one.criterion).name for one in most if one.product > 0]
    adds = _(" Most is added by: {join}.").format(join="; ".join(names)) if names else ""
    span = span_words(fit, snapshot)
    could = f" {span}." if span else ""
    name = wording.option_name(fit.option, snapshot)
    return f"{name}: {wording.band_words(fit.band)}.{could}{adds}"
