"""The options that were looked at, one line each, for the person's page."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.report.document import Block, Heading, KeyValues
from decision_aid.report.options_table import closeness, shut_behind_name, shut_sentences
from decision_aid.weighing.appraisal import Band
from decision_aid.workspace.line_up_state import line_up_state
from decision_aid.workspace.snapshot import Snapshot

FITS: Final[dict[Band, str]] = {
    "well": N_("fits well"),
    "fairly": N_("fits fairly well"),
    "less": N_("fits less well"),
}
"""A band as it goes on behind the name of an option."""


def options_in_short(snapshot: Snapshot) -> tuple[Block, ...]:
    """Heading, a line for each option in the session's order, and how to read them."""
    state = line_up_state(snapshot)
    lines = tuple(
        (f"{one.letter}  {one.option.name}", _fit(one.option.id, snapshot))
        for one in snapshot.options
    )
    note = " ".join((closeness(snapshot), *state.cautions)) if state.has_bars else state.sentence
    note = " ".join((*shut_sentences(snapshot), note))
    return Heading(_("The options we looked at")), KeyValues(lines, run_in=True, note=note)


def _fit(option: str, snapshot: Snapshot) -> str:
    """How it fits what the person said, or why it waits; "" without a line-up."""
    fit = snapshot.appraisal.fit(option)
    if fit is not None and line_up_state(snapshot).has_bars:
        return _(FITS[fit.band])
    return shut_behind_name(option, snapshot)
