"""Texts in columns under heads."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from decision_aid.gui import safe
from decision_aid.gui.theme import dress_anew


class TextTable(QWidget):
    """A table of short texts that wrap; nothing in it can be pressed.

    Args:
        name: Its accessible name.
        heads: A title for each column.
        shares: How the width is shared between the columns.
    """

    def __init__(self, name: str, heads: Sequence[str], shares: Sequence[int]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._columns = len(heads)
        self._rows: list[tuple[QLabel, ...]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)
        self.add_row(heads, "small_strong")

    def add_row(self, texts: Sequence[str], role: str = "cell") -> None:
        """Add a text for each column, below what is there."""
        place = self._grid.rowCount()
        row = tuple(safe.label(safe.breakable(text), role) for text in texts)
        for column, made in enumerate(row):
            made.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(made, place, column)
        self._rows.append(row)

    def write_row(self, row: int, texts: Sequence[str], role: str = "cell") -> None:
        """Put other texts in a row that is there, counted from 0 below the heads."""
        for label, text in zip(self._rows[row + 1], texts, strict=True):
            label.setText(safe.breakable(text))
            if label.property("role") != role:
                label.setProperty("role", role)
                dress_anew(label)

    def add_note(self, text: str) -> None:
        """Add a text over the whole width, and a line below it."""
        row = self._grid.rowCount()
        self._grid.addWidget(safe.label(safe.breakable(text), "small"), row, 0, 1, self._columns)
        self._grid.addWidget(safe.rule(), row + 1, 0, 1, self._columns)
