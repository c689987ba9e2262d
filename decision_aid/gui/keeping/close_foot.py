"""The way out of a card with much to read, in sight below it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from decision_aid.gui import safe


def close_foot(title: str, shut: Callable[[], None], role: str = "primary") -> QFrame:
    """A strip with "Close".

    Args:
        title: The card's heading, for the button's accessible name.
        shut: What it does.
        role: How it looks; "secondary" where the card has a primary button of its own.
    """
    made = QFrame()
    made.setProperty("role", "bottom_bar")
    close = safe.button("Close", role, name=f"Close: {title}")
    close.clicked.connect(shut)
    row = QHBoxLayout(made)
    row.setContentsMargins(20, 12, 20, 12)
    row.addStretch(1)
    row.addWidget(close)
    return made
