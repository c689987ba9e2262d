"""The options in the note, and in words how they line up."""

from collections.abc import Iterable, Iterator
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import and_words
from decision_aid.report.note_sections import Entry, Section
from decision_aid.weighing.appraisal import Band
from decision_aid.workspace.line_up_state import in_places, line_up_state
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import option_name

HEADING: Final = N_("Options and what was said (how they fit, not the chance that one works)")
_BANDS: Final[dict[Band, str]] = {
    "well": N_("Fits well: {options}."),
    "fairly": N_("Fits fairly well: {options}."),
    "less": N_("Fits less well: {options}."),
}


def line_up_section(snapshot: Snapshot) -> Section:
    """The options in their bands, or why there are none; nothing while the walk is paused."""
    if snapshot.journey.paused:
        return Section(_(HEADING), ())
    state = line_up_state(snapshot)
    told = (state.sentence, *state.cautions, *_bands(snapshot, has_bars=state.has_bars))
    return Section(_(HEADING), tuple(map(Entry, (*told, *_shut(snapshot)))), shares=5)


def _bands(snapshot: Snapshot, *, has_bars: bool) -> Iterator[str]:
    """All bands in one entry, so that no option stands there without the others."""
    if not has_bars:
        return
    fits = [fit for _place, fit in in_places(snapshot)]
    held = {band: [fit.option for fit in fits if fit.band == band] for band in _BANDS}
    yield " ".join(
        _(sentence).format(options=_names(held[band], snapshot))
        for band, sentence in _BANDS.items()
        if held[band]
    )


def _shut(snapshot: Snapshot) -> Iterator[str]:
    """What is not weighed; the checks and what was said stand in sections of their own."""
    for sentence, shut in (
        (_("Not weighed, a check comes first: {options}"), snapshot.gated),
        (_("Not weighed, ruled out by the person: {options}"), snapshot.ruled_out),
    ):
        if shut:
            in_order = (one.option.id for one in snapshot.options if one.option.id in shut)
            yield sentence.format(options=_names(in_order, snapshot))


def _names(options: Iterable[str], snapshot: Snapshot) -> str:
    return and_words(option_name(one, snapshot) for one in options)
