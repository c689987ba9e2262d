"""How the table of options is shown: which questions, which people first, words or pictures."""

from typing import Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _, pgettext
from decision_aid.gui import safe
from decision_aid.gui.pages.options_cell import Shown
from decision_aid.gui.pages.options_rows import Jumps
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import SegmentedChoice

Which = Literal["all", "mine"]
"""All questions, or those about what matters to the person."""

HOW: Final = N_("How to show it")
GO_TO: Final = N_("Go to")


class ViewControls(QWidget):
    """One line: which questions, and the rest folded behind a button.

    Attributes:
        questions: Which questions are shown.
        jumps: The ways to the groups of questions.
        chosen: Emitted with how numbers are to be shown, a `Shown`.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown = Shown()
        self.questions = _toggle(
            _("Questions"), ("all", _("All questions")), ("mine", _("Only what matters to me"))
        )
        self.jumps = Jumps()
        # Translators: which people are told of first: those who were helped, or those who were not.
        helped, others = pgettext("people", "Helped"), pgettext("people", "Not helped")
        people = _toggle(_("People"), ("helped", helped), ("not_helped", others))
        style = _toggle(_("Shown as"), ("words", _("Words")), ("pictures", _("Pictures")))
        people.chosen.connect(lambda value: self._show(Shown(value, self._shown.style)))
        style.chosen.connect(lambda value: self._show(Shown(self._shown.frame, value)))
        folded = Disclosure(_(HOW))
        folded.put_beside(self.questions, first=True)
        row = RowOrColumn(gap=16)
        for label, toggle in ((_("People first"), people), (_("Shown as"), style)):
            row.addWidget(_named(label, toggle))
        folded.body.addLayout(row)
        folded.body.addWidget(_named(_(GO_TO), self.jumps))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(folded)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self.chosen.emit(shown)


def _toggle(name: str, *choices: tuple[object, str]) -> SegmentedChoice:
    """A view of the same things; the first is shown at first."""
    toggle = SegmentedChoice(name, choices, can_unchoose=False)
    toggle.choose(choices[0][0])
    return toggle


def _named(name: str, control: QWidget) -> QWidget:
    """A control below what it is about."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(4)
    column.addWidget(safe.label(name, "small_strong"))
    column.addWidget(control)
    return made
