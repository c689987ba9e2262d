"""Which rows of the table of options stand together, and what stands above and beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import _
from decision_aid.domain.options import Question
from decision_aid.gui import safe
from decision_aid.gui.widgets.flow import Flow


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
        self._buttons: dict[QWidget, QWidget] = {}

    def fill(self, groups: Sequence[tuple[str, QWidget]]) -> None:
        """Offer these groups, in place of those before."""
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {above: self._button(title, above) for title, above in groups}

    def follow(self) -> None:
        """Offer only groups that are shown now."""
        for above, button in self._buttons.items():
            button.setVisible(not above.isHidden())

    def _button(self, title: str, above: QWidget) -> QWidget:
        made = safe.button(title, "small", name=_("Jump to: {title}").format(title=title))
        made.clicked.connect(lambda: self.wanted.emit(above))
        self._flow.addWidget(made)
        return made


def band(title: str) -> QWidget:
    """A heading above rows."""
    made = QWidget()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(10, 8, 8, 6)
    inside.addWidget(safe.label(title, "subheading"))
    return made


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
