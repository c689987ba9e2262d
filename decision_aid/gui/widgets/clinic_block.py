"""A clinic's own words, set apart from what the pack says."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from decision_aid.gui import safe
from decision_aid.gui.widgets.row_or_column import RowOrColumn


class ClinicBlock(QFrame):
    """A framed block with a heading, rows, and whose they are.

    Args:
        title: Its heading.
        rows: (label, text), one below the other.
        whose: The line at its foot: which clinic, as of which day.
    """

    def __init__(self, title: str, rows: Iterable[tuple[str, str]], whose: str) -> None:
        super().__init__()
        self.setProperty("role", "clinic")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        column.addWidget(safe.label(title, "small_strong"))
        for label, text in rows:
            row = RowOrColumn(gap=12, shares=(1, 5), row_from=420)
            row.addWidget(safe.label(label, "small_strong"))
            row.addWidget(safe.label(text, "cell"))
            column.addLayout(row)
        column.addWidget(safe.label(whose, "small"))
