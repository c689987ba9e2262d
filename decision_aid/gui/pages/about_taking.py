"""One medicine: as typed, what it was read as, its dose, how it is taken, and if it was stopped."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.about_you import Taking
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Route
from decision_aid.gui import safe
from decision_aid.gui.pages.about_reading import ReadAs
from decision_aid.gui.pages.about_stopped import StoppedOn, at_top, now_or_stopped
from decision_aid.gui.pages.about_taking_list import TakingList
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.medicine_words import routes_asked

_WHY_ROUTE = N_(
    "How do you take it? This changes what it may clash with. Skip it if you do not know."
)
_ROUTES: Final[dict[Route, str]] = {
    "mouth": N_("By mouth"),
    "nose": N_("In the nose"),
    "skin": N_("On the skin"),
    "patch": N_("As a patch"),
    "injection": N_("As a shot or drip"),
}
"""The ways to take a medicine, as answers."""
_NAME_ROW_FROM: Final = 300
"""Least width for a name and the button beside it, in pixels at a text size of 100 %."""
_LEVEL = 11
"""Free pixels above a name, so that it is level with the words on the button beside it."""


class TakingRow(QWidget):
    """One medicine and all that is asked about it.

    Args:
        pack: Where names and classes are from.
        name: As typed.
        taking: The list.
        unread: By name, what was typed as a last day and is none.
        gone: Called when this line has left the list, or goes by another name.
    """

    def __init__(
        self,
        pack: Pack,
        name: str,
        taking: TakingList,
        unread: dict[str, str],
        gone: Callable[[], None],
    ) -> None:
        super().__init__()
        self._pack, self._name, self._taking, self._gone = pack, name, taking, gone
        self._unread = unread
        self._shown: tuple[Taking, date] | None = None
        self._read = ReadAs(pack, name, self._rename)
        self._dose = safe.line_edit(
            _("Dose of {medicine}").format(medicine=name), _("Dose, if you know it")
        )
        self._now = now_or_stopped(name)
        self._route = RouteQuestion(pack, name, taking)
        self._stopped_on: StoppedOn | None = None
        self._dose.textEdited.connect(self._set_dose)
        self._now.chosen.connect(self._set_stopped)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(8)
        self._column.addWidget(safe.rule())
        self._column.addLayout(self._top())
        self._column.addWidget(self._controls())
        self._column.addWidget(self._route)

    def present(self, taking: Taking, visit: date) -> None:
        """Show what was said of it.

        Args:
            taking: What was said of it.
            visit: The day of this visit.
        """
        if self._shown == (taking, visit):
            return
        self._shown = taking, visit
        self._read.present(taking)
        safe.fill(self._dose, taking.dose)
        self._now.choose(taking.stopped)
        self._route.present(taking)
        if taking.stopped and self._stopped_on is None:
            self._stopped_on = StoppedOn(self._pack, self._name, self._taking, self._unread)
            self._column.addWidget(self._stopped_on)
        if self._stopped_on:
            self._stopped_on.present(taking, visit)

    def _top(self) -> RowOrColumn:
        remove = safe.button(
            _("Remove"), "quiet", name=_("Remove {medicine}").format(medicine=self._name)
        )
        remove.clicked.connect(self._remove)
        said = QWidget()
        words = QVBoxLayout(said)
        words.setContentsMargins(0, _LEVEL, 0, 0)
        words.setSpacing(4)
        words.addWidget(safe.label(safe.breakable(self._name), "strong"))
        words.addWidget(self._read)
        words.addStretch(1)
        row = RowOrColumn(gap=8, grow_first=True, row_from=_NAME_ROW_FROM)
        row.addWidget(said)
        row.addWidget(at_top(remove))
        return row

    def _controls(self) -> QWidget:
        made = QWidget()
        row = RowOrColumn(made, gap=8, grow_first=True, row_from=440)
        row.addWidget(self._dose)
        row.addWidget(self._now)
        return made

    def _set_dose(self, dose: str) -> None:
        self._taking.edit(self._name, lambda one: replace(one, dose=dose), f"dose:{self._name}")

    def _set_stopped(self, stopped: bool) -> None:  # noqa: FBT001 - a choice's own value
        day = self._stopped_on.day if stopped and self._stopped_on else None
        self._taking.edit(self._name, lambda one: replace(one, stopped=stopped, stopped_on=day))

    def _remove(self) -> None:
        self._taking.remove(self._name)
        self._gone()

    def _rename(self, line: str) -> None:
        if self._name in self._unread:
            self._unread.setdefault(line, self._unread[self._name])
        self._taking.rename(self._name, line)
        self._gone()


class RouteQuestion(QWidget):
    """How a medicine is taken, asked where the pack tells ways of it apart.

    Args:
        pack: Which ways it tells apart.
        name: The medicine, as typed.
        taking: The list.
    """

    def __init__(self, pack: Pack, name: str, taking: TakingList) -> None:
        super().__init__()
        self._pack, self._name, self._taking = pack, name, taking
        self._routes: tuple[Route, ...] = ()
        self._choice: SegmentedChoice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(safe.label(_(_WHY_ROUTE), "small"))

    def present(self, taking: Taking) -> None:
        """Ask, or not: what is written where the dose goes may name another medicine."""
        routes = routes_asked(self._pack, taking)
        if routes != self._routes:
            self._ask(routes)
        self.setVisible(bool(routes))
        if self._choice:
            self._choice.choose(taking.route if taking.route in routes else None)

    def _ask(self, routes: tuple[Route, ...]) -> None:
        if self._choice:
            self._choice.hide()
            self._choice.deleteLater()
        self._routes = routes
        self._choice = SegmentedChoice(
            _("How you take {medicine}").format(medicine=self._name),
            [(route, _(_ROUTES[route])) for route in routes],
        )
        self._choice.chosen.connect(self._set)
        self._column.addWidget(self._choice)

    def _set(self, route: Route | None) -> None:
        self._taking.edit(self._name, lambda one: replace(one, route=route))
