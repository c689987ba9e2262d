"""The bar at the top: what this is about, how it looks, and help."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from decision_aid.gui import safe
from decision_aid.gui.theme import TEXT_SIZES, Theme


class TopBar(QFrame):
    """Title, text size, contrast and "Need help now?".

    Args:
        title: The pack's title.

    Attributes:
        resized: Emitted with -1 or 1: text one step smaller or larger.
        contrast_wanted: Emitted with whether high contrast is wanted.
        help_wanted: Emitted when help is wanted.
    """

    resized = Signal(int)
    contrast_wanted = Signal(bool)
    help_wanted = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "top_bar")
        self._smaller = _small_button("A−", "Smaller text")
        self._larger = _small_button("A+", "Larger text")
        self._contrast = _small_button("Contrast", "High contrast")
        self._contrast.setCheckable(True)
        self._help = safe.button("Need help now?", "help")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 5, 20, 5)
        row.setSpacing(12)
        row.addWidget(safe.label(title, "bar_title"), stretch=1)
        for button in (self._smaller, self._larger, self._contrast, self._help):
            row.addWidget(button)
        self._smaller.clicked.connect(lambda: self.resized.emit(-1))
        self._larger.clicked.connect(lambda: self.resized.emit(1))
        self._contrast.clicked.connect(self.contrast_wanted)
        self._help.clicked.connect(self.help_wanted)

    def show_theme(self, theme: Theme) -> None:
        """Show what is worn: the contrast button, and whether text can still grow or shrink."""
        self._contrast.setChecked(theme.name == "contrast")
        self._smaller.setEnabled(theme.percent > TEXT_SIZES[0])
        self._larger.setEnabled(theme.percent < TEXT_SIZES[-1])
        self._larger.setAccessibleDescription(f"The text size is {theme.percent} percent.")
        self._smaller.setAccessibleDescription(f"The text size is {theme.percent} percent.")


def _small_button(text: str, name: str) -> QPushButton:
    return safe.button(text, "small", name=name)
