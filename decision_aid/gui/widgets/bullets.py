"""Sentences in a list, each with a dot before it; lines that follow start below the words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from decision_aid.gui import safe


class Bullets(QWidget):
    """A list of sentences.

    Args:
        sentences: What it lists.
        role: How each looks; see `safe.label`.
    """

    def __init__(self, sentences: Sequence[str] = (), role: str = "body") -> None:
        super().__init__()
        self._role = role
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.say(sentences)

    def say(self, sentences: Sequence[str]) -> None:
        """List other sentences; a single one needs no dot. Rows there are used again."""
        while len(self._rows) < len(sentences):
            self._add()
        for place, (dot, label) in enumerate(self._rows):
            dot.setVisible(place < len(sentences) > 1)
            label.setVisible(place < len(sentences))
            text = safe.breakable(sentences[place]) if place < len(sentences) else ""
            if label.text() != text:  # laying it out anew takes time
                label.setText(text)

    def _add(self) -> None:
        dot, label = safe.label("•", self._role), safe.label("", self._role)
        self._grid.addWidget(dot, len(self._rows), 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, len(self._rows), 1)
        self._rows.append((dot, label))
