"""Whether a medicine is taken now, and on which day the last of it was taken."""

from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words
from decision_aid.domain.about_you import Taking
from decision_aid.domain.pack import Pack
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.pages.about_taking_list import TakingList
from decision_aid.gui.pages.fixed_answers import spoken
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.medicine_words import stopped_words, washout_sources
from decision_aid.workspace.typed_day import day_trouble, read_day

NOW: Final = ((False, N_("Taking it now")), (True, N_("Stopped")))
_EXAMPLE: Final = date(2026, 11, 9)
_ASKED: Final = N_("Last day you took it. Leave it empty if nobody knows.")


def now_or_stopped(name: str) -> SegmentedChoice:
    """Whether a medicine is taken now."""
    return SegmentedChoice(name, spoken(NOW), can_unchoose=False)


class StoppedOn(QWidget):
    """The last day of a medicine, typed, and what follows from it.

    What cannot be read stays as it was typed, and counts as a day that is not known.

    Args:
        pack: How long what was stopped goes on to count.
        name: The medicine, as typed.
        taking: The list.
        unread: By name, what was typed as a day and is none. It outlives the line of a name.
    """

    def __init__(self, pack: Pack, name: str, taking: TakingList, unread: dict[str, str]) -> None:
        super().__init__()
        self._pack, self._name, self._taking, self._unread = pack, name, taking, unread
        self._day = safe.line_edit(
            _("Last day of {medicine}").format(medicine=name),
            _("Such as {day}").format(day=day_words(_EXAMPLE)),
        )
        safe.fill(self._day, unread.get(name, ""))
        self._trouble = safe.label("", "small_strong")
        self._follows = safe.label("", "small")
        self._sources = safe.label("", "small")
        self._day.textEdited.connect(self._typed)
        self._day.editingFinished.connect(self._left)
        self._lay_out()

    def _lay_out(self) -> None:
        row = RowOrColumn(gap=16, shares=(2, 3), row_from=440)
        row.stack_by(6)
        row.addWidget(at_top(self._day))
        row.addWidget(at_top(self._trouble, self._follows, self._sources))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(safe.label(_(_ASKED), "small"))
        column.addLayout(row)

    @property
    def day(self) -> date | None:
        """The day that stands in the field; None where none can be read there."""
        return read_day(self._day.text())

    def present(self, taking: Taking, visit: date) -> None:
        """Show the day, and what follows.

        Args:
            taking: The medicine.
            visit: The day of this visit.
        """
        self.setVisible(taking.stopped)
        if not taking.stopped:
            return
        if self.day != taking.stopped_on:
            safe.fill(self._day, day_words(taking.stopped_on) if taking.stopped_on else "")
        self._follows.setText(stopped_words(self._pack, taking, visit))
        sources = washout_sources(self._pack, taking)
        self._sources.setText(sources)
        self._sources.setVisible(bool(sources))
        if not self._day.hasFocus() or not day_trouble(self._day.text()):
            self._say_trouble()

    def _typed(self) -> None:
        day = self.day
        if day is None:
            self._unread[self._name] = self._day.text()
        else:
            self._unread.pop(self._name, None)
        self._taking.edit(
            self._name,
            lambda one: replace(one, stopped_on=day) if one.stopped else one,
            f"stopped_on:{self._name}",
        )
        self._trouble.hide()

    def _left(self) -> None:
        self._say_trouble()
        if trouble := self._trouble.text():
            announce(self._day, trouble)

    def _say_trouble(self) -> None:
        """Nobody is told of a mistake in a day that is only half typed."""
        trouble = day_trouble(self._day.text())
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self._day.setAccessibleDescription(trouble or self._follows.text())


def at_top(*parts: QWidget) -> QWidget:
    """Widgets below each other, with nothing below them."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return made
