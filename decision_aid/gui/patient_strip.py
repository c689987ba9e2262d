"""In the top bar while the patient screen is open: what is seen there, and how to change it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from decision_aid.gui import safe

ON_IT: Final = "On the patient screen:"
HIDDEN: Final = "The patient screen is hidden:"
HIDE: Final = "Hide (F9)"
SHOW: Final = "Show again"


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
        self._hide, self._show = _button(HIDE), _button(SHOW)
        self._findings = _button("Findings")
        self._findings.setCheckable(True)
        self._up, self._down = _button("↑", "page up"), _button("↓", "page down")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._state)
        for one in (self._hide, self._show, self._findings, self._up, self._down):
            row.addWidget(one)
        row.addStretch(1)
        self._hide.clicked.connect(lambda: self.hide_wanted.emit(True))  # noqa: FBT003 - a signal
        self._show.clicked.connect(lambda: self.hide_wanted.emit(False))  # noqa: FBT003 - a signal
        self._findings.clicked.connect(self.findings_wanted)
        self._up.clicked.connect(lambda: self.turned.emit(-1))
        self._down.clicked.connect(lambda: self.turned.emit(1))

    def say(self, *, hidden: bool, findings: bool) -> None:
        """Show how it stands.

        Args:
            hidden: Whether the patient screen is blank.
            findings: Whether findings are shown there.
        """
        self._state.setText(HIDDEN if hidden else ON_IT)
        for one in (self._hide, self._findings, self._up, self._down):
            one.setVisible(not hidden)
        self._show.setVisible(hidden)
        self._findings.setChecked(findings)


def _button(text: str, does: str = "") -> QPushButton:
    made = safe.button(text, "small", name=f"Patient screen: {does or text}")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
