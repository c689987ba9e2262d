"""Sessions named on a card before something is done with all of them: every one can be read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from decision_aid.gui import safe
from decision_aid.gui.keeping.kept_rows import KeptRows
from decision_aid.gui.keeping.kept_words import short_name
from decision_aid.gui.widgets.bullets import Bullets

if TYPE_CHECKING:
    from decision_aid.store.api import Listed

MOST_AT_ONCE: Final = 8
"""More than these are a list that scrolls by itself, with the buttons still in sight."""


def named_sessions(sessions: "Sequence[Listed]") -> QWidget:
    """Their labels and last visits.

    Args:
        sessions: Which; at least one.
    """
    if len(sessions) <= MOST_AT_ONCE:
        return Bullets([safe.breakable(short_name(one)) for one in sessions])
    rows = KeptRows()
    rows.show_sessions(sessions, len(sessions))
    return rows
