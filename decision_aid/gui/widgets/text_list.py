"""Free lines a person adds, edits and removes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import _
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.gui.widgets.reading_order import tab_in_reading_order
from decision_aid.gui.widgets.row_or_column import beside


@dataclass(frozen=True)
class LineNames:
    """What screen readers call the lines of a list and its buttons.

    Attributes:
        line: A line, with a place for its number: "Concern {number}".
        new: The empty line: "New concern".
        add: What adds it: "Add concern".
        remove: What removes a line, with a place for its number: "Remove concern {number}".
    """

    line: str
    new: str
    add: str
    remove: str


class TextList(QWidget):
    """Lines of text, each with a button that removes it, and an empty one to add to them.

    Args:
        names: What the lines and buttons are called.
        placeholder: An example, shown in the empty line.
        parent: Its parent.

    Attributes:
        changed: Emitted with the tuple of lines when the person adds, edits or removes one.
            Never by `present`.
    """

    changed = Signal(object)

    def __init__(
        self, names: LineNames, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._lines: tuple[str, ...] = ()
        self._rows = KeyedList[int, _Line](self._row)
        self._rows.hide()
        self._new = GrowingEdit(names.new, placeholder)
        add = safe.button(_("Add"), name=names.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._rows)
        column.addLayout(beside(self._new, add))
        # Also when the line is left: what was typed there would be missing on paper.
        self._new.finished.connect(self._add)
        add.clicked.connect(self._add)

    def present(self, lines: Sequence[str]) -> None:
        """Show these lines, each in the row of its place. Emits nothing."""
        more = len(lines) != len(self._lines)
        self._lines = tuple(lines)
        for row, line in zip(self._rows.show_keys(range(len(lines))), lines, strict=True):
            row.present(line)
        self._rows.setVisible(bool(lines))
        if more:
            tab_in_reading_order(self)

    def _row(self, place: int) -> "_Line":
        number = number_words(place + 1)
        return _Line(
            self._names.line.format(number=number),
            self._names.remove.format(number=number),
            lambda text: self._edit(place, text),
            lambda: self._remove(place),
        )

    def _add(self) -> None:
        text = self._new.text().strip()
        if text:
            self._new.clear()
            self.changed.emit((*self._lines, text))

    def _edit(self, place: int, text: str) -> None:
        if place < len(self._lines) and text != self._lines[place]:
            self._replace(place, *([text] if text else []))

    def _remove(self, place: int) -> None:
        # In its row stands the next line then: pressed once more, its button would remove that.
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)
        self._replace(place)

    def _replace(self, place: int, *lines: str) -> None:
        self.changed.emit((*self._lines[:place], *lines, *self._lines[place + 1 :]))


class _Line(QWidget):
    """One line; it stays while there is one at its place, whatever that says.

    Args:
        name: What it is called.
        button: What its button is called.
        write: Called with what was written.
        remove: Called when it is to be removed.
    """

    def __init__(
        self, name: str, button: str, write: Callable[[str], None], remove: Callable[[], None]
    ) -> None:
        super().__init__()
        self._write = write
        self._line = GrowingEdit(name)
        self._line.finished.connect(self._keep)
        removes = safe.button(_("Remove"), name=button)
        removes.clicked.connect(remove)
        self.setLayout(beside(self._line, removes))

    def present(self, text: str) -> None:
        """Show a text, unless the line is being written in."""
        if not (self._line.hasFocus() and self._line.document().isModified()):
            self._line.fill(text)

    def _keep(self) -> None:
        self._line.document().setModified(False)
        self._write(self._line.text().strip())
