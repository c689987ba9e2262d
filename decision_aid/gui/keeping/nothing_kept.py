"""Earlier sessions where nothing is kept yet: what can be done instead."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPushButton

from decision_aid.gui import safe
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.requests import OpenSession
from decision_aid.gui.widgets.field import Field

if TYPE_CHECKING:
    from decision_aid.gui.window import Window

TITLE: Final = "Earlier sessions"
NOTHING: Final = "Nothing is kept on this computer."
SET_UP: Final = "Set up keeping sessions …"
WHAT_IT_IS: Final = "Then you can keep a session, sealed with a passphrase. It takes two screens."
FILE: Final = "Open a session file …"
WHAT_A_FILE_IS: Final = "A session someone saved as a file that anyone can read."


class NothingKept(Overlay):
    """Made anew whenever it is opened, and gone when it is shut.

    Args:
        window: What it covers.
        set_up: Opens what sets up keeping.
    """

    def __init__(self, window: "Window", set_up: Callable[[], None]) -> None:
        super().__init__(window, TITLE)
        self._over = window
        begin, file = safe.button(SET_UP), safe.button(FILE)
        begin.clicked.connect(lambda: self._go_on(set_up))
        file.clicked.connect(lambda: self._go_on(lambda: window.asked.emit(OpenSession())))
        self.card.add(
            safe.label(NOTHING, "strong"),
            Field("Keep sessions from now on", begin, WHAT_IT_IS),
            Field("From a file", file, WHAT_A_FILE_IS),
            self._close(),
        )

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def _close(self) -> QPushButton:
        made = safe.button("Close", name=f"Close: {TITLE}")
        made.clicked.connect(self.shut)
        return made

    def _go_on(self, then: Callable[[], None]) -> None:
        self.shut()
        then()
