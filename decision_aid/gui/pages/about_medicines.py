"""Medicines and substances now: typed by generic or brand name, shown as what they are read as."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from decision_aid.domain.about_you import KetamineForm, Taking
from decision_aid.domain.safety import asks_for_form
from decision_aid.gui import safe
from decision_aid.gui.pages.about_medicine_line import medicine_line
from decision_aid.gui.pages.about_taking import TakingRow
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.field import Field
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.changes.about import SetKetamineForm, SetTaking
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import FORMS
from decision_aid.workspace.workspace import Workspace


class MedicinesCard(Card):
    """What is taken now, and the form of ketamine it would meet."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Medicines and substances now")
        self._workspace = workspace
        pack = workspace.snapshot.pack
        self._rows = KeyedList[str, TakingRow](
            lambda name: TakingRow(pack, name, self._edit, self._rename)
        )
        self._name = medicine_line("Add a medicine", pack)
        self._form = form_choice() if asks_for_form(pack) else None
        self.add(
            safe.label(
                "Also over-the-counter ones, herbs, alcohol and drugs. Type a brand or generic "
                "name.",
                "small",
            ),
            self._new_line(),
            self._rows,
        )
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
            row.present(one)

    def _new_line(self) -> RowOrColumn:
        add = safe.button("Add", name="Add this medicine")
        made = RowOrColumn(gap=8, grow_first=True, row_from=320)
        made.addWidget(self._name)
        made.addWidget(add)
        # Also when the line is left: a name typed and forgotten there would never be checked.
        self._name.editingFinished.connect(self._add)
        add.clicked.connect(self._add)
        return made

    @property
    def _taking(self) -> tuple[Taking, ...]:
        return self._workspace.snapshot.session.about.taking

    def _set_form(self, form: KetamineForm | None) -> None:
        self._workspace.apply(SetKetamineForm(form))

    def _add(self) -> None:
        name = self._name.text().strip()
        known = {one.name.casefold() for one in self._taking}
        if name and name.casefold() not in known:
            self._workspace.apply(SetTaking((*self._taking, Taking(name=name))))
        self._name.clear()

    def _edit(self, name: str, dose: str | None) -> None:
        """Put another dose to a medicine; None takes it off the list."""
        changed = tuple(
            Taking(name=name, dose=dose) if one.name == name and dose is not None else one
            for one in self._taking
            if one.name != name or dose is not None
        )
        gesture = f"dose:{name}" if dose is not None else ""
        self._workspace.apply(SetTaking(changed, gesture))
        if dose is None:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rename(self, name: str, line: str) -> None:
        self._workspace.apply(SetTaking(renamed(self._taking, name, line)))
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)


def renamed(taking: tuple[Taking, ...], name: str, line: str) -> tuple[Taking, ...]:
    """The list with a line in place of a name; a line that stands there already stands once.

    Args:
        taking: What is taken.
        name: The name that goes.
        line: What comes in its place, with the same dose.
    """
    twin = next((one for one in taking if one.name.casefold() == line.casefold()), None)
    mine = next(one for one in taking if one.name == name)
    if twin is None or twin is mine:
        return tuple(Taking(name=line, dose=one.dose) if one is mine else one for one in taking)
    kept = Taking(name=twin.name, dose=twin.dose or mine.dose)
    return tuple(kept if one is twin else one for one in taking if one is not mine)


def form_choice() -> SegmentedChoice:
    """The forms of ketamine to choose from, none chosen."""
    return SegmentedChoice(
        "Form of ketamine", [(form, name.capitalize()) for form, name in FORMS.items()]
    )


def _form_field(answer: QWidget) -> Field:
    return Field(
        "Which form of ketamine are you talking about?",
        answer,
        "Skip this if ketamine is not a topic. Some medicines act very differently on ketamine "
        "that is swallowed.",
    )
