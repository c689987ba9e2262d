"""The sums behind the line-up: what each criterion adds, and how each option stands on it."""

from typing import Final

from decision_aid.domain.criteria import Criterion
from decision_aid.domain.risk import Certainty
from decision_aid.report.citations import Citations
from decision_aid.report.document import Column, Table
from decision_aid.weighing.appraisal import OptionFit
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import standing_words

_CERTAINTY: Final[dict[Certainty, str]] = {
    "high": "high",
    "moderate": "moderate",
    "low": "low",
    "very_low": "very low",
}


def sums_table(snapshot: Snapshot) -> Table:
    """Weight of each criterion and the points of 100 it adds to each option's score."""
    fits = snapshot.appraisal.fits
    options = tuple(Column(snapshot.letter(fit.option), 0.6, "right") for fit in fits)
    rows = [
        _sum_row(place, criterion, fits, snapshot)
        for place, criterion in enumerate(snapshot.appraisal.criteria)
    ]
    total = ("Score", "100.0", *(f"{100 * fit.score:.1f}" for fit in fits))
    return Table(
        columns=(Column("What", 2.6), Column("Weight", 0.7, "right"), *options),
        rows=(*rows, total),
        dense=True,
    )


def _sum_row(
    place: int, criterion: str, fits: tuple[OptionFit, ...], snapshot: Snapshot
) -> tuple[str, ...]:
    adds = [fit.contributions[place] for fit in fits]
    products = (f"{100 * one.product:.1f}" for one in adds)
    return (snapshot.pack.criterion(criterion).name, f"{100 * adds[0].weight:.1f}", *products)


def standings_table(snapshot: Snapshot, citations: Citations) -> Table:
    """How each option in the line-up stands, how sure that is, and where it is from."""
    options = [fit.option for fit in snapshot.appraisal.fits]
    criteria = [snapshot.pack.criterion(one) for one in snapshot.appraisal.criteria]
    return Table(
        columns=(
            Column("What", 1.1),
            *(Column(snapshot.letter(option)) for option in options),
        ),
        rows=tuple(
            (criterion.short, *(_standing(criterion, option, citations) for option in options))
            for criterion in criteria
        ),
        dense=True,
    )


def _standing(criterion: Criterion, option: str, citations: Citations) -> str:
    standing = criterion.standing(option)
    facts = (standing_words(criterion, option), _CERTAINTY[standing.certainty])
    mark = citations.mark(standing.sources).removeprefix("sources ").removeprefix("source ")
    return ", ".join(facts) + (f" [{mark}]" if mark else "")
