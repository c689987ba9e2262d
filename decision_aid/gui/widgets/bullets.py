"""Sentences in a list, each with a dot before it; lines that follow start below the words."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from decision_aid.gui import safe

_DOT: Final = "•"
_GAP: Final = 8
"""Pixels between a dot and the words."""


class Bullets(QWidget):
    """A list of sentences. The dots are drawn beside them, so no screen reader reads them out.

    Args:
        sentences: What it lists.
        role: How each looks; see `safe.label`.
    """

    def __init__(self, sentences: Sequence[str] = (), role: str = "body") -> None:
        super().__init__()
        self._role = role
        self._rows: list[QLabel] = []
        self._dotted = False
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.say(sentences)

    def say(self, sentences: Sequence[str]) -> None:
        """List other sentences; a single one needs no dot. Rows there are used again."""
        while len(self._rows) < len(sentences):
            label = safe.label("", self._role)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._rows.append(label)
            self._column.addWidget(label)
        self._dotted = len(sentences) > 1
        self._keep_room()
        for place, label in enumerate(self._rows):
            label.setVisible(place < len(sentences))
            text = safe.breakable(sentences[place]) if place < len(sentences) else ""
            if label.text() != text:  # laying it out anew takes time
                label.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for dots of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots, each on the first line of its sentence."""
        super().paintEvent(event)
        if not self._dotted:
            return
        painter = QPainter(self)
        for label in filter(QWidget.isVisible, self._rows):
            painter.setFont(label.font())
            painter.setPen(label.palette().windowText().color())
            first_line = label.contentsRect().top() + label.fontMetrics().ascent()
            painter.drawText(label.pos() + QPoint(-self._room(), first_line), _DOT)
        painter.end()

    def _keep_room(self) -> None:
        self._column.setContentsMargins(self._room() if self._dotted else 0, 0, 0, 0)

    def _room(self) -> int:
        """Width of a dot and its gap, in pixels."""
        row = self._rows[0]
        row.ensurePolished()
        return row.fontMetrics().horizontalAdvance(_DOT) + _GAP
