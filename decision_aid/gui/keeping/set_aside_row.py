"""The damaged files that were set aside: how many there are, and how to be rid of them."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.keeping.asking_passphrase import ask_passphrase
from decision_aid.gui.keeping.purging import ASIDE, purge

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window

DELETE: Final = N_("Delete the damaged files…")
YES: Final = N_("Delete the damaged files")
TITLE: Final = N_("Delete the damaged files that were set aside?")
WHY: Final = N_(
    "Sessions deleted before, and passphrases that were changed or removed, are then gone from "
    "these files, too. What could not be put back from them is gone for good. Neither the list of "
    "sessions nor the back-ups are touched."
)
REACHED: Final = N_(
    "Deleting sessions or back-ups reaches what was set aside only where you choose that, too."
)


class SetAside(QWidget):
    """Says how many there are, with a button that deletes them; not seen where there is none.

    Args:
        window: What its card covers.
        keeping: The kept sessions; they are unlocked.

    Attributes:
        changed: Emitted with a sentence when they were deleted.
    """

    changed = Signal(str)

    def __init__(self, window: "Window", keeping: "Keeping") -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._window, self._keeping = window, keeping
        self._words = safe.label()
        delete = safe.button(_(DELETE))
        delete.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(delete, alignment=Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_count(self, count: int) -> None:
        """Show how many there are."""
        self._words.setText(count_words(count))
        self.setVisible(count > 0)

    def _ask(self) -> None:
        ask_passphrase(self._window, self._keeping, _(TITLE), _(WHY), self._purge, yes=_(YES))

    def _purge(self) -> None:
        purge(self._keeping, (ASIDE,), self._tell_gone)

    def _tell_gone(self, sentence: str) -> None:
        if isValid(self):
            self.changed.emit(sentence)


def count_words(count: int) -> str:
    """That damaged files lie there, too."""
    lie = ngettext(
        "{count} damaged file was set aside beside the sessions, sealed as the store was.",
        "{count} damaged files were set aside beside the sessions, sealed as the store was.",
        count,
    ).format(count=number_words(count))
    return f"{lie} {_(REACHED)}"
