"""Short labels with what is told of each, beside them or below where there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.gui import safe
from decision_aid.gui.widgets.row_or_column import RowOrColumn


class FactRows(QWidget):
    """Rows of a label and a text.

    Args:
        rows: (label, text), one below the other.
    """

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for label, text in rows:
            row = RowOrColumn(gap=16, shares=(1, 3), row_from=520)
            row.stack_by(0)
            for said, role in ((label, "small_strong"), (text, "cell")):
                made = safe.label(said, role)
                made.setAlignment(Qt.AlignmentFlag.AlignTop)
                row.addWidget(made)
            column.addLayout(row)
