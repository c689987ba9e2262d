"""Medicines and substances: typed by generic or brand name, shown as what they are read as."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.about_you import KetamineForm
from decision_aid.domain.pack import Pack
from decision_aid.domain.safety import asks_for_form
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.pages.about_medicine_line import medicine_line
from decision_aid.gui.pages.about_taking import TakingRow
from decision_aid.gui.pages.about_taking_list import TakingList
from decision_aid.gui.pages.fixed_answers import spoken
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.field import Field
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.gui.widgets.reading_order import tab_in_reading_order
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.changes.about import SetKetamineForm
from decision_aid.workspace.medicine_words import weeks_looked_back
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

_FORMS: Final[dict[KetamineForm, str]] = {
    "spray": N_("Nasal spray"),
    "drip": N_("Drip or shot"),
    "by_mouth": N_("Swallowed or melted in mouth"),
    "undecided": N_("Not decided"),
}
_THERE: Final = N_("This one is on the list already.")


class MedicinesCard(Card):
    """What is taken now or was stopped not long ago, and the form of ketamine it would meet."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Medicines and substances now"))
        self._workspace = workspace
        self._taking = TakingList(workspace)
        self._unread: dict[str, str] = {}
        pack = workspace.snapshot.pack
        self._rows = KeyedList[str, TakingRow](
            lambda name: TakingRow(pack, name, self._taking, self._unread, self._take_focus)
        )
        self._name = medicine_line(_("Add a medicine"), pack)
        self._there = safe.label(_(_THERE), "small_strong")
        self._there.hide()
        self._form = form_choice() if asks_for_form(pack) else None
        self.add(safe.label(what_to_add(pack), "small"), self._new_line(), self._there)
        self.body.addSpacing(8)
        self.add(self._rows)
        if self._form:
            self._form.chosen.connect(self._set_form)
            self.add(safe.rule(), _form_field(self._form))

    def present(self, snapshot: Snapshot) -> None:
        """Show the list."""
        about = snapshot.session.about
        if self._form:
            self._form.choose(about.ketamine_form)
        rows = self._rows.show_keys([one.name for one in about.taking])
        for row, one in zip(rows, about.taking, strict=True):
            row.present(one, snapshot.session.started_on)
        self._rows.setVisible(bool(rows))
        tab_in_reading_order(self)

    def _new_line(self) -> RowOrColumn:
        add = safe.button(_("Add"), name=_("Add this medicine"))
        made = RowOrColumn(gap=8, grow_first=True, row_from=320)
        made.addWidget(self._name)
        made.addWidget(add)
        # Also when the line is left: a name typed and forgotten there would never be checked.
        self._name.editingFinished.connect(self._add)
        self._name.textEdited.connect(self._there.hide)
        add.clicked.connect(self._add)
        return made

    def _set_form(self, form: KetamineForm | None) -> None:
        self._workspace.apply(SetKetamineForm(form))

    def _add(self) -> None:
        name = self._name.text().strip()
        self._name.clear()
        if name and self._taking.holds(name):
            self._there.show()
            announce(self._name, _(_THERE))
        elif name:
            self._taking.add(name)

    def _take_focus(self) -> None:
        """A line that had the keyboard is gone."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)


def what_to_add(pack: Pack) -> str:
    """What belongs on the list."""
    weeks = weeks_looked_back(pack)
    if not weeks:
        return _(
            "Also over-the-counter ones, herbs, alcohol and drugs. Type a brand or generic name."
        )
    told = ngettext(
        "Also over-the-counter ones, herbs, alcohol and drugs, and what you stopped in the last "
        "{weeks} week. Type a brand or generic name.",
        "Also over-the-counter ones, herbs, alcohol and drugs, and what you stopped in the last "
        "{weeks} weeks. Type a brand or generic name.",
        weeks,
    )
    return told.format(weeks=number_words(weeks))


def form_choice() -> SegmentedChoice:
    """The forms of ketamine to choose from, none chosen."""
    return SegmentedChoice(_("Form of ketamine"), spoken(_FORMS.items()))


def _form_field(answer: QWidget) -> Field:
    return Field(
        _("Which form of ketamine are you talking about?"),
        answer,
        _(
            "Skip this if ketamine is not a topic. Some medicines act very differently on ketamine "
            "that is swallowed."
        ),
    )
