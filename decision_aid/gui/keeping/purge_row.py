"""What lies beside the kept sessions, in words, with a button that deletes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from decision_aid.base.language import _
from decision_aid.gui import safe
from decision_aid.gui.keeping.asking_passphrase import ask_passphrase
from decision_aid.gui.keeping.purging import Kind, purge

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window


@dataclass(frozen=True)
class Asking:
    """The words with which deletion is asked for, marked for translators.

    Attributes:
        button: On the row.
        title: On the card that asks for the passphrase.
        why: What follows from it.
        yes: On the card's button.
    """

    button: str
    title: str
    why: str
    yes: str


class PurgeRow(QWidget):
    """Words about one kind of files, and the button.

    Args:
        window: What its card covers.
        keeping: The kept sessions; they are unlocked.
        kind: What is deleted.
        asking: The words that ask for it.
        said: What stands above the button.

    Attributes:
        delete: The button.
        changed: Emitted with a sentence when they were deleted.
    """

    changed = Signal(str)

    def __init__(
        self,
        window: "Window",
        keeping: "Keeping",
        kind: Kind,
        asking: Asking,
        said: Sequence[QWidget],
    ) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._window, self._keeping, self._kind, self._asking = window, keeping, kind, asking
        self.delete = safe.button(_(asking.button))
        self.delete.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for one in said:
            column.addWidget(one)
        column.addWidget(self.delete, alignment=Qt.AlignmentFlag.AlignLeft)

    def purge(self) -> None:
        """Delete them; the passphrase was asked for."""
        purge(self._keeping, (self._kind,), self._tell_gone)

    def _ask(self) -> None:
        words = self._asking
        ask_passphrase(
            self._window, self._keeping, _(words.title), _(words.why), self.purge, yes=_(words.yes)
        )

    def _tell_gone(self, sentence: str) -> None:
        if isValid(self):
            self.changed.emit(sentence)
