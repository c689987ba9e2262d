"""What came out of the draws, in counts: places, who comes before whom, and typical weights."""

from decision_aid.domain.risk import whole
from decision_aid.gui.widgets.text_table import TextTable
from decision_aid.weighing.appraisal import OptionFit
from decision_aid.workspace.line_up_state import in_places
from decision_aid.workspace.shares import places_in_draws
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.sums import decimals
from decision_aid.workspace.wording import option_name

PLACES = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th")


def ranks_table(snapshot: Snapshot) -> TextTable:
    """In how many draws each option came 1st, 2nd and so on."""
    fits = [fit for _, fit in in_places(snapshot)]
    heads = ("How many draws it came", *PLACES[: len(fits)])
    made = TextTable("How many draws each option came where", heads, _shares(len(fits)))
    for fit in fits:
        counts = places_in_draws(fit.rank_shares, snapshot.appraisal.draws)
        made.add_row((option_name(fit.option, snapshot), *(f"{one:,}" for one in counts)))
    return made


def pairs_table(snapshot: Snapshot) -> TextTable:
    """In how many draws the option of a row came before the option of a column."""
    fits = [fit for _, fit in in_places(snapshot)]
    letters = [snapshot.letter(fit.option) for fit in fits]
    heads = ("How many draws it came before", *letters)
    made = TextTable("How often one option came before another", heads, _shares(len(fits)))
    for fit in fits:
        counts = (_before(fit, other, snapshot.appraisal.draws) for other in fits)
        made.add_row((option_name(fit.option, snapshot), *counts))
    return made


def _before(fit: OptionFit, other: OptionFit, draws: int) -> str:
    if fit is other:
        return "–"
    return f"{whole(draws * dict(fit.wins_over).get(other.option, 0.0)):,}"


def typical_table(snapshot: Snapshot) -> TextTable:
    """The mean weights of the draws each option won, beside the weights of the person."""
    fits = [fit for _, fit in in_places(snapshot)]
    winners = [fit for fit in fits if fit.central_weights]
    letters = [f"{snapshot.letter(fit.option)} first" for fit in winners]
    heads = ("Mean weights where it came first", "Yours", *letters)
    made = TextTable("Mean weights where each option came first", heads, _shares(len(heads) - 1))
    for mine in fits[0].contributions:
        means = (decimals(dict(fit.central_weights)[mine.criterion]) for fit in winners)
        name = snapshot.pack.criterion(mine.criterion).name
        made.add_row((name, decimals(mine.weight), *means))
    return made


def _shares(columns: int) -> tuple[int, ...]:
    return (40, *(60 // columns for _ in range(columns)))
