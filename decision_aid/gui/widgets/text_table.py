"""Texts in columns under heads; one below the other where the columns find no room."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from decision_aid.gui import safe
from decision_aid.gui.theme import dress_anew, worn
from decision_aid.gui.widgets.table_stack import Line, TableStack

_COLUMN_FROM: Final = 80
"""Least width of a column, on average, in pixels at a text size of 100 %: a word or two a line."""


class TextTable(QWidget):
    """A table of short texts that wrap; nothing in it can be pressed.

    In large print or a small window it is a list: each row says again what its texts are.

    Args:
        name: Its accessible name.
        heads: A title for each column.
        shares: How the width is shared between the columns.
    """

    def __init__(self, name: str, heads: Sequence[str], shares: Sequence[int]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._heads = tuple(heads)
        self._lines: list[Line] = []
        self._rows: list[int] = []
        self._columns = _Columns(heads, shares)
        self._stack: TableStack | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(self._columns)

    def add_row(self, texts: Sequence[str], role: str = "cell") -> None:
        """Add a text for each column, below what is there."""
        self._rows.append(len(self._lines))
        self._add(Line("row", texts, role))

    def write_row(self, row: int, texts: Sequence[str], role: str = "cell") -> None:
        """Put other texts in a row that is there, counted from 0 below the heads."""
        place, line = self._rows[row], Line("row", texts, role)
        self._lines[place] = line
        self._columns.write(place, line)
        if self._stack is not None:
            self._stack.write(place, line)

    def add_total(self, name: str, value: str) -> None:
        """Add what the rows above come to: its name at the left, its value in the last column."""
        self._add(Line("total", (name, value), "small_strong"))

    def add_note(self, text: str) -> None:
        """Add a text over the whole width, and a line below it."""
        self._add(Line("note", (text,), "small"))

    def minimumSizeHint(self) -> QSize:
        """No wider than the longest word: where its columns find no room, it is a list."""
        width = (
            self._columns.widest() if self._stack is None else self._stack.minimumSizeHint().width()
        )
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the columns find room."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """See it, too, when what stands in it is another, or larger."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fold()
        return done

    def _add(self, line: Line) -> None:
        self._lines.append(line)
        self._columns.add(line)
        if self._stack is not None:
            self._stack.add(line)

    def _fold(self) -> None:
        least = len(self._heads) * _COLUMN_FROM * worn(self).percent // 100
        fits = max(least, self._columns.minimumSizeHint().width()) <= self.width()
        if fits != self._columns.isHidden():
            return
        if self._stack is None:
            self._stack = TableStack(self._heads, self._lines)
            self._place.addWidget(self._stack)
        self._columns.setVisible(fits)
        self._stack.setHidden(fits)


class _Columns(QWidget):
    """The rows side by side under their heads."""

    def __init__(self, heads: Sequence[str], shares: Sequence[int]) -> None:
        super().__init__()
        self._labels: list[tuple[QLabel, ...]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._last = len(heads) - 1
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)
        self._heads = self._row(Line("row", heads, "small_strong"))

    def add(self, line: Line) -> None:
        self._labels.append(self._note(line) if line.kind == "note" else self._row(line))

    def write(self, place: int, line: Line) -> None:
        for label, text in zip(self._labels[place], line.texts, strict=True):
            label.setText(safe.breakable(text))
            if label.property("role") != line.role:
                label.setProperty("role", line.role)
                dress_anew(label)

    def widest(self) -> int:
        labels = (label for row in (self._heads, *self._labels) for label in row)
        return max(label.minimumSizeHint().width() for label in labels)

    def _row(self, line: Line) -> tuple[QLabel, ...]:
        place = self._grid.rowCount()
        row = tuple(safe.label(safe.breakable(text), line.role) for text in line.texts)
        columns = (0, self._last) if line.kind == "total" else range(len(row))
        for column, made in zip(columns, row, strict=True):
            made.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(made, place, column)
        return row

    def _note(self, line: Line) -> tuple[QLabel, ...]:
        made = safe.label(safe.breakable(line.texts[0]), line.role)
        row = self._grid.rowCount()
        self._grid.addWidget(made, row, 0, 1, self._last + 1)
        self._grid.addWidget(safe.rule(), row + 1, 0, 1, self._last + 1)
        return (made,)
