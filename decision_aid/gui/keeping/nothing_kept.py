"""Earlier sessions where nothing is kept yet: what can be done instead."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.keeping.ways import way
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.requests import OpenSession

if TYPE_CHECKING:
    from decision_aid.gui.window import Window

TITLE: Final = N_("Earlier sessions")
NOTHING: Final = N_("Nothing is kept on this computer.")
SET_UP: Final = N_("Set up keeping sessions…")
WHAT_IT_IS: Final = N_(
    "You can set up a place where sessions are kept, sealed. It takes two screens."
)
FILE: Final = N_("Open a session file…")
WHAT_A_FILE_IS: Final = N_(
    "You can open a session that was saved as a plain file. A sealed file (.ddxs) can be taken in "
    "once keeping is set up."
)


class NothingKept(Overlay):
    """Made anew whenever it is opened, and gone when it is shut.

    Args:
        window: What it covers.
        set_up: Opens what sets up keeping.
    """

    def __init__(self, window: "Window", set_up: Callable[[], None]) -> None:
        super().__init__(window, _(TITLE))
        self._over = window
        self.card.add(
            safe.label(_(NOTHING), "strong"),
            way(_(SET_UP), _(WHAT_IT_IS), lambda: self._go_on(set_up)),
            way(_(FILE), _(WHAT_A_FILE_IS), lambda: self._go_on(self._open_file)),
        )
        self.card.body.addWidget(self._close(), alignment=Qt.AlignmentFlag.AlignRight)

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def _close(self) -> QPushButton:
        made = safe.button(_("Close"), "primary", name=_("Close: {title}").format(title=_(TITLE)))
        made.clicked.connect(self.shut)
        return made

    def _open_file(self) -> None:
        self._over.asked.emit(OpenSession())

    def _go_on(self, then: Callable[[], None]) -> None:
        self.shut()
        then()
