"""What came out of the draws, in counts: places, who came before whom, and typical weights."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import number_words
from decision_aid.domain.risk import whole
from decision_aid.weighing.appraisal import OptionFit
from decision_aid.workspace.line_up_state import in_places
from decision_aid.workspace.shares import places_in_draws
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.sums import decimals
from decision_aid.workspace.wording import option_name

_CAME: Final = {1: N_("Came 1st"), 2: N_("Came 2nd"), 3: N_("Came 3rd")}


@dataclass(frozen=True)
class DrawTable:
    """Texts in columns, the first of which names the row.

    Attributes:
        heads: A title for each column.
        rows: A text for each column of each row.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def draw_tables(snapshot: Snapshot) -> tuple[DrawTable, ...]:
    """Places, who came before whom, and the mean weights where each option came first.

    Source: rank acceptability, pairwise winning and central weights: Lahdelma 1998, Tervonen 2011
        (doi 10.1002/sim.4194).
    """
    fits = tuple(fit for _place, fit in in_places(snapshot))
    return _places(fits, snapshot), _before(fits, snapshot), _typical(fits, snapshot)


def _places(fits: tuple[OptionFit, ...], snapshot: Snapshot) -> DrawTable:
    def counts(fit: OptionFit) -> Iterator[str]:
        yield option_name(fit.option, snapshot)
        for count in places_in_draws(fit.rank_shares, snapshot.appraisal.draws):
            yield number_words(count)

    ordinals = map(_came, range(1, len(fits) + 1))
    return DrawTable(
        (_("In how many draws it came where"), *ordinals), tuple(tuple(counts(fit)) for fit in fits)
    )


def _came(place: int) -> str:
    """A heading over in how many draws an option came to a place, 1 or more."""
    # Translators: of a place in an order, from the fourth on: "Came 4th".
    said = _("Came {place}th").format(place=number_words(place))
    return _(_CAME[place]) if place in _CAME else said


def _before(fits: tuple[OptionFit, ...], snapshot: Snapshot) -> DrawTable:
    def counts(fit: OptionFit) -> Iterator[str]:
        yield option_name(fit.option, snapshot)
        won = dict(fit.wins_over)
        for other in fits:
            share = won.get(other.option)
            count = "–" if share is None else number_words(whole(snapshot.appraisal.draws * share))
            yield count

    others = (_("Before {letter}").format(letter=snapshot.letter(fit.option)) for fit in fits)
    return DrawTable(
        (_("In how many draws it came before"), *others), tuple(tuple(counts(fit)) for fit in fits)
    )


def _typical(fits: tuple[OptionFit, ...], snapshot: Snapshot) -> DrawTable:
    won = [fit for fit in fits if fit.central_weights]
    heads = (_("Where {letter} first").format(letter=snapshot.letter(fit.option)) for fit in won)
    rows = (
        (
            snapshot.pack.criterion(mine.criterion).name,
            decimals(mine.weight),
            *(decimals(dict(fit.central_weights)[mine.criterion]) for fit in won),
        )
        for mine in fits[0].contributions
    )
    return DrawTable((_("Mean weights in the draws"), _("As said"), *heads), tuple(rows))
