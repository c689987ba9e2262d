"""Two voices: what the person and the provider said, side by side."""

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.pages.weigh_change import write
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.text_table import TextTable
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.voices import APART, TwoRatings, far_sentences, two_ratings
from decision_aid.workspace.words import decision_line

HEADS = (N_("What matters"), N_("You"), N_("Your provider"), "")
NOT_YET = N_(
    "What your provider leans towards opens here once you have said, in Decide, what you lean "
    "towards."
)


class VoicesCard(Card):
    """Shown once both have said something and are here: the person's own answers come first."""

    def __init__(self) -> None:
        super().__init__(_("Two voices"))
        self._far = Bullets(role="cell")
        self._leanings = safe.label("", "cell")
        self._shown: tuple[TwoRatings, ...] = ()
        self._table: TextTable | None = None
        self.add(self._far, self._leanings, safe.label(_(APART), "small"))

    def present(self, snapshot: Snapshot) -> None:
        """Show the two side by side, and in words where they are far apart."""
        session = snapshot.session
        spoken = bool(session.provider_ratings or session.provider_leaning)
        here = snapshot.journey.accompanied
        self.setVisible(here and spoken and bool(session.ratings))
        if self.isHidden():
            return
        self._far.say(tuple(far_sentences(snapshot, "you")))
        self._far.setVisible(bool(session.provider_ratings))
        write(self._leanings, _leanings(snapshot))
        self._leanings.setVisible(bool(session.provider_leaning))
        rows = two_ratings(snapshot) if session.provider_ratings else ()
        if rows != self._shown:
            self._show(rows)

    def _show(self, rows: tuple[TwoRatings, ...]) -> None:
        """Write the rows anew; the table itself only where their number changed."""
        before, self._shown = self._shown, rows
        if self._table is None or len(before) != len(rows):
            self._make_table()
        if self._table is not None:
            for place, row in enumerate(rows):
                self._table.write_row(place, *_cells(row))

    def _make_table(self) -> None:
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        self._table = _table() if self._shown else None
        if self._table is not None:
            for row in self._shown:
                self._table.add_row(*_cells(row))
            self.body.insertWidget(2, self._table)


def _table() -> TextTable:
    return TextTable(_("Two voices"), [_(head) for head in HEADS], (40, 20, 20, 20))


def _leanings(snapshot: Snapshot) -> str:
    session = snapshot.session
    if session.leaning is None:
        return _(NOT_YET)
    yours = _("You lean towards: {leaning}.")
    theirs = _("Your provider leans towards: {leaning}.")
    return "\n".join(
        (
            yours.format(leaning=decision_line(session.leaning, snapshot)),
            theirs.format(leaning=decision_line(session.provider_leaning, snapshot)),
        )
    )


def _cells(row: TwoRatings) -> tuple[tuple[str, ...], str]:
    """The texts of a row, and their role."""
    if not row.far:
        return (row.name, row.person, row.provider, ""), "cell"
    steps = ngettext("{count} step apart", "{count} steps apart", row.steps)
    apart = steps.format(count=number_words(row.steps))
    return (row.name, row.person, row.provider, apart), "small_strong"
