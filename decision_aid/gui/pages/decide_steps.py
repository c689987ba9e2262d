"""What happens next: what, who, by when, in rows that can be added to and taken out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from decision_aid.domain.session import NextStep
from decision_aid.gui import safe

Field = Literal["what", "who", "by"]
FIELDS: tuple[tuple[Field, str, str], ...] = (
    ("what", "what", "What"),
    ("who", "who", "Who"),
    ("by", "by when", "By when"),
)


class NextSteps(QWidget):
    """A few fields for each step, and empty ones to add a step.

    Attributes:
        changed: Emitted with the tuple of steps when the person adds, edits or removes one.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[NextStep, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._new = {field: _edit("New next step", *words) for field, *words in FIELDS}
        add = safe.button("Add", name="Add next step")
        add.clicked.connect(self._add)
        for edit in self._new.values():
            edit.returnPressed.connect(self._add)
            edit.editingFinished.connect(self._add_when_left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._rows)
        column.addWidget(_row(self._new, add))

    def present(self, steps: Sequence[NextStep]) -> None:
        """Show these steps. Emits nothing."""
        if tuple(steps) == self._steps and self._rows.count() == len(steps):
            return
        self._steps = tuple(steps)
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for place, step in enumerate(self._steps):
            self._rows.addWidget(self._step_row(place, step))

    def _step_row(self, place: int, step: NextStep) -> QWidget:
        edits = {field: _edit(f"Next step {place + 1}", *words) for field, *words in FIELDS}
        for field, edit in edits.items():
            safe.fill(edit, str(getattr(step, field)))
            edit.editingFinished.connect(
                lambda field=field, edit=edit: self._write(place, field, edit.text().strip())
            )
        remove = safe.button("Remove", name=f"Remove next step {place + 1}")
        remove.clicked.connect(lambda: self._put(place))
        return _row(edits, remove)

    def _add(self) -> None:
        step = NextStep(**{field: edit.text().strip() for field, edit in self._new.items()})
        if step.what:
            for edit in self._new.values():
                edit.clear()
            self.changed.emit((*self._steps, step))

    def _add_when_left(self) -> None:
        """A step typed and forgotten in the empty fields would be missing on paper."""
        if QApplication.focusWidget() not in self._new.values():
            self._add()

    def _write(self, place: int, field: Field, text: str) -> None:
        if place < len(self._steps) and getattr(self._steps[place], field) != text:
            changed = replace(self._steps[place], **{field: text})
            # Emptying what is done takes no one's name away with it; only an empty row goes.
            self._put(place, *([changed] if changed != NextStep(what="") else []))

    def _put(self, place: int, *steps: NextStep) -> None:
        self.changed.emit((*self._steps[:place], *steps, *self._steps[place + 1 :]))


def _edit(whose: str, name: str, placeholder: str) -> QLineEdit:
    return safe.line_edit(f"{whose}, {name}", placeholder)


def _row(edits: dict[Field, QLineEdit], button: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    second = QHBoxLayout()
    second.setSpacing(8)
    second.addWidget(edits["who"], 1)
    second.addWidget(edits["by"], 1)
    second.addWidget(button)
    column.addWidget(edits["what"])
    column.addLayout(second)
    return made
