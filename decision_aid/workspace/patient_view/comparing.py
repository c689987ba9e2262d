"""Options, what matters and the line-up on the patient screen."""

from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.answers import NOT_SURE
from decision_aid.domain.journey import LetteredOption
from decision_aid.domain.own_concerns import is_weighed
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Arm, Figure
from decision_aid.workspace.changes.matters import sorted_ratings
from decision_aid.workspace.line_up_bars import bar_sentence, fit_words, numbered
from decision_aid.workspace.line_up_state import LineUpState, in_places, line_up_state
from decision_aid.workspace.not_opened import NOTHING_CHECKED, is_unasked
from decision_aid.workspace.patient_view.blocks import (
    Bar,
    Bars,
    Group,
    Pair,
    Part,
    PatientView,
    Points,
    Rows,
    Section,
    Text,
)
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import (
    also_ruled_out,
    certainty_words,
    importance_words,
    not_weighed_reason,
    per_100_sentences,
    ruled_out_sentence,
)

CHECK_FIRST: Final = N_("To be checked first.")
INSIDE_A_PAIR: Final = N_(
    "Each pair of pictures comes from a study of its own. Compare inside a pair, not between "
    "options."
)
NOT_ADVICE: Final = N_(
    "This is not advice and not a forecast. It shows how each option lines up with what you said."
)
READING: Final = N_(
    "Longer is a closer fit. The thin line shows how unsure your answers and the research make it."
)
CHECKS_FIRST: Final = N_("Some options have to be checked first, so there is no line-up yet.")
_OF_CHECKS: Final = ("all_gated", "all_shut")
"""States whose sentence names what was found."""


def options(snapshot: Snapshot) -> PatientView:
    """Every option: letter, name, what it is, and its first figure with both groups.

    What a check is about is told in About you and beside the line-up, not over each option.
    """
    cards = tuple(
        Section(
            one.option.name,
            (*_standing(one.option.id, snapshot), *_told(one, snapshot.pack)),
            letter=one.letter,
        )
        for one in snapshot.options
    )
    gap = Section("", (Text(_(NOTHING_CHECKED), strong=True),), wide=True)
    first = (gap,) if is_unasked(snapshot) else ()
    return PatientView(_("Your options"), _(INSIDE_A_PAIR), (*first, *cards), columns=3)


def matters(snapshot: Snapshot) -> PatientView:
    """What was rated, most important first, and what was ruled out."""
    held = {*snapshot.session.dealbreakers}
    out = tuple(one.text for one in snapshot.pack.dealbreakers if one.id in held)
    told = (
        (_("You said"), tuple(_rated(snapshot))),
        (_("You would rule out"), (Points(out),) if out else ()),
        (_("Also on your mind"), tuple(_words(snapshot))),
    )
    sections = tuple(Section(title, parts) for title, parts in told if parts)
    lead = _("There are no right or wrong answers. You can change any of them.")
    return PatientView(_("What matters to you"), lead, sections or (_nothing_said(),))


def weigh(snapshot: Snapshot, *, shown: bool) -> PatientView:
    """The line-up as it is on the other screen, or that there is none."""
    state = line_up_state(snapshot)
    sections = [Section("", tuple(_line_up(snapshot, state, shown=shown)), wide=True)]
    shut = tuple(_shut(snapshot, shown=shown))
    if shut and state.kind not in ("paused", "not_accompanied"):
        sections.append(Section(_("Not in the line-up"), (Rows(shut),), wide=True))
    title = _("How the options line up with what you said")
    return PatientView(title, _(NOT_ADVICE), tuple(sections), columns=1)


def _standing(option: str, snapshot: Snapshot) -> Iterator[Text]:
    reason = _reason(option, snapshot, shown=False)
    if reason:
        yield Text(reason, strong=True)


def _told(one: LetteredOption, pack: Pack) -> Iterator[Part]:
    yield Text(one.option.summary)
    if one.option.headline_figures:
        yield pair(pack, pack.figure(one.option.headline_figures[0]))
    elif one.option.no_numbers:
        yield Text(one.option.no_numbers)


def pair(pack: Pack, figure: Figure) -> Pair:
    """A figure with both groups, by its first way of counting."""
    study, reading = pack.study(figure.study), figure.readings[0]
    groups = [_group(figure, reading.intervention, study.intervention)]
    alone = "" if reading.comparison else _("There was no other group to compare with.")
    if reading.comparison:
        groups.append(_group(figure, reading.comparison, study.comparison))
    told = (f"{certainty_words(study.certainty)}.", alone, study.caution)
    return Pair(figure.question, tuple(groups), " ".join(filter(None, told)))


def _group(figure: Figure, arm: Arm, had: str) -> Group:
    happened, did_not = per_100_sentences(figure, arm)
    # Translators: to how many people it happened, and to how many it did not.
    told = _("{happened}; {did_not}.").format(happened=happened, did_not=did_not)
    return Group(arm, had, told)


def _rated(snapshot: Snapshot) -> Iterator[Part]:
    offered = {one.id: one.name for one in snapshot.criteria}
    sure = tuple(
        (offered[one.criterion], importance_words(one.importance))
        for one in sorted_ratings(snapshot.session)
        if one.criterion in offered
    )
    unsure = tuple(
        (offered[one.criterion], importance_words(NOT_SURE))
        for one in snapshot.session.ratings
        if one.criterion in offered and one.importance == NOT_SURE
    )
    if sure or unsure:
        yield Rows((*sure, *unsure))


def _words(snapshot: Snapshot) -> Iterator[Part]:
    """Concerns of the person's own that no option was placed on; the others are rated."""
    own = (one for one in snapshot.session.concerns if not is_weighed(one))
    told = tuple(one.text for one in own if one.text.strip())
    if told:
        yield Points(told)


def _nothing_said() -> Section:
    return Section("", (Text(_("Nothing was said yet. Take your time.")),), wide=True)


def _line_up(snapshot: Snapshot, state: LineUpState, *, shown: bool) -> Iterator[Part]:
    if not state.has_bars:
        hidden = state.kind in _OF_CHECKS and not shown
        yield Text(_(CHECKS_FIRST) if hidden else state.sentence)
        return
    yield Text(state.sentence, strong=True)
    yield from map(Text, state.cautions)
    order = numbered(snapshot.appraisal)
    bars = tuple(
        Bar(
            letter=snapshot.letter(fit.option),
            name=snapshot.pack.option(fit.option).name,
            fit=fit,
            words=fit_words(fit, snapshot),
            sentence=bar_sentence(fit, snapshot),
        )
        for _place, fit in in_places(snapshot)
    )
    yield Bars(bars, order, tuple(snapshot.pack.criterion(one).short for one in order))
    yield Text(_(READING))


def _shut(snapshot: Snapshot, *, shown: bool) -> Iterator[tuple[str, str]]:
    for one in snapshot.options:
        if reason := _reason(one.option.id, snapshot, shown=shown):
            yield f"{one.letter}  {one.option.name}", reason


def _reason(option: str, snapshot: Snapshot, *, shown: bool) -> str:
    """Why an option is not in the line-up; what a check is about only where findings are shown."""
    if option not in snapshot.gated:
        return ruled_out_sentence(option, snapshot)
    if shown:
        return not_weighed_reason(option, snapshot)
    return " ".join(filter(None, (_(CHECK_FIRST), also_ruled_out(option, snapshot))))
