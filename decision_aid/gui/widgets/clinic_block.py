"""A clinic's own words, set apart from what the pack says."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from decision_aid.gui import safe
from decision_aid.gui.widgets.row_or_column import RowOrColumn


class ClinicBlock(QFrame):
    """A framed block with a heading, rows, and whose they are; hidden until it has a row to show.

    Args:
        title: Its heading.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "clinic")
        self.setAccessibleName(title)
        self._said: object = ((), "")
        self._rows: QWidget | None = None
        self._whose = safe.label("", "small")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 12)
        self._column.setSpacing(6)
        self._column.addWidget(safe.label(title, "small_strong"))
        self._column.addWidget(self._whose)
        self.hide()

    def say(self, rows: tuple[tuple[str, str], ...], whose: str) -> None:
        """Show these rows and no others.

        Args:
            rows: (label, text), one below the other; none hides the block.
            whose: The line at its foot: which clinic, as of which day.
        """
        if (rows, whose) == self._said:
            return
        self._said = (rows, whose)
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = _in_rows(rows)
        self._column.insertWidget(1, self._rows)
        self._whose.setText(whose)
        self.setVisible(bool(rows))


def _in_rows(rows: tuple[tuple[str, str], ...]) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for label, text in rows:
        row = RowOrColumn(gap=8, shares=(1, 4), row_from=440)
        for said, role in ((label, "small_strong"), (text, "cell")):
            shown = safe.label(said, role)
            shown.setAlignment(Qt.AlignmentFlag.AlignTop)
            row.addWidget(shown)
        column.addLayout(row)
    return made
