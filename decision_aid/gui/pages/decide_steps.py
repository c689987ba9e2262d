"""What happens next: what, who, by when, in rows that can be added to and taken out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import number_words
from decision_aid.domain.session import NextStep
from decision_aid.gui import safe
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.gui.widgets.reading_order import tab_in_reading_order
from decision_aid.gui.widgets.row_or_column import RowOrColumn

Field = Literal["what", "who", "by"]
# Translators: of a next step: what is to be done, who does it, and by when.
FIELDS: Final[dict[Field, str]] = {"what": N_("What"), "who": N_("Who"), "by": N_("By when")}
"""What stands in each field of a step while it is empty."""
_NEW: Final[dict[Field, str]] = {
    "what": N_("New next step, what"),
    "who": N_("New next step, who"),
    "by": N_("New next step, by when"),
}
_OLD: Final[dict[Field, str]] = {
    "what": N_("Next step {number}, what"),
    "who": N_("Next step {number}, who"),
    "by": N_("Next step {number}, by when"),
}


_ROW_FROM: Final = 210
"""Least width for two fields with a button beside them, in pixels at a text size of 100 %."""


class NextSteps(QWidget):
    """A few fields for each step, and empty ones to add a step.

    Attributes:
        changed: Emitted with the tuple of steps when the person adds, edits or removes one.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[NextStep, ...] = ()
        self._rows = KeyedList[int, _StepRow](self._row, gap=12)
        self._rows.hide()
        self._new = {one: GrowingEdit(_(_NEW[one]), _(words)) for one, words in FIELDS.items()}
        add = safe.button(_("Add"), name=_("Add next step"))
        add.clicked.connect(self._add)
        for edit in self._new.values():
            edit.entered.connect(self._add)
            edit.finished.connect(self._add_when_left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._rows)
        column.addLayout(_fields(self._new, add))

    def present(self, steps: Sequence[NextStep]) -> None:
        """Show these steps, each in the row of its place. Emits nothing."""
        more = len(steps) != len(self._steps)
        self._steps = tuple(steps)
        for row, step in zip(self._rows.show_keys(range(len(steps))), steps, strict=True):
            row.present(step)
        self._rows.setVisible(bool(steps))
        if more:
            tab_in_reading_order(self)

    def _row(self, place: int) -> "_StepRow":
        return _StepRow(
            number_words(place + 1),
            lambda field, text: self._write(place, field, text),
            lambda: self._remove(place),
        )

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

    def _remove(self, place: int) -> None:
        # In its row stands the next step then: pressed once more, its button would remove that.
        self._new["what"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._put(place)

    def _put(self, place: int, *steps: NextStep) -> None:
        self.changed.emit((*self._steps[:place], *steps, *self._steps[place + 1 :]))


class _StepRow(QWidget):
    """One step; it stays while there is a step at its place, whatever that says.

    Args:
        number: Its place, from 1.
        write: Called with a field and what was written there.
        remove: Called when it is to be removed.
    """

    def __init__(
        self, number: str, write: Callable[[Field, str], None], remove: Callable[[], None]
    ) -> None:
        super().__init__()
        self._write = write
        self._edits = {
            one: GrowingEdit(_(_OLD[one]).format(number=number), _(words))
            for one, words in FIELDS.items()
        }
        for field in self._edits:
            self._edits[field].finished.connect(lambda field=field: self._keep(field))
        name = _("Remove next step {number}").format(number=number)
        button = safe.button(_("Remove"), name=name)
        button.clicked.connect(remove)
        self.setLayout(_fields(self._edits, button))

    def present(self, step: NextStep) -> None:
        """Show a step, but where it is being written."""
        for field, edit in self._edits.items():
            if not (edit.hasFocus() and edit.document().isModified()):
                edit.fill(str(getattr(step, field)))

    def _keep(self, field: Field) -> None:
        self._edits[field].document().setModified(False)
        self._write(field, self._edits[field].text().strip())


def _fields(edits: dict[Field, GrowingEdit], button: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    both = QWidget()
    pair = QHBoxLayout(both)
    pair.setContentsMargins(0, 0, 0, 0)
    pair.setSpacing(8)
    top = Qt.AlignmentFlag.AlignTop
    pair.addWidget(edits["who"], 1, top)
    pair.addWidget(edits["by"], 1, top)
    second = RowOrColumn(gap=8, grow_first=True, row_from=_ROW_FROM)
    second.keep_first(_ROW_FROM)
    second.addWidget(both)
    second.addWidget(button)
    second.setAlignment(button, top)
    column.addWidget(edits["what"])
    column.addLayout(second)
    return column
