"""The lines of a table, and what they look like where its columns find no room side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from decision_aid.base.language import _
from decision_aid.gui import safe
from decision_aid.gui.theme import dress_anew

_BETWEEN: Final = 8
"""Distance between two rows, in pixels."""


@dataclass(frozen=True)
class Line:
    """A line of a table.

    Attributes:
        kind: A row has a text for each column, a total its name and its value, a note one text.
        texts: Its texts.
        role: How a row's texts look.
    """

    kind: Literal["row", "total", "note"]
    texts: Sequence[str]
    role: str


class TableStack(QWidget):
    """Every row as a heading, its first text, and a line for each of the others with its head.

    The first column's head stands at the top: it says what the rows are.

    Args:
        heads: A title for each column.
        lines: What is in it already.
    """

    def __init__(self, heads: Sequence[str], lines: Sequence[Line]) -> None:
        super().__init__()
        self._heads = tuple(heads)
        self._labels: list[tuple[QLabel, ...]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 8)
        self._column.setSpacing(2)
        self._column.addWidget(safe.label(heads[0], "small"))
        for line in lines:
            self.add(line)

    def add(self, line: Line) -> None:
        """Add a line below what is there."""
        if line.kind != "note":
            self._column.addSpacing(_BETWEEN)
        labels = tuple(safe.label() for _text in line.texts)
        for label in labels:
            self._column.addWidget(label)
        if line.kind == "note":
            self._column.addWidget(safe.rule())
        self._labels.append(labels)
        self.write(len(self._labels) - 1, line)

    def write(self, place: int, line: Line) -> None:
        """Put other texts in a line that is there, counted from 0."""
        roles = [line.role if line.kind == "note" else "small_strong", line.role]
        for at, (label, text) in enumerate(zip(self._labels[place], line.texts, strict=True)):
            has_head = at > 0 and line.kind == "row"
            _write(label, _under(self._heads[at], text) if has_head else text, roles[min(at, 1)])


def _under(head: str, text: str) -> str:
    if not text or not head:
        return text
    # Translators: a line of a table in large print: a column's title, and what stands in it.
    return _("{column}: {text}").format(column=head, text=text)


def _write(label: QLabel, text: str, role: str) -> None:
    label.setText(safe.breakable(text))
    label.setHidden(not text)
    if label.property("role") != role:
        label.setProperty("role", role)
        dress_anew(label)
