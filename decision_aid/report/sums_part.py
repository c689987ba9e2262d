"""The sums: every step from what was said and what is known to the line-up, for who asks."""

from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.pack import Pack
from decision_aid.report.citations import Citations
from decision_aid.report.document import Block, Column, Heading, Paragraph, Part, Table
from decision_aid.weighing.appraisal import OptionFit
from decision_aid.workspace.draw_tables import draw_tables
from decision_aid.workspace.line_up_state import in_places, line_up_state
from decision_aid.workspace.line_up_words import again_sentence, thresholds_sentence
from decision_aid.workspace.pack_hash import pack_hash
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.sums import HOW, SumLine, score_words, sum_lines, sum_weights
from decision_aid.workspace.wording import OWN_COMPARISON

TITLE: Final = N_("The sums")


def sums_part(snapshot: Snapshot, citations: Citations) -> Part:
    """The whole calculation, to be checked by hand, or why there is none."""
    state = line_up_state(snapshot)
    return Part(
        id="sums",
        title=_(TITLE),
        subtitle=_("How the line-up was worked out. Nobody needs this to decide."),
        blocks=_sums(snapshot, citations) if state.has_bars else (Paragraph(state.sentence),),
    )


def _sums(snapshot: Snapshot, citations: Citations) -> tuple[Block, ...]:
    return (
        Heading(_("Weights, products and scores")),
        Paragraph(f"{_(HOW)} {thresholds_sentence(snapshot)}"),
        _products(snapshot),
        Heading(_("Where the values come from")),
        Paragraph(_(OWN_COMPARISON)),
        *_standings(snapshot, citations),
        *_draws(snapshot),
        Paragraph(f"{again_sentence(snapshot)} {hash_sentence(snapshot.pack)}"),
    )


def hash_sentence(pack: Pack) -> str:
    """By what the content that was used can be known again."""
    return _("Hash of the content: {hash}.").format(hash=pack_hash(pack))


def _draws(snapshot: Snapshot) -> Iterator[Block]:
    """What came out of the draws, in counts."""
    draws = snapshot.appraisal.draws
    told = ngettext("What came out of {draws} draw", "What came out of {draws} draws", draws)
    yield Heading(told.format(draws=number_words(draws)))
    for one in draw_tables(snapshot):
        name, *others = one.heads
        columns = (Column(name, 2.4), *(Column(head, 0.6, "right") for head in others))
        yield Table(columns=columns, rows=one.rows, dense=True)


def _fits(snapshot: Snapshot) -> tuple[OptionFit, ...]:
    return tuple(fit for _place, fit in in_places(snapshot))


def _products(snapshot: Snapshot) -> Table:
    """Weight of each criterion and its product with the value of each option, then the scores."""
    fits = _fits(snapshot)
    lines = [sum_lines(fit, snapshot) for fit in fits]
    rows = [
        (
            one.name,
            one.said,
            f"{one.working} = {one.weight}",
            *(option[place].product for option in lines),
        )
        for place, one in enumerate(sum_weights(snapshot))
    ]
    options = (Column(snapshot.letter(fit.option), 0.6, "right") for fit in fits)
    return Table(
        columns=(
            Column(_("Weight times value"), 2.4),
            Column(_("Said"), 0.8),
            Column(_("Weight"), 1.1, "right"),
            *options,
        ),
        rows=(*rows, (_("Score: the sum of the products"), "", "", *map(score_words, fits))),
        dense=True,
    )


def _standings(snapshot: Snapshot, citations: Citations) -> Iterator[Block]:
    """For each criterion how each option stands, what that is worth, and where it is from."""
    fits = _fits(snapshot)
    lines = [sum_lines(fit, snapshot) for fit in fits]
    for place, weight in enumerate(sum_weights(snapshot)):
        yield Heading(_("{criterion}: how each option stands").format(criterion=weight.name), 2)
        yield Table(
            columns=(
                Column(_("Option"), 0.7),
                Column(_("How it stands"), 1.2),
                Column(_("Value"), 1.5),
                Column(_("How sure"), 1.2),
                Column(_("Where it is from"), 4.4),
            ),
            rows=(
                (_("Scale"), weight.scale, "", "", ""),
                *(
                    (snapshot.letter(fit.option), *_standing(option[place], citations))
                    for fit, option in zip(fits, lines, strict=True)
                ),
            ),
            dense=True,
        )


def _standing(line: SumLine, citations: Citations) -> tuple[str, ...]:
    mark = citations.mark(line.sources)
    source = f" [{mark}]" if mark else ""
    value = f"{line.working} = {line.value}"
    return line.standing, value, line.sure, f"{line.derived_by}{source}"
