"""Free lines a person adds, edits and removes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from decision_aid.gui import safe


class TextList(QWidget):
    """Lines of text, each with a button that removes it, and an empty one to add to them.

    Args:
        name: What one line is: "Concern". Lines are named "Concern 1", "Concern 2", ...
        placeholder: An example, shown in the empty line.
        parent: Its parent.

    Attributes:
        changed: Emitted with the tuple of lines when the person adds, edits or removes one.
            Never by `present`.
    """

    changed = Signal(object)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._lines: tuple[str, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._new = safe.line_edit(f"New {name.lower()}", placeholder)
        add = safe.button("Add", name=f"Add {name.lower()}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._rows)
        column.addLayout(_side_by_side(self._new, add))
        # Also when the line is left: what was typed there would be missing on paper.
        self._new.editingFinished.connect(self._add)
        add.clicked.connect(self._add)

    def present(self, lines: Sequence[str]) -> None:
        """Show these lines. Emits nothing."""
        if tuple(lines) == self._lines and self._rows.count() == len(lines):
            return
        self._lines = tuple(lines)
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for place, line in enumerate(self._lines):
            self._rows.addWidget(self._row(place, line))

    def _row(self, place: int, line: str) -> QWidget:
        edit = safe.line_edit(f"{self._name} {place + 1}")
        safe.fill(edit, line)
        remove = safe.button("Remove", name=f"Remove {self._name.lower()} {place + 1}")
        edit.editingFinished.connect(lambda: self._edit(place, edit))
        remove.clicked.connect(lambda: self._replace(place))
        row = QWidget()
        row.setLayout(_side_by_side(edit, remove))
        return row

    def _add(self) -> None:
        text = self._new.text().strip()
        if text:
            self._new.clear()
            self.changed.emit((*self._lines, text))

    def _edit(self, place: int, edit: QLineEdit) -> None:
        text = edit.text().strip()
        if place < len(self._lines) and text != self._lines[place]:
            self._replace(place, *([text] if text else []))

    def _replace(self, place: int, *lines: str) -> None:
        self.changed.emit((*self._lines[:place], *lines, *self._lines[place + 1 :]))


def _side_by_side(edit: QLineEdit, button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(edit, stretch=1)
    row.addWidget(button)
    return row
