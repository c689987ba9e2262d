"""The buttons that end a card, in the one order that all cards have; see `Overlay`."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from decision_aid.gui.widgets.row_or_column import RowOrColumn


def end_buttons(*buttons: QPushButton, beside: QWidget | None = None) -> RowOrColumn:
    """Side by side at the right, or below each other where that is too wide.

    Args:
        buttons: They, the primary one last.
        beside: Another way out, at the other end.
    """
    made = RowOrColumn(gap=12, grow_first=True)
    before = QWidget()
    before.setProperty("role", "clear")
    if beside is not None:
        start = QHBoxLayout(before)
        start.setContentsMargins(0, 0, 0, 0)
        start.addWidget(beside)
        start.addStretch(1)
    for one in (before, *buttons):
        made.addWidget(one)
    return made
