"""Which rows of the table of options stand together, and what stands above and beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain.journey import LetteredOption
from decision_aid.domain.options import Question
from decision_aid.gui import safe
from decision_aid.gui.widgets.flow import Flow
from decision_aid.gui.widgets.side_by_side import Band


class Jumps(QWidget):
    """A button for every group of rows that is shown.

    Attributes:
        wanted: Emitted with the band above the group whose button was pressed.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(gap=8)
        self.setLayout(self._flow)
        self._buttons: dict[Band, QWidget] = {}

    def fill(self, groups: Sequence[tuple[str, Band]]) -> None:
        """Offer these groups, in place of those before."""
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {above: self._button(title, above) for title, above in groups}

    def follow(self) -> None:
        """Offer only groups that are shown now."""
        for above, button in self._buttons.items():
            button.setVisible(not above.title.isHidden())

    def _button(self, title: str, above: Band) -> QWidget:
        made = safe.button(title, "small", name=f"Jump to: {title}")
        made.clicked.connect(lambda: self.wanted.emit(above))
        self._flow.addWidget(made)
        return made


def band(title: str, options: Sequence[LetteredOption]) -> Band:
    """A heading above rows, with the letters and short names of the options."""
    names = tuple(_inset(f"{one.letter}  {one.option.short}", "small", 8) for one in options)
    return Band(_inset(title, "subheading", 10), names)


def question_head(question: Question) -> QWidget:
    """The question at the left of its row, and what must be said of all its numbers."""
    made = QWidget()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(10, 10, 8, 10)
    inside.addWidget(safe.label(question.text, "small_strong"))
    if question.caution:
        inside.addWidget(safe.label(question.caution, "small"))
    inside.addStretch()
    return made


def _inset(text: str, role: str, left: int) -> QWidget:
    made = QWidget()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(left, 8, 8, 6)
    inside.addStretch()
    inside.addWidget(safe.label(text, role))
    return made
