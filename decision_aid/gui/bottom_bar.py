"""The bar at the bottom: about the aid, back, what is kept, next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from decision_aid.gui import safe

NOTHING_KEPT = "Nothing is kept: closing clears everything."


class BottomBar(QFrame):
    """About, back and next.

    Attributes:
        about: Emitted when "About this aid" is pressed.
        back: Emitted when "Back" is pressed.
        next: Emitted when "Next: ..." is pressed.
    """

    about = Signal()
    back = Signal()
    next = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bottom_bar")
        about = safe.button("About this aid", "quiet")
        self._back = safe.button("Back", "strong")
        self._next = safe.button("Next", "primary")
        kept = safe.label(NOTHING_KEPT, "small")
        kept.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self._next)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(12)
        row.addWidget(about)
        row.addWidget(self._back)
        row.addWidget(kept, stretch=1)
        row.addWidget(self._next)
        about.clicked.connect(self.about)
        self._back.clicked.connect(self.back)
        self._next.clicked.connect(self.next)

    def show_place(self, before: str, after: str) -> None:
        """Name the steps before and after; "" where there is none."""
        self._back.setVisible(bool(before))
        self._back.setAccessibleDescription(before)
        self._next.setVisible(bool(after))
        safe.write(self._next, f"Next: {after}")
