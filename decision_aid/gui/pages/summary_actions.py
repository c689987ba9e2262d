"""What can be done with the pages: saved, printed, copied as a note; and then the end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from decision_aid.base.language import _
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.pages.summary_password import PasswordChoice
from decision_aid.gui.widgets.card import Card


class SummaryActions(Card):
    """The buttons that take the pages out of the program, and how it went.

    Attributes:
        save_wanted: Emitted when "Save PDF…" is pressed.
        print_wanted: Emitted when "Print…" is pressed.
        copy_wanted: Emitted when "Copy note" is pressed.
        password: The password for the PDF saved, if there is to be one.
    """

    save_wanted = Signal()
    print_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Take it with you"))
        self._save = safe.button(_("Save PDF…"), "primary")
        self._print = safe.button(_("Print…"))
        self._copy = safe.button(_("Copy note"), name=_("Copy note: short plain text for a record"))
        self.password = PasswordChoice()
        self._told = safe.label()
        self._told.hide()
        self._save.clicked.connect(self.save_wanted)
        self.password.entered.connect(self._save.click)
        self._print.clicked.connect(self.print_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        self.add(self._save, self.password, self._print, self._copy, self._told)

    def allow(self, *, pages: bool, copy: bool) -> None:
        """Say what can be done now.

        Args:
            pages: Whether there are pages to save and to print.
            copy: Whether there is something to copy.
        """
        self._save.setEnabled(pages)
        self._print.setEnabled(pages)
        self._copy.setEnabled(copy)

    @property
    def told(self) -> str:
        """What is shown of how something went."""
        return self._told.text()

    def tell(self, sentence: str) -> None:
        """Show and say how something went; "" shows nothing."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)


class SummaryEnd(Card):
    """The way out.

    Attributes:
        finish_wanted: Emitted when "Finish and clear" is pressed.

    Args:
        parent: Its parent.
    """

    finish_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("When you are done"), parent=parent)
        finish = safe.button(_("Finish and clear"))
        finish.clicked.connect(self.finish_wanted)
        self.add(
            safe.label(
                _(
                    "Clear everything here, so that the next person sees nothing of it. A session "
                    "you keep on this computer stays kept, locked with the passphrase."
                ),
                "small",
            )
        )
        self.body.addWidget(finish, alignment=Qt.AlignmentFlag.AlignLeft)
