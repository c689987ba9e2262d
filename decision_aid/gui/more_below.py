"""A line at the foot of a card that says there is more of it below what is seen."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollBar, QVBoxLayout

from decision_aid.base.language import N_, _
from decision_aid.gui import safe

_MORE: Final = N_("There is more below: scroll down.")


class MoreBelow(QFrame):
    """Seen until the end of a card is; in large print its buttons may lie far below.

    Args:
        bar: What the card is scrolled by.
    """

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__()
        self.setProperty("role", "bottom_bar")
        self._bar = bar
        told = safe.label(_(_MORE), "small_strong")
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 6)
        column.addWidget(told)
        self.hide()
        bar.rangeChanged.connect(self._tell)
        bar.valueChanged.connect(self._tell)

    def _tell(self) -> None:
        self.setVisible(self._bar.value() < self._bar.maximum())
