"""The sums behind the line-up, for those who want to check them."""

from collections.abc import Iterator

from PySide6.QtWidgets import QGridLayout, QWidget

from decision_aid.gui import safe
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.weighing.appraisal import OptionFit
from decision_aid.workspace import wording
from decision_aid.workspace.snapshot import Snapshot

TITLES = ("What matters", "How it stands", "Weight", "Value", "Product", "Certainty")
HOW = (
    "Weight: how much of all that matters to you this is. Value: how good this standing is on its "
    "scale, from 0 (worst) to 1 (best). Product: weight times value. The score is the sum of the "
    "products. Where we are less sure, the range tried was made wider by the factor shown."
)


class Sums(Disclosure):
    """A table for every option weighed; made when it is opened."""

    def __init__(self) -> None:
        super().__init__("Show the sums")
        self._snapshot: Snapshot | None = None
        self._shown: Snapshot | None = None
        self._tables: list[QWidget] = []
        self.toggled.connect(lambda _: self._fill())

    def present(self, snapshot: Snapshot) -> None:
        """Take the sums of this moment; they are written out if it is open."""
        self._snapshot = snapshot
        self._fill()

    def _fill(self) -> None:
        snapshot = self._snapshot
        if not self.is_open or snapshot is None or snapshot is self._shown:
            return
        self._shown = snapshot
        for old in self._tables:
            old.hide()
            old.deleteLater()
        appraisal = snapshot.appraisal
        seed = f"Draws: {appraisal.draws:,}. Seed: {appraisal.seed}."
        pack = f"Pack: {appraisal.pack} {appraisal.version}."
        self._tables = [safe.label(f"{HOW} {wording.OWN_COMPARISON} {seed} {pack}", "small")]
        self._tables += [_table(fit, snapshot) for fit in appraisal.fits]
        for table in self._tables:
            self.body.addWidget(table)


def sum_rows(fit: OptionFit, snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    """A row of texts for each criterion."""
    widened = {(one.option, one.criterion): one.factor for one in snapshot.appraisal.widened}
    for one in fit.contributions:
        criterion = snapshot.pack.criterion(one.criterion)
        standing = criterion.standing(fit.option)
        factor = widened.get((fit.option, one.criterion))
        sure = wording.certainty_words(standing.certainty)
        yield (
            criterion.name,
            wording.standing_words(criterion, fit.option),
            f"{one.weight:.2f}",
            f"{one.value:.2f}",
            f"{one.product:.3f}",
            sure if factor is None else f"{sure}: range {factor:g} times as wide",
        )


def _table(fit: OptionFit, snapshot: Snapshot) -> QWidget:
    made = QWidget()
    made.setAccessibleName(f"The sums of {wording.option_name(fit.option, snapshot)}")
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 8, 0, 8)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    name = wording.option_name(fit.option, snapshot)
    low, high = fit.interval
    score = f"{name}: {fit.score:.3f}, between {low:.2f} and {high:.2f} in nine of ten draws"
    grid.addWidget(safe.label(score, "strong"), 0, 0, 1, len(TITLES))
    for column, title in enumerate(TITLES):
        grid.addWidget(safe.label(title, "small_strong"), 1, column)
    for place, row in enumerate(sum_rows(fit, snapshot), start=2):
        for column, text in enumerate(row):
            grid.addWidget(safe.label(text, "cell"), place, column)
    for column, share in enumerate((30, 22, 10, 10, 14, 22)):
        grid.setColumnStretch(column, share)
    return made
