"""The sums behind the line-up and what they rest on, for those who want to check them by hand."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.text_table import TextTable
from decision_aid.weighing.appraisal import Appraisal, OptionFit
from decision_aid.workspace import wording
from decision_aid.workspace.draw_tables import DrawTable, draw_tables
from decision_aid.workspace.line_up_state import in_places
from decision_aid.workspace.line_up_words import (
    again_sentence,
    basis_sentences,
    thresholds_sentence,
)
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.sums import (
    HOW,
    SumLine,
    decimals,
    score_words,
    sum_lines,
    sum_weights,
)
from decision_aid.workspace.words import source_name

WEIGHTS = (N_("What matters"), N_("You said"), N_("Weight"), N_("Its scale"))
LINES = (N_("What matters"), N_("How it stands"), N_("Value"), N_("Weight"), N_("Product"))


class Sums(Disclosure):
    """All of the calculation, folded by option; made when it is opened."""

    def __init__(self) -> None:
        super().__init__(_("Show the sums"))
        self._snapshot: Snapshot | None = None
        self._shown: Appraisal | None = None
        self._basis: tuple[str, ...] = ()
        self._sums: QWidget | None = None
        self.toggled.connect(lambda _opened: self._fill())

    def present(self, snapshot: Snapshot) -> None:
        """Take the sums of this moment; they are written out if it is open."""
        self._snapshot = snapshot
        self._fill()

    def _fill(self) -> None:
        snapshot = self._snapshot
        if not self.is_open or snapshot is None:
            return
        basis = basis_sentences(snapshot)
        if snapshot.appraisal is self._shown and basis == self._basis:
            return  # whether it feels right changes no sum, and shuts nothing that is open
        self._shown, self._basis = snapshot.appraisal, basis
        if self._sums is not None:
            self._sums.hide()
            self._sums.deleteLater()
        self._sums = QWidget()
        column = QVBoxLayout(self._sums)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in _parts(snapshot):
            column.addWidget(part)
        self.body.addWidget(self._sums)


def _parts(snapshot: Snapshot) -> Iterator[QWidget]:
    if told := basis_sentences(snapshot):
        yield safe.label(_("What this rests on"), "subheading")
        yield Bullets(told, "cell")
    yield safe.label(_(HOW), "small")
    yield safe.label(_(wording.OWN_COMPARISON), "small")
    yield safe.label(_("How much each thing weighs"), "subheading")
    yield _weights(snapshot)
    yield safe.label(_("What each option adds up to"), "subheading")
    yield safe.label(thresholds_sentence(snapshot), "small")
    for _place, fit in in_places(snapshot):
        yield _option(fit, snapshot)
    yield safe.label(_came_out(snapshot.appraisal.draws), "subheading")
    for one in draw_tables(snapshot):
        yield _counts(one)
    yield safe.label(again_sentence(snapshot), "small")


def _came_out(draws: int) -> str:
    told = ngettext("What came out of {draws} draw", "What came out of {draws} draws", draws)
    return told.format(draws=number_words(draws))


def _weights(snapshot: Snapshot) -> TextTable:
    table = TextTable(
        _("How much each thing weighs"), [_(head) for head in WEIGHTS], (28, 12, 20, 40)
    )
    for one in sum_weights(snapshot):
        table.add_row((one.name, one.said, f"{one.working} = {one.weight}", one.scale))
    return table


def _counts(told: DrawTable) -> TextTable:
    columns = len(told.heads) - 1
    table = TextTable(told.heads[0], told.heads, (40, *[60 // columns] * columns))
    for row in told.rows:
        table.add_row(row)
    return table


def _option(fit: OptionFit, snapshot: Snapshot) -> Disclosure:
    """The sum of one option, made when it is opened."""
    name = wording.option_name(fit.option, snapshot)
    low, high = (decimals(end) for end in fit.interval)
    title = _("{option}: {score}").format(option=name, score=score_words(fit))
    made = Disclosure(title, name=_("The sums of {option}").format(option=name))
    made.body.addWidget(
        safe.label(
            _("Between {low} and {high} in nine of ten draws (5th to 95th).").format(
                low=low, high=high
            ),
            "small",
        )
    )
    made.toggled.connect(lambda _opened: _fill_option(made, fit, snapshot))
    return made


def _fill_option(made: Disclosure, fit: OptionFit, snapshot: Snapshot) -> None:
    if made.body.count() > 1:
        return
    weights = {one.criterion: one for one in sum_weights(snapshot)}
    table = TextTable(_("Weight times value"), [_(head) for head in LINES], (38, 26, 12, 12, 12))
    for line in sum_lines(fit, snapshot):
        weight = weights[line.criterion]
        table.add_row((weight.name, line.standing, line.value, weight.weight, line.product))
        table.add_note(_from(line, snapshot))
    table.add_total(_("Score: the sum of the products"), score_words(fit))
    made.body.addWidget(table)


def _from(line: SumLine, snapshot: Snapshot) -> str:
    """How the value follows, how sure that is, and where it comes from."""
    sources = "; ".join(source_name(snapshot.pack.source(one)) for one in line.sources)
    told = _("Value: {working} = {value}. {certainty}. Where it is from: {derived_by}").format(
        working=line.working, value=line.value, certainty=line.sure, derived_by=line.derived_by
    )
    named = _("Sources: {sources}.").format(sources=sources) if sources else ""
    return f"{told} {named}".rstrip()
