"""Earlier visits: whether today is a new one, and what changed since."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import day_words, number_words
from decision_aid.domain.session import Session
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.clock import today
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.fact_rows import FactRows
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace.changes.walk import BeginVisit
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.then_and_now import NORMAL, Comparison, comparisons
from decision_aid.workspace.workspace import Workspace

MOST_SHOWN: Final = 3
"""Earlier visits shown on screen; all of them are printed."""
WHAT_IT_DOES: Final = N_(
    "A new visit keeps all that was said and goes on from it. Who is here, how long you have and "
    "the PHQ-9 are asked anew."
)
BEGUN: Final = N_("A new visit has begun. All that was said so far goes on with it.")


class Visits(QWidget):
    """What Welcome says of earlier visits; hidden where there is nothing to say.

    Args:
        workspace: Where a new visit begins.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._new, self._changed = NewVisitCard(), ThenAndNowCard(in_full=False)
        self._new.begin.clicked.connect(self._begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._new)
        column.addWidget(self._changed)

    def present(self, snapshot: Snapshot) -> None:
        """Ask about today where the session is of another day, and show what changed."""
        self._new.present(snapshot)
        self._changed.present(snapshot)
        self.setVisible(not (self._new.isHidden() and self._changed.isHidden()))

    def _begin(self) -> None:
        # The keyboard must not stay on a button that goes.
        self._changed.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._workspace.apply(BeginVisit(today()))
        announce(self, _(BEGUN))


class NewVisitCard(Card):
    """Whether today is a new visit; "go on" leaves a smaller card that still offers one.

    Attributes:
        begin: The button for a new visit.
    """

    def __init__(self) -> None:
        super().__init__(" ")
        self.begin = safe.button(_("Begin a new visit"))
        self._day = ""
        self._going_on = False
        self._go_on = safe.button(_("Go on with that visit"))
        self._go_on.clicked.connect(self._stay)
        self._question = safe.label(_("Is today a new visit?"))
        row = RowOrColumn(gap=12)
        row.addWidget(self.begin)
        row.addWidget(self._go_on)
        buttons = QWidget()
        buttons.setLayout(row)
        self._label = safe.label("", "strong")
        self.add(self._label, self._question, safe.label(_(WHAT_IT_DOES), "small"), buttons)

    def present(self, snapshot: Snapshot) -> None:
        """Show the question where something was said on an earlier day."""
        session = snapshot.session
        self._day = day_words(session.started_on)
        self._say()
        self._label.setText(safe.breakable(session.label))
        self._label.setVisible(bool(session.label))
        self.setVisible(session.started_on < today() and _holds_answers(session))

    def _stay(self) -> None:
        self._going_on = True
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()

    def _say(self) -> None:
        said = (
            _("You go on with the visit of {day}.")
            if self._going_on
            else _("This session is from {day}.")
        )
        self.heading.setText(said.format(day=self._day))
        self._question.setHidden(self._going_on)
        self._go_on.setHidden(self._going_on)


class ThenAndNowCard(Card):
    """What changed since earlier visits, the newest first; hidden where there are none.

    Args:
        in_full: All of it and shut at first, or one line for each kind and the newest one open.
    """

    def __init__(self, *, in_full: bool) -> None:
        super().__init__(_("Then and now"))
        self.heading.setAccessibleName(_("Then and now"))
        self._in_full = in_full
        self._shown: tuple[Comparison, ...] = ()
        self._visits = tuple(Disclosure("") for _place in range(MOST_SHOWN))
        self._more = safe.label("", "small")
        self.add(safe.label(_(NORMAL), "small"), *self._visits, self._more)
        if not in_full:
            self._visits[0].open()

    def present(self, snapshot: Snapshot) -> None:
        """Show what changed."""
        found = comparisons(snapshot)
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        for place, visit in enumerate(self._visits):
            visit.setVisible(place < len(found))
            if place < len(found):
                self._fill(visit, found[place])
        self._more.setText(self._below(len(found) - MOST_SHOWN))
        self._more.setVisible(bool(self._more.text()))

    def _fill(self, visit: Disclosure, compared: Comparison) -> None:
        visit.entitle(compared.title)
        _empty(visit.body)
        rows = [
            (one.kind, "\n".join(one.lines) if self._in_full else one.short)
            for one in compared.differences
        ]
        if rows:
            visit.body.addWidget(FactRows(rows))
        if compared.closing:
            visit.body.addWidget(safe.label(compared.closing, "cell"))

    def _below(self, more: int) -> str:
        where = "" if self._in_full else _("In full, with the words used, in “Decide”.")
        printed = ngettext(
            "{count} more earlier visit is in the printed record.",
            "{count} more earlier visits are in the printed record.",
            max(more, 0),
        ).format(count=number_words(more))
        return f"{where} {printed if more > 0 else ''}".strip()


def _holds_answers(session: Session) -> bool:
    """Whether there is anything to keep; steps that were only looked at are not."""
    bare = Session(
        pack=session.pack,
        seed=session.seed,
        started_on=session.started_on,
        visited=session.visited,
    )
    return session != bare


def _empty(column: QLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
