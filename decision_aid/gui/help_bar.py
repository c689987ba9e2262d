"""Help, one press away in a dialog of Qt's."""

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout

from decision_aid.base.language import _
from decision_aid.gui import safe
from decision_aid.gui.crisis_card import HELP, CrisisCard
from decision_aid.gui.help_key import HelpKey
from decision_aid.workspace.snapshot import Snapshot


class HelpBar(QFrame):
    """A bar at the top of a dialog: what it is for, and "Need help now?", also by F1.

    Args:
        dialog: The dialog.
        snapshot: This moment; whom to call in a crisis comes from it.
        title: What it is for.
    """

    def __init__(self, dialog: QDialog, snapshot: Snapshot, title: str) -> None:
        super().__init__(dialog)
        self._dialog, self._snapshot = dialog, snapshot
        self._crisis: CrisisCard | None = None
        self._told = safe.label(title, "bar_title")
        self.setProperty("role", "top_bar")
        wanted = safe.button(_(HELP), "help")
        wanted.setAutoDefault(False)
        wanted.clicked.connect(self.show_help)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 5, 20, 5)
        row.addWidget(self._told, stretch=1)
        row.addWidget(wanted)
        HelpKey(dialog, self.show_help)
        layout = dialog.layout()
        if layout is not None:
            layout.setMenuBar(self)

    @property
    def is_open(self) -> bool:
        """Whether help lies over the dialog, whose buttons have keys that still press them."""
        return self._crisis is not None and self._crisis.is_open

    def say(self, sentence: str) -> None:
        """Say a sentence in place of what the dialog is for."""
        self._told.setText(sentence)

    def show_help(self) -> None:
        """Show whom to call in a crisis, over the dialog."""
        if self._crisis is None:
            self._crisis = CrisisCard(self._dialog, self._snapshot.pack.crisis)
        self._crisis.present(self._snapshot)
        self._crisis.open()
