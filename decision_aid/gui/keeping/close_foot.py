"""Buttons of a card with much to read, in sight below it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from decision_aid.base.language import _
from decision_aid.gui import safe


def close_foot(title: str, shut: Callable[[], None], role: str = "primary") -> QFrame:
    """A strip with "Close".

    Args:
        title: The card's heading, for the button's accessible name.
        shut: What it does.
        role: How it looks; "secondary" where the card has a primary button of its own.
    """
    close = safe.button(_("Close"), role, name=_("Close: {title}").format(title=title))
    close.clicked.connect(shut)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(close)
    return foot_of(row)


def foot_of(row: QHBoxLayout) -> QFrame:
    """A strip with buttons.

    Args:
        row: They.
    """
    made = QFrame()
    made.setProperty("role", "bottom_bar")
    row.setContentsMargins(20, 12, 20, 12)
    made.setLayout(row)
    return made
