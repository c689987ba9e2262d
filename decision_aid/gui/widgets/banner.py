"""A strip that says one thing about what stands below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from decision_aid.gui import safe
from decision_aid.gui.widgets.mark import Mark, Tone
from decision_aid.gui.widgets.row_or_column import RowOrColumn


class Banner(QFrame):
    """A sign and a sentence.

    Args:
        text: What it says; "" hides it.
        tone: "neutral", "caution" or "gate".
        parent: Its parent.
        button: What is to be done about it; stands at its end, below where there is no room.
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
        said = QWidget()
        middle = QVBoxLayout(said)  # level with a button that is higher than a line of text
        middle.setContentsMargins(0, 0, 0, 0)
        sign_first = QHBoxLayout()
        sign_first.setSpacing(12)
        sign_first.addWidget(Mark(tone, drop=2), alignment=Qt.AlignmentFlag.AlignTop)
        sign_first.addWidget(self._label, stretch=1)
        middle.addStretch(1)
        middle.addLayout(sign_first)
        middle.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(16, 12, 16, 12)
        row = RowOrColumn(gap=12, grow_first=True)
        row.addWidget(said)
        if button:
            row.addWidget(button)
        frame.addLayout(row)
        if not text:
            self.hide()

    @property
    def sentence(self) -> str:
        """What it says; "" while it is hidden."""
        return self._label.text()

    def say(self, text: str) -> None:
        """Show another text; "" hides the strip."""
        self._label.setText(text)
        self.setVisible(bool(text))
