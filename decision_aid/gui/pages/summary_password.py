"""A password for the PDF: typed here, used once, kept nowhere."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from decision_aid.base.errors import InputError
from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.widgets.disclosure import Disclosure

TITLE: Final = N_("Password (optional)")
NAME: Final = N_("Protect the PDF with a password (optional)")
HIDES: Final = N_(
    "Protect the PDF: it cannot be read without the password. This hides it and does not seal it: "
    "someone could change the file unnoticed. A short password can be guessed. A lost one cannot "
    "be brought back."
)
PREVIEW: Final = N_("The pages shown here have no password. The saved PDF asks for it.")
PASSWORD: Final = N_("Password")
AGAIN: Final = N_("The same password again")
SHOW: Final = N_("Show the password")
HIDE: Final = N_("Hide the password")
NOT_THE_SAME: Final = N_(
    "The two passwords are not the same, so nothing was saved. Type both again, or show the "
    "password and type it once."
)


class PasswordChoice(Disclosure):
    """Folded away at first. What is typed is gone when it is folded, saved or left.

    Attributes:
        entered: Emitted when Enter is pressed in the last line.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_(TITLE), name=_(NAME), parent=parent)
        self._first, self._again = _line(_(PASSWORD)), _line(_(AGAIN))
        self._again_label = safe.label(_(AGAIN), "small_strong")
        self._shown = safe.button(_(SHOW), "quiet")
        self._shown.setCheckable(True)
        self._preview = safe.label(_(PREVIEW), "small")
        self.body.addWidget(safe.label(_(HIDES), "small"))
        self.body.addWidget(safe.label(_(PASSWORD), "small_strong"))
        for one in (self._first, self._again_label, self._again, self._shown, self._preview):
            self.body.addWidget(one)
        self._shown.toggled.connect(self._show_letters)
        self._first.textChanged.connect(lambda typed: self._preview.setVisible(bool(typed)))
        self._first.returnPressed.connect(self._go_on)
        self._again.returnPressed.connect(self.entered)
        self.toggled.connect(self.forget)
        self.forget()

    def given(self) -> str:
        """The password to protect the PDF with; "" for none.

        Raises:
            InputError: It was typed in two ways, or not every program would take it.
        """
        from decision_aid.report.pdf_password import usable  # noqa: PLC0415 - wanted by few

        first, again = self._first.text(), self._again.text()
        if not self._shown.isChecked() and first != again:
            self._first.setFocus()
            raise InputError(_(NOT_THE_SAME))
        return usable(first) if first else ""

    def forget(self) -> None:
        """Empty the lines, so that not even undo brings anything back."""
        self._shown.setChecked(False)
        for line in (self._first, self._again):
            line.setText("")
        self._preview.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another step is opened, or the window closes."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def _go_on(self) -> None:
        if self._shown.isChecked():
            self.entered.emit()
        else:
            self._again.setFocus()

    def _show_letters(self, shown: bool) -> None:  # noqa: FBT001 - a toggle's own value
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._first.setEchoMode(mode)
        self._again.setText("")
        self._again.setVisible(not shown)
        self._again_label.setVisible(not shown)
        safe.write(self._shown, _(HIDE) if shown else _(SHOW))


def _line(name: str) -> QLineEdit:
    made = safe.line_edit(name)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    # Also while it is shown: no keyboard learns it, none corrects it.
    made.setInputMethodHints(
        Qt.InputMethodHint.ImhSensitiveData
        | Qt.InputMethodHint.ImhNoPredictiveText
        | Qt.InputMethodHint.ImhNoAutoUppercase
    )
    return made
