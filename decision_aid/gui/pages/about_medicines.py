"""Medicines and substances now: typed by generic or brand name, shown with their classes."""

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from decision_aid.domain.named import find
from decision_aid.domain.pack import Pack
from decision_aid.domain.medicines import known_medicines
from decision_aid.domain.session import Taking
from decision_aid.gui import safe
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.chip import Chip
from decision_aid.gui.widgets.flow import Flow
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace.changes.about import SetTaking
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

UNKNOWN = "Ask a pharmacist"
"""On a name the pack does not know, which is kept as typed."""


class MedicinesCard(Card):
    """What is taken now."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Medicines and substances now")
        self._workspace = workspace
        pack = workspace.snapshot.pack
        self._rows = KeyedList[str, TakingRow](lambda name: TakingRow(pack, name, self._edit))
        self._name = medicine_line("Add a medicine", pack)
        add = safe.button("Add", name="Add this medicine")
        row = RowOrColumn(gap=8, grow_first=True, row_from=320)
        row.addWidget(self._name)
        row.addWidget(add)
        self.add(
            safe.label(
                "Also over-the-counter ones, herbs, alcohol and drugs. Type a brand or generic "
                "name.",
                "small",
            ),
            row,
            self._rows,
        )
        # Also when the line is left: a name typed and forgotten there would never be checked.
        self._name.editingFinished.connect(self._add)
        add.clicked.connect(self._add)

    def present(self, snapshot: Snapshot) -> None:
        """Show the list."""
        taking = snapshot.session.about.taking
        rows = self._rows.show_keys([one.name for one in taking])
        for row, one in zip(rows, taking, strict=True):
            row.present(one)

    @property
    def _taking(self) -> tuple[Taking, ...]:
        return self._workspace.snapshot.session.about.taking

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


class TakingRow(QWidget):
    """One medicine: its name, its classes, its dose, and a button that takes it off the list.

    Args:
        pack: Where its classes are from.
        name: As typed.
        edit: Called with the name and its dose, or None to take it off.
    """

    def __init__(self, pack: Pack, name: str, edit: Callable[[str, str | None], None]) -> None:
        super().__init__()
        self._dose = safe.line_edit(f"Dose of {name}", "Dose, if you know it")
        remove = safe.button("Remove", name=f"Remove {name}")
        self._dose.textEdited.connect(lambda dose: edit(name, dose))
        remove.clicked.connect(lambda: edit(name, None))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(safe.label(name, "strong"))
        column.addLayout(_class_chips(pack, name))
        ends = RowOrColumn(gap=8, grow_first=True, row_from=240)
        ends.addWidget(self._dose)
        ends.addWidget(remove)
        right = QWidget()
        right.setLayout(ends)
        row = RowOrColumn(gap=16, shares=(1, 1), row_from=600)
        row.addWidget(words)
        row.addWidget(right)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(safe.rule())
        frame.addLayout(row)

    def present(self, taking: Taking) -> None:
        """Show the dose."""
        safe.fill(self._dose, taking.dose)


def medicine_line(name: str, pack: Pack) -> QLineEdit:
    """A line to type a medicine in, completed by generic and brand names from their beginning."""
    made = safe.line_edit(name, "For example: sertraline")
    names = sorted(
        {one for medicine in pack.medicines for one in (medicine.id, *medicine.brands)},
        key=str.casefold,
    )
    completer = QCompleter(made)
    completer.setModel(QStringListModel(names, completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setMaxVisibleItems(6)
    made.setCompleter(completer)
    return made


def _class_chips(pack: Pack, name: str) -> Flow:
    made = Flow()
    medicines = known_medicines(pack, name)
    if not medicines:
        made.addWidget(Chip(UNKNOWN, "caution"))
    for medicine in medicines:
        if medicine.id.casefold() != name.strip().casefold():
            made.addWidget(Chip(medicine.id))
    for one in dict.fromkeys(one for medicine in medicines for one in medicine.classes):
        made.addWidget(Chip(find(pack.medicine_classes, one).name))
    return made
