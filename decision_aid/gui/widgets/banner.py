"""A strip that says one thing about what stands below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from decision_aid.gui import safe
from decision_aid.gui.widgets.mark import Mark, Tone


class Banner(QFrame):
    """A sign and a sentence.

    Args:
        text: What it says; "" hides it.
        tone: "neutral", "caution" or "gate".
        parent: Its parent.
        button: What is to be done about it; stands at its end.
    """

    def __init__(
        self,
        text: str = "",
        tone: Tone = "neutral",
        parent: QWidget | None = None,
        *,
        button: QPushButton | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", tone)
        self._label = safe.label(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        said = QHBoxLayout()
        said.setSpacing(12)
        said.addWidget(Mark(tone, drop=2), alignment=Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._label, stretch=1)
        row.addLayout(said, stretch=1)
        row.setAlignment(said, Qt.AlignmentFlag.AlignVCenter)
        if button:
            row.addWidget(button)
        if not text:
            self.hide()

    def say(self, text: str) -> None:
        """Show another text; "" hides the strip."""
        self._label.setText(text)
        self.setVisible(bool(text))
