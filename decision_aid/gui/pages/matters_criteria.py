"""The criteria as rows under small headings, a few at once and the others on asking."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.answers import Rating
from decision_aid.domain.criteria import Criterion
from decision_aid.gui import safe
from decision_aid.gui.pages.matters_row import CriterionRow, Voice
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.workspace.changes.matters import SetImportance
from decision_aid.workspace.snapshot import Snapshot

FIRST: Final = 7
"""Criteria of the pack shown before "Show more": a short task is easier on a hard day."""

GROUPS: Final = (
    ("benefit", N_("What may get better")),
    ("harm", N_("What could go wrong")),
    ("burden", N_("What it asks of you")),
    ("practical", N_("Practical things")),
    ("own", N_("Your own")),
)
"""The kinds of criteria in the order they are shown, with their headings."""


def grouped(criteria: Sequence[Criterion]) -> tuple[tuple[str, tuple[Criterion, ...]], ...]:
    """The criteria under their headings; a heading with nothing below it is left out."""
    found = (
        (_(title), tuple(one for one in criteria if one.group == group)) for group, title in GROUPS
    )
    return tuple((title, members) for title, members in found if members)


def first_and_rest(
    offered: Sequence[Criterion],
) -> tuple[tuple[Criterion, ...], tuple[Criterion, ...]]:
    """What is shown at once and what on asking; what a person added is always there."""
    own = tuple(one for one in offered if one.group == "own")
    packs = tuple(one for one in offered if one.group != "own")
    return (*packs[:FIRST], *own), packs[FIRST:]


class RatedCriteria(QWidget):
    """Rows for every criterion offered; those on asking are made when they are asked for.

    Args:
        apply: Where ratings go.
        voice: Whose ratings they are.
        arranged: Called after rows came or went, so that Tab can be put in order.
    """

    def __init__(
        self,
        apply: Callable[[SetImportance], None],
        voice: Voice,
        arranged: Callable[[], None],
    ) -> None:
        super().__init__()
        self._apply, self._voice, self._arranged = apply, voice, arranged
        self._snapshot: Snapshot | None = None
        self._wants_all = False
        self._shown: object = None
        self._rows: dict[tuple[str, str], CriterionRow] = {}
        self._rest = Disclosure(_("Show more"))
        self._count = 0
        first = QWidget()
        self._first = QVBoxLayout(first)
        self._first.setContentsMargins(0, 0, 0, 0)
        self._first.setSpacing(12)
        self._rest.body.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(first)
        column.addWidget(self._rest)
        self._rest.toggled.connect(self._turn)

    def present(self, snapshot: Snapshot) -> None:
        """Show the ratings; a row stays the same one as long as its criterion is offered."""
        self._snapshot = snapshot
        first, rest = first_and_rest(snapshot.criteria)
        made = (*first, *rest) if self._wants_all else first
        shown = (tuple((one.id, one.name) for one in made), len(rest))
        if shown != self._shown:
            self._shown, self._count = shown, len(rest)
            self._arrange(first, rest)
        ratings = self._ratings(snapshot)
        for one in made:
            self._rows[one.id, one.name].present(one, ratings.get(one.id), snapshot)

    def row(self, criterion: str) -> CriterionRow | None:
        """The row of a criterion, brought to light; None where it is not offered."""
        rest = first_and_rest(self._snapshot.criteria)[1] if self._snapshot else ()
        if criterion in {one.id for one in rest}:
            self._rest.open()
        return next((row for (name, _text), row in self._rows.items() if name == criterion), None)

    def _turn(self, opened: bool) -> None:  # noqa: FBT001 - a toggle's own value
        self._entitle()
        if opened and not self._wants_all and self._snapshot is not None:
            self._wants_all = True
            self.present(self._snapshot)

    def _ratings(self, snapshot: Snapshot) -> dict[str, Rating]:
        session = snapshot.session
        theirs = session.ratings if self._voice == "person" else session.provider_ratings
        return {one.criterion: one for one in theirs}

    def _arrange(self, first: tuple[Criterion, ...], rest: tuple[Criterion, ...]) -> None:
        before = self._rows
        made = (*first, *rest) if self._wants_all else first
        self._rows = {
            (one.id, one.name): before.get((one.id, one.name))
            or CriterionRow(one, self._voice, self._apply)
            for one in made
        }
        for layout in (self._first, self._rest.body):
            _empty(layout, keep=set(self._rows.values()))
        self._fill(self._first, first)
        if self._wants_all:
            self._fill(self._rest.body, rest)
        self._rest.setVisible(bool(rest))
        self._entitle()
        self._arranged()

    def _fill(self, layout: QVBoxLayout, criteria: tuple[Criterion, ...]) -> None:
        for title, members in grouped(criteria):
            if layout.count():
                layout.addSpacing(8)
            layout.addWidget(safe.label(title, "heading"))
            for place, one in enumerate(members):
                if place:
                    layout.addWidget(safe.rule())
                layout.addWidget(self._rows[one.id, one.name])

    def _entitle(self) -> None:
        self._rest.entitle(_("Show fewer") if self._rest.is_open else show_more(self._count))


def show_more(count: int) -> str:
    """What opens the criteria that are not shown at first.

    Args:
        count: How many they are.
    """
    more = ngettext("Show {count} more", "Show {count} more", count)
    return more.format(count=number_words(count))


def _empty(layout: QLayout, keep: set[CriterionRow]) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None and widget not in keep:
            widget.hide()
            widget.deleteLater()
