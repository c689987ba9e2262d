"""Lines a passphrase is typed in: dots unless asked, learned by no keyboard, kept nowhere."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from decision_aid.base.errors import InputError
from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.keeping.button_names import name_about

SHOW: Final = N_("Show what is typed")
HIDE: Final = N_("Hide what is typed")
NOT_THE_SAME: Final = N_(
    "The two are not the same. Both lines were emptied: type both again, or show what is typed and "
    "type it once."
)
HINT: Final = N_("At least 12 characters, or four words that do not belong together.")
_LONGEST: Final = 1_000


class PassphraseLine(QWidget):
    """One line for a passphrase or a recovery code, with its question above it.

    Args:
        name: What is to be typed; the line's accessible name, too.
        note: A further line in small text; "" for none.

    Attributes:
        entered: Emitted when Enter is pressed in it.
    """

    entered = Signal()

    def __init__(self, name: str, note: str = "") -> None:
        super().__init__()
        self._label = safe.label(name, "small_strong")
        self.line = secret_line(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._label)
        if note:
            column.addWidget(safe.label(note, "small"))
        column.addWidget(self.line)
        self._shown = _show_button(name)
        self._shown.toggled.connect(self._show_letters)
        column.addWidget(self._shown, alignment=Qt.AlignmentFlag.AlignLeft)
        self.line.returnPressed.connect(self.entered)

    @property
    def typed(self) -> str:
        """What stands in it."""
        return self.line.text()

    def forget(self) -> None:
        """Empty it, so that not even undo brings anything back."""
        self._shown.setChecked(False)
        self.line.setText("")

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever it stood on is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def _show_letters(self, shown: bool) -> None:  # noqa: FBT001 - a toggle's own value
        show_letters(self.line, self._shown, shown=shown)


class NewPassphrase(QWidget):
    """A new passphrase, typed twice, or once where it is shown.

    Args:
        name: What is to be typed first, "" for "New passphrase"; the second line asks for it again.

    Attributes:
        entered: Emitted when Enter is pressed in the last line.
    """

    entered = Signal()

    def __init__(self, name: str = "") -> None:
        super().__init__()
        name = name or _("New passphrase")
        # Translators: {passphrase} is what is asked for, such as "New passphrase".
        again = _("{passphrase} again").format(passphrase=name)
        self.line, self._again = secret_line(name), secret_line(again)
        self._again_label = safe.label(again, "small_strong")
        self._shown = _show_button(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(safe.label(name, "small_strong"))
        for one in (safe.label(_(HINT), "small"), self.line, self._again_label, self._again):
            column.addWidget(one)
        column.addWidget(self._shown, alignment=Qt.AlignmentFlag.AlignLeft)
        self._shown.toggled.connect(self._show_letters)
        self.line.returnPressed.connect(self._go_on)
        self._again.returnPressed.connect(self.entered)

    def given(self) -> str:
        """The passphrase.

        Raises:
            InputError: It was typed in two ways.
        """
        first = self.line.text()
        if not self._shown.isChecked() and first != self._again.text():
            self.forget()
            self.line.setFocus()
            raise InputError(_(NOT_THE_SAME))
        return first

    def forget(self) -> None:
        """Empty the lines, so that not even undo brings anything back."""
        self._shown.setChecked(False)
        for line in (self.line, self._again):
            line.setText("")

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever they stood on is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def _go_on(self) -> None:
        if self._shown.isChecked():
            self.entered.emit()
        else:
            self._again.setFocus()

    def _show_letters(self, shown: bool) -> None:  # noqa: FBT001 - a toggle's own value
        show_letters(self.line, self._shown, shown=shown)
        self._again.setText("")
        self._again.setVisible(not shown)
        self._again_label.setVisible(not shown)


def secret_line(name: str) -> QLineEdit:
    """A line whose letters are dots at first."""
    made = safe.line_edit(name)
    made.setMaxLength(_LONGEST)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    # Also while it is shown: no keyboard learns it, none corrects it.
    made.setInputMethodHints(
        Qt.InputMethodHint.ImhSensitiveData
        | Qt.InputMethodHint.ImhNoPredictiveText
        | Qt.InputMethodHint.ImhNoAutoUppercase
    )
    return made


def show_letters(line: QLineEdit, button: QPushButton, *, shown: bool) -> None:
    """Show what is typed in a line, or dots; the button offers the other."""
    mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
    line.setEchoMode(mode)
    said = _(HIDE) if shown else _(SHOW)
    safe.write(button, said, name=name_about(said, line.accessibleName()))


def _show_button(name: str) -> QPushButton:
    made = safe.button(_(SHOW), "quiet", name=name_about(_(SHOW), name))
    made.setCheckable(True)
    return made
