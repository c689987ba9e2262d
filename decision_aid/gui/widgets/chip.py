"""A word in a small box: what something is, or how grave."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from decision_aid.gui import safe
from decision_aid.gui.widgets.mark import Mark, Tone


class Chip(QFrame):
    """A chip. A warning one carries a sign, too; nobody needs to see its colour.

    Args:
        text: One to four words.
        tone: "neutral", "caution" or "gate".
        parent: Its parent.
        wraps: Whether its text may take two lines, for narrow columns.
    """

    def __init__(
        self,
        text: str,
        tone: Tone = "neutral",
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.setProperty("tone", tone)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._label = safe.label(text, "small_strong")  # "chip" would frame it twice
        self._label.setWordWrap(wraps)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(6)
        if tone != "neutral":
            row.addWidget(Mark(tone))
        row.addWidget(self._label)

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()
