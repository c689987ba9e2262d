"""What can be done with one kept session beside opening it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.keeping.deleting import delete_sessions
from decision_aid.gui.keeping.kept_words import days_of, name_of
from decision_aid.gui.keeping.moving import export_sealed
from decision_aid.gui.keeping.plain_file import export_plain
from decision_aid.gui.keeping.ways import way
from decision_aid.gui.overlay import Overlay

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import Listed

TITLE: Final = N_("More for this session")
SEALED: Final = N_("Save as a sealed file…")
SEALED_IS: Final = N_("To carry it to another computer. The file has a passphrase of its own.")
PLAIN: Final = N_("Save as a plain file…")
PLAIN_IS: Final = N_("Anyone who has the file can read it.")
DELETE: Final = N_("Delete…")
DELETE_IS: Final = N_("Its key is erased, so that nobody can read it here again.")


class OneSession(Overlay):
    """Made anew whenever it is opened, and gone when it is shut.

    Args:
        window: What it covers.
        keeping: The kept sessions, open.
        one: Which.
        tell: Says how it went; "" where nothing was done.
    """

    def __init__(
        self, window: "Window", keeping: "Keeping", one: "Listed", tell: Callable[[str], None]
    ) -> None:
        super().__init__(window, _(TITLE))
        close = safe.button(_("Close"), "primary", name=_("Close: {title}").format(title=_(TITLE)))
        close.clicked.connect(self.shut)
        self.card.add(
            safe.label(safe.breakable(name_of(one)), "strong"),
            safe.label(safe.breakable(days_of(one)), "small"),
            self._way(_(SEALED), _(SEALED_IS), lambda: export_sealed(window, keeping, one, tell)),
            self._way(_(PLAIN), _(PLAIN_IS), lambda: export_plain(window, keeping, one, tell)),
            self._way(
                _(DELETE), _(DELETE_IS), lambda: delete_sessions(window, keeping, (one,), tell)
            ),
        )
        self.card.body.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def _way(self, text: str, note: str, act: Callable[[], None]) -> QWidget:
        return way(text, note, lambda: self._go_on(act))

    def _go_on(self, act: Callable[[], None]) -> None:
        self.shut()
        act()
