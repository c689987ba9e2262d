"""Sentences in a list, each with a dot before it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from decision_aid.gui import safe


class Bullets(QWidget):
    """A list of sentences.

    Args:
        sentences: What it lists.
        role: How each looks; see `safe.label`.
    """

    def __init__(self, sentences: Sequence[str], role: str = "body") -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, sentence in enumerate(sentences):
            grid.addWidget(safe.label("•", role), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(safe.label(sentence, role), row, 1)
