"""In the top bar while the patient screen is open: what is seen there, and how to change it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.widgets.row_or_column import RowOrColumn

ON_IT: Final = N_("On the patient screen:")
HIDDEN: Final = N_("Patient screen: hidden")
HIDE: Final = N_("Hide (F9)")
SHOW: Final = N_("Show again")
SHOW_FINDINGS: Final = N_("Show findings")
HIDE_FINDINGS: Final = N_("Hide findings")

_GAP: Final = 8
"""Distance between two buttons, in pixels."""


class PatientStrip(QWidget):
    """Says whether the patient screen shows anything, and changes what it shows.

    Attributes:
        hide_wanted: Emitted with whether it is to be hidden.
        findings_wanted: Emitted with whether safety findings are to be seen there.
        turned: Emitted with 1 (a page down) or -1 (up).
    """

    hide_wanted = Signal(bool)
    findings_wanted = Signal(bool)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._state = safe.label("", "small_strong")
        self._hide, self._show, self._up, self._down = (_button() for _place in range(4))
        self._findings, self._shows_findings = _button(), False
        self.speak()
        buttons = QWidget()
        buttons.setProperty("role", "clear")
        beside = QHBoxLayout(buttons)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(_GAP)
        for one in self._buttons():
            beside.addWidget(one)
        beside.addStretch(1)
        row = RowOrColumn(self, gap=8)
        row.stack_by(2)
        row.addWidget(self._state)
        row.addWidget(buttons)
        self._hide.clicked.connect(lambda: self.hide_wanted.emit(True))  # noqa: FBT003 - a signal
        self._show.clicked.connect(lambda: self.hide_wanted.emit(False))  # noqa: FBT003 - a signal
        self._findings.clicked.connect(lambda: self.findings_wanted.emit(not self._shows_findings))
        self._up.clicked.connect(lambda: self.turned.emit(-1))
        self._down.clicked.connect(lambda: self.turned.emit(1))

    def speak(self) -> None:
        """Say what never changes in the language spoken now."""
        for button, text, does in (
            (self._hide, _(HIDE), _(HIDE)),
            (self._show, _(SHOW), _(SHOW)),
            (self._up, _("↑ Page up"), _("Page up")),
            (self._down, _("↓ Page down"), _("Page down")),
        ):
            safe.write(button, text, name=_name(does))
        self._fold()

    def say(self, *, hidden: bool, findings: bool) -> None:
        """Show how it stands.

        Args:
            hidden: Whether the patient screen is blank.
            findings: Whether findings are shown there.
        """
        self._state.setText(_(HIDDEN) if hidden else _(ON_IT))
        for one in (self._hide, self._findings, self._up, self._down):
            one.setVisible(not hidden)
        self._show.setVisible(hidden)
        self._shows_findings = findings
        text = _(HIDE_FINDINGS) if findings else _(SHOW_FINDINGS)
        safe.write(self._findings, text, name=_name(text))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See what fits."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Leave the arrows alone where there is no room for their words, as in large print.

        So all of it stands in one line, and more of the page is seen.
        """
        for button, text in ((self._up, _("↑ Page up")), (self._down, _("↓ Page down"))):
            button.setText(text)
        shown = [one for one in (self._state, *self._buttons()) if not one.isHidden()]
        if sum(one.sizeHint().width() + _GAP for one in shown) - _GAP > self.width():
            self._up.setText("↑")
            self._down.setText("↓")

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self._hide, self._show, self._findings, self._up, self._down


def _button() -> QPushButton:
    made = safe.button("", "small")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _name(does: str) -> str:
    # Translators: {action} is what a button does, such as "Page up".
    return _("Patient screen: {action}").format(action=does)
